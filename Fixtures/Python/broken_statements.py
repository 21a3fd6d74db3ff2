# complete
# errors 6
def first():
#   ^^^^^ definition function first
    x = = 1
    return y
#          ^ reference read y
#          ^ end first


print "Python 2: %s" % name
#                      ^^^^ no reference
a = 1; b = ; c = 3
# <- definition variable a
#      ^ no definition
b = 2
# <- definition variable b
exec "code" in ns
class C:
#     ^ definition class C
    def m(self):
#       ^ definition method C.m
        raise E, "x"
    ?
    def n(self): pass
#       ^ definition method C.n
