"""A package's names are those of its `__init__`, wherever they come from."""
from .cart import *
#     ^ edge imports shop.cart
from .prices import Price as Amount
#     ^ edge imports shop.prices
#                   ^ edge imports shop.prices.Price

__all__ = ["Amount"]
__all__ += ["Cart"]


def __getattr__(name):
    if name == "lazy":
        return Amount
    raise AttributeError(name)
    #     ^ external calls builtins.AttributeError
