# complete references
f(x, y=z)
# <- reference call f receiver none in file owner file
# ^ reference read x
#      ^ reference read z
a.b.c(d)
# <- reference read a
# ^ reference read b receiver a
#   ^ reference call c receiver b
#     ^ reference read d
e(1).g.h(2)
# <- reference call e
#    ^ reference read g receiver e
#      ^ reference call h receiver g
i()().j
# <- reference call i
#     ^ reference read j receiver expression
k[0](1).m
# <- reference read k
#       ^ reference read m receiver expression
(n or o).p
#^ reference read n
#     ^ reference read o
#        ^ reference read p receiver expression
(q).r
#^ reference read q
#   ^ reference read r receiver q
(s)(1)
#^ reference call s
"".join(t)
#  ^^^^ reference call join receiver expression
#       ^ reference read t
super().method(*u, **v)
# <- reference call super
#       ^^^^^^ reference call method receiver super
#               ^ reference read u
#                    ^ reference read v
w(x for x in y)
# <- reference call w
# ^ reference read x in file.<comprehension>
#       ^ reference write x in file.<comprehension>
#            ^ reference read y in file
aa(bb=1)(cc=dd)
# <- reference call aa
#           ^^ reference read dd
