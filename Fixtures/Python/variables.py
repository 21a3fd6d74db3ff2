# complete
import os
#      ^^ import os

A = 1
# <- definition variable A public
# <- signature A = 1
# <- reference write A in file owner file
A = 2
# <- no definition
b = c = [
# <- definition variable b
# <- signature b = c = [1, 2]
#   ^ definition variable c
    1, 2]
d, (e, *f), os.name, g[0] = values
# <- definition variable d
#   ^ definition variable e
#   ^ signature d, (e, *f), os.name, g[0] = values
#       ^ definition variable f
#           ^^ reference read os
#              ^^^^ reference write name receiver os
#                    ^ reference read g
[h] = 1,
#^ definition variable h
i: int = 5
# <- definition variable i
# <- signature i: int = 5
#  ^^^ reference type int owner i in file
j: "str"
# <- definition variable j
#   ^^^ reference type str
(k) = 3
#^ definition variable k
if (m := compute()) and (n := m):
#   ^ definition variable m
#   ^ signature m := compute()
#                        ^ definition variable n
    o = 1
#   ^ definition variable o conditional
for p in range(3):
#   ^ reference write p
    q = p
#   ^ definition variable q !conditional
with open(s) as t:
#               ^ reference write t
    pass
u += 1
# <- reference write u
# <- no definition
_v = 1
# <- definition variable _v private
__w__ = 1
# <- definition variable __w__ public
long = "a very long text a very long text", "a very long text a very long text", "end"
# <- definition variable long
# <- signature long = "a very long text a very long text", "a very long text a very long tex…


def function():
#   ^^^^^^^^ definition function function
    local = 1
#   ^^^^^ no definition
    (walrus := 1)
#    ^^^^^^ no definition


class C:
#     ^ definition class C
    x = 1
#   ^ definition variable C.x
    y: int
#   ^ definition variable C.y
#   ^ signature y: int
    x = 2
#   ^ no definition
    if x:
        z = 3
#       ^ definition variable C.z conditional
