"""Used from outside of `src`; star imports bring what `__all__` lists, computed or not."""
import shop
#      ^ edge imports shop
import shop.plugins.tax
#                   ^ edge imports shop.plugins.tax
from shop import *
#    ^ edge imports shop
from shop.cart import *
#         ^ edge imports shop.cart

Cart()
# <- edge calls shop.cart.Cart
Amount().double()
# <- edge calls shop.prices.Price
#        ^ edge calls shop.prices.Price.double
total(None)
# <- edge calls shop.cart.total
hidden()
# <- unresolved calls
shop.plugins.tax.apply()
#                ^ edge calls shop.plugins.tax.apply
shop.Cart().price()
#    ^ edge calls shop.cart.Cart
#           ^ edge calls shop.cart.Cart.price
