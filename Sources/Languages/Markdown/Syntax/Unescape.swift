/// Resolves backslash escapes and character references, as in link destinations, titles and info strings.
enum Unescape {
  /// Appends the text of `source[start..<end]` to `output`; an escaped character loses its backslash, a
  /// reference becomes its characters. O(length).
  static func append(_ source: Bytes, _ start: Int, _ end: Int, to output: inout [UInt8]) {
    let text = source.slice(0, end)
    var index = start
    while index < end {
      let byte = text[index]
      if byte == ASCII.backslash && text.at(index + 1).isPunctuation {
        output.append(text[index + 1])
        index += 2
      } else if byte == ASCII.ampersand, let after = Entities.scan(text, index, into: &output) {
        index = after
      } else {
        output.append(byte)
        index += 1
      }
    }
  }

  /// True if `append` would change something: most text needs no copy.
  static func isNeeded(_ source: Bytes, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end where source[index] == ASCII.backslash || source[index] == ASCII.ampersand {
      return true
    }
    return false
  }
}
