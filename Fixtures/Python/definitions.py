"""Functions and classes, nested in each other."""
# complete
# doc Functions and classes, nested in each other.

def plain(a, b=1):
#   ^^^^^ definition function plain public !local !private
#   ^^^^^ signature def plain(a, b=1)
#         ^ reference write a in plain owner plain
# <- start plain
    """What it does."""
    return a + b
#              ^ end plain
#          ^ reference read a in plain


async def waiting(*items, **options) -> None:
#         ^^^^^^^ definition function waiting async
#         ^^^^^^^ signature async def waiting(*items, **options) -> None
# <- start waiting
    def inner():
#       ^^^^^ definition function waiting.inner local generator
        yield 1

    await inner()
#         ^^^^^ reference call inner in waiting owner waiting


def counting():
#   ^^^^^^^^ definition function counting generator
    x = yield
    return x


class Outer(object):
#     ^^^^^ definition class Outer
#     ^^^^^ signature class Outer(object)
#           ^^^^^^ reference base object owner Outer in file
    """A class.

      Indented by two.
    """

    limit = 10
#   ^^^^^ definition variable Outer.limit
#   ^^^^^ signature limit = 10

    class Inner: value = 1
#         ^^^^^ definition class Outer.Inner
#                ^^^^^ definition variable Outer.Inner.value
#                        ^ end Outer.Inner

    def __init__(self):
#       ^^^^^^^^ definition initializer Outer.__init__ public
        self.inner = Outer.Inner()
#            ^^^^^ definition property Outer.inner instanceAttribute
#                          ^^^^^ reference call Inner receiver Outer owner Outer.__init__

    def _hidden(self):
#       ^^^^^^^ definition method Outer._hidden private
        class Local:
#             ^^^^^ definition class Outer._hidden.Local local
            def method(self): pass
#               ^^^^^^ definition method Outer._hidden.Local.method local
#                                ^ end Outer

    
def _private(): ...
#   ^^^^^^^^ definition function _private private
