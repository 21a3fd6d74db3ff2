# complete
# complete references
with a: pass
#    ^ reference read a
with b() as c, d as (e, f.g): pass
#    ^ reference call b
#           ^ reference write c
#              ^ reference read d
#                    ^ reference write e
#                       ^ reference read f
#                         ^ reference write g receiver f
with (h() as i, j,):
#     ^ reference call h
#            ^ reference write i
#               ^ reference read j
    pass
with (k, m): pass
#     ^ reference read k
#        ^ reference read m
with (n, o) as p: pass
#     ^ reference read n
#        ^ reference read o
#              ^ reference write p
with (q).r(s): pass
#     ^ reference read q
#        ^ reference call r
#          ^ reference read s
with (t as u): pass
#     ^ reference read t
#          ^ reference write u
with (yield): pass
with (v := w): pass
#     ^ definition variable v
#     ^ reference write v
#          ^ reference read w
async def x():
#         ^ definition function x
    async with y as z: pass
#              ^ reference read y
#                   ^ reference write z
    async for aa in bb: pass
#             ^^ reference write aa
#                   ^^ reference read bb
