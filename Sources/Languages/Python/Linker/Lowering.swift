import GraphModel
import LanguageSupport

/// What an expression on the evaluation stack is.
struct Entry {
  enum Tag: UInt8 {
    /// A value: its slot, or -1 for one that does not matter.
    case value
    /// A name that is written or deleted.
    case nameTarget
    /// An attribute that is written or deleted; `slot` is the receiver's.
    case attributeTarget
    /// A subscript that has not been read yet: `slot` is the object's, `first` the index's, `text` the key.
    case item
    /// A tuple or a list display; its elements are `count` of the children from `first` on.
    case tuple
    case list
    case starred
    case doubleStarred
    /// `text` is the keyword.
    case keyword
    /// A key (`text` if constant, `first` its slot) and a value.
    case dictItem
    /// Index `first` of the pending parameters.
    case parameter
    /// The type variable `first`.
    case typeParameter
    case returns
    /// A mark among operands; nothing to evaluate.
    case mark
  }

  var tag: Tag
  var slot: Int32 = -1
  var reference: ReferenceIndex = -1
  /// Text of a constant string, or `#n` for the integer n; 0 for none.
  var text: Int32 = Names.empty
  var first: Int32 = -1
  var count: Int32 = 0
  var offset: UInt32 = 0
  /// Of a subscript the reference that the object is, or -1.
  var object: ReferenceIndex = -1
  /// The expression it came from.
  var node: Int32 = -1
}

/// Turns one file's expressions into slots and constraints: one walk over the stream, with a stack of operands
/// and the state of each variable of the body at hand.
struct Lowering {
  let file: Int
  let facts: FileFacts
  let referenceBase: Int32
  let definitionBase: Int32
  let variableBase: Int32

  var stack: [Entry] = []
  /// Elements of tuples and lists on the stack.
  var children: [Entry] = []
  var pendingParameters: [Parameter] = []
  var pendingDecorators: [Entry] = []
  var frames: [Frame] = []
  var flow: Flow
  /// For each definition the last of its instance attributes, and for each the one before: see `attributes(of:)`.
  var lastAttribute: [DefinitionIndex: DefinitionIndex] = [:]
  var previousAttribute: [DefinitionIndex: DefinitionIndex] = [:]
  /// For each variable of the file: an inner body reads it.
  var isCaptured: [Bool]
  /// For each expression where its subtree starts.
  let subtreeStarts: [Int32]
  /// The slots of expressions that `isinstance` compares with.
  var typeSlots: [Int32: Int32] = [:]
  var pendingCaptures: [Capture] = []
  /// The slots of functions whose overloads are being read, by variable.
  var overloads: [Int32: Int32] = [:]
  var isFirstCase = false
  /// For each definition the scope of its body, or -1.
  var bodyScopes: [ScopeIndex]

  /// A body that is being read.
  struct Frame {
    enum Kind {
      case file
      case type
      case function
      case lambda
    }

    var kind: Kind
    var scope: ScopeIndex
    /// The innermost definition.
    var owner: DefinitionIndex
    var function: Int32 = -1
    var classIndex: Int32 = -1
    /// For the sites inside: see ``Site``.
    var enclosingClass: Int32 = -1
    var selfSlot: Int32 = -1
    var mark: Flow.Mark
    /// The decorators that wait for the end of the class.
    var decorators: [Entry] = []
    /// The class's value.
    var slot: Int32 = -1
  }

  init(file: Int, _ a: borrowing Analysis) {
    self.file = file
    let source = a.world.files[file]
    facts = source.facts
    referenceBase = source.referenceBase
    definitionBase = source.definitionBase
    variableBase = a.world.variables.starts[file]
    let end =
      file + 1 < a.world.variables.starts.count
      ? a.world.variables.starts[file + 1] : Int32(a.world.variables.all.count)
    flow = Flow(variableCount: Int(end - variableBase))
    isCaptured = [Bool](repeating: false, count: Int(end - variableBase))
    subtreeStarts = facts.expressionStarts()
    bodyScopes = [ScopeIndex](repeating: -1, count: facts.definitions.count)
    for (index, scope) in facts.scopes.enumerated() where scope.kind == .function || scope.kind == .type {
      if scope.definition >= 0 { bodyScopes[Int(scope.definition)] = ScopeIndex(index) }
    }
  }

