import GraphModel
import LanguageSupport

/// Statements: they bind names for what follows and evaluate their expressions.
extension SwiftModel {
  /// Evaluates statements in a scope of their own.
  mutating func check(block node: TreeID) {
    let mark = check.locals.count
    for part in children(node) { check(statement: part) }
    check.locals.removeSubrange(mark...)
  }

  mutating func check(statement node: TreeID) {
    guard node >= 0, check.enter() else { return }
    defer { check.leave() }
    switch kind(node) {
    case .block: check(block: node)
    case .ifElse, .switchOver, .doCatch: _ = branches(node, .unknown)
    case .guardElse:
      for part in children(node) {
        if kind(part) == .block { check(block: part) } else { check(condition: part) }
      }
    case .whileLoop:
      let mark = check.locals.count
      for part in children(node) {
        if kind(part) == .block { check(block: part) } else { check(condition: part) }
      }
      check.locals.removeSubrange(mark...)
    case .repeatLoop:
      for part in children(node) {
        if kind(part) == .block { check(block: part) } else { _ = infer(part, check.boolean) }
      }
    case .forLoop: checkLoop(node)
    case .returned:
      let expected = check.returns.last ?? .unknown
      let value = firstChild(node)
      let found = value >= 0 ? infer(value, expected) : types.make(.tuple, 0, [])
      if let last = check.returned.last, !last.isKnown || isVague(last), !check.returned.isEmpty {
        check.returned[check.returned.count - 1] = found
      }
    case .thrown:
      let error = infer(firstChild(node))
      check.thrown.append(error)
    case .variableDeclaration: checkLocalVariables(node)
    case .functionDeclaration, .typeDeclaration, .extensionDeclaration, .aliasDeclaration, .enumCase,
      .associatedDeclaration, .operatorDeclaration:
      link(declaration: node)
    case .conditionBinding, .conditionMatch: check(condition: node)
    case .switchCase: checkCase(node, .unknown, .unknown)
    case .parameter, .attribute, .result: break
    default:
      if kind(node).isExpression {
        _ = infer(node)
      } else if kind(node).isType {
        _ = type(node, scope: check.scope, unit: check.unit)
      }
    }
  }

  private mutating func check(condition node: TreeID) {
    switch kind(node) {
    case .conditionBinding:
      let pattern = firstChild(node)
      let annotation = child(node) { $0.isType }
      let value = child(node) { $0.isExpression }
      var type = TypeID.unknown
      if annotation >= 0 { type = self.type(annotation, scope: check.scope, unit: check.unit) }
      if value >= 0 {
        let found = infer(value, type.isKnown ? optional(type) : .unknown)
        if !type.isKnown { type = unwrapped(found) }
      }
      bind(pattern: pattern, to: type)
    case .conditionMatch:
      let value = child(node) { $0.isExpression }
      let type = value >= 0 ? infer(value) : .unknown
      bind(pattern: firstChild(node), to: type)
    default: if kind(node).isExpression { _ = infer(node, check.boolean) } else { check(statement: node) }
    }
  }

  private mutating func checkLoop(_ node: TreeID) {
    let mark = check.locals.count
    let pattern = firstChild(node)
    let annotation = child(node) { $0.isType }
    let sequence = child(node) { $0.isExpression }
    var element = TypeID.unknown
    let found = sequence >= 0 ? infer(sequence) : .unknown
    if annotation >= 0 {
      element = type(annotation, scope: check.scope, unit: check.unit)
    } else {
      element = elementType(of: found)
    }
    bind(pattern: pattern, to: element)
    for part in children(node) {
      if kind(part) == .whereCondition { _ = infer(firstChild(part), check.boolean) }
      if kind(part) == .block { check(block: part) }
    }
    check.locals.removeSubrange(mark...)
  }

  /// The element of a sequence.
  mutating func elementType(of sequence: TypeID) -> TypeID {
    guard sequence.isKnown else { return sequence }
    if isForeign(sequence) { return .outside }
    let found = associated(words.element, of: sequence, scope: check.scope)
    if found.isKnown, types.shape(found) != .associated || isAbstractSequence(sequence) { return found }
    let iterator = associated(check.iteratorName, of: sequence, scope: check.scope)
    let inner = iterator.isKnown ? associated(words.element, of: iterator, scope: check.scope) : .unknown
    return inner.isKnown ? inner : found
  }

  private func isAbstractSequence(_ type: TypeID) -> Bool {
    switch types.shape(type) {
    case .parameter, .associated, .protocolSelf, .bounded: true
    default: false
    }
  }

