# complete
# errors 4
a = "never closed
# <- no definition
b = 1
# <- definition variable b
c = f"{never closed
d = f'text {x
e = 2
# <- definition variable e
def f():
#   ^ definition function f
    """Never closed.
    return b
#          ^ reference read b in f
def g(): pass
#   ^ definition function g
