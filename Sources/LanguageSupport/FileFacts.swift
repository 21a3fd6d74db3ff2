import GraphModel

/// An index into ``FileFacts/definitions``; -1 means the file itself.
public typealias DefinitionIndex = Int32
/// An index into ``FileFacts/scopes``; 0 is the file's own scope.
public typealias ScopeIndex = Int32
/// An index into ``FileFacts/references``; negative values are in ``Reference/Receiver``.
public typealias ReferenceIndex = Int32

/// What a parser finds in one file, as a function of its bytes and the parser's version alone: no path,
/// no other file, nothing of the machine. So facts can be cached by the content's hash.
///
/// All offsets are byte offsets into the file. All strings are ids in `names`.
public struct FileFacts: Sendable, Equatable {
  /// The strings that all ids refer to.
  public var names = NameTable()
  /// Where lines start.
  public var lines: LineTable
  /// In order of their start offset; a definition comes after the one that encloses it.
  public var definitions: [Definition] = []
  /// Scope 0 is the file's; a scope comes after its parent.
  public var scopes: [Scope] = []
  /// In the order in which the parser met them (a chain's receiver before its member).
  public var references: [Reference] = []
  /// Post-order; see ``Expression``. Empty for languages whose linkers need none.
  public var expressions: [Expression] = []
  /// In order of offset.
  public var imports: [Import] = []
  /// In order of start; they cover whatever text search should find.
  public var chunks: [Chunk] = []
  /// Number of places where the parser had to recover.
  public var parseErrors: Int32 = 0
  /// The documentation of the file itself (a module's docstring).
  public var doc: NameID = .empty
  /// Names in documentation comments, in the order in which the parser met the comments; the owner is what a comment
  /// documents. Documents have theirs among `references`.
  public var mentions: [Reference] = []
  /// Code of other languages that the file shows, in order of place.
  public var embedded: [EmbeddedCode] = []

  /// Makes empty facts, with the file's scope, for a file of these lines.
  public init(lines: LineTable) {
    self.lines = lines
    scopes = [Scope(kind: .file, parent: -1, definition: -1, start: 0, end: lines.byteCount)]
  }
}

/// A named thing that a file declares.
public struct Definition: Sendable, Equatable {
  /// What it is.
  public var kind: NodeKind
  /// The name as written.
  public var name: NameID
  /// What tells overloads apart and belongs to the readable name: `(_:with:)` in Swift, empty in Python.
  public var labels: NameID = .empty
  /// More text to tell apart definitions whose names and labels are equal: parameter and result types, a
  /// `where` clause. Canonical: white space and comments do not change it.
  public var overloadKey: NameID = .empty
  /// The enclosing definition, or -1.
  public var parent: DefinitionIndex
  /// The scope the name is declared in.
  public var scope: ScopeIndex
  /// Half-open span, attributes and decorators included, documentation comments not.
  public var start: UInt32
  /// One past the last byte.
  public var end: UInt32
  /// Where the declared identifier stands, and its length in bytes.
  public var nameStart: UInt32
  /// In bytes.
  public var nameLength: UInt32
  /// The declaration on one line, without attributes and body.
  public var signature: NameID = .empty
  /// Documentation without comment marks, lines joined by LF.
  public var doc: NameID = .empty
  /// Yes-or-no facts.
  public var modifiers: Modifiers = []
  /// Decorators and attributes as written, without `@`, in order.
  public var attributes: [NameID] = []

  /// Makes a value of its parts.
  public init(
    kind: NodeKind, name: NameID, parent: DefinitionIndex, scope: ScopeIndex, start: UInt32, end: UInt32,
    nameStart: UInt32, nameLength: UInt32
  ) {
    self.kind = kind
    self.name = name
    self.parent = parent
    self.scope = scope
    self.start = start
    self.end = end
    self.nameStart = nameStart
    self.nameLength = nameLength
  }
}

