/// The parts of links that inline links and link reference definitions share (CommonMark 0.31, sections 4.7
/// and 6.3). Every scan stops at the first byte that cannot belong to the part.
enum LinkSyntax {
  /// A half-open range of the text.
  struct Piece {
    var start: Int
    var end: Int
  }

  /// A bracketed label at `start`, where `[` stands: the index after its `]`, or nil. A label has at most 999
  /// bytes and no unescaped bracket.
  static func label(_ text: Bytes, _ start: Int) -> Int? {
    guard text.at(start) == ASCII.openBracket else { return nil }
    let limit = min(text.count, start + 1001)
    var index = start + 1
    while index < limit {
      switch text[index] {
      case ASCII.closeBracket: return index + 1
      case ASCII.openBracket: return nil
      case ASCII.backslash: index += text.at(index + 1).isPunctuation ? 2 : 1
      default: index += 1
      }
    }
    return nil
  }

  /// A link destination at `start`: the piece without angle brackets, and where the whole ends. Nil if none
  /// stands there. An empty piece is legal only between angle brackets or if the caller allows it.
  static func destination(_ text: Bytes, _ start: Int) -> (piece: Piece, end: Int)? {
    if text.at(start) == ASCII.less && start < text.count {
      var index = start + 1
      while index < text.count {
        switch text[index] {
        case ASCII.greater: return (Piece(start: start + 1, end: index), index + 1)
        case ASCII.less, ASCII.lineFeed, ASCII.carriageReturn: return nil
        case ASCII.backslash: index += text.at(index + 1).isPunctuation ? 2 : 1
        default: index += 1
        }
      }
      return nil
    }
    var index = start
    var depth = 0
    scan: while index < text.count {
      let byte = text[index]
      switch byte {
      case ASCII.backslash:
        index += text.at(index + 1).isPunctuation ? 2 : 1
        continue scan
      case ASCII.openParenthesis:
        depth += 1
        // The specification asks for at least three levels; the limit keeps repeated attempts linear.
        if depth > 32 { return nil }
      case ASCII.closeParenthesis:
        if depth == 0 { break scan }
        depth -= 1
      default:
        if byte == ASCII.space || byte.isControl { break scan }
      }
      index += 1
    }
    return depth == 0 ? (Piece(start: start, end: index), index) : nil
  }

  /// A title at `start` with its quotes or parentheses: the piece between them and where the whole ends.
  static func title(_ text: Bytes, _ start: Int) -> (piece: Piece, end: Int)? {
    let open = text.at(start)
    let close = open == ASCII.openParenthesis ? ASCII.closeParenthesis : open
    guard open == ASCII.quotation || open == ASCII.apostrophe || open == ASCII.openParenthesis else {
      return nil
    }
    var index = start + 1
    while index < text.count {
      let byte = text[index]
      if byte == close { return (Piece(start: start + 1, end: index), index + 1) }
      if byte == ASCII.openParenthesis && open == ASCII.openParenthesis { return nil }
      index += byte == ASCII.backslash && text.at(index + 1).isPunctuation ? 2 : 1
    }
    return nil
  }

  /// Skips spaces, tabs and at most one line ending.
  static func skipWhitespace(_ text: Bytes, _ start: Int) -> Int {
    var index = text.skipSpaces(start, text.count)
    if index < text.count && text[index] == ASCII.lineFeed {
      index = text.skipSpaces(index + 1, text.count)
    }
    return index
  }
}
