/// What a value is. `a` and `b` of a value are given in the comments.
enum ValueKind: UInt8 {
  /// Module a.
  case module
  /// Function a.
  case function
  /// Class a.
  case `class`
  /// An instance of class a; b is the list of its type arguments, or -1.
  case instance
  /// `self` in a method of class a: an instance of it or of a class below it.
  case selfInstance
  /// `cls` in a class method of class a.
  case selfClass
  /// Function a bound to the value b.
  case bound
  /// `super()` in class a, for the value b.
  case `super`
  /// The thing outside of the tree named a.
  case external
  /// An instance of the class outside of the tree named a.
  case externalInstance
  /// What calling the thing outside of the tree named a gives.
  case externalResult
  /// A function of the language or its library that the linker knows: a ``Builtin``.
  case builtin
  /// The class a with type arguments: list b.
  case alias
  /// A special form with arguments: ``Builtin`` a, list b.
  case form
  /// The type variable declared at site or variable a.
  case typeVariable
  /// A tuple whose elements are the slots of list a.
  case tuple
  /// A list, a dictionary or another display with known elements: an instance of class a, list b; each is its own.
  case display
  /// `functools.partial` at site a.
  case partial
  /// `property(f)` at site a.
  case property
  /// A value of a type `Callable[…]`: the parameters' types and the result's in list a, under substitution b.
  case callable
}

/// All values, each once.
struct Objects {
  private(set) var kinds: [ValueKind] = []
  private(set) var first: [Int32] = []
  private(set) var second: [Int32] = []
  private var tables: [IntegerTable] = []
  /// Slots in lists: type arguments, elements.
  private(set) var lists: [[Int32]] = []

  mutating func make(_ kind: ValueKind, _ a: Int32, _ b: Int32 = -1) -> Int32 {
    let key = IntegerTable.key(a, b)
    let table = Int(kind.rawValue)
    while tables.count <= table { tables.append(IntegerTable()) }
    let known = tables[table][key]
    if known >= 0 { return known }
    let made = Int32(truncatingIfNeeded: kinds.count)
    kinds.append(kind)
    first.append(a)
    second.append(b)
    tables[table][key] = made
    return made
  }

  /// The value if it was made before.
  func find(_ kind: ValueKind, _ a: Int32, _ b: Int32) -> Int32? {
    guard Int(kind.rawValue) < tables.count else { return nil }
    let known = tables[Int(kind.rawValue)][IntegerTable.key(a, b)]
    return known >= 0 ? known : nil
  }

  mutating func makeList(_ slots: [Int32]) -> Int32 {
    lists.append(slots)
    return Int32(truncatingIfNeeded: lists.count - 1)
  }

  @inline(__always)
  func kind(_ object: Int32) -> ValueKind { kinds[Int(object)] }

  @inline(__always)
  func a(_ object: Int32) -> Int32 { first[Int(object)] }

  @inline(__always)
  func b(_ object: Int32) -> Int32 { second[Int(object)] }
}

/// What the linker knows of the language and its library beyond declarations, by dotted name.
enum Builtin: Int32, CaseIterable {
  // Functions.
  case `super`
  case getAttribute
  case setAttribute
  case type
  case partial
  case wraps
  case identity
  case importModule
  case cast
  case typeVariable
  case newType
  case iter
  case next
  case property
  case isInstance
  case length

  // Special forms of types.
  case union
  case optional
  /// `ClassVar[T]`, `Final[T]`, `Annotated[T, …]`, `Required[T]`: T.
  case transparent
  case literal
  case callable
  case typeOf
  case generic
  case selfType
  case typeAlias
  case typeGuard
  case any

  /// The dotted names that mean it.
  var names: [String] {
    switch self {
    case .super: ["builtins.super"]
    case .getAttribute: ["builtins.getattr"]
    case .setAttribute: ["builtins.setattr"]
    case .type: ["builtins.type"]
    case .partial: ["functools.partial", "functools.partialmethod"]
    case .wraps: ["functools.wraps", "functools.update_wrapper"]
    case .identity:
      [
        "abc.abstractmethod", "typing.overload", "typing.final", "typing.override", "typing.no_type_check",
        "typing.runtime_checkable", "typing_extensions.overload", "typing_extensions.final",
        "typing_extensions.override", "typing_extensions.runtime_checkable", "builtins.staticmethod",
        "builtins.classmethod", "functools.total_ordering", "copy.copy", "copy.deepcopy", "typing.assert_type",
        "asyncio.coroutine", "types.coroutine",
      ]
    case .importModule: ["importlib.import_module", "builtins.__import__"]
    case .cast: ["typing.cast", "typing_extensions.cast"]
    case .typeVariable:
      [
        "typing.TypeVar", "typing_extensions.TypeVar", "typing.ParamSpec", "typing_extensions.ParamSpec",
        "typing.TypeVarTuple", "typing_extensions.TypeVarTuple",
      ]
    case .newType: ["typing.NewType"]
    case .iter: ["builtins.iter"]
    case .next: ["builtins.next", "builtins.anext"]
    case .property: ["builtins.property", "functools.cached_property", "abc.abstractproperty"]
    case .isInstance: ["builtins.isinstance", "builtins.issubclass"]
    case .length: ["builtins.len"]
    case .union: ["typing.Union", "typing_extensions.Union"]
    case .optional: ["typing.Optional"]
    case .transparent:
      ["ClassVar", "Final", "Annotated", "Required", "NotRequired", "ReadOnly", "Unpack"].flatMap { ["typing." + $0, "typing_extensions." + $0] }
    case .literal: ["typing.Literal", "typing_extensions.Literal"]
    case .callable: ["typing.Callable", "collections.abc.Callable"]
    case .typeOf: ["typing.Type"]
    case .generic: ["typing.Generic", "typing.Protocol", "typing_extensions.Protocol"]
    case .selfType: ["typing.Self", "typing_extensions.Self"]
    case .typeAlias: ["typing.TypeAlias", "typing_extensions.TypeAlias"]
    case .typeGuard: ["TypeGuard", "TypeIs"].flatMap { ["typing." + $0, "typing_extensions." + $0] }
    case .any: ["typing.Any", "typing_extensions.Any", "builtins.object", "_typeshed.Incomplete"]
    }
  }
}
