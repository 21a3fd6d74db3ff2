import LanguageSupport

/// The `match` statement (PEP 634).
extension Parser {
  /// `match` and `case` are names everywhere else: the statement is known by its colon at the end of the
  /// line and the indented `case` behind it.
  @inline(__always)
  func isMatchStatement() -> Bool {
    guard token.end - token.start == 5, source[Int(token.start)] == UInt8(ascii: "m") else { return false }
    return looksLikeMatch()
  }

  private func looksLikeMatch() -> Bool {
    guard isWord(token, "match"), nextKind.beginsExpression else { return false }
    var place = position + 1
    while tokens[place].kind != .newline {
      if tokens[place].kind == .endOfFile { return false }
      place += 1
    }
    guard tokens[place - 1].kind == .colon, tokens[place + 1].kind == .indent else { return false }
    return isWord(tokens[place + 2], "case")
  }

  mutating func matchStatement() {
    context.conditions += 1
    defer { context.conditions -= 1 }
    let isSound = header { parser throws(Broken) in
      parser.advance()
      let mark = parser.targets.count
      _ = try parser.expressionList()
      parser.targets.removeLast(parser.targets.count - mark)
    }
    guard isSound else {
      block(afterBrokenHeader: true)
      return
    }
    advance()
    advance()
    depth += 1
    defer { depth -= 1 }
    while kind != .dedent && kind != .endOfFile {
      if isWord("case") {
        caseClause()
      } else {
        skipLine()
        block(afterBrokenHeader: true)
      }
    }
    if kind == .dedent { advance() }
  }

  private mutating func caseClause() {
    let isSound = header { parser throws(Broken) in
      parser.advance()
      try parser.patterns(until: .colon)
      if parser.accept(.if) { _ = try parser.namedExpression() }
    }
    block(afterBrokenHeader: !isSound)
  }

  /// Patterns with commas between them, up to `close`, a colon or `if`.
  private mutating func patterns(until close: TokenKind) throws(Broken) {
    repeat {
      if kind == close || kind == .if { return }
      _ = accept(.star)
      try pattern()
    } while accept(.comma)
  }

  /// Alternatives and the name they are bound to.
  private mutating func pattern() throws(Broken) {
    try enter()
    while true {
      try closedPattern()
      guard kind == .otherOperator, source[Int(token.start)] == UInt8(ascii: "|") else { break }
      advance()
    }
    if accept(.as) { try emitName(.write) }
    leave()
  }

  private mutating func closedPattern() throws(Broken) {
    switch kind {
    case .name: try namePattern()
    case .number, .minus, .plus:
      while kind == .number || kind == .minus || kind == .plus { advance() }
    case .string, .formatStart: try strings()
    case .true, .false, .none: advance()
    case .openParenthesis: try bracketed(.closeParenthesis)
    case .openBracket: try bracketed(.closeBracket)
    case .openBrace: try mappingPattern()
    default: throw Broken()
    }
  }

  private mutating func bracketed(_ close: TokenKind) throws(Broken) {
    advance()
    try patterns(until: close)
    try expect(close)
  }

  /// A capture, the wildcard `_`, a dotted value, or a class with patterns for its attributes.
  private mutating func namePattern() throws(Broken) {
    if nextKind != .dot && nextKind != .openParenthesis {
      if isWord("_") { advance() } else { try emitName(.write) }
      return
    }
    var reference = emit(.read, token)
    advance()
    while accept(.dot) {
      guard kind == .name else { throw Broken() }
      reference = emit(.read, token, receiver: reference)
      advance()
    }
    guard accept(.openParenthesis) else { return }
    repeat {
      if kind == .closeParenthesis { break }
      if kind == .name && nextKind == .equal {
        advance()
        advance()
      }
      try pattern()
    } while accept(.comma)
    try expect(.closeParenthesis)
  }

  private mutating func mappingPattern() throws(Broken) {
    advance()
    repeat {
      if kind == .closeBrace { break }
      if accept(.doubleStar) {
        try emitName(.write)
      } else {
        try closedPattern()
        try expect(.colon)
        try pattern()
      }
    } while accept(.comma)
    try expect(.closeBrace)
  }
}