  // MARK: Branches, as statements and as expressions

  /// `if`, `switch`, `do`: evaluates all branches; the type is that of the first that has one.
  mutating func branches(_ node: TreeID, _ expected: TypeID) -> TypeID {
    switch kind(node) {
    case .ifElse:
      let mark = check.locals.count
      var result = TypeID.unknown
      var isAfterBlock = false
      for part in children(node) {
        switch kind(part) {
        case .block:
          let found = branch(part, expected)
          if !result.isKnown { result = found }
          if !isAfterBlock { check.locals.removeSubrange(mark...) }
          isAfterBlock = true
        case .ifElse where isAfterBlock:
          guard check.enter() else { break }
          let found = branches(part, expected)
          check.leave()
          if !result.isKnown { result = found }
        default: check(condition: part)
        }
      }
      check.locals.removeSubrange(mark...)
      return result
    case .switchOver:
      let subject = firstChild(node)
      var type = TypeID.unknown
      var result = TypeID.unknown
      for part in children(node) {
        if part == subject, kind(part) != .switchCase {
          type = infer(part)
        } else if kind(part) == .switchCase {
          let found = checkCase(part, type, expected)
          if !result.isKnown { result = found }
        } else {
          check(statement: part)
        }
      }
      return result
    default:
      checkDo(node)
      return .unknown
    }
  }

  private mutating func checkDo(_ node: TreeID) {
    let mark = check.thrown.count
    var error = TypeID.unknown
    for part in children(node) {
      switch kind(part) {
      case .block:
        check(block: part)
        if !error.isKnown { error = thrownType(since: mark) }
      case .catchClause: checkCatch(part, error)
      default: if kind(part).isType { error = type(part, scope: check.scope, unit: check.unit) }
      }
    }
    check.thrown.removeSubrange(min(mark, check.thrown.count)...)
  }

  /// The one type that everything in a `do` block throws, else any error.
  private func thrownType(since mark: Int) -> TypeID {
    var result = TypeID.unknown
    for type in check.thrown[min(mark, check.thrown.count)...] where type != check.neverType {
      if !type.isKnown || result.isKnown && result != type { return check.errorType }
      result = type
    }
    return result.isKnown ? result : check.errorType
  }

  /// A branch; its type is that of its only expression.
  private mutating func branch(_ node: TreeID, _ expected: TypeID) -> TypeID {
    let first = firstChild(node)
    if first >= 0, nodes[Int(first)].next < 0, kind(first).isExpression { return infer(first, expected) }
    check(block: node)
    return .unknown
  }

  @discardableResult
  private mutating func checkCase(_ node: TreeID, _ subject: TypeID, _ expected: TypeID) -> TypeID {
    let mark = check.locals.count
    var statements: [TreeID] = []
    for part in children(node) {
      if kind(part) == .caseItem { check(item: part, subject) } else { statements.append(part) }
    }
    var result = TypeID.unknown
    if statements.count == 1, kind(statements[0]).isExpression {
      result = infer(statements[0], expected)
    } else {
      for statement in statements { check(statement: statement) }
    }
    check.locals.removeSubrange(mark...)
    return result
  }

  private mutating func check(item node: TreeID, _ subject: TypeID) {
    for part in children(node) {
      if kind(part) == .whereCondition {
        _ = infer(firstChild(part), check.boolean)
      } else {
        bind(pattern: part, to: subject)
      }
    }
  }

  private mutating func checkCatch(_ node: TreeID, _ error: TypeID) {
    let mark = check.locals.count
    check.locals.append(Local(name: words.error, type: error))
    for part in children(node) {
      if kind(part) == .caseItem { check(item: part, error) } else { check(statement: part) }
    }
    check.locals.removeSubrange(mark...)
  }

  // MARK: Local variables

  private mutating func checkLocalVariables(_ node: TreeID) {
    for part in children(node) {
      if kind(part) == .attribute { evaluateAttribute(part) }
      guard kind(part) == .binding else { continue }
      let annotation = child(part) { $0.isType }
      var type = TypeID.unknown
      if annotation >= 0 { type = self.type(annotation, scope: check.scope, unit: check.unit) }
      let initial = child(part, .initialValue)
      if initial >= 0 {
        let found = infer(firstChild(initial), type)
        if !type.isKnown || isVague(type) { type = found.isKnown ? found : type }
      }
      for accessor in children(part) where kind(accessor) == .accessor {
        link(accessor: accessor, type: type)
      }
      bind(pattern: firstChild(part), to: type)
    }
  }
}
