import GraphModel
import LanguageSupport

/// The file, class or function whose body the parser reads.
struct Context {
  enum Kind: UInt8 {
    case file
    case type
    case function
  }

  var kind = Kind.file
  /// True inside a function, however deep.
  var isLocal = false
  /// Number of `if`, `try` and `match` around the statement, in this body; and of those that do not ask for
  /// `TYPE_CHECKING`.
  var conditions = 0 { didSet { otherConditions += conditions - oldValue } }
  var otherConditions = 0
  /// Number of `if TYPE_CHECKING` around it, in this and the enclosing bodies.
  var typeCheckingConditions = 0
  /// The body, or the lambda at hand, has a `yield`.
  var hasYield = false

  /// In a method: the first parameter's name, and the class's definition and scope. Empty elsewhere.
  var receiverName = NameID.empty
  var receiverClass: DefinitionIndex = -1
  var receiverScope: ScopeIndex = -1
  /// In a method: its first parameter is the class itself.
  var receiverIsClass = false

  /// The context of a class's or function's body inside this one.
  func body(_ kind: Kind) -> Context {
    var inner = Context()
    inner.kind = kind
    inner.isLocal = isLocal || kind == .function
    inner.typeCheckingConditions = typeCheckingConditions
    return inner
  }
}
