import LanguageSupport

extension Parser {
  /// Adjacent literals, which are one string. In an annotation a single literal is read as a type.
  mutating func strings() throws(Broken) {
    let literal = token
    if kind == .string && nextKind != .string && nextKind != .formatStart {
      advance()
      if mode == .type, stringAnnotation(literal) { return }
      produceString(literal)
      return
    }
    var fields: Int32 = 0
    repeat {
      if kind == .string { advance() } else { fields += try formatString() }
    } while kind == .string || kind == .formatStart
    produce(.formatString, fields)
  }

  /// A string by itself, with its content where that may be a key or a name.
  private mutating func produceString(_ literal: Token) {
    if literal.flags & StringPrefix.bytes != 0 {
      produce(.bytes)
      return
    }
    var name = NameID.empty
    if literal.end - literal.start <= 66, let content = plainContent(of: literal),
      source[content].allSatisfy({ Lexer.continuesName($0) || $0 == UInt8(ascii: ".") })
    {
      name = facts.names.intern(UnsafeBufferPointer(rebasing: source[content]))
    }
    produce(.string, name: name)
  }

  /// An f-string or a t-string.
  private mutating func formatString() throws(Broken) -> Int32 {
    let outer = mode
    mode = .value
    advance()
    var fields: Int32 = 0
    while kind != .formatEnd { fields += try replacementField() }
    advance()
    mode = outer
    return fields
  }

  /// `{expression=!r:specification}`; fields in the specification are read like any others.
  /// Returns how many expressions it holds.
  private mutating func replacementField() throws(Broken) -> Int32 {
    guard kind == .fieldOpen else { throw Broken() }
    try enter()
    let mark = targets.count
    if token.flags & Token.opensComprehension != 0 {
      // Before PEP 701 a field was parsed as if in parentheses.
      try comprehension(until: .fieldClose, ExpressionKind.Display.generator)
      leave()
      return 1
    }
    var fields: Int32 = 1
    advance()
    _ = try yieldOrExpressionList()
    targets.removeLast(targets.count - mark)
    _ = accept(.equal)
    if accept(.exclamation) { try expect(.name) }
    if accept(.fieldColon) {
      while kind == .fieldOpen { fields += try replacementField() }
    }
    try expect(.fieldClose)
    leave()
    return fields
  }
}
