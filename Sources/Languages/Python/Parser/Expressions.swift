import LanguageSupport

/// Expressions. Operators are read as a flat chain of operands: their ranks change nothing about names.
extension Parser {
  /// Operands, operators between them, and `… if … else …`. A comprehension's clauses take no conditional
  /// expression, since an `if` there begins the next clause.
  mutating func expression(allowsConditional: Bool = true) throws(Broken) -> Operand {
    let mark = targets.count
    let base = operators.count
    let first = try operand()
    guard kind.isBinaryOperator || (kind == .if && allowsConditional) else {
      reduceAll(to: base)
      return first
    }
    targets.removeLast(targets.count - mark)
    var awaitsElse = false
    while true {
      if kind == .if && allowsConditional && !awaitsElse {
        awaitsElse = true
        reduce(to: base, above: Rank.conditional)
        advance()
      } else if kind == .else && awaitsElse {
        awaitsElse = false
        reduce(to: base, above: Rank.conditional)
        operators.append(
          PendingOperator(rank: Rank.conditional, kind: .conditional, operandCount: 3, offset: token.start))
        advance()
      } else if kind.isBinaryOperator {
        try readOperator(base)
      } else {
        if awaitsElse { throw Broken() }
        reduceAll(to: base)
        return .other
      }
      let mark = targets.count
      _ = try operand()
      targets.removeLast(targets.count - mark)
    }
  }

  /// An operator between two operands.
  private mutating func readOperator(_ base: Int) throws(Broken) {
    var item = binaryOperator()
    reduce(to: base, above: item.rank)
    switch kind {
    case .not:
      advance()
      try expect(.in)
    case .is:
      advance()
      _ = accept(.not)
    case .and, .or:
      produce(.shortCircuit, value: kind == .or ? 1 : 0)
      advance()
    case .in: advance()
    default:
      item.method = method(of: token)
      advance()
    }
    operators.append(item)
  }

  /// Prefix operators, which wait among the pending ones, and what they apply to.
  @inline(__always)
  private mutating func operand() throws(Broken) -> Operand {
    switch kind {
    case .minus, .plus, .tilde, .not, .await:
      repeat {
        operators.append(prefixOperator())
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

  private mutating func prefixOperator() -> PendingOperator {
    var item = PendingOperator(rank: Rank.sign, kind: .unary, operandCount: 1, offset: token.start)
    switch kind {
    case .not: item.rank = Rank.not
    case .await: (item.rank, item.kind) = (Rank.await, .await)
    case .minus: item.method = facts.names.intern("__neg__")
    case .plus: item.method = facts.names.intern("__pos__")
    default: item.method = facts.names.intern("__invert__")
    }
    return item
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
    let reference = emit(.write, token)
    produce(.name, reference: reference)
    let definition = bind(reference)
    scope = outer
    advance()
    advance()
    let mark = targets.count
    _ = try expression()
    targets.removeLast(targets.count - mark)
    produce(.walrus, 2)
    if definition >= 0 { finish(definition, signatureFrom: startPosition) }
    return .other
  }

  /// A star and an expression, or a named expression: an element of a tuple, a list, a set, ….
  @inline(__always)
  mutating func element() throws(Broken) -> Operand {
    if accept(.star) {
      let operand = try expression()
      produce(.starred, 1)
      return operand
    }
    return try namedExpression()
  }

  /// Elements with commas between them; more than one, or a comma, make a tuple. For a list's elements
  /// `kind` is `list`, which one element makes as well.
  mutating func expressionList(_ display: ExpressionKind = .tuple) throws(Broken) -> Operand {
    let first = try element()
    guard kind == .comma else {
      if display == .list { produce(.list, 1) }
      return first
    }
    if first.shape == .name { targets.append(first.reference) }
    var count: Int32 = 1
    while accept(.comma), kind.beginsExpression {
      let item = try element()
      count += 1
      if item.shape == .name { targets.append(item.reference) }
    }
    produce(display, count)
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
      produce(.yieldFrom, 1)
    } else if kind.beginsExpression {
      _ = try expressionList()
      produce(.yield, 1)
    } else {
      produce(.yield)
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
    let count = try parameters(in: inner, until: .colon, defaultsIn: outer, annotationsIn: nil).count
    try expect(.colon)
    scope = inner
    produce(.lambdaStart, value: inner)
    let mark = targets.count
    _ = try expression()
    targets.removeLast(targets.count - mark)
    produce(.lambda, count + 2)
    closeScope(inner, end: previousEnd)
    scope = outer
    mode = outerMode
    context.hasYield = outerYield
    leave()
    return .other
  }
}
