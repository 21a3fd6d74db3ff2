# complete references
def f(a):
#   ^ definition function f generator
#     ^ reference write a in f
    global g, h
#          ^ reference global g in f
#             ^ reference global h in f
    nonlocal i
#            ^ reference nonlocal i
    b, c.d = e
#   ^ reference write b
#      ^ reference read c
#        ^ reference write d receiver c
#            ^ reference read e
    j += k
#   ^ reference write j
#        ^ reference read k
    m.n **= 1
#   ^ reference read m
#     ^ reference write n receiver m
    o[p] = q
#   ^ reference read o
#     ^ reference read p
#          ^ reference read q
    r = s = yield t
#   ^ reference write r
#       ^ reference write s
#                 ^ reference read t
    del u, (v.w, [x]), y[z]
#       ^ reference delete u
#           ^ reference read v
#             ^ reference delete w receiver v
#                 ^ reference delete x
#                      ^ reference read y
#                        ^ reference read z
    for aa, (bb, *cc), dd.ee in ff, gg:
#       ^^ reference write aa
#            ^^ reference write bb
#                 ^^ reference write cc
#                      ^^ reference read dd
#                         ^^ reference write ee receiver dd
#                               ^^ reference read ff
#                                   ^^ reference read gg
        assert hh, ii
#              ^^ reference read hh
#                  ^^ reference read ii
    raise jj from kk
#         ^^ reference read jj
#                 ^^ reference read kk
