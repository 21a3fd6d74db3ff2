/// Finds what in plain text can hardly be anything but a name: `CamelCase`, `snake_case`, `called()`,
/// `dotted.names` and paths of files.
public enum ProseNames {
  /// Calls `body` with the place of each such name in `text`, parentheses of a call left out. O(bytes).
  public static func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
    var index = 0
    while index < text.count {
      guard isWord(text[index]) else {
        index += 1
        continue
      }
      let start = index
      var shape = Shape()
      var last: UInt8 = 0
      while index < text.count, isWord(text[index]) || isJoint(text, index) {
        shape.add(text[index], after: last)
        last = text[index]
        index += 1
      }
      let isCall =
        index + 1 < text.count && text[index] == UInt8(ascii: "(") && text[index + 1] == UInt8(ascii: ")")
      // What stands inside a longer word of other characters (`--some-option`, `user@host`, `$VARIABLE`) is no name.
      let isFree = start == 0 || !Self.sticky.contains(text[start - 1])
      let endsFree =
        index == text.count || text[index] != UInt8(ascii: "@") && text[index] != UInt8(ascii: ":")
        || index + 1 == text.count || text[index + 1] <= 0x20
      if isFree, endsFree || isCall, index - start >= 4 || isCall, shape.isName(isCall: isCall) {
        body(start..<index)
      }
    }
  }

  private static let sticky: Set<UInt8> = Set("-@$/\\.#&%=~<".utf8)

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// A dot, slash or hyphen between two words.
  private static func isJoint(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = text[index]
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") else {
      return false
    }
    return index + 1 < text.count && isWord(text[index + 1])
  }

  /// What the characters of a word say about it.
  private struct Shape {
    private var hasUnderscore = false
    private var hasInnerCapital = false
    private var hasDot = false
    private var hasSlash = false
    private var hasHyphen = false
    private var hasLetter = false
    private var isForeign = false
    /// A part begins with a digit, or has one character only: `3.11`, `e.g`.
    private var hasOddPart = false
    private var partLength = 0
    private var lastPartLength: Int { partLength }

    mutating func add(_ byte: UInt8, after last: UInt8) {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"):
        if byte == UInt8(ascii: ".") { hasDot = true }
        if byte == UInt8(ascii: "/") { hasSlash = true }
        if byte == UInt8(ascii: "-") { hasHyphen = true }
        if partLength < 2 { hasOddPart = true }
        partLength = 0
        return
      case UInt8(ascii: "_"): hasUnderscore = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        hasLetter = true
        if last &- 0x61 < 26 || last &- 0x30 < 10 && partLength > 1 { hasInnerCapital = true }
      case UInt8(ascii: "0")...UInt8(ascii: "9"): if partLength == 0 { hasOddPart = true }
      case 0x80...: isForeign = true
      default: hasLetter = true
      }
      partLength += 1
    }

    func isName(isCall: Bool) -> Bool {
      guard hasLetter, !isForeign else { return false }
      // A path has an extension; without one it is "and/or".
      if hasSlash { return hasDot && lastPartLength <= 5 }
      if hasHyphen { return hasDot && lastPartLength <= 5 && !isCall }
      if hasDot { return !hasOddPart }
      return isCall || hasUnderscore || hasInnerCapital
    }
  }
}
