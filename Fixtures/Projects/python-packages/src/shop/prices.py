try:
    from decimal import Decimal as Number
    #    ^ external imports decimal
    #                   ^ external imports decimal.Decimal
except ImportError:
    from .fallback import Number
    #     ^ edge imports shop.fallback
    #                     ^ edge imports shop.fallback.Number

import importlib
#      ^ external imports importlib


class Price:
    def double(self):
        return self


def parse(text):
    plugin = importlib.import_module("shop.plugins.tax")
#                                   ^ edge imports shop.plugins.tax exact
    #                  ^ external calls importlib.import_module
    plugin.apply()
    #      ^ edge calls shop.plugins.tax.apply
    return Number(text)
    #      ^ edge calls shop.fallback.Number ambiguous
    #      ^ external calls decimal.Decimal ambiguous
