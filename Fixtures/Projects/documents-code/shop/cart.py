"""Carts, for :mod:`shop.prices`."""


class Cart:
    """What a customer wants to buy. See :meth:`add` and :func:`~shop.prices.sum_up`.

    >>> Cart("me")  # `Cart` in a session is no name
    """

    def __init__(self, owner):
        """Of one ``owner``, who may have a `Cart` already, or a :class:`Crate`."""
        self.owner = owner

    def add(self, item):
        """Puts an ``item`` in. ``total_price`` counts it for the `owner`; ``snake_case`` and `other words` do not."""
        return self