/// Yes-or-no facts about a definition. The raw values are stored: never renumber, only append.
public struct Modifiers: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt32
  /// Makes a value of its parts.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `static`, or `@staticmethod`.
  public static let isStatic = Modifiers(rawValue: 1 << 0)
  /// `async`.
  public static let isAsync = Modifiers(rawValue: 1 << 1)
  /// `public`; in Python a name without a leading underscore.
  public static let isPublic = Modifiers(rawValue: 1 << 2)
  /// `open`.
  public static let isOpen = Modifiers(rawValue: 1 << 3)
  /// `package`.
  public static let isPackage = Modifiers(rawValue: 1 << 4)
  /// `internal`, written or by default.
  public static let isInternal = Modifiers(rawValue: 1 << 5)
  /// `fileprivate`.
  public static let isFilePrivate = Modifiers(rawValue: 1 << 6)
  /// `private`; in Python a leading underscore.
  public static let isPrivate = Modifiers(rawValue: 1 << 7)
  /// `override`.
  public static let isOverride = Modifiers(rawValue: 1 << 8)
  /// `final`.
  public static let isFinal = Modifiers(rawValue: 1 << 9)
  /// `mutating`.
  public static let isMutating = Modifiers(rawValue: 1 << 10)
  /// `throws` or `rethrows`.
  public static let isThrowing = Modifiers(rawValue: 1 << 11)
  /// Stands under `#if` (any branch), or in Python under `if` or `try` at the level of its scope.
  public static let isConditional = Modifiers(rawValue: 1 << 12)
  /// `lazy`.
  public static let isLazy = Modifiers(rawValue: 1 << 13)
  /// `weak` or `unowned`.
  public static let isWeak = Modifiers(rawValue: 1 << 14)
  /// `indirect`.
  public static let isIndirect = Modifiers(rawValue: 1 << 15)
  /// The body yields.
  public static let isGenerator = Modifiers(rawValue: 1 << 16)
  /// `class`, or `@classmethod`.
  public static let isClassMember = Modifiers(rawValue: 1 << 17)
  /// A stored constant (`let`), as against a variable.
  public static let isConstant = Modifiers(rawValue: 1 << 18)
  /// Declared inside a function's body.
  public static let isLocal = Modifiers(rawValue: 1 << 19)
  /// An attribute assigned through `self` in a method.
  public static let isInstanceAttribute = Modifiers(rawValue: 1 << 20)
  /// `nonisolated`.
  public static let isNonisolated = Modifiers(rawValue: 1 << 21)
  /// Stands in a branch of `#if` that an ordinary build leaves out.
  public static let isInactive = Modifiers(rawValue: 1 << 22)
}

/// A region in which names are looked up.
public struct Scope: Sendable, Equatable {
  /// The raw values are stored: never renumber, only append.
  public enum Kind: UInt8, Sendable {
    case file = 0
    case type = 1
    case function = 2
    case lambda = 3
    case comprehension = 4
    /// Braces, `if let`, `for` and the like, where the language scopes names by them.
    case block = 5
    /// Type parameters (PEP 695, Swift generics) around their declaration.
    case typeParameters = 6
  }

  /// What it is.
  public var kind: Kind
  /// -1 for the file's.
  public var parent: ScopeIndex
  /// The definition whose body this is; for blocks, lambdas and comprehensions the innermost enclosing
  /// one; -1 for the file.
  public var definition: DefinitionIndex
  /// The first byte.
  public var start: UInt32
  /// One past the last byte.
  public var end: UInt32

  /// Makes a value of its parts.
  public init(kind: Kind, parent: ScopeIndex, definition: DefinitionIndex, start: UInt32, end: UInt32) {
    self.kind = kind
    self.parent = parent
    self.definition = definition
    self.start = start
    self.end = end
  }
}

/// A use of a name, not yet resolved.
///
/// A chain `a.b.c(x)` is three references: `a` (read), `b` (read, receiver a), `c` (call, receiver b).
public struct Reference: Sendable, Equatable {
  /// What the use does. The raw values are stored: never renumber, only append.
  public enum Role: UInt8, Sendable, CaseIterable {
    case read = 0
    case write = 1
    case delete = 2
    case call = 3
    /// A base class, a superclass or a protocol in an inheritance clause; `owner` inherits.
    case base = 4
    /// A name in the place of a type: annotations, casts, generic arguments.
    case type = 5
    /// A decorator, an attribute or a macro attached to `owner`.
    case decorator = 6
    /// The type that an extension extends; `owner` is the extension.
    case extended = 7
    /// A link from a document; the name is the destination as written.
    case link = 8
    /// A name in prose: a code span, a symbol link, an identifier; `detail` is a ``MentionForm``.
    case mention = 9
    /// A name in Python's `global` statement: in this scope it is the file scope's name.
    case global = 10
    /// A name in Python's `nonlocal` statement: in this scope it is an enclosing function's name.
    case nonlocal = 11
    /// A name that a file lists as part of its interface: a string in Python's `__all__`.
    case export = 12
    /// A place that links may point at: the name is what stands after `#`; with the detail `heading` it is
    /// the text of a heading that makes no section.
    case anchor = 13
  }

