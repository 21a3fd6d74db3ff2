"""A protocol's method is what a call through it means; classes that name it as a base override it."""
from abc import ABC, abstractmethod
from typing import Protocol


class Runner(Protocol):
#            ^ external inherits typing.Protocol
    def run(self) -> None: ...


class Fast(Runner):
#          ^ edge inherits protocols.Runner
    def run(self) -> None: ...
    #   ^ edge overrides protocols.Runner.run


class Unrelated:
    def run(self) -> None: ...


def use(runner: Runner):
    runner.run()
    #      ^ edge calls protocols.Runner.run


class Shape(ABC):
#           ^ external inherits abc.ABC
    @abstractmethod
    def area(self): ...

    def describe(self):
        return self.area()
        #           ^ edge calls protocols.Shape.area


class Square(Shape):
#            ^ edge inherits protocols.Shape
    def area(self): ...
    #   ^ edge overrides protocols.Shape.area


use(Unrelated())
# <- edge calls protocols.use
#   ^ edge calls protocols.Unrelated
#   ^ edge instantiates protocols.Unrelated
Square().describe()
# <- edge calls protocols.Square
# <- edge instantiates protocols.Square
#        ^ edge calls protocols.Shape.describe
