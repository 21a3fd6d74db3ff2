# complete
def f[T: int = str, *Ts = *tuple[int], **P](a: T = b) -> P:
#   ^ definition function f
#   ^ signature def f[T: int = str, *Ts = *tuple[int], **P](a: T = b) -> P
#     ^ reference write T in file.<typeParameters>
#        ^^^ reference type int in file.<typeParameters>
#              ^^^ reference type str in file.<typeParameters>
#                    ^^ reference write Ts
#                          ^^^^^ reference type tuple
#                                        ^ reference write P
#                                           ^ reference write a in f
#                                              ^ reference type T in file.<typeParameters>
#                                                  ^ reference read b in file
#                                                        ^ reference type P in file.<typeParameters>
    T
#   ^ reference read T in f


class C[T](Base[T], metaclass=M[T]):
#     ^ definition class C
#     ^ signature class C[T](Base[T], metaclass=M[T])
#          ^^^^ reference base Base in file.<typeParameters> owner C
#               ^ reference type T in file.<typeParameters>
#                             ^ reference read M
    def m[U](self, x: tuple[T, U]): pass
#       ^ definition method C.m
#         ^ reference write U in C.<typeParameters>
#                              ^ reference type U in C.<typeParameters>

    type A[V: (int, "str")] = dict[V, "T"]
#        ^ definition typeAlias C.A
#                                  ^ reference type V in C.<typeParameters> owner C.A
#                    ^^^ reference type str
#                                      ^ reference type T
