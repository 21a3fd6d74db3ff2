/// Mending of brackets and strings that are never closed. No valid file comes here.
///
/// Mending reads some bytes again. A budget of a few times the file's size bounds that, so that the whole stays linear
/// whatever the input; once it is spent, what is broken swallows more.
extension Lexer {
  /// A keyword that cannot begin a line inside brackets does so: some bracket before it was never closed.
  /// The logical line ends where it should have ended, or at the latest here.
  mutating func abandonBrackets(at keyword: Int) {
    if let outermost = nest.first, cutLine(openedBy: Int(outermost.token)) { return }
    let start = startOfLine(keyword)
    index = start
    leaveAll()
    add(.newline, from: start)
    beginLine()
  }

  /// After a single-quoted string that its line does not close, everything single-quoted around it is
  /// broken too; brackets and triple-quoted strings outside stay open. A format string that began on an
  /// earlier line should have ended there.
  mutating func leaveSingleQuotedFormats() {
    var opener = -1
    while openSingleQuoted > 0, let top = nest.popLast() {
      guard top.kind == .literal && !top.isTriple else { continue }
      openSingleQuoted -= 1
      opener = Int(top.token)
    }
    guard opener >= 0, !isExpression, startOfLine(index) > tokens[opener].start else { return }
    _ = cutLine(openedBy: opener)
  }

  /// Ends a logical line, in which the token `opener` opened what is never closed, before its first line
  /// that is indented no deeper than the statement and does not begin with a closing bracket, and reads on from there.
  /// False if there is no such line.
  private mutating func cutLine(openedBy opener: Int) -> Bool {
    guard opener + 1 < tokens.count else { return false }
    for place in opener + 1..<tokens.count {
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
    if rewindEndlessFormat() { return true }
    guard let outermost = nest.first else { return false }
    return cutLine(openedBy: Int(outermost.token))
  }

  /// If a triple-quoted f-string is still open at the end, marks the first line of the outermost one
  /// invalid and goes back behind it.
  private mutating func rewindEndlessFormat() -> Bool {
    guard let outermost = nest.firstIndex(where: { $0.kind == .literal && $0.isTriple }) else { return false }
    let opener = Int(nest[outermost].token)
    let start = Int(tokens[opener].start)
    // The search counts as well: it may have passed many brackets.
    guard spend(index - start + outermost) else { return false }
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
