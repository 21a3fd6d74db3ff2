# complete
import a, b.c as d, e . f
#      ^ import a
#         ^^^ import b.c as d
#                   ^^^^^ import e.f
from g import h, i as j
#             ^ import g name h
#                ^ import g name i as j
from . import k
#             ^ import . name k
from ...l.m import (
    n,
#   ^ import ...l.m name n
    o as p,
#   ^ import ...l.m name o as p
)
from .q import *
#    ^^ import .q star
from .... import r
#                ^ import .... name r
try:
    import s
#          ^ import s conditional
except ImportError:
    s = None
#   ^ definition variable s conditional
if typing.TYPE_CHECKING:
    from t import u
#                 ^ import t name u typeChecking
    if x:
        import v
#              ^ import v typeChecking conditional
elif y:
    import w
#          ^ import w conditional
if TYPE_CHECKING:
    import w2
#          ^^ import w2 typeChecking
else:
    import w3
#          ^^ import w3 conditional


def f():
#   ^ definition function f
    import y.z; from aa import bb
#          ^^^ import y.z deferred
#                              ^^ import aa name bb deferred


class C:
#     ^ definition class C
    import cc
#          ^^ import cc
    def m(self): import dd
#       ^ definition method C.m
#                       ^^ import dd deferred
