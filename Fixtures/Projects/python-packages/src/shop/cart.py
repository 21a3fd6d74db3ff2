from __future__ import annotations
#    ^ external imports __future__
#                      ^ external imports __future__.annotations

from typing import TYPE_CHECKING
#    ^ external imports typing
#                  ^ external imports typing.TYPE_CHECKING

if TYPE_CHECKING:
    from .prices import Price
    #     ^ edge imports shop.prices
    #                   ^ edge imports shop.prices.Price

__all__ = ["Cart"]
__all__.extend(["total"])
#       ^ external calls builtins.list.extend


class Cart:
    def price(self) -> Price: ...


def total(cart: Cart):
    from .prices import parse
    #     ^ edge imports shop.prices
    #                   ^ edge imports shop.prices.parse

    cart.price().double()
    #    ^ edge calls shop.cart.Cart.price
    #            ^ edge calls shop.prices.Price.double
    return parse("1")
    #      ^ edge calls shop.prices.parse


def hidden(): ...
