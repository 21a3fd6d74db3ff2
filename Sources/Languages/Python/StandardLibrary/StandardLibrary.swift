/// What is known of Python's standard library: type stubs, as far as they decide edges inside of a tree. They
/// say which callables call what they are given, what comes out of calls, containers and context managers,
/// and which names a module has.
///
/// The stubs are written in the grammar of `.pyi` files with type parameters (PEP 695) and are read by this
/// module's own parser. How they are to be read:
///
/// * A parameter with a type `Callable[[A, B], R]` or `Callable[..., R]` is called, now or later, with those
///   arguments; the place of that call is the place of the call that passes it. `*args` and `**kwargs` of
///   the same signature are the arguments it is called with, so are `args` and `kwargs` (`Thread`).
/// * A parameter whose type is a bare type variable is not called: the value goes where the variable stands
///   again. `def cache[F](f: F) -> F` and `def wraps[F](f: Any) -> Callable[[F], F]` leave what they decorate
///   as it is. Nor is a `Callable[P, R]` with a parameter specification called: it is wrapped, and comes
///   out as `Callable[P, ...]`.
/// * An attribute `__call__: F` says that calling an instance calls what `F` stands for (`partial`).
/// * `...` as a default says that the argument can be left out; a type variable that only it binds stands
///   for nothing then.
/// * Overloads are tried in order, by the number and the names of arguments.
/// * Generic classes are made by `__init__`, and what only hands on an iterator is a function, whatever the
///   interpreter makes of it.
///
/// Every name that is declared is one of CPython 3.11, but for a few private classes that name what comes out
/// of a function. Types are as coarse as edges allow: `Any` where nothing in a tree can depend on them.
enum StandardLibrary {
  /// The stub of one module.
  struct Stub: Sendable {
    /// Its dotted name.
    let module: String
    /// Its text.
    let source: String
  }

  /// All stubs, in order of their names.
  static let stubs: [Stub] = [
    Stub(module: "abc", source: abc),
    Stub(module: "argparse", source: argparse),
    Stub(module: "asyncio", source: asyncio),
    Stub(module: "atexit", source: atexit),
    Stub(module: "bisect", source: bisect),
    Stub(
      module: "builtins",
      source: [builtinTypes, builtinContainers, builtinFunctions].joined(separator: "\n")),
    Stub(module: "collections", source: collections),
    Stub(module: "collections.abc", source: collectionsAbc),
    Stub(module: "concurrent.futures", source: concurrentFutures),
    Stub(module: "contextlib", source: contextlib),
    Stub(module: "contextvars", source: contextvars),
    Stub(module: "copy", source: copy),
    Stub(module: "csv", source: csv),
    Stub(module: "dataclasses", source: dataclasses),
    Stub(module: "datetime", source: datetime),
    Stub(module: "decimal", source: decimal),
    Stub(module: "enum", source: enumModule),
    Stub(module: "fractions", source: fractions),
    Stub(module: "functools", source: functools),
    Stub(module: "hashlib", source: hashlib),
    Stub(module: "heapq", source: heapq),
    Stub(module: "importlib", source: importlib),
    Stub(module: "inspect", source: inspect),
    Stub(module: "io", source: io),
    Stub(module: "itertools", source: itertools),
    Stub(module: "json", source: json),
    Stub(module: "logging", source: logging),
    Stub(module: "multiprocessing", source: multiprocessing),
    Stub(module: "multiprocessing.pool", source: multiprocessingPool),
    Stub(module: "operator", source: operatorModule),
    Stub(module: "os", source: os),
    Stub(module: "os.path", source: osPath),
    Stub(module: "pathlib", source: pathlib),
    Stub(module: "pickle", source: pickle),
    Stub(module: "queue", source: queue),
    Stub(module: "random", source: random),
    Stub(module: "re", source: re),
    Stub(module: "sched", source: sched),
    Stub(module: "selectors", source: selectors),
    Stub(module: "shutil", source: shutil),
    Stub(module: "signal", source: signal),
    Stub(module: "socket", source: socket),
    Stub(module: "string", source: string),
    Stub(module: "subprocess", source: subprocess),
    Stub(module: "sys", source: sys),
    Stub(module: "tempfile", source: tempfile),
    Stub(module: "textwrap", source: textwrap),
    Stub(module: "threading", source: threading),
    Stub(module: "time", source: time),
    Stub(module: "timeit", source: timeit),
    Stub(module: "traceback", source: traceback),
    Stub(module: "types", source: types),
    Stub(module: "typing", source: typing),
    Stub(module: "unittest", source: unittest),
    Stub(module: "unittest.mock", source: unittestMock),
    Stub(module: "urllib.parse", source: urllibParse),
    Stub(module: "uuid", source: uuid),
    Stub(module: "warnings", source: warnings),
    Stub(module: "weakref", source: weakref),
  ]
}
