"""Members are looked up in C3 order; `super()` goes on from the class it is written in."""


class Root:
    def name(self): ...
    def only_root(self): ...


class Left(Root):
#          ^ edge inherits inheritance.Root exact
    def name(self):
    #   ^ edge overrides inheritance.Root.name
        super().name()
        # <- external calls builtins.super
        #       ^ edge calls inheritance.Root.name


class Right(Root):
#           ^ edge inherits inheritance.Root
    def name(self): ...
    #   ^ edge overrides inheritance.Root.name


class Both(Left, Right):
#          ^ edge inherits inheritance.Left
#                ^ edge inherits inheritance.Right
    def only_root(self):
    #   ^ edge overrides inheritance.Root.only_root
        return super().only_root()
        #      ^ external calls builtins.super
        #              ^ edge calls inheritance.Root.only_root


Both().name()
# <- edge calls inheritance.Both
# <- edge instantiates inheritance.Both
#      ^ edge calls inheritance.Left.name
Both.only_root(Both())
#    ^ edge calls inheritance.Both.only_root exact
#              ^ edge calls inheritance.Both
#              ^ edge instantiates inheritance.Both


class Template:
    def run(self):
        self.step()
        #    ^ edge calls inheritance.Template.step

    def step(self):
        raise NotImplementedError()
        #     ^ external calls builtins.NotImplementedError


class Concrete(Template):
#              ^ edge inherits inheritance.Template
    def step(self): ...
    #   ^ edge overrides inheritance.Template.step


Concrete().run()
# <- edge calls inheritance.Concrete
# <- edge instantiates inheritance.Concrete
#          ^ edge calls inheritance.Template.run


# What a mixin calls is found in the classes that it is mixed into.
class Mixin:
    def run(self):
        self.helper()
        #    ^ edge calls inheritance.Composed.helper inferred


class Composed(Mixin):
#              ^ edge inherits inheritance.Mixin
    def helper(self): ...
