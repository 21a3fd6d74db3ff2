import GraphModel
import LanguageSupport

/// A local variable or parameter in sight.
struct Local {
  var name: Name
  var type: TypeID
}

/// What the place of an expression tells about its value, type aside.
struct Wanted {
  /// A member that it must have, 0 for none.
  var member: Name = 0
  /// True before `!` and `?`: it must be an optional.
  var isOptional = false
}

/// The state of the evaluation of expressions.
struct CheckState {
  /// The innermost declaration around what is evaluated, and its unit.
  var scope: DeclID = -1
  var unit: Int32 = -1
  /// Innermost last.
  var locals: [Local] = []
  /// The types of `$0`, `$1`, … of the closures around, innermost last.
  var closureParameters: [[TypeID]] = []
  /// What `return` gives; innermost last.
  var returns: [TypeID] = []
  /// What the `return`s of the closures around gave; innermost last.
  var returned: [TypeID] = []

  /// For each node the expected type of its last evaluation and the result; -1 for none.
  var memoExpected: [Int32] = []
  var memoType: [Int32] = []

  /// How deep the evaluation recurses. Threads that link have the stack of parsers (64 MiB); a level takes less
  /// than 8 KiB in all of these functions together.
  private var depth = 0
  private static let deepest = 1500
  /// Steps left for the file; what is beyond stays unresolved.
  var steps = 0

  var optional: DeclID = -1
  var rawRepresentable: DeclID = -1
  var anyType: DeclID = -1
  var anyObject: DeclID = -1
  var anyHashable: DeclID = -1
  var arrayType: DeclID = -1
  var setType: DeclID = -1
  var dictionaryType: DeclID = -1
  var keyPath: DeclID = -1
  var boolean = TypeID.unknown
  var errorType = TypeID.unknown
  var neverType = TypeID.unknown
  /// Protocols that types conform to without saying so.
  var synthesised: Set<DeclID> = []
  var arrayLiteralElement: Name = 0
  var iteratorName: Name = 0
  var typeFunction: Name = 0
  var ofLabel: Name = 0
  /// What the calls in the `do` blocks around throw; unknown for any error.
  var thrown: [TypeID] = []
  /// True while the result type of a class's member is read: `Self` is then the type it is called on.
  var keepsSelf = false
  /// What is asked of the value being evaluated.
  var wanted = Wanted()
  /// The innermost call around what is evaluated; -1 for none.
  var call: TreeID = -1
  /// The declaration whose head is read: what its body declares is not in sight there.
  var head: DeclID = -1
  /// The property whose attributes are evaluated, -1 for none.
  var attributed: DeclID = -1
  var literalProtocols: [DeclID] = []
  var literalTypes: [TypeID] = []
  var arrayLiteral: DeclID = -1
  var dictionaryLiteral: DeclID = -1

  var sightScope: DeclID = -2
  var sight: [Requirement] = []

  mutating func enter() -> Bool {
    guard depth < Self.deepest else { return false }
    depth += 1
    return true
  }

  mutating func leave() { depth -= 1 }
}

/// A call of a value through `callAsFunction`, which has no name of its own in the source.
struct ValueCall {
  var finding: Finding
  /// The innermost declaration around it.
  var scope: DeclID
}

/// What was found about one reference.
struct Finding {
  enum State: UInt8 {
    /// Not evaluated.
    case none
    /// A local variable, a parameter, `self`: no node of the graph.
    case local
    case resolved
    case external
    case unresolved
  }

  /// What happens to a value besides what the reference's role says.
  enum Access: UInt8 {
    case plain, write, readAndWrite
  }

  var state = State.none
  var access = Access.plain
  /// True if types of expressions decided.
  var isInferred = false
  /// A call of a value: it reads what it names.
  var isValueCall = false
  /// Several if they could not be told apart.
  var targets: [DeclID] = []
  /// The type that a constructor call makes.
  var made: DeclID = -1
  /// The name of what lies outside, or the reason.
  var text: Name = 0
}
