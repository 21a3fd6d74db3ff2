extension StandardLibrary {
  /// `typing`.
  static let typing = """
    import collections
    import collections.abc
    import re
    from collections.abc import (
        AsyncGenerator as AsyncGenerator, AsyncIterable as AsyncIterable, AsyncIterator as AsyncIterator,
        Awaitable as Awaitable, Callable as Callable, Collection as Collection, Container as Container,
        Coroutine as Coroutine, Generator as Generator, Hashable as Hashable, ItemsView as ItemsView,
        Iterable as Iterable, Iterator as Iterator, KeysView as KeysView, Mapping as Mapping,
        MappingView as MappingView, MutableMapping as MutableMapping, MutableSequence as MutableSequence,
        MutableSet as MutableSet, Reversible as Reversible, Sequence as Sequence, Sized as Sized,
        ValuesView as ValuesView,
    )
    from contextlib import AbstractAsyncContextManager, AbstractContextManager

    Any: Any
    Annotated: Any
    ClassVar: Any
    Concatenate: Any
    Final: Any
    Generic: Any
    Literal: Any
    LiteralString: Any
    Never: Any
    NoReturn: Any
    NotRequired: Any
    Optional: Any
    Protocol: Any
    Required: Any
    Self: Any
    TypeAlias: Any
    TypeGuard: Any
    Union: Any
    Unpack: Any
    TYPE_CHECKING: bool

    AbstractSet = collections.abc.Set
    AsyncContextManager = AbstractAsyncContextManager
    ChainMap = collections.ChainMap
    ContextManager = AbstractContextManager
    Counter = collections.Counter
    DefaultDict = collections.defaultdict
    Deque = collections.deque
    Dict = dict
    FrozenSet = frozenset
    List = list
    Match = re.Match
    OrderedDict = collections.OrderedDict
    Pattern = re.Pattern
    Set = set
    Text = str
    Tuple = tuple
    Type = type

    class TypeVar:
        __name__: str
        def __init__(
            self, name: str, *constraints: Any, bound: Any = ..., covariant: bool = ...,
            contravariant: bool = ...,
        ) -> None: ...

    class ParamSpec:
        args: Any
        kwargs: Any
        def __init__(
            self, name: str, *, bound: Any = ..., covariant: bool = ..., contravariant: bool = ...,
        ) -> None: ...

    class TypeVarTuple:
        def __init__(self, name: str) -> None: ...

    class ForwardRef:
        def __init__(
            self, arg: str, is_argument: bool = ..., module: Any = ..., *, is_class: bool = ...,
        ) -> None: ...

    class NewType:
        __supertype__: Any
        def __init__(self, name: str, tp: Any) -> None: ...
        def __call__[T](self, value: T, /) -> T: ...

    class NamedTuple(tuple[Any, ...]):
        _fields: tuple[str, ...]
        def _asdict(self) -> dict[str, Any]: ...
        def _replace(self, **kwargs: Any) -> Self: ...
        @classmethod
        def _make(cls, iterable: Iterable[Any]) -> Self: ...

    class TypedDict(dict[str, Any]): ...

    class SupportsAbs[T]:
        def __abs__(self) -> T: ...
    class SupportsBytes:
        def __bytes__(self) -> bytes: ...
    class SupportsComplex:
        def __complex__(self) -> complex: ...
    class SupportsFloat:
        def __float__(self) -> float: ...
    class SupportsIndex:
        def __index__(self) -> int: ...
    class SupportsInt:
        def __int__(self) -> int: ...
    class SupportsRound[T]:
        def __round__(self, digits: int = ..., /) -> T: ...

    class IO[A](Iterator[A]):
        mode: str
        name: Any
        closed: bool
        def close(self) -> None: ...
        def fileno(self) -> int: ...
        def flush(self) -> None: ...
        def isatty(self) -> bool: ...
        def read(self, n: int = ..., /) -> A: ...
        def readable(self) -> bool: ...
        def readline(self, limit: int = ..., /) -> A: ...
        def readlines(self, hint: int = ..., /) -> list[A]: ...
        def seek(self, offset: int, whence: int = ..., /) -> int: ...
        def seekable(self) -> bool: ...
        def tell(self) -> int: ...
        def truncate(self, size: int | None = ..., /) -> int: ...
        def writable(self) -> bool: ...
        def write(self, data: Any, /) -> int: ...
        def writelines(self, lines: Iterable[Any], /) -> None: ...
        def __enter__(self) -> Self: ...
        def __exit__(self, *details: Any) -> None: ...

    class TextIO(IO[str]):
        buffer: BinaryIO
        encoding: str
        def __enter__(self) -> TextIO: ...

    class BinaryIO(IO[bytes]):
        def __enter__(self) -> BinaryIO: ...

    def assert_never(value: Any, /) -> Never: ...
    def assert_type[T](value: T, kind: Any, /) -> T: ...
    def cast[T](kind: type[T], value: Any) -> T: ...
    def clear_overloads() -> None: ...
    def dataclass_transform(**options: Any) -> Any: ...
    def final[F](f: F) -> F: ...
    def get_args(kind: Any) -> tuple[Any, ...]: ...
    def get_origin(kind: Any) -> Any: ...
    def get_overloads(func: Any) -> list[Any]: ...
    def get_type_hints(
        obj: Any, globalns: Any = ..., localns: Any = ..., include_extras: bool = ...,
    ) -> dict[str, Any]: ...
    def is_typeddict(kind: Any) -> bool: ...
    def no_type_check[F](arg: F) -> F: ...
    def overload[F](func: F) -> F: ...
    def reveal_type[T](value: T, /) -> T: ...
    def runtime_checkable[C](cls: C) -> C: ...
    """

  /// `types`.
  static let types = """
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any, Self

    class FunctionType:
        __closure__: tuple[CellType, ...] | None
        __code__: CodeType
        __defaults__: tuple[Any, ...] | None
        __dict__: dict[str, Any]
        __globals__: dict[str, Any]
        __name__: str
        __qualname__: str
        __module__: str
        __annotations__: dict[str, Any]
        __kwdefaults__: dict[str, Any]
        __call__: Callable[..., Any]
        def __get__(self, instance: object, owner: type | None = ..., /) -> Any: ...
    LambdaType = FunctionType

    class MethodType[F]:
        __func__: F
        __self__: object
        __name__: str
        __qualname__: str
        __call__: F
        def __init__(self, function: F, instance: object, /) -> None: ...

    class BuiltinFunctionType:
        __self__: object
        __name__: str
        __qualname__: str
    BuiltinMethodType = BuiltinFunctionType

    class CodeType:
        co_argcount: int
        co_code: bytes
        co_consts: tuple[Any, ...]
        co_filename: str
        co_firstlineno: int
        co_flags: int
        co_freevars: tuple[str, ...]
        co_name: str
        co_names: tuple[str, ...]
        co_qualname: str
        co_varnames: tuple[str, ...]
        def co_lines(self) -> Iterator[tuple[int, int, int | None]]: ...
        def replace(self, **changes: Any) -> CodeType: ...

    class FrameType:
        f_back: FrameType | None
        f_builtins: dict[str, Any]
        f_code: CodeType
        f_globals: dict[str, Any]
        f_lasti: int
        f_lineno: int
        f_locals: Mapping[str, Any]
        def clear(self) -> None: ...

    class TracebackType:
        tb_frame: FrameType
        tb_lasti: int
        tb_lineno: int
        tb_next: TracebackType | None

    class CellType:
        cell_contents: Any

    class ModuleType:
        __name__: str
        __file__: str | None
        __doc__: str | None
        __path__: Any
        __spec__: Any
        __loader__: Any
        __package__: str | None
        __dict__: dict[str, Any]
        def __init__(self, name: str, doc: str | None = ...) -> None: ...

    class SimpleNamespace:
        def __init__(self, **kwargs: Any) -> None: ...

    class MappingProxyType[K, V](Mapping[K, V]):
        def __init__(self, mapping: Mapping[K, V]) -> None: ...
        def copy(self) -> dict[K, V]: ...

    class GenericAlias:
        __origin__: Any
        __args__: tuple[Any, ...]
        def __new__(cls, origin: type, args: Any, /) -> Self: ...

    class DynamicClassAttribute[G]:
        def __init__(
            self, fget: G = ..., fset: Any = ..., fdel: Any = ..., doc: str | None = ...,
        ) -> None: ...

    class AsyncGeneratorType: ...
    class ClassMethodDescriptorType: ...
    class CoroutineType: ...
    class EllipsisType: ...
    class GeneratorType: ...
    class GetSetDescriptorType: ...
    class MemberDescriptorType: ...
    class MethodDescriptorType: ...
    class MethodWrapperType: ...
    class NoneType: ...
    class NotImplementedType: ...
    class UnionType: ...
    class WrapperDescriptorType: ...

    def new_class(
        name: str, bases: Any = ..., kwds: Any = ..., exec_body: Callable[[dict[str, Any]], Any] | None = ...,
    ) -> type: ...
    def prepare_class(
        name: str, bases: Any = ..., kwds: Any = ...,
    ) -> tuple[type, dict[str, Any], dict[str, Any]]: ...
    def resolve_bases(bases: Any) -> tuple[Any, ...]: ...
    def coroutine[F](func: F) -> F: ...
    """

  /// `abc`.
  static let abc = """
    class ABCMeta(type):
        def register[C](cls, subclass: C) -> C: ...

    class ABC(metaclass=ABCMeta): ...

    def abstractmethod[F](funcobj: F) -> F: ...
    def get_cache_token() -> object: ...
    def update_abstractmethods[C](cls: C) -> C: ...
    class abstractclassmethod[F](classmethod[F]): ...
    class abstractstaticmethod[F](staticmethod[F]): ...
    class abstractproperty[G](property[G]): ...
    """
}
