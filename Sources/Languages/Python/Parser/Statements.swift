import LanguageSupport

extension Parser {
  /// Reads the whole file.
  mutating func file() {
    readDocumentation(of: -1)
    while kind != .endOfFile {
      statements()
      // A dedent that closes nothing: recovery went astray.
      if kind == .dedent { advance() }
    }
  }

  /// Reads statements up to the dedent that ends their block, or the end of the file.
  mutating func statements() {
    // Blocks opened by an indentation that no header announced.
    var strayBlocks = 0
    var wasBroken = false
    while true {
      switch kind {
      case .endOfFile: return
      case .dedent:
        if strayBlocks == 0 { return }
        strayBlocks -= 1
        advance()
      case .indent:
        if !wasBroken { facts.parseErrors += 1 }
        strayBlocks += 1
        advance()
      default:
        wasBroken = !statement()
      }
    }
  }

  /// Reads one compound statement or one line of simple ones; false if it was broken.
  private mutating func statement() -> Bool {
    switch kind {
    case .def, .class, .at: definition()
    case .async:
      switch nextKind {
      case .def: definition()
      case .for, .with:
        advance()
        compoundStatement()
      default: return simpleStatements()
      }
    case .if, .while, .for, .try, .with: compoundStatement()
    case .name where isMatchStatement(): matchStatement()
    default: return simpleStatements()
    }
    return true
  }

  private mutating func compoundStatement() {
    switch kind {
    case .if: ifStatement()
    case .while: whileStatement()
    case .for: forStatement()
    case .try: tryStatement()
    default: withStatement()
    }
  }

  /// Reads a compound statement's header up to its colon; false if it was broken and skipped.
  mutating func header(_ read: (inout Parser) throws(Broken) -> Void) -> Bool {
    let mark = mark()
    do {
      try read(&self)
      try expect(.colon)
      statementEnd = previousEnd
      return true
    } catch {
      rollBack(to: mark)
      skipLine()
      return false
    }
  }

  /// Reads the block after a header, whose colon has been read; or after a broken header, whose line has
  /// been skipped. `documented` is the definition whose body it is.
  mutating func block(afterBrokenHeader isBroken: Bool = false, of documented: DefinitionIndex? = nil) {
    if kind == .endOfFile { return }
    guard kind == .newline else {
      if let documented { readDocumentation(of: documented) }
      _ = simpleStatements()
      return
    }
    advance()
    guard kind == .indent else {
      if !isBroken { facts.parseErrors += 1 }
      return
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.nestingLimit else {
      giveUp()
      return
    }
    advance()
    if let documented { readDocumentation(of: documented) }
    statements()
    if kind == .dedent { advance() }
  }

  /// Reads simple statements up to the end of the line; false if one was broken.
  mutating func simpleStatements() -> Bool {
    while true {
      let mark = mark()
      do {
        try simpleStatement()
      } catch {
        rollBack(to: mark)
        skipLine()
        _ = accept(.newline)
        return false
      }
      statementEnd = previousEnd
      if accept(.semicolon) {
        if accept(.newline) { return true }
        continue
      }
      if accept(.newline) || kind == .endOfFile { return true }
      rollBack(to: mark)
      skipLine()
      _ = accept(.newline)
      return false
    }
  }
}
