"""What is stored in an attribute comes out of it; properties, class methods and proxies are seen through."""
from functools import cached_property


class Engine:
    def start(self): ...


class Car:
    def __init__(self, engine):
        self.engine = engine
        self.callback = self.on_start
        self.created = Engine()
        #              ^ edge calls attributes.Engine
        #              ^ edge instantiates attributes.Engine

    def on_start(self): ...

    @property
    def main(self):
        return self.engine

    @cached_property
    def lazy(self):
        return Engine()
        #      ^ edge calls attributes.Engine
        #      ^ edge instantiates attributes.Engine

    @classmethod
    def build(cls):
        return cls(Engine())
        #      ^ edge calls attributes.Car.__init__
        #      ^ edge instantiates attributes.Car
        #          ^ edge calls attributes.Engine
        #          ^ edge instantiates attributes.Engine

    @staticmethod
    def check(): ...


car = Car(Engine())
#     ^ edge calls attributes.Car.__init__
#     ^ edge instantiates attributes.Car
#         ^ edge calls attributes.Engine
#         ^ edge instantiates attributes.Engine
car.engine.start()
#          ^ edge calls attributes.Engine.start
car.created.start()
#           ^ edge calls attributes.Engine.start
car.main.start()
#        ^ edge calls attributes.Engine.start
car.lazy.start()
#        ^ edge calls attributes.Engine.start
car.callback()
#   ^ edge calls attributes.Car.on_start
Car.build().engine.start()
#   ^ edge calls attributes.Car.build
#                  ^ edge calls attributes.Engine.start
car.check()
#   ^ edge calls attributes.Car.check
getattr(car, "created").start()
# <- external calls builtins.getattr
#                       ^ edge calls attributes.Engine.start

method = car.on_start
method()
# <- edge calls attributes.Car.on_start


class Proxy:
    def __init__(self, wrapped: Engine):
        self.wrapped = wrapped

    def __getattr__(self, name):
        return getattr(self.wrapped, name)
        #      ^ external calls builtins.getattr


class Described:
    def __get__(self, instance, owner) -> Engine: ...


class Owner:
    described = Described()
    #           ^ edge calls attributes.Described
    #           ^ edge instantiates attributes.Described


Owner().described.start()
# <- edge calls attributes.Owner
# <- edge instantiates attributes.Owner
#                 ^ edge calls attributes.Engine.start


def absent(car: Car):
    car.missing()
    #   ^ unresolved calls
