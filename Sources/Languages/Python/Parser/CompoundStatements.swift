import LanguageSupport

extension Parser {
  /// `if`, its ladder of `elif` and its `else`.
  mutating func ifStatement() {
    context.conditions += 1
    var branches = 0
    repeat {
      if branches > 0 { produce(.elseStart) }
      branches += 1
      let isTypeChecking = isTypeCheckingTest()
      if isTypeChecking {
        context.typeCheckingConditions += 1
        context.otherConditions -= 1
      }
      let isSound = header { parser throws(Broken) in
        parser.advance()
        _ = try parser.namedExpression()
      }
      if !isSound { produce(.unknown) }
      produce(.ifStart, 1)
      block(afterBrokenHeader: !isSound)
      if isTypeChecking {
        context.typeCheckingConditions -= 1
        context.otherConditions += 1
      }
    } while kind == .elif
    elseClause(.elseStart)
    for _ in 0..<branches { produce(.ifEnd) }
    context.conditions -= 1
  }

  /// True at `if TYPE_CHECKING:` and `if typing.TYPE_CHECKING:`.
  private func isTypeCheckingTest() -> Bool {
    guard nextKind == .name else { return false }
    var place = position + 1
    if tokens[place + 1].kind == .dot { place += 2 }
    return isWord(tokens[place], "TYPE_CHECKING") && tokens[place + 1].kind == .colon
  }

  private mutating func elseClause(_ mark: ExpressionKind) {
    guard kind == .else else { return }
    produce(mark)
    let isSound = header { parser throws(Broken) in parser.advance() }
    block(afterBrokenHeader: !isSound)
  }

  mutating func whileStatement() {
    produce(.whileStart)
    let isSound = header { parser throws(Broken) in
      parser.advance()
      _ = try parser.namedExpression()
    }
    if !isSound { produce(.unknown) }
    produce(.whileTest, 1)
    block(afterBrokenHeader: !isSound)
    elseClause(.loopElse)
    produce(.loopEnd)
  }

  /// The offset of the keyword at hand, doubled, plus 1 if `async` stands before it.
  private func flaggedOffset() -> Int32 {
    let isAsynchronous = position > 0 && tokens[position - 1].kind == .async
    return Int32(truncatingIfNeeded: token.start) &* 2 &+ (isAsynchronous ? 1 : 0) & Int32.max
  }

  mutating func forStatement() {
    let value = flaggedOffset()
    let isSound = header { parser throws(Broken) in
      parser.advance()
      try parser.targetList()
      try parser.expect(.in)
      let mark = parser.targets.count
      _ = try parser.expressionList()
      parser.targets.removeLast(parser.targets.count - mark)
    }
    if !isSound {
      produce(.unknown)
      produce(.unknown)
    }
    produce(.forStart, 2, value: value)
    block(afterBrokenHeader: !isSound)
    elseClause(.loopElse)
    produce(.loopEnd)
  }

  /// `try`, its `except` and `except*` clauses, `else`, `finally`.
  mutating func tryStatement() {
    context.conditions += 1
    produce(.tryStart)
    var isSound = header { parser throws(Broken) in parser.advance() }
    block(afterBrokenHeader: !isSound)
    while kind == .except {
      var count: Int32 = 0
      isSound = header { parser throws(Broken) in
        parser.advance()
        _ = parser.accept(.star)
        count = 0
        if parser.kind == .colon { return }
        // Several types without parentheses: PEP 758.
        let mark = parser.targets.count
        _ = try parser.expressionList()
        parser.targets.removeLast(parser.targets.count - mark)
        count = 1
        if parser.accept(.as) {
          let reference = ReferenceIndex(truncatingIfNeeded: parser.facts.references.count)
          try parser.emitName(.write)
          parser.produce(.name, reference: reference)
          count = 2
        }
      }
      produce(.exceptStart, isSound ? count : 0)
      block(afterBrokenHeader: !isSound)
    }
    elseClause(.tryElse)
    if kind == .finally {
      produce(.finallyStart)
      isSound = header { parser throws(Broken) in parser.advance() }
      block(afterBrokenHeader: !isSound)
    }
    produce(.tryEnd)
    context.conditions -= 1
  }

  mutating func withStatement() {
    let value = flaggedOffset()
    let isSound = header { parser throws(Broken) in
      parser.advance()
      let isParenthesized = parser.isParenthesizedWith()
      if isParenthesized { parser.advance() }
      repeat {
        if parser.kind == .yield {
          _ = try parser.yieldExpression()
        } else {
          _ = parser.accept(.star)
          let mark = parser.targets.count
          _ = try parser.namedExpression()
          parser.targets.removeLast(parser.targets.count - mark)
        }
        let hasTarget = parser.accept(.as)
        if hasTarget { try parser.target() }
        parser.produce(.withItem, hasTarget ? 2 : 1, value: value)
      } while parser.accept(.comma) && parser.kind != .closeParenthesis
      if isParenthesized { try parser.expect(.closeParenthesis) }
    }
    block(afterBrokenHeader: !isSound)
  }

  /// True if parentheses surround all items of the `with` statement: they end right before the colon.
  private func isParenthesizedWith() -> Bool {
    guard kind == .openParenthesis, token.flags & Token.opensComprehension == 0 else { return false }
    var place = position
    var open = 0
    while true {
      switch tokens[place].kind {
      case .openParenthesis, .openBracket, .openBrace: open += 1
      case .closeParenthesis, .closeBracket, .closeBrace:
        open -= 1
        if open == 0 { return tokens[place + 1].kind == .colon }
      case .newline, .endOfFile: return false
      default: break
      }
      place += 1
    }
  }
}
