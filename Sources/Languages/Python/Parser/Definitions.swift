import GraphModel
import LanguageSupport

/// What the decorators of a definition say about it.
struct Decorators {
  var attributes: [NameID] = []
  var isProperty = false
  var isStaticMethod = false
  var isClassMethod = false
  /// `setter`, `getter` or `deleter`, or empty.
  var accessor = NameID.empty
}

extension Parser {
  /// Decorators and the function or class behind them.
  mutating func definition() {
    let start = token.start
    let firstReference = facts.references.count
    let outer = owner
    var decorators = Decorators()
    while kind == .at {
      let mark = mark()
      do {
        try decorator(&decorators)
        if kind != .newline { throw Broken() }
      } catch {
        rollBack(to: mark)
        skipLine()
      }
      _ = accept(.newline)
    }
    let decoratorReferences = firstReference..<facts.references.count
    let definition: DefinitionIndex?
    switch kind {
    case .def: definition = function(start: start, decorators)
    case .async where nextKind == .def: definition = function(start: start, decorators)
    case .class: definition = classDefinition(start: start, decorators)
    default:
      facts.parseErrors += 1
      produce(.noDefinition)
      return
    }
    // The uses in decorators came before the definition they belong to.
    guard let definition else {
      produce(.noDefinition)
      return
    }
    for index in decoratorReferences where facts.references[index].owner == outer {
      facts.references[index].owner = definition
    }
  }

  private mutating func decorator(_ decorators: inout Decorators) throws(Broken) {
    let offset = Int32(truncatingIfNeeded: token.start)
    advance()
    let startPosition = position
    let mark = targets.count
    let operand = try namedExpression()
    targets.removeLast(targets.count - mark)
    produce(.decorator, 1, value: offset)
    decorators.attributes.append(text(from: startPosition, to: position, limit: 400))
    guard operand.shape == .name || operand.shape == .call else { return }
    let index = Int(operand.reference)
    facts.references[index].role = .decorator
    let name = facts.references[index].name
    switch facts.names.string(name) {
    case "property", "cached_property", "abstractproperty": decorators.isProperty = true
    case "setter", "getter", "deleter":
      guard facts.references[index].receiver >= 0 else { return }
      decorators.isProperty = true
      decorators.accessor = name
    case "staticmethod", "abstractstaticmethod": decorators.isStaticMethod = true
    case "classmethod", "abstractclassmethod": decorators.isClassMethod = true
    default: break
    }
  }

  /// Adds the definition that the name `token` declares in the current scope.
  mutating func define(_ kind: NodeKind, _ token: Token, start: UInt32) -> DefinitionIndex {
    let name = intern(token)
    bound.insert(Self.key(scope, name))
    var item = Definition(
      kind: kind, name: name, parent: owner, scope: scope, start: start, end: token.end,
      nameStart: token.start, nameLength: token.end - token.start)
    item.modifiers = modifiers(of: name)
    if context.conditions > 0 { item.modifiers.insert(.isConditional) }
    facts.definitions.append(item)
    return DefinitionIndex(truncatingIfNeeded: facts.definitions.count - 1)
  }

  /// What a name and its place say: a leading underscore makes it private, two on both sides do not.
  func modifiers(of name: NameID) -> Modifiers {
    let bytes = facts.names.bytes(name)
    let mark = UInt8(ascii: "_")
    var modifiers: Modifiers = context.isLocal ? .isLocal : []
    let isMagic =
      bytes.count > 4 && bytes[bytes.startIndex + 1] == mark && bytes[bytes.endIndex - 1] == mark
      && bytes[bytes.endIndex - 2] == mark
    modifiers.insert(bytes.first == mark && !isMagic ? .isPrivate : .isPublic)
    return modifiers
  }

  /// Sets the end of a definition that is one statement, or part of one, and its text as signature.
  mutating func finish(_ definition: DefinitionIndex, signatureFrom startPosition: Int) {
    let signature = text(from: startPosition, to: position, limit: 80)
    facts.definitions[Int(definition)].end = previousEnd
    facts.definitions[Int(definition)].signature = signature
  }

  static func key(_ scope: ScopeIndex, _ name: NameID) -> UInt64 {
    UInt64(UInt32(bitPattern: scope)) << 32 | UInt64(UInt32(bitPattern: name.rawValue))
  }
}