  /// Special values of `receiver`.
  public enum Receiver {
    /// A plain name.
    public static let none: ReferenceIndex = -1
    /// An expression that is not a chain of names: a literal, a subscript, an operator's result.
    public static let expression: ReferenceIndex = -2
    /// An implicit member: `.foo` in Swift.
    public static let implicit: ReferenceIndex = -3
  }

  /// What the use does.
  public var role: Role
  /// The name as written.
  public var name: NameID
  /// Where the identifier stands.
  public var offset: UInt32
  /// Where the name is looked up.
  public var scope: ScopeIndex
  /// The reference this one is a member of, or a special value. For a Swift binding the reference that tells
  /// its type.
  public var receiver: ReferenceIndex
  /// The definition a base, a decorator or an annotation belongs to; else the innermost definition that
  /// encloses the use; -1 for the file.
  public var owner: DefinitionIndex
  /// Argument labels of a Swift call (`(_:with:)`), how a Swift write binds its name (`let`, `parameter`, …;
  /// see that language's README), a link's title, `metaclass` where Python names one, … or empty.
  public var detail: NameID = .empty

  /// Makes a value of its parts.
  public init(
    role: Role, name: NameID, offset: UInt32, scope: ScopeIndex,
    receiver: ReferenceIndex = Receiver.none, owner: DefinitionIndex
  ) {
    self.role = role
    self.name = name
    self.offset = offset
    self.scope = scope
    self.receiver = receiver
    self.owner = owner
  }
}

/// One imported name; `import a, b` and `from m import x, y` are two each.
public struct Import: Sendable, Equatable {
  /// Yes-or-no facts about an import.
  public struct Flags: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes a value of its parts.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Inside a function's body: runs when that is called.
    public static let deferred = Flags(rawValue: 1 << 0)
    /// Under `if TYPE_CHECKING:`.
    public static let typeChecking = Flags(rawValue: 1 << 1)
    /// Under another `if`, a `try` or `#if`.
    public static let conditional = Flags(rawValue: 1 << 2)
    /// `from m import *`.
    public static let star = Flags(rawValue: 1 << 3)
    /// `from m import …`, as against `import m`.
    public static let from = Flags(rawValue: 1 << 4)
    /// `@testable import`.
    public static let testable = Flags(rawValue: 1 << 5)
    /// `@_exported import`.
    public static let exported = Flags(rawValue: 1 << 6)
  }

  /// The module's dotted name as written, without leading dots.
  public var module: NameID
  /// Leading dots of a relative import.
  public var level: Int32 = 0
  /// The imported member, or empty for the module itself. For Swift's `import struct A.B` it is `B`.
  public var name: NameID = .empty
  /// The name after `as`, or empty.
  public var alias: NameID = .empty
  /// Yes-or-no facts.
  public var flags: Flags = []
  /// Where the name is looked up.
  public var scope: ScopeIndex
  /// The innermost definition around it, -1 for the file.
  public var owner: DefinitionIndex
  /// Where the module's name stands (or the first dot of a relative import), and its length in bytes.
  public var moduleStart: UInt32
  /// In bytes.
  public var moduleLength: UInt32
  /// Where the member's name stands; equal to `moduleStart` without one.
  public var nameStart: UInt32

  /// Makes a value of its parts.
  public init(
    module: NameID, scope: ScopeIndex, owner: DefinitionIndex, moduleStart: UInt32, moduleLength: UInt32
  ) {
    self.module = module
    self.scope = scope
    self.owner = owner
    self.moduleStart = moduleStart
    self.moduleLength = moduleLength
    nameStart = moduleStart
  }
}

/// A piece of text that search returns as one result.
public struct Chunk: Sendable, Equatable {
  /// The definition it shows, or -1 for the file's top level.
  public var definition: DefinitionIndex
  /// The first byte.
  public var start: UInt32
  /// One past the last byte.
  public var end: UInt32

  /// Makes a value of its parts.
  public init(definition: DefinitionIndex, start: UInt32, end: UInt32) {
    self.definition = definition
    self.start = start
    self.end = end
  }
}
