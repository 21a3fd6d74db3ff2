class Socket:
    """Holds a `Bulb`, and :attr:`volts` for it."""

    #: What :meth:`Bulb.burn` burns with.
    volts = 230


class Bulb:
    """Fits a :class:`Socket`; :meth:`burn` and :py:meth:`~lights.bulb.Bulb.cool` are its life.

    ``volts`` is a word here, ``Socket.volts`` the socket's, :class:`Sokcet` misspelt.

    >>> Bulb().burn()  # ``Socket`` in a session is code
    """

    def burn(self, watts=60):
        """Burns.

        :param watts: ``watts`` of the :class:`Bulb`.
        :raises BulbError: if :func:`check` says no.
        :returns: the :obj:`Socket`
        """

    def cool(self):
        """The end of :meth:`burn`; ``ValueError`` is Python's."""


class BulbError(Exception):
    """From :func:`check` and :meth:`.Bulb.burn`."""


def check(bulb):
    """True if the `bulb` burns; see ``Bulb.burn()`` and ``BulbError``."""
