"""What a package re-exports is found where it is defined."""
from .core import Group as Group, helper
#     ^ edge imports demo.core
#                 ^ edge imports demo.core.Group
#                                 ^ edge imports demo.core.helper
from .sub import *
#     ^ edge imports demo.sub
from . import core
#    ^ edge imports demo
#             ^ edge imports demo.core
