"""Lights, of which :class:`Bulb` is one; see :mod:`lights.bulb` and ``lights.bulb.check``."""
from .bulb import Bulb
from .bulb import check as test_bulb
