import GraphModel
import LanguageSupport

/// The program as the linker sees it: trees, declarations, tables of names, types, and what was found about
/// them so far. A value: each thread that links files works on its own copy.
struct SwiftModel: Sendable {
  var units: [SourceUnit] = []
  var nodes: [TreeNode] = []
  var declarations: [Declaration] = []
  var types = TypeStore()
  var interner = ByteInterner()
  var words: Words

  /// Names of modules; those of the interfaces come last.
  var modules: [String] = []
  var moduleNumbers: [String: Int32] = [:]
  /// For each module its files, and whether it is an interface.
  var isInterface: [Bool] = []
  /// For each reference its name.
  var referenceNames: [Name] = []

  /// Declarations by container and name, see ``tableKey(_:_:)``; in order of their numbers.
  var table = PairMap<[DeclID]>()
  /// All members of a container in order.
  var members: [DeclID: [DeclID]] = [:]
  /// For each declaration of an extension the extended nominal type, -1 where it is not known.
  var extendedType = DeclarationMap<DeclID>()
  /// Extensions by nominal type.
  var extensions: [DeclID: [DeclID]] = [:]
  /// What is outside the tree, by name.
  var foreignTypes: [Name: DeclID] = [:]
  /// Declarations with `@_disfavoredOverload`.
  var disfavored: Set<DeclID> = []
  /// Precedence group of each operator that the program declares.
  var operatorGroups: [Name: Name] = [:]
  /// Functions of the tree that are named by operators.
  var operatorFunctions: [Name: [DeclID]] = [:]

  // MARK: What was found, by declaration
  var genericParameters = DeclarationMap<[DeclID]>()
  /// As `allParameters(of:)` says, once all extensions are bound.
  var allParameterCache = DeclarationMap<[DeclID]>()
  /// By type and name, see ``tableKey(_:_:)``: in which of the type itself (-1) and its lineage (places) something
  /// of that name is declared.
  var ownerCache = PairMap<[Int32]>()
  var supertypeCache = DeclarationMap<[TypeID]>()
  var lineageCache = DeclarationMap<[TypeID]>()
  var signatureCache = DeclarationMap<Signature>()
  var valueTypeCache = DeclarationMap<TypeID>()
  var aliasCache = DeclarationMap<TypeID>()
  var requirementCache = DeclarationMap<[Requirement]>()
  var associatedCache = PairMap<TypeID>()
  /// By type and protocol, see ``tableKey(_:_:)``: who says that the type conforms.
  var providerCache = PairMap<[DeclID]>()
  /// Guards against cycles: what is being computed.
  var inProgress: Set<UInt64> = []

  // MARK: The state of evaluation
  var check = CheckState()
  /// For the references of the unit that is being linked, its findings.
  var findings: [Finding] = []
  /// By their call nodes, the calls of values in that unit.
  var valueCalls: [TreeID: ValueCall] = [:]
  var recordingUnit: Int32 = -1

  init() { words = Words(&interner) }

  mutating func intern(_ text: String) -> Name {
    var text = text
    // The buffer is used inside the closure only.
    return text.withUTF8 { interner.intern($0) }
  }

  func text(_ name: Name) -> String { String(decoding: interner[name], as: UTF8.self) }

  static func tableKey(_ container: DeclID, _ name: Name) -> UInt64 {
    UInt64(UInt32(bitPattern: container)) << 32 | UInt64(UInt32(bitPattern: name))
  }

  /// The container that stands for the top level of a module.
  static func moduleContainer(_ module: Int32) -> DeclID { 0x4000_0000 + module }

  // MARK: Trees

  func kind(_ node: TreeID) -> TreeKind { nodes[Int(node)].kind }

  func children(_ node: TreeID) -> TreeChildren {
    TreeChildren(nodes: nodes, next: node < 0 ? -1 : nodes[Int(node)].first)
  }

  func firstChild(_ node: TreeID) -> TreeID { node < 0 ? -1 : nodes[Int(node)].first }

  func child(_ node: TreeID, where accepts: (TreeKind) -> Bool) -> TreeID {
    var current = firstChild(node)
    while current >= 0 {
      if accepts(kind(current)) { return current }
      current = nodes[Int(current)].next
    }
    return -1
  }

  func child(_ node: TreeID, _ kind: TreeKind) -> TreeID { child(node) { $0 == kind } }

