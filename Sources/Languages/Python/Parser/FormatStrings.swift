import LanguageSupport

extension Parser {
  /// Adjacent literals, which are one string. In an annotation a single literal is read as a type.
  mutating func strings() throws(Broken) {
    if mode == .type && kind == .string && nextKind != .string && nextKind != .formatStart {
      let literal = token
      advance()
      stringAnnotation(literal)
      return
    }
    repeat {
      if kind == .string { advance() } else { try formatString() }
    } while kind == .string || kind == .formatStart
  }

  /// An f-string or a t-string.
  private mutating func formatString() throws(Broken) {
    let outer = mode
    mode = .value
    advance()
    while kind != .formatEnd { try replacementField() }
    advance()
    mode = outer
  }

  /// `{expression=!r:specification}`; fields in the specification are read like any others.
  private mutating func replacementField() throws(Broken) {
    guard kind == .fieldOpen else { throw Broken() }
    try enter()
    let mark = targets.count
    if token.flags & Token.opensComprehension != 0 {
      // Before PEP 701 a field was parsed as if in parentheses.
      try comprehension(until: .fieldClose)
      leave()
      return
    }
    advance()
    _ = try yieldOrExpressionList()
    targets.removeLast(targets.count - mark)
    _ = accept(.equal)
    if accept(.exclamation) { try expect(.name) }
    if accept(.fieldColon) {
      while kind == .fieldOpen { try replacementField() }
    }
    try expect(.fieldClose)
    leave()
  }
}
