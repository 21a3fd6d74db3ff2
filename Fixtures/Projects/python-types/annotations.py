"""Written types are believed: of parameters, results, variables and attributes, also as strings."""
from __future__ import annotations

from typing import Any, Callable, Dict, Iterable, List, Optional, Type, TypeVar, Union, cast

T = TypeVar("T")
#   ^ external calls typing.TypeVar


class Engine:
    def start(self) -> Engine:
        return self

    @classmethod
    def build(cls): ...


class Car:
    engine: Engine
    parts: dict[str, list[Engine]]

    def __init__(self, spare: Optional[Engine] = None):
        self.spare = spare


def parameter(engine: Engine):
    engine.start().start()
    #      ^ edge calls annotations.Engine.start inferred
    #              ^ edge calls annotations.Engine.start inferred


def quoted(engine: "Engine", maybe: "Engine | None"):
    engine.start()
    #      ^ edge calls annotations.Engine.start
    maybe.start()
    #     ^ edge calls annotations.Engine.start


def union(either: Union[Engine, Car], maybe: Optional[Engine]):
    maybe.start()
    #     ^ edge calls annotations.Engine.start
    either.start()
    #      ^ edge calls annotations.Engine.start


def containers(listed: List[Engine], named: Dict[str, Engine], any_order: Iterable[Engine], several: tuple[Car, Engine]):
    listed[0].start()
    #         ^ edge calls annotations.Engine.start
    for engine in listed:
        engine.start()
        #      ^ edge calls annotations.Engine.start
    named["x"].start()
    #          ^ edge calls annotations.Engine.start
    for engine in named.values():
    #                   ^ external calls builtins.dict.values
        engine.start()
        #      ^ edge calls annotations.Engine.start
    [each.start() for each in any_order]
    #     ^ edge calls annotations.Engine.start
    several[1].start()
    #          ^ edge calls annotations.Engine.start


def attributes(car: Car):
    car.engine.start()
    #          ^ edge calls annotations.Engine.start
    car.spare.start()
    #         ^ edge calls annotations.Engine.start
    car.parts["front"][0].start()
    #                     ^ edge calls annotations.Engine.start


def classes(kind: type[Engine], other: Type[Engine]):
    kind().start()
    # <- edge calls annotations.Engine
    # <- edge instantiates annotations.Engine
    #      ^ edge calls annotations.Engine.start
    other.build()
    #     ^ edge calls annotations.Engine.build


def callbacks(make: Callable[[], Engine], unknown: Any):
    make().start()
    # <- unresolved calls
    #      ^ edge calls annotations.Engine.start
    unknown.start()
    #       ^ unresolved calls


def same(value: T) -> T:
    return value


def generic(raw):
    same(Engine()).start()
    # <- edge calls annotations.same
    #    ^ edge calls annotations.Engine
    #    ^ edge instantiates annotations.Engine
    #              ^ edge calls annotations.Engine.start
    cast(Engine, raw).start()
    # <- external calls typing.cast
    #                 ^ edge calls annotations.Engine.start
    local: Engine = raw
    local.start()
    #     ^ edge calls annotations.Engine.start
