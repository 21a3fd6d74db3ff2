# complete references
[a for a in b if a if c]
#^ reference read a in file.<comprehension>
#      ^ reference write a in file.<comprehension>
#           ^ reference read b in file
#                ^ reference read a in file.<comprehension>
#                     ^ reference read c in file.<comprehension>
{d: e for d, e in f() for g in d}
#^ reference read d
#   ^ reference read e
#         ^ reference write d
#            ^ reference write e
#                 ^ reference call f in file
#                         ^ reference write g
#                              ^ reference read d in file.<comprehension>
{h async for h in [i for i in j]}
#^ reference read h
#            ^ reference write h
#                  ^ reference read i in file.<comprehension>
#                        ^ reference write i in file.<comprehension>
#                             ^ reference read j in file
(lambda: k for k in m)
#        ^ reference read k in file.<comprehension>.<lambda>
#              ^ reference write k in file.<comprehension>
#                   ^ reference read m in file
[(n := o) for o in p]
# ^ reference write n in file
# ^ definition variable n
#      ^ reference read o in file.<comprehension>
#             ^ reference write o
#                  ^ reference read p
[[q for q in r] for r in s]
# ^ reference read q in file.<comprehension>.<comprehension>
#       ^ reference write q
#            ^ reference read r in file.<comprehension>
#                   ^ reference write r
#                        ^ reference read s in file
