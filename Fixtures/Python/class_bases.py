class A(Base, m.Other, Generic[T], list["A"], metaclass=Meta, option=x, *more, **rest):
#       ^^^^ reference base Base owner A in file
#             ^ reference read m
#               ^^^^^ reference base Other receiver m owner A
#                      ^^^^^^^ reference base Generic
#                              ^ reference type T
#                                  ^^^^ reference base list
#                                        ^ reference type A
#                                                       ^^^^ reference read Meta detail metaclass owner A
#                                             ^^^^^^^^^ no reference
#                                                                    ^ reference read x
#                                                                        ^^^^ reference read more
#                                                                                ^^^^ reference read rest
    pass
class B(namedtuple("B", "x y"), (Base)): pass
#       ^^^^^^^^^^ reference call namedtuple
#                                ^^^^ reference base Base
class D(A if x else B): pass
#       ^ reference read A
#            ^ reference read x
#                   ^ reference read B
class E(): pass
class F(a[0].b[int]): pass
#       ^ reference read a
#            ^ reference base b receiver expression
#              ^^^ reference type int
