import os.path
#         ^ external imports os.path
import os.path as p, json
#         ^ external imports os.path
#                    ^ external imports json
from collections.abc import Mapping
#                ^ external imports collections.abc
#                           ^ external imports collections.abc.Mapping

from . import sub
#    ^ edge imports demo
#             ^ edge imports demo.sub
from .sub.deep import missing, present
#         ^ edge imports demo.sub.deep
#                     ^ unresolved imports no such name in the module
#                              ^ edge imports demo.sub.deep.present
from .nowhere import anything
#     ^ unresolved imports no such module in the package
#                    ^ unresolved imports no such module in the package
from .... import up
#    ^ unresolved imports relative import beyond the top-level package
#                ^ unresolved imports relative import beyond the top-level package

try:
    import demo.fast
    #           ^ unresolved imports no such module in the package
except ImportError:
    pass


class Group:
    def load(self):
        from demo import Group
        #    ^ edge imports demo
        #                ^ edge imports demo.core.Group
        return Group


def helper(): ...
