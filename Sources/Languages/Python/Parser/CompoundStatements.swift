import LanguageSupport

extension Parser {
  /// `if`, its ladder of `elif` and its `else`.
  mutating func ifStatement() {
    context.conditions += 1
    repeat {
      let isTypeChecking = isTypeCheckingTest()
      if isTypeChecking {
        context.typeCheckingConditions += 1
        context.otherConditions -= 1
      }
      let isSound = header { parser throws(Broken) in
        parser.advance()
        _ = try parser.namedExpression()
      }
      block(afterBrokenHeader: !isSound)
      if isTypeChecking {
        context.typeCheckingConditions -= 1
        context.otherConditions += 1
      }
    } while kind == .elif
    elseClause()
    context.conditions -= 1
  }

  /// True at `if TYPE_CHECKING:` and `if typing.TYPE_CHECKING:`.
  private func isTypeCheckingTest() -> Bool {
    guard nextKind == .name else { return false }
    var place = position + 1
    if tokens[place + 1].kind == .dot { place += 2 }
    return isWord(tokens[place], "TYPE_CHECKING") && tokens[place + 1].kind == .colon
  }

  private mutating func elseClause() {
    guard kind == .else else { return }
    let isSound = header { parser throws(Broken) in parser.advance() }
    block(afterBrokenHeader: !isSound)
  }

  mutating func whileStatement() {
    let isSound = header { parser throws(Broken) in
      parser.advance()
      _ = try parser.namedExpression()
    }
    block(afterBrokenHeader: !isSound)
    elseClause()
  }

  mutating func forStatement() {
    let isSound = header { parser throws(Broken) in
      parser.advance()
      try parser.targetList()
      try parser.expect(.in)
      let mark = parser.targets.count
      _ = try parser.expressionList()
      parser.targets.removeLast(parser.targets.count - mark)
    }
    block(afterBrokenHeader: !isSound)
    elseClause()
  }

  /// `try`, its `except` and `except*` clauses, `else`, `finally`.
  mutating func tryStatement() {
    context.conditions += 1
    var isSound = header { parser throws(Broken) in parser.advance() }
    block(afterBrokenHeader: !isSound)
    while kind == .except {
      isSound = header { parser throws(Broken) in
        parser.advance()
        _ = parser.accept(.star)
        if parser.kind == .colon { return }
        // Several types without parentheses: PEP 758.
        let mark = parser.targets.count
        _ = try parser.expressionList()
        parser.targets.removeLast(parser.targets.count - mark)
        if parser.accept(.as) { try parser.emitName(.write) }
      }
      block(afterBrokenHeader: !isSound)
    }
    elseClause()
    if kind == .finally {
      isSound = header { parser throws(Broken) in parser.advance() }
      block(afterBrokenHeader: !isSound)
    }
    context.conditions -= 1
  }

  mutating func withStatement() {
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
        if parser.accept(.as) { try parser.target() }
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
