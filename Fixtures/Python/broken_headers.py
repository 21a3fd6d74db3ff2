# complete
# errors 5
def f(x, 1a):
#   ^ definition function f
#   ^ signature def f
    return x
#          ^ reference read x in f
class C(Base, :
#     ^ definition class C
#       ^^^^ no reference
    def m(self): pass
#       ^ definition method C.m
if x = 1:
    a = 1
#   ^ definition variable a conditional
for in y:
    b = 2
#   ^ definition variable b
def (x):
    c = 3
#   ^ definition variable c
def g(): pass
#   ^ definition function g
