# complete
# errors 5
x = call(a, [b, {c
def f():
#   ^ definition function f
    y = (1,
    return 2
#          ^ end f


class C:
#     ^ definition class C
    def m(self):
#       ^ definition method C.m
        self.items.append(
    def n(self): return 1
#       ^ definition method C.n
z = 1)
w = (1]
# <- no definition
v = 2
# <- definition variable v
