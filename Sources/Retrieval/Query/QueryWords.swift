/// What a query names: identifiers, types and paths among its words.
struct QueryWords: Sendable, Equatable {
  /// Words that look like code: `getUser`, `get_user`, `_private`, `call()`, `.member`, or in backquotes; each once.
  private(set) var identifiers: [String] = []
  /// Other words with a capital first, each once: they may name types.
  private(set) var capitalized: [String] = []

  /// More names than this are not looked up.
  static let mostNames = 32

  /// Reads the words of a query. Linear.
  init(_ text: String) {
    let bytes = Array(text.utf8.prefix(LexicalQuery.longestText))
    var index = 0
    var isQuoted = false
    while index < bytes.count {
      guard Self.isNamePart(bytes[index]) else {
        if bytes[index] == UInt8(ascii: "`") { isQuoted.toggle() }
        if bytes[index] == UInt8(ascii: "\n") { isQuoted = false }
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, Self.isNamePart(bytes[index]) { index += 1 }
      let word = bytes[start..<index]
      guard word.count > 1, let first = word.first, !Self.isDigit(first) else { continue }
      let isCalled = index < bytes.count && bytes[index] == UInt8(ascii: "(")
      let isMember =
        start > 0 && bytes[start - 1] == UInt8(ascii: ".")
        && (start < 2 || bytes[start - 2] != UInt8(ascii: "."))
      add(word, isCode: isQuoted || isCalled || isMember || Self.hasShapeOfCode(word))
    }
  }

  private mutating func add(_ word: ArraySlice<UInt8>, isCode: Bool) {
    let name = String(decoding: word, as: UTF8.self)
    if isCode {
      if identifiers.count < Self.mostNames, !identifiers.contains(name) { identifiers.append(name) }
    } else if let first = word.first, Self.isUpper(first), word.count > 2 {
      if capitalized.count < Self.mostNames, !capitalized.contains(name) { capitalized.append(name) }
    }
  }

  /// An underscore between or before other characters, or a capital after a small letter.
  private static func hasShapeOfCode(_ word: ArraySlice<UInt8>) -> Bool {
    for (previous, next) in zip(word, word.dropFirst()) {
      if previous == UInt8(ascii: "_"), next != UInt8(ascii: "_") { return true }
      if isUpper(next), !isUpper(previous), previous != UInt8(ascii: "_"), !isDigit(previous) { return true }
    }
    return false
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func isUpper(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }
}
