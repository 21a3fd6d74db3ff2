import LanguageSupport

/// Parentheses, lists, sets, dictionaries and comprehensions.
extension Parser {
  /// `()`, `(a)`, `(a, b)`, `(yield)`, `(a for a in b)`.
  mutating func parenthesized() throws(Broken) -> Operand {
    try enter()
    defer { leave() }
    if token.flags & Token.opensComprehension != 0 {
      try comprehension(until: .closeParenthesis)
      return .other
    }
    advance()
    if accept(.closeParenthesis) { return .sequence }
    let operand = try yieldOrExpressionList()
    try expect(.closeParenthesis)
    return operand
  }

  mutating func listDisplay() throws(Broken) -> Operand {
    try enter()
    defer { leave() }
    if token.flags & Token.opensComprehension != 0 {
      try comprehension(until: .closeBracket)
      return .other
    }
    advance()
    if accept(.closeBracket) { return .sequence }
    let operand = try expressionList()
    if operand.shape == .name { targets.append(operand.reference) }
    try expect(.closeBracket)
    return .sequence
  }

  mutating func braceDisplay() throws(Broken) -> Operand {
    try enter()
    defer { leave() }
    let outer = mode
    mode = .value
    if token.flags & Token.opensComprehension != 0 {
      try comprehension(until: .closeBrace)
    } else {
      advance()
      while kind != .closeBrace {
        try braceElement()
        if !accept(.comma) { break }
      }
      try expect(.closeBrace)
    }
    mode = outer
    return .other
  }

  /// `a`, `*a`, `a: b` or `**a`.
  private mutating func braceElement() throws(Broken) {
    let mark = targets.count
    if accept(.doubleStar) {
      _ = try expression()
    } else {
      _ = try element()
      if accept(.colon) { _ = try expression() }
    }
    targets.removeLast(targets.count - mark)
  }

  /// A comprehension with the brackets around it. The first iterable belongs to the scope outside, all the
  /// rest to the comprehension's own.
  mutating func comprehension(until close: TokenKind) throws(Broken) {
    let outer = scope
    let outerMode = mode
    mode = .value
    advance()
    let inner = openScope(.comprehension, inside: outer, start: token.start)
    scope = inner
    try braceElement()
    var isFirst = true
    repeat {
      _ = accept(.async)
      try expect(.for)
      try targetList()
      try expect(.in)
      if isFirst { scope = outer }
      isFirst = false
      try clause()
      scope = inner
      while accept(.if) { try clause() }
    } while kind == .for || kind == .async
    closeScope(inner, end: previousEnd)
    try expect(close)
    scope = outer
    mode = outerMode
  }

  /// An iterable or a condition of a comprehension.
  private mutating func clause() throws(Broken) {
    let mark = targets.count
    _ =
      kind == .name && nextKind == .colonEqual
      ? try namedExpression() : try expression(allowsConditional: false)
    targets.removeLast(targets.count - mark)
  }
}
