/// Mending of brackets and strings that are never closed. No valid file comes here.
///
/// Mending reads some bytes again. A budget of a few times the file's size bounds that, so that the whole stays linear
/// whatever the input; once it is spent, what is broken swallows more.
extension Lexer {
  /// A keyword that cannot begin a line inside brackets does so: some bracket before it was never closed.
  /// The logical line ends where it should have ended, or at the latest here.
  mutating func abandonBrackets(at keyword: Int) {
    if cutBrackets() { return }
    var start = keyword
    while start > 0, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
    index = start
    leaveAll()
    add(.newline, from: start)
    beginLine()
  }

  /// While brackets are open that will not be closed: ends the logical line before its first line that is
  /// indented no deeper than the statement and does not close a bracket, and reads on from there. False if
  /// there is no such line.
  private mutating func cutBrackets() -> Bool {
    guard let outermost = nest.first else { return false }
    for place in Int(outermost.token) + 1..<max(Int(outermost.token) + 1, tokens.count) {
      let token = tokens[place]
      guard let column = column(ofFirstInLine: Int(token.start), after: Int(tokens[place - 1].end)),
        column <= indents.column
      else { continue }
      switch token.kind {
      case .closeParenthesis, .closeBracket, .closeBrace, .fieldClose, .formatEnd: continue
      default: break
      }
      let line = startOfLine(Int(token.start))
      guard spend(index - line) else { return false }
      tokens.removeLast(tokens.count - place)
      index = line
      leaveAll()
      add(.newline, from: line)
      beginLine()
      return true
    }
    return false
  }

  /// At the end of the source: if something is still open, takes back what was read since it should have been
  /// closed, and lets reading go on there. False if nothing is to be mended.
  mutating func mendOpenEnds() -> Bool {
    guard !isExpression, !nest.isEmpty else { return false }
    return rewindEndlessFormat() || cutBrackets()
  }

  /// If a triple-quoted f-string is still open at the end, marks the first line of the outermost one
  /// invalid and goes back behind it.
  private mutating func rewindEndlessFormat() -> Bool {
    guard let outermost = nest.firstIndex(where: { $0.kind == .literal && $0.isTriple }) else { return false }
    let opener = Int(nest[outermost].token)
    let start = Int(tokens[opener].start)
    guard spend(index - start) else { return false }
    for top in nest[outermost...] where top.kind == .literal && !top.isTriple { openSingleQuoted -= 1 }
    nest.removeLast(nest.count - outermost)
    tokens.removeLast(tokens.count - opener)
    index = start
    skipComment()
    add(.invalid, from: start)
    return true
  }

  private mutating func spend(_ count: Int) -> Bool {
    guard count <= mendingBudget else { return false }
    mendingBudget -= count
    return true
  }

  private func startOfLine(_ place: Int) -> Int {
    var place = place
    while place > 0, source[place - 1] != 0x0A, source[place - 1] != 0x0D { place -= 1 }
    return place
  }

  /// The column of a token if a line break lies between it and the end of the one before.
  private func column(ofFirstInLine start: Int, after end: Int) -> Int32? {
    var place = start
    while place > end, source[place - 1] != 0x0A, source[place - 1] != 0x0D {
      place -= 1
    }
    guard place > end else { return nil }
    var column: Int32 = 0
    while place < start {
      column = source[place] == 0x09 ? (column / 8 + 1) * 8 : column + 1
      place += 1
    }
    return column
  }
}
