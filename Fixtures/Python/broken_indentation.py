# complete
# errors 4
def f():
#   ^ definition function f
        x = 1
    y = 2
        z = 3
    return y
#          ^ end f
a = 1
# <- definition variable a
   b = 2
#  ^ definition variable b
def g():
#   ^ definition function g
c = 1
# <- definition variable c