  func name(of node: TreeID) -> Name {
    let reference = nodes[Int(node)].reference
    return reference >= 0 ? referenceNames[Int(reference)] : nodes[Int(node)].name
  }

  // MARK: Declarations

  func declaration(_ id: DeclID) -> Declaration { declarations[Int(id)] }

  /// The nominal type whose body or extension `declaration` stands in directly, or -1.
  func container(of declaration: DeclID) -> DeclID {
    let parent = declarations[Int(declaration)].parent
    return parent < 0 ? -1 : nominal(parent)
  }

  /// The nominal type that a type or an extension stands for, or -1.
  func nominal(_ declaration: DeclID) -> DeclID {
    let item = declarations[Int(declaration)]
    if item.kind == .extension { return extendedType[declaration] ?? -1 }
    return item.isNominal ? declaration : -1
  }

  func module(of declaration: DeclID) -> Int32 {
    let unit = declarations[Int(declaration)].unit
    return unit < 0 ? -1 : units[Int(unit)].module
  }

  /// True for declarations of the program's own files.
  func isInternal(_ declaration: DeclID) -> Bool {
    let unit = declarations[Int(declaration)].unit
    return unit >= 0 && units[Int(unit)].file >= 0
  }

  /// True if access levels let `unit` see the declaration.
  func isVisible(_ declaration: DeclID, from unit: Int32) -> Bool {
    let item = declarations[Int(declaration)]
    guard item.unit >= 0, item.unit != unit else { return true }
    if units[Int(item.unit)].isSnippet {
      // A document's code is seen by what comes after it there.
      return item.unit < unit && units[Int(item.unit)].module == units[Int(unit)].module
    }
    guard unit >= 0 else { return true }
    if !item.modifiers.isDisjoint(with: [.isPrivate, .isFilePrivate]) { return false }
    let home = units[Int(item.unit)].module
    if home == units[Int(unit)].module || isInterface[Int(home)] { return true }
    if item.modifiers.contains(.isInternal) && item.definition >= 0 {
      return units[Int(unit)].testable.contains(home)
    }
    return true
  }

  /// The declarations of that name in a container that `unit` may see.
  func lookUp(_ container: DeclID, _ name: Name, from unit: Int32) -> [DeclID] {
    guard let found = table[Self.tableKey(container, name)] else { return [] }
    for item in found where !isVisible(item, from: unit) {
      return found.filter { isVisible($0, from: unit) }
    }
    return found
  }
}

/// The operands of a node, in order.
struct TreeChildren: Sequence, IteratorProtocol {
  let nodes: [TreeNode]
  private var following: TreeID

  init(nodes: [TreeNode], next: TreeID) {
    self.nodes = nodes
    following = next
  }

  mutating func next() -> TreeID? {
    guard following >= 0 else { return nil }
    let current = following
    following = nodes[Int(current)].next
    return current
  }
}

/// Names that the linker asks for.
struct Words {
  let empty: Name
  let underscore: Name
  let initializer: Name
  let subscriptName: Name
  let selfValue: Name
  let selfType: Name
  let superName: Name
  let callAsFunction: Name
  let wrappedValue: Name
  let projectedValue: Name
  let dynamicMember: Name
  let newValue: Name
  let oldValue: Name
  let error: Name
  let rawValue: Name
  let rawValueType: Name
  let typeWord: Name
  let element: Name
  let some: Name
  let none: Name
  let ellipsis: Name

  init(_ interner: inout ByteInterner) {
    func word(_ text: StaticString) -> Name {
      // A static string's bytes live as long as the program.
      interner.intern(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
    empty = interner.intern(UnsafeBufferPointer(start: nil, count: 0))
    underscore = word("_")
    initializer = word("init")
    subscriptName = word("subscript")
    selfValue = word("self")
    selfType = word("Self")
    superName = word("super")
    callAsFunction = word("callAsFunction")
    wrappedValue = word("wrappedValue")
    projectedValue = word("projectedValue")
    dynamicMember = word("dynamicMember")
    newValue = word("newValue")
    oldValue = word("oldValue")
    error = word("error")
    rawValue = word("rawValue")
    rawValueType = word("RawValue")
    typeWord = word("Type")
    element = word("Element")
    some = word("some")
    none = word("none")
    ellipsis = word("...")
  }
}
