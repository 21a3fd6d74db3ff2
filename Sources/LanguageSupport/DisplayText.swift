/// Small operations on text that is shown to people.
public enum DisplayText {
  /// The text with every run of white space as one space and none at its ends.
  public static func collapsed(_ text: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.underestimatedCount)
    for byte in text {
      if !(byte == 0x20 || byte >= 0x09 && byte <= 0x0D) {
        result.append(byte)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// The length to which a longer text is cut: at most `limit`, at the last space, or else between two
  /// characters.
  public static func cut(_ text: [UInt8], _ limit: Int) -> Int {
    if let space = text[..<limit].lastIndex(of: 0x20), space > limit / 2 { return space }
    var end = limit
    while end > 0 && text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
