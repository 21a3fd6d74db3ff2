# complete
if a:
    def f(): pass
#       ^ definition function f conditional
    class C:
#         ^ definition class C conditional
        def m(self): pass
#           ^ definition method C.m !conditional
        try:
            def n(self): pass
#               ^ definition method C.n conditional
        finally: pass
else:
    def f(): pass
#       ^ definition function f conditional
while a:
    def g(): pass
#       ^ definition function g !conditional
