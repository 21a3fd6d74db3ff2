# complete
class C:
#     ^ definition class C
    declared: int
#   ^^^^^^^^ definition variable C.declared

    def __init__(this, value, /):
#       ^^^^^^^^ definition initializer C.__init__
        this.declared = 1
#            ^^^^^^^^ no definition
#            ^^^^^^^^ reference write declared receiver this
        this.a = this.b = value
#            ^ definition property C.a instanceAttribute public !local
#            ^ signature this.a = this.b = value
#       ^ start C.a
#                             ^ end C.b
#                     ^ definition property C.b
        this.a = 2
#            ^ no definition
        this.c: int = 3
#            ^ definition property C.c
#            ^ signature this.c: int = 3
#               ^^^ reference type int owner C.c
        this.d.e = 1
#              ^ no definition
        (this._f, other.g) = 1, 2
#             ^^ definition property C._f private
#                       ^ no definition
        this.later = 1
#            ^^^^^ no definition
        this.items[0] = 1
#            ^^^^^ no definition
        if value:
            this.h = 1
#                ^ definition property C.h
        this.i += 1
#            ^ no definition
        del this.a
#                ^ reference delete a receiver this

        def inner():
#           ^^^^^ definition function C.__init__.inner
            this.j = 1
#                ^ no definition

        for this.k in value: pass
#                ^ no definition

    @staticmethod
    def free(self):
#       ^^^^ definition method C.free
        self.m = 1
#            ^ no definition

    def later(self):
#       ^^^^^ definition method C.later
        self.n = self.later
#            ^ definition property C.n
        lambda self: [self.o for self.o in x]
#                          ^ no definition

    after = 1
#   ^^^^^ definition variable C.after


def function(self):
#   ^^^^^^^^ definition function function
    self.p = 1
#        ^ no definition
