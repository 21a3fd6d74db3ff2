import LanguageSupport

/// Parentheses, lists, sets, dictionaries and comprehensions.
extension Parser {
  /// `()`, `(a)`, `(a, b)`, `(yield)`, `(a for a in b)`.
  mutating func parenthesized() throws(Broken) -> Operand {
    try enter()
    defer { leave() }
    if token.flags & Token.opensComprehension != 0 {
      try comprehension(until: .closeParenthesis, ExpressionKind.Display.generator)
      return .other
    }
    advance()
    if accept(.closeParenthesis) {
      produce(.tuple)
      return .sequence
    }
    let operand = try yieldOrExpressionList()
    try expect(.closeParenthesis)
    return operand
  }

  mutating func listDisplay() throws(Broken) -> Operand {
    try enter()
    defer { leave() }
    if token.flags & Token.opensComprehension != 0 {
      try comprehension(until: .closeBracket, ExpressionKind.Display.list)
      return .other
    }
    advance()
    if accept(.closeBracket) {
      produce(.list)
      return .sequence
    }
    let operand = try expressionList(.list)
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
      try comprehension(until: .closeBrace, ExpressionKind.Display.set)
    } else {
      advance()
      var count: Int32 = 0
      var isDictionary = kind == .closeBrace
      while kind != .closeBrace {
        if try braceElement() { isDictionary = true }
        count += 1
        if !accept(.comma) { break }
      }
      try expect(.closeBrace)
      produce(isDictionary ? .dict : .set, count)
    }
    mode = outer
    return .other
  }

  /// `a`, `*a`, `a: b` or `**a`; true for the last two, which make a dictionary.
  private mutating func braceElement() throws(Broken) -> Bool {
    let mark = targets.count
    defer { targets.removeLast(targets.count - mark) }
    if accept(.doubleStar) {
      _ = try expression()
      produce(.doubleStarred, 1)
      return true
    }
    _ = try element()
    guard accept(.colon) else { return false }
    _ = try expression()
    produce(.dictItem, 2)
    return true
  }

  /// A comprehension with the brackets around it. The first iterable belongs to the scope outside, all the
  /// rest to the comprehension's own.
  mutating func comprehension(until close: TokenKind, _ display: Int32) throws(Broken) {
    let outer = scope
    let outerMode = mode
    mode = .value
    advance()
    let inner = openScope(.comprehension, inside: outer, start: token.start)
    scope = inner
    let display = try braceElement() ? ExpressionKind.Display.dict : display
    var isFirst = true
    var count: Int32 = 1
    repeat {
      let isAsynchronous = accept(.async)
      try expect(.for)
      try targetList()
      try expect(.in)
      if isFirst { scope = outer }
      isFirst = false
      try clause()
      scope = inner
      produce(.forClause, 2, value: isAsynchronous ? 1 : 0)
      count += 1
      while accept(.if) {
        try clause()
        produce(.ifClause, 1)
        count += 1
      }
    } while kind == .for || kind == .async
    produce(.comprehension, count, value: display)
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
