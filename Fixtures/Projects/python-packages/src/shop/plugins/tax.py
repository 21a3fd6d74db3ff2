# A folder without `__init__.py` is a namespace package.
import shop.cart as cart
#           ^ edge imports shop.cart


def apply():
    cart.total(None)
    #    ^ edge calls shop.cart.total
    cart.hidden()
    #    ^ edge calls shop.cart.hidden
