/// Makes a text that libxml2 reads in linear time and byte for byte: same length, same places.
enum HTMLGuard {
  /// libxml2 compares each attribute of a tag with all others; a tag with more is text.
  static let attributeLimit = 200

  /// The text without NUL bytes, byte order mark, undecodable bytes and tags of too many attributes; what is
  /// taken out is replaced by as many bytes. O(bytes).
  static func sanitized(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text = Array(source)
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.replaceSubrange(0..<3, with: [0x20, 0x20, 0x20]) }
    for index in text.indices where text[index] == 0 { text[index] = 0x20 }
    if String(validating: text, as: UTF8.self) == nil {
      for index in text.indices where text[index] >= 0x80 { text[index] = UInt8(ascii: "?") }
    }
    blankLongTags(&text)
    return text
  }

  private static func blankLongTags(_ text: inout [UInt8]) {
    var index = 0
    while index + 1 < text.count {
      guard text[index] == UInt8(ascii: "<"), (text[index + 1] | 0x20) &- 0x61 < 26 else {
        index += 1
        continue
      }
      let start = index
      var words = 0
      var quote: UInt8 = 0
      var last: UInt8 = 0
      index += 1
      while index < text.count {
        let byte = text[index]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: ">") {
          break
        } else if byte == 0x22 || byte == 0x27, last == UInt8(ascii: "=") {
          quote = byte
        } else if byte <= 0x20 || byte == UInt8(ascii: "/") {
          words += 1
          if words > attributeLimit { break }
        }
        if byte > 0x20 { last = byte }
        index += 1
      }
      if words > attributeLimit { text[start] = 0x20 }
    }
  }
}
