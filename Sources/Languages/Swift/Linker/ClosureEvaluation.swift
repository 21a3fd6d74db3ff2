import GraphModel
import LanguageSupport

/// Closures: their parameters come from what is expected, their result from what they return.
extension SwiftModel {
  mutating func inferClosure(_ node: TreeID, _ expected: TypeID) -> TypeID {
    let wanted = unwrapped(expected)
    var given: [TypeID] = []
    var wantedResult = TypeID.unknown
    if types.shape(wanted) == .function {
      given = Array(types.arguments(wanted).dropLast())
      wantedResult = types.argument(wanted, types.count(wanted) - 1)
    }
    // What stands inside depends on the parameters' types.
    forget(node)
    let mark = check.locals.count
    var parameters: [TypeID] = []
    var statements: [TreeID] = []
    var declared = wantedResult
    var names: [(node: TreeID, type: TypeID)] = []
    for part in children(node) {
      switch kind(part) {
      case .attribute: evaluateAttribute(part)
      case .capture: captureLocal(part)
      case .parameter:
        let annotation = child(part) { $0.isType }
        let type =
          annotation >= 0
          ? self.type(annotation, scope: check.scope, unit: check.unit)
          : (names.count < given.count ? given[names.count] : .unknown)
        names.append((part, type))
      case .result: declared = type(firstChild(part), scope: check.scope, unit: check.unit)
      default: statements.append(part)
      }
    }
    // One tuple may be taken apart by several parameters.
    if names.count > 1, given.count == 1, types.shape(given[0]) == .tuple {
      for place in names.indices where child(names[place].node, where: { $0.isType }) < 0 {
        names[place].type = tupleElement(given[0], place)
      }
    }
    for item in names {
      parameters.append(item.type)
      check.locals.append(Local(name: nodes[Int(item.node)].name, type: item.type))
    }
    if names.isEmpty {
      parameters = given
      let arity = closureArity(node).count
      if arity > 1, given.count == 1, types.shape(given[0]) == .tuple {
        parameters = (0..<arity).map { tupleElement(given[0], $0) }
      }
    }
    check.closureParameters.append(names.isEmpty ? parameters : [])
    let result = closureBody(statements, declared)
    check.closureParameters.removeLast()
    check.locals.removeSubrange(mark...)
    let shape = given.isEmpty ? parameters : given
    return types.make(.function, 0, shape + [result])
  }

  private mutating func captureLocal(_ part: TreeID) {
    let type = infer(firstChild(part))
    check.locals.append(Local(name: nodes[Int(part)].name, type: type))
  }

  private mutating func closureBody(_ statements: [TreeID], _ declared: TypeID) -> TypeID {
    // Declarations do not count: a single expression is the result.
    if statements.count == 1, let only = statements.first,
      kind(only).isExpression || kind(only) == .ifElse
        || kind(only) == .switchOver
    {
      let found = infer(only, isVoid(declared) ? .unknown : declared)
      return declared.isKnown ? (isVague(declared) ? found : declared) : found
    }
    check.returns.append(declared)
    check.returned.append(.unknown)
    for statement in statements { check(statement: statement) }
    check.returns.removeLast()
    let found = check.returned.popLast() ?? .unknown
    if declared.isKnown && !isVague(declared) { return declared }
    if found.isKnown { return found }
    return containsReturn(statements) ? .unknown : types.make(.tuple, 0, [])
  }

  func isVoid(_ type: TypeID) -> Bool { types.shape(type) == .tuple && types.count(type) == 0 }

  /// True for types with unknown parts: what is found says more.
  func isVague(_ type: TypeID) -> Bool {
    if !type.isKnown { return true }
    switch types.shape(type) {
    case .nominal, .function, .metatype, .bounded:
      for place in 0..<types.count(type) where isVague(types.argument(type, place)) { return true }
    case .tuple:
      for place in stride(from: 1, to: types.count(type), by: 2) where isVague(types.argument(type, place)) {
        return true
      }
    default: break
    }
    return false
  }

  private func containsReturn(_ statements: [TreeID]) -> Bool {
    var open = statements
    while let node = open.popLast() {
      switch kind(node) {
      case .returned: if firstChild(node) >= 0 { return true }
      case .closure, .functionDeclaration: continue
      default: for part in children(node) { open.append(part) }
      }
    }
    return false
  }
}
