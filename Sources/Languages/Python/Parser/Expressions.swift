import LanguageSupport

/// Expressions. Operators are read as a flat chain of operands: their ranks change nothing about names.
extension Parser {
  /// Operands, operators between them, and `… if … else …`. A comprehension's clauses take no conditional
  /// expression, since an `if` there begins the next clause.
  mutating func expression(allowsConditional: Bool = true) throws(Broken) -> Operand {
    let mark = targets.count
    let first = try operand()
    guard kind.isBinaryOperator || (kind == .if && allowsConditional) else { return first }
    targets.removeLast(targets.count - mark)
    var awaitsElse = false
    while true {
      switch kind {
      case .not:
        advance()
        try expect(.in)
      case .is:
        advance()
        _ = accept(.not)
      case .if where allowsConditional && !awaitsElse:
        awaitsElse = true
        advance()
      case .else where awaitsElse:
        awaitsElse = false
        advance()
      default:
        guard kind.isBinaryOperator else {
          if awaitsElse { throw Broken() }
          return .other
        }
        advance()
      }
      let mark = targets.count
      _ = try operand()
      targets.removeLast(targets.count - mark)
    }
  }

  /// Prefix operators and what they apply to.
  @inline(__always)
  private mutating func operand() throws(Broken) -> Operand {
    switch kind {
    case .minus, .plus, .tilde, .not, .await:
      repeat {
        advance()
      } while kind == .minus || kind == .plus || kind == .tilde || kind == .not || kind == .await
      let mark = targets.count
      _ = kind == .lambda ? try lambda() : try primary()
      targets.removeLast(targets.count - mark)
      return .other
    case .lambda: return try lambda()
    default: return try primary()
    }
  }

  /// `name := value`, or an expression.
  @inline(__always)
  mutating func namedExpression() throws(Broken) -> Operand {
    if kind == .name && nextKind == .colonEqual { return try assignmentExpression() }
    return try expression()
  }

  /// `name := value`. Inside comprehensions the name belongs to the scope around them (PEP 572).
  private mutating func assignmentExpression() throws(Broken) -> Operand {
    let startPosition = position
    let outer = scope
    while facts.scopes[Int(scope)].kind == .comprehension { scope = facts.scopes[Int(scope)].parent }
    let definition = bind(emit(.write, token))
    scope = outer
    advance()
    advance()
    let mark = targets.count
    _ = try expression()
    targets.removeLast(targets.count - mark)
    if definition >= 0 { finish(definition, signatureFrom: startPosition) }
    return .other
  }

  /// A star and an expression, or a named expression: an element of a tuple, a list, a set, ….
  @inline(__always)
  mutating func element() throws(Broken) -> Operand {
    if accept(.star) { return try expression() }
    return try namedExpression()
  }

  /// Elements with commas between them; more than one, or a comma, make a tuple.
  mutating func expressionList() throws(Broken) -> Operand {
    let first = try element()
    guard kind == .comma else { return first }
    if first.shape == .name { targets.append(first.reference) }
    while accept(.comma), kind.beginsExpression {
      let item = try element()
      if item.shape == .name { targets.append(item.reference) }
    }
    return .sequence
  }

  mutating func yieldOrExpressionList() throws(Broken) -> Operand {
    kind == .yield ? try yieldExpression() : try expressionList()
  }

  /// `yield`, `yield a, b` and `yield from a`.
  mutating func yieldExpression() throws(Broken) -> Operand {
    context.hasYield = true
    advance()
    let mark = targets.count
    if accept(.from) {
      _ = try expression()
    } else if kind.beginsExpression {
      _ = try expressionList()
    }
    targets.removeLast(targets.count - mark)
    return .other
  }

  /// `lambda a, b=c: …`; defaults belong to the scope around it.
  private mutating func lambda() throws(Broken) -> Operand {
    try enter()
    let start = token.start
    advance()
    let outer = scope
    let outerMode = mode
    let outerYield = context.hasYield
    mode = .value
    let inner = openScope(.lambda, inside: outer, start: start)
    _ = try parameters(in: inner, until: .colon, defaultsIn: outer, annotationsIn: nil)
    try expect(.colon)
    scope = inner
    let mark = targets.count
    _ = try expression()
    targets.removeLast(targets.count - mark)
    closeScope(inner, end: previousEnd)
    scope = outer
    mode = outerMode
    context.hasYield = outerYield
    leave()
    return .other
  }
}
