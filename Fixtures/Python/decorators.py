# complete
import functools
#      ^^^^^^^^^ import functools


@functools.wraps(plain, assigned=names)
#^^^^^^^^^ reference read functools owner wrapped in file
#          ^^^^^ reference decorator wraps receiver functools owner wrapped
#                ^^^^^ reference read plain owner wrapped in file
#                                ^^^^^ reference read names
#                       ^^^^^^^^ no reference
# <- start wrapped
def wrapped():
#   ^^^^^^^ definition function wrapped
#   ^^^^^^^ attribute functools.wraps(plain, assigned=names)
    pass


@first
#^^^^^ reference decorator first owner C
@(lambda c: c)
# <- no reference
@second(  # a comment
#^^^^^^ reference decorator second owner C
    1,
    2,
)
class C:
#     ^ definition class C
#     ^ attribute second(1, 2)
    @property
#    ^^^^^^^^ reference decorator property owner C.size in C
    def size(self): return 0
#       ^^^^ definition property C.size

    @size.setter
#         ^^^^^^ reference decorator setter receiver size
    def size(self, value): pass
#       ^^^^ definition property C.size

    @functools.cached_property
    def cached(self): return 1
#       ^^^^^^ definition property C.cached

    @staticmethod
    def free(x): return x
#       ^^^^ definition method C.free static

    @classmethod
    async def make(cls):
#             ^^^^ definition method C.make classMember async
        cls.made = True
#           ^^^^ definition variable C.made classMember !instanceAttribute

    def __new__(cls):
#       ^^^^^^^ definition method C.__new__ static
        cls.count = 0
#           ^^^^^ definition variable C.count classMember

    @a[0].b
#         ^ reference decorator b receiver expression
    def last(self): pass
#       ^^^^ definition method C.last
