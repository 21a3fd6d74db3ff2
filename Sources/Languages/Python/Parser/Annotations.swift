import LanguageSupport

extension Parser {
  /// An annotation: its names are types, and so are those in its strings.
  mutating func annotation() throws(Broken) {
    let outer = mode
    let mark = targets.count
    mode = .type
    _ = try element()
    targets.removeLast(targets.count - mark)
    mode = outer
  }

  /// Reads the type that a string in an annotation names. A text that is no expression stays a text:
  /// false.
  mutating func stringAnnotation(_ literal: Token) -> Bool {
    guard depth < Self.nestingLimit, let content = plainContent(of: literal) else { return false }
    let mark = mark()
    let resume = (position, previousEnd)
    var lexer = Lexer(expression: source, in: content)
    lexer.run()
    // The parser's own tokens wait in the lexer's place.
    swap(&tokens, &lexer.tokens)
    position = 0
    kind = tokens[0].kind
    depth += 1
    var isSound = false
    if let _ = try? expression() { isSound = kind == .endOfFile }
    swap(&tokens, &lexer.tokens)
    if isSound { restore(mark) } else { rollBack(to: mark) }
    if isTooDeep {
      giveUp()
    } else {
      (position, previousEnd) = resume
      kind = tokens[position].kind
    }
    return isSound
  }

  /// The bytes between the quotes, if they stand for themselves.
  func plainContent(of literal: Token) -> Range<Int>? {
    guard literal.flags & StringPrefix.bytes == 0 else { return nil }
    var start = Int(literal.start)
    while source[start] != UInt8(ascii: "\"") && source[start] != UInt8(ascii: "'") { start += 1 }
    let quotes = literal.flags & StringPrefix.triple != 0 ? 3 : 1
    let content = start + quotes..<Int(literal.end) - quotes
    return source[content].contains(UInt8(ascii: "\\")) ? nil : content
  }
}
