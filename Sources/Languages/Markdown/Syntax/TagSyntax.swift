/// HTML tags as Markdown recognises them (CommonMark 0.31, section 6.6).
enum TagSyntax {
  /// The index after the opening or closing tag that starts at `start`, where `<` stands, or nil.
  static func tag(_ text: Bytes, _ start: Int) -> Int? {
    text.at(start + 1) == ASCII.slash ? closing(text, start) : opening(text, start)
  }

  /// The index after the tag's name that starts at `start`, or nil.
  static func name(_ text: Bytes, _ start: Int) -> Int? {
    guard text.at(start).isLetter else { return nil }
    var index = start + 1
    while index < text.count && (text[index].isAlphanumeric || text[index] == ASCII.hyphen) { index += 1 }
    return index
  }

  private static func closing(_ text: Bytes, _ start: Int) -> Int? {
    guard var index = name(text, start + 2) else { return nil }
    index = skipWhitespace(text, index)
    return text.at(index) == ASCII.greater ? index + 1 : nil
  }

  private static func opening(_ text: Bytes, _ start: Int) -> Int? {
    guard var index = name(text, start + 1) else { return nil }
    while true {
      let next = skipWhitespace(text, index)
      if next > index, let end = attribute(text, next) {
        index = end
        continue
      }
      index = next
      break
    }
    if text.at(index) == ASCII.slash { index += 1 }
    return text.at(index) == ASCII.greater ? index + 1 : nil
  }

  /// A name and, after optional white space, perhaps `=` and a value.
  private static func attribute(_ text: Bytes, _ start: Int) -> Int? {
    let first = text.at(start)
    guard first.isLetter || first == ASCII.underscore || first == ASCII.colon else { return nil }
    var index = start + 1
    while index < text.count, isNameByte(text[index]) { index += 1 }
    let equals = skipWhitespace(text, index)
    guard text.at(equals) == ASCII.equals else { return index }
    return value(text, skipWhitespace(text, equals + 1))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == ASCII.underscore || byte == ASCII.colon || byte == ASCII.period
      || byte == ASCII.hyphen
  }

  private static func value(_ text: Bytes, _ start: Int) -> Int? {
    let quote = text.at(start)
    if quote == ASCII.quotation || quote == ASCII.apostrophe {
      var index = start + 1
      while index < text.count {
        if text[index] == quote { return index + 1 }
        index += 1
      }
      return nil
    }
    var index = start
    while index < text.count, !text[index].isWhitespace, !unquotedEnd.contains(text[index]) { index += 1 }
    return index > start ? index : nil
  }

  private static let unquotedEnd = ByteSet("\"'=<>`")

  private static func skipWhitespace(_ text: Bytes, _ start: Int) -> Int {
    var index = start
    while index < text.count && text[index].isWhitespace { index += 1 }
    return index
  }
}
