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
    if !isSound { produce(.unknown) }
    produce(.matchStart, 1)
    defer { produce(.matchEnd) }
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
      let list = try parser.patterns(until: .colon)
      if list.count != 1 || list.hasComma { parser.produce(.patternSequence, list.count) }
      parser.produce(.caseStart, 1)
      if parser.accept(.if) {
        _ = try parser.namedExpression()
        parser.produce(.caseGuard, 1)
      }
    }
    if !isSound {
      produce(.patternAny)
      produce(.caseStart, 1)
    }
    block(afterBrokenHeader: !isSound)
  }

  /// Patterns with commas between them, up to `close`, a colon or `if`.
  private mutating func patterns(
    until close: TokenKind
  ) throws(Broken) -> (count: Int32, hasComma: Bool) {
    var count: Int32 = 0
    var hasComma = false
    while kind != close && kind != .if {
      let isStarred = accept(.star)
      try pattern()
      if isStarred { produce(.patternStar, 1) }
      count += 1
      if !accept(.comma) { break }
      hasComma = true
    }
    return (count, hasComma)
  }

  /// Alternatives and the name they are bound to.
  private mutating func pattern() throws(Broken) {
    try enter()
    var alternatives: Int32 = 0
    while true {
      try closedPattern()
      alternatives += 1
      guard kind == .otherOperator, source[Int(token.start)] == UInt8(ascii: "|") else { break }
      advance()
    }
    if alternatives > 1 { produce(.patternOr, alternatives) }
    if accept(.as) {
      try capture()
      produce(.patternAs, 2)
    }
    leave()
  }

  private mutating func closedPattern() throws(Broken) {
    switch kind {
    case .name: try namePattern()
    case .number, .minus, .plus:
      while kind == .number || kind == .minus || kind == .plus { advance() }
      produce(.patternAny)
    case .string, .formatStart:
      try strings()
      produce(.patternValue, 1)
    case .true, .false, .none:
      advance()
      produce(.patternAny)
    case .openParenthesis: try bracketed(.closeParenthesis)
    case .openBracket: try bracketed(.closeBracket)
    case .openBrace: try mappingPattern()
    default: throw Broken()
    }
  }

  private mutating func bracketed(_ close: TokenKind) throws(Broken) {
    advance()
    let list = try patterns(until: close)
    try expect(close)
    if close == .closeBracket || list.hasComma || list.count != 1 { produce(.patternSequence, list.count) }
  }

  /// A name that the pattern binds.
  private mutating func capture() throws(Broken) {
    let reference = ReferenceIndex(truncatingIfNeeded: facts.references.count)
    try emitName(.write)
    produce(.patternCapture, reference: reference)
  }

  /// A capture, the wildcard `_`, a dotted value, or a class with patterns for its attributes.
  private mutating func namePattern() throws(Broken) {
    if nextKind != .dot && nextKind != .openParenthesis {
      if isWord("_") {
        advance()
        produce(.patternAny)
      } else {
        try capture()
      }
      return
    }
    var reference = emit(.read, token)
    produce(.name, reference: reference)
    advance()
    while accept(.dot) {
      guard kind == .name else { throw Broken() }
      reference = emit(.read, token, receiver: reference)
      produce(.attribute, 1, reference: reference)
      advance()
    }
    guard accept(.openParenthesis) else {
      produce(.patternValue, 1)
      return
    }
    var count: Int32 = 1
    repeat {
      if kind == .closeParenthesis { break }
      count += 1
      if kind == .name && nextKind == .equal {
        let name = intern(token)
        advance()
        advance()
        try pattern()
        produce(.patternKeyword, 1, name: name)
      } else {
        try pattern()
      }
    } while accept(.comma)
    try expect(.closeParenthesis)
    produce(.patternClass, count)
  }

  private mutating func mappingPattern() throws(Broken) {
    advance()
    var count: Int32 = 0
    repeat {
      if kind == .closeBrace { break }
      if accept(.doubleStar) {
        try capture()
        count += 1
      } else {
        try closedPattern()
        try expect(.colon)
        try pattern()
        count += 2
      }
    } while accept(.comma)
    try expect(.closeBrace)
    produce(.patternMapping, count)
  }
}
