"""Calling a class runs `__init__` and `__new__`, where they are written."""


class Plain: ...


class Base:
    def __init__(self): ...


class Derived(Base): ...
#             ^ edge inherits constructors.Base


class Singleton:
    def __new__(cls):
        return None

    def use(self): ...


Plain()
# <- edge calls constructors.Plain exact
# <- edge instantiates constructors.Plain exact
Base()
# <- edge calls constructors.Base.__init__ exact
# <- edge instantiates constructors.Base exact
Derived()
# <- edge calls constructors.Derived
# <- edge instantiates constructors.Derived
Singleton().use()
# <- edge calls constructors.Singleton.__new__
# <- edge instantiates constructors.Singleton
#           ^ edge calls constructors.Singleton.use

# Raising a class makes an instance of it.
class Failure(Exception):
#             ^ external inherits builtins.Exception
    def __init__(self): ...


try:
    raise Failure
    #     ^ edge calls constructors.Failure.__init__
    #     ^ edge instantiates constructors.Failure
except Failure:
    pass
