/// Small operations on text that is shown to people.
enum DisplayText {
  /// The text with every run of white space as one space and none at its ends.
  static func collapsed(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text {
      if !byte.isWhitespace {
        result.append(byte)
      } else if let last = result.last, last != ASCII.space {
        result.append(ASCII.space)
      }
    }
    if result.last == ASCII.space { result.removeLast() }
    return result
  }

  /// The length to which a longer text is cut: at most `limit`, at the last space, or else between two
  /// characters.
  static func cut(_ text: [UInt8], _ limit: Int) -> Int {
    if let space = text[..<limit].lastIndex(of: ASCII.space), space > limit / 2 { return space }
    var end = limit
    while end > 0 && text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
