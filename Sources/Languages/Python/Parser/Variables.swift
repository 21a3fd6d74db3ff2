import GraphModel
import LanguageSupport

/// Variables that are being defined, and attributes that may turn out to be the class's own names.
struct VariableLog {
  struct Pending {
    var definition: DefinitionIndex
    /// The token its signature begins with.
    var start: Int
  }

  struct Attribute {
    var definition: DefinitionIndex
    /// The class's scope and the attribute's name: see ``Parser/bound``.
    var key: UInt64
  }

  /// Variables of the assignment at hand.
  var pending: [Pending] = []
  /// Attributes assigned in methods, in order.
  private(set) var attributes: [Attribute] = []
  private var keys: Set<UInt64> = []

  /// False if the class has the attribute already.
  mutating func add(_ definition: DefinitionIndex, _ key: UInt64) -> Bool {
    guard keys.insert(key).inserted else { return false }
    attributes.append(Attribute(definition: definition, key: key))
    return true
  }

  /// Forgets attributes whose definitions are taken back.
  mutating func forget(from definition: DefinitionIndex) {
    while let last = attributes.last, last.definition >= definition {
      keys.remove(last.key)
      attributes.removeLast()
    }
  }
}

extension Parser {
  /// Makes a reference a write, and defines the variable or the attribute that it binds for the first time;
  /// -1 if there is nothing to define.
  mutating func bind(_ index: ReferenceIndex) -> DefinitionIndex {
    facts.references[Int(index)].role = .write
    let reference = facts.references[Int(index)]
    if reference.receiver == Reference.Receiver.none {
      return context.kind == .function ? -1 : defineVariable(reference)
    }
    guard reference.receiver >= 0, context.receiverName != .empty else { return -1 }
    let receiver = facts.references[Int(reference.receiver)]
    guard receiver.name == context.receiverName, receiver.receiver == Reference.Receiver.none,
      receiver.role == .read
    else { return -1 }
    return defineAttribute(reference, start: receiver.offset)
  }

  private mutating func defineVariable(_ reference: Reference) -> DefinitionIndex {
    let scopeKind = facts.scopes[Int(reference.scope)].kind
    guard scopeKind == .file || scopeKind == .type,
      bound.insert(Self.key(reference.scope, reference.name)).inserted
    else { return -1 }
    var item = Definition(
      kind: .variable, name: reference.name, parent: owner, scope: reference.scope, start: reference.offset,
      end: reference.offset, nameStart: reference.offset, nameLength: identifierLength(at: reference.offset))
    item.modifiers = modifiers(of: reference.name)
    if context.conditions > 0 { item.modifiers.insert(.isConditional) }
    return insert(item)
  }

  private mutating func defineAttribute(_ reference: Reference, start: UInt32) -> DefinitionIndex {
    let key = Self.key(context.receiverScope, reference.name)
    let next = DefinitionIndex(truncatingIfNeeded: facts.definitions.count)
    guard !bound.contains(key), variables.add(next, key) else { return -1 }
    var item = Definition(
      kind: context.receiverIsClass ? .variable : .property, name: reference.name,
      parent: context.receiverClass, scope: context.receiverScope, start: start, end: start,
      nameStart: reference.offset, nameLength: identifierLength(at: reference.offset))
    item.modifiers = modifiers(of: reference.name)
    if !facts.definitions[Int(context.receiverClass)].modifiers.contains(.isLocal) {
      item.modifiers.remove(.isLocal)
    }
    item.modifiers.insert(context.receiverIsClass ? .isClassMember : .isInstanceAttribute)
    facts.definitions.append(item)
    return next
  }

  /// Adds a variable in its place by start: one that an assignment expression defined inside this very
  /// statement's targets may begin later. Such are no parents and no owners, so they can move.
  private mutating func insert(_ item: Definition) -> DefinitionIndex {
    var place = facts.definitions.count
    while place > 0, facts.definitions[place - 1].start > item.start,
      facts.definitions[place - 1].kind == .variable
    {
      place -= 1
    }
    facts.definitions.insert(item, at: place)
    return DefinitionIndex(truncatingIfNeeded: place)
  }

  private func identifierLength(at offset: UInt32) -> UInt32 {
    var place = Int(offset)
    while place < source.count, Lexer.continuesName(source[place]) { place += 1 }
    return UInt32(place) - offset
  }
}