  mutating func run(_ a: inout Analysis) {
    collectAttributes()
    flow.loopVariables = findLoops(&a)
    frames.append(Frame(kind: .file, scope: 0, owner: -1, mark: flow.enterBody()))
    for index in facts.expressions.indices {
      let item = facts.expressions[index]
      guard let kind = ExpressionKind(rawValue: item.kind) else { continue }
      lower(kind, item, Int32(truncatingIfNeeded: index), &a)
    }
    publish(frames[0].scope, &a)
  }

  /// Attributes that methods assign are definitions inside the class.
  private mutating func collectAttributes() {
    for (index, definition) in facts.definitions.enumerated() where definition.parent >= 0 {
      guard
        definition.modifiers.contains(.isInstanceAttribute)
          || (definition.kind == .variable && definition.modifiers.contains(.isClassMember))
      else { continue }
      let number = DefinitionIndex(index)
      if let last = lastAttribute[definition.parent] { previousAttribute[number] = last }
      lastAttribute[definition.parent] = number
    }
  }

  /// At the end of a body that others look into: what its variables are in the end is what others see.
  mutating func publish(_ scope: ScopeIndex, _ a: inout Analysis) {
    for local in flow.bound(in: scope) {
      let slot = flow.current(local)
      let variable = variableBase + local
      if slot < 0 { continue }
      if a.publicSlots[Int(variable)] < 0 {
        a.publicSlots[Int(variable)] = slot
      } else {
        a.constrain(slot, .copy, a.publicSlots[Int(variable)])
      }
    }
  }

  // MARK: The stack

  mutating func push(_ entry: Entry) { stack.append(entry) }

  mutating func pushValue(_ slot: Int32, _ node: Int32 = -1) {
    stack.append(Entry(tag: .value, slot: slot, node: node))
  }

  mutating func pop() -> Entry { stack.popLast() ?? Entry(tag: .mark) }

  /// The last `count` entries, which leave the stack.
  mutating func take(_ count: Int32) -> ArraySlice<Entry> {
    let start = max(0, stack.count - Int(count))
    let taken = stack[start...]
    stack.removeLast(stack.count - start)
    return taken
  }

  /// The value of an entry; -1 if it has none.
  mutating func value(_ entry: Entry, _ a: inout Analysis) -> Int32 {
    switch entry.tag {
    case .value, .starred, .doubleStarred, .keyword, .returns: return entry.slot
    case .item: return readItem(entry, &a)
    case .tuple: return display(entry, &a, isTuple: true)
    case .list: return display(entry, &a, isTuple: false)
    case .dictItem: return entry.slot
    case .nameTarget, .attributeTarget, .parameter, .typeParameter, .mark: return -1
    }
  }

  mutating func popValue(_ a: inout Analysis) -> Int32 {
    let entry = pop()
    return value(entry, &a)
  }

  /// A new call site with the context of the body at hand.
  func site(_ arguments: [Argument], result: Int32, _ a: inout Analysis) -> Int32 {
    let first = a.arguments.count
    a.arguments.append(contentsOf: arguments)
    let frame = frames[frames.count - 1]
    a.sites.append(
      Site(
        firstArgument: first, argumentCount: arguments.count, result: result,
        enclosingClass: frame.enclosingClass, selfSlot: frame.selfSlot, file: Int32(file),
        owner: frame.owner))
    return Int32(truncatingIfNeeded: a.sites.count - 1)
  }

  /// Notes a call that no name stands for.
  func note(_ slot: Int32, _ method: Int32, at offset: UInt32, _ a: inout Analysis) {
    if slot < 0 { return }
    a.implicitCalls.append(
      ImplicitCall(
        file: Int32(file), offset: offset, owner: frames[frames.count - 1].owner, slot: slot, method: method))
  }

  /// The method `name` of the values in `slot` is called; returns what comes out.
  func callMethod(
    _ name: Int32, of slot: Int32, _ arguments: [Int32], at offset: UInt32, _ a: inout Analysis
  ) -> Int32 {
    let result = a.slot()
    if slot < 0 { return result }
    let made = site(
      arguments.map { Argument(kind: .positional, name: Names.empty, slot: $0) }, result: result, &a)
    a.constrain(slot, .callMethod, made, name)
    note(slot, name, at: offset, &a)
    return result
  }
}
