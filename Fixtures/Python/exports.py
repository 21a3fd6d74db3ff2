# complete
# complete references
__all__ = ["first", 'second', "not a name", f"{third}"] + other.__all__
# <- definition variable __all__
# <- reference write __all__
#           ^^^^^ reference export first in file owner file
#                    ^^^^^^ reference export second
#                                              ^^^^^ reference read third
#                                                         ^^^^^ reference read other
#                                                               ^^^^^^^ reference read __all__ receiver other
__all__ += ("fourth",)
# <- reference write __all__
#            ^^^^^^ reference export fourth
__all__.extend(["fifth"])
# <- reference read __all__
#       ^^^^^^ reference call extend receiver __all__
#                ^^^^^ reference export fifth
__all__.remove("first")
# <- reference read __all__
#       ^^^^^^ reference call remove receiver __all__
names = ["sixth"]
# <- definition variable names
# <- reference write names
def f():
#   ^ definition function f
    __all__ = ["seventh"]
#   ^^^^^^^ reference write __all__
