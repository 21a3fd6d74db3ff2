# complete references
a if b else c if d else e
# <- reference read a
#    ^ reference read b
#           ^ reference read c
#                ^ reference read d
#                       ^ reference read e
not f in g is not h not in i
#   ^ reference read f
#        ^ reference read g
#                 ^ reference read h
#                          ^ reference read i
-j ** ~k @ m // 2 << n != o >= p <= q
#^ reference read j
#      ^ reference read k
#          ^ reference read m
#                    ^ reference read n
#                         ^ reference read o
#                              ^ reference read p
#                                   ^ reference read q
r[s:t, ::u, *v]
# <- reference read r
# ^ reference read s
#   ^ reference read t
#        ^ reference read u
#            ^ reference read v
{w: x, **y}, {z, *w}, {}, [], (), ...
#^ reference read w
#   ^ reference read x
#        ^ reference read y
#             ^ reference read z
#                 ^ reference read w
aa, *bb
# <- reference read aa
#    ^^ reference read bb
1if cc else 2
#   ^^ reference read cc
0x1F, 0o17, 0b1_0, 1_000.5e-3j, .5, 1., True, None, False
lambda: (yield)
lambda *dd, ee=ff, **gg: ee
#       ^^ reference write dd in file.<lambda>
#           ^^ reference write ee in file.<lambda>
#              ^^ reference read ff in file
#                    ^^ reference write gg in file.<lambda>
#                        ^^ reference read ee in file.<lambda>
