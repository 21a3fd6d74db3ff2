__all__ = ["present"]
present = 1
unlisted = 2

# A cycle of imports ends.
from . import looped
#    ^ edge imports demo.sub
#             ^ unresolved imports no such name in the module
