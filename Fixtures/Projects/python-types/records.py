"""Fields of data classes and named tuples have the types that are written, and their constructors are the class."""
from collections import namedtuple
from dataclasses import dataclass, field
from typing import NamedTuple


class Engine:
    def start(self): ...


def build() -> Engine:
    return Engine()
    #      ^ edge calls records.Engine
    #      ^ edge instantiates records.Engine


@dataclass
class Car:
    engine: Engine
    spare: Engine = field(default_factory=Engine)
    #               ^ external calls dataclasses.field
    #                                     ^ edge calls records.Engine inferred
    #                                     ^ edge instantiates records.Engine inferred
    history: list[Engine] = field(default_factory=list)
    #                       ^ external calls dataclasses.field


class Pair(NamedTuple):
#          ^ external inherits typing.NamedTuple
    left: Engine
    right: Engine

    def both(self): ...


Point = namedtuple("Point", "x y")
#       ^ external calls collections.namedtuple

car = Car(Engine())
#     ^ edge calls records.Car
#     ^ edge instantiates records.Car
#         ^ edge calls records.Engine
#         ^ edge instantiates records.Engine
car.engine.start()
#          ^ edge calls records.Engine.start
car.spare.start()
#         ^ edge calls records.Engine.start
for old in car.history:
    old.start()
    #   ^ edge calls records.Engine.start

pair = Pair(build(), build())
#      ^ edge calls records.Pair
#      ^ edge instantiates records.Pair
#           ^ edge calls records.build
#                    ^ edge calls records.build
pair.right.start()
#          ^ edge calls records.Engine.start
pair.both()
#    ^ edge calls records.Pair.both
