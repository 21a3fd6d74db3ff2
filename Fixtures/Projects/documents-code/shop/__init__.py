from .cart import Cart
from .prices import total_price
