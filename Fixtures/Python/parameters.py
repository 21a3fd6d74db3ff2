# complete
def f(a, b: B = c, /, d: "D" = 1, *args: *Ts, e, g: int = h, **kw: K) -> R:
#   ^ definition function f
#   ^ signature def f(a, b: B = c, /, d: "D" = 1, *args: *Ts, e, g: int = h, **kw: K) -> R
#     ^ reference write a in f owner f
#        ^ reference write b in f
#           ^ reference type B in file owner f
#               ^ reference read c in file owner f
#                     ^ reference write d in f
#                         ^ reference type D in file
#                                  ^^^^ reference write args in f
#                                         ^^ reference type Ts in file
#                                             ^ reference write e in f
#                                                         ^ reference read h in file
#                                                              ^^ reference write kw in f
#                                                                  ^ reference type K in file
#                                                                        ^ reference type R in file
    pass


def g(
#   ^ definition function g
#   ^ signature def g(a, b=(1, 2), *, c=lambda x: x)
    a,  # the first
    b=(1, 2),
    *,
    c=lambda x: x,
#            ^ reference write x in file.<lambda>
#               ^ reference read x in file.<lambda>
):
    pass


def h(self, /): pass
#   ^ definition function h
