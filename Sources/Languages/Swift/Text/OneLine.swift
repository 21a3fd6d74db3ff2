import LanguageSupport

/// Source text made fit for names, signatures and keys.
extension FactsExtractor {
  /// The longest signature or attribute text that is kept, in bytes.
  private static var longestLine: Int { 1000 }

  /// Source text on one line: each run of white space and comments is one space, none inside the ends of
  /// brackets. Whatever is in ``scratch`` comes first. Cut after ``longestLine`` bytes, with an ellipsis.
  mutating func oneLine(_ range: Range<Int>) -> NameID {
    if scratch.isEmpty && range.count <= Self.longestLine && isOneLine(range) { return intern(range) }
    var scanner = TriviaScanner(source, range)
    let prefix = scratch.count
    while let byte = scanner.next() {
      if scanner.skippedSpace, scratch.count > prefix, let last = scratch.last,
        !Self.opens(last), !Self.closes(byte)
      {
        scratch.append(UInt8(ascii: " "))
      }
      scratch.append(byte)
      if scratch.count > Self.longestLine && byte & 0xC0 != 0xC0 { break }
    }
    if scratch.count > Self.longestLine {
      // Not in the middle of a character.
      while let last = scratch.last, last >= 0x80 { scratch.removeLast() }
      scratch.append(contentsOf: "…".utf8)
    }
    return internScratch()
  }

  /// True if the text can stand as it is.
  private func isOneLine(_ range: Range<Int>) -> Bool {
    var last: UInt8 = 0
    for offset in range {
      let byte = source[offset]
      if byte < 0x20 || byte == UInt8(ascii: "/") { return false }
      if byte == UInt8(ascii: " ") && (last == UInt8(ascii: " ") || Self.opens(last)) { return false }
      if last == UInt8(ascii: " ") && Self.closes(byte) { return false }
      last = byte
    }
    return true
  }

  private static func opens(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") }

  private static func closes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
  }

  /// Appends source text without white space and comments to ``scratch``; `_` parts words that would run
  /// together.
  mutating func appendCanonical(_ range: Range<Int>) {
    var scanner = TriviaScanner(source, range)
    var isApart = true
    while let byte = scanner.next() {
      if isApart || scanner.skippedSpace, let last = scratch.last, Self.isWord(last), Self.isWord(byte) {
        scratch.append(UInt8(ascii: "_"))
      }
      isApart = false
      scratch.append(byte)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// The texts of some nodes, canonical and in a row.
  mutating func canonical(_ nodes: [RawNode?]) -> NameID {
    for node in nodes {
      if let node, !node.isEmpty { appendCanonical(node.textRange) }
    }
    return internScratch()
  }

  /// A type's name without generic arguments: `Foo.Bar` for `Foo<T> . Bar`.
  mutating func typeName(_ node: RawNode) -> NameID {
    var scanner = TriviaScanner(source, node.textRange)
    var depth = 0
    while let byte = scanner.next() {
      switch byte {
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"): depth -= 1
      case UInt8(ascii: "`"): break
      default: if depth <= 0 { scratch.append(byte) }
      }
    }
    return internScratch()
  }
}

/// Reads source text without white space and comments; string literals are kept as they are.
struct TriviaScanner {
  private let source: UnsafeBufferPointer<UInt8>
  private var offset: Int
  private let end: Int
  private var quoted = false

  /// True if white space or a comment stood before the byte that `next` returned last.
  private(set) var skippedSpace = false

  /// `source` must stay valid while the scanner is used.
  init(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.source = source
    offset = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> UInt8? {
    skippedSpace = false
    while offset < end {
      let byte = source[offset]
      if byte <= 0x20 {
        offset += 1
        if quoted && byte == 0x20 { return byte }
        skippedSpace = true
        continue
      }
      if !quoted && byte == UInt8(ascii: "/") && skipComment() {
        skippedSpace = true
        continue
      }
      offset += 1
      if byte == UInt8(ascii: "\"") && !isEscaped(offset - 1) { quoted.toggle() }
      return byte
    }
    return nil
  }

  private func isEscaped(_ place: Int) -> Bool {
    quoted && place > 0 && source[place - 1] == UInt8(ascii: "\\")
      && !(place > 1 && source[place - 2] == UInt8(ascii: "\\"))
  }

  private mutating func skipComment() -> Bool {
    guard offset + 1 < end else { return false }
    switch source[offset + 1] {
    case UInt8(ascii: "/"):
      while offset < end && source[offset] != 0x0A && source[offset] != 0x0D { offset += 1 }
      return true
    case UInt8(ascii: "*"):
      var depth = 0
      while offset < end {
        let byte = source[offset]
        let follower = offset + 1 < end ? source[offset + 1] : 0
        if byte == UInt8(ascii: "/") && follower == UInt8(ascii: "*") {
          depth += 1
          offset += 2
        } else if byte == UInt8(ascii: "*") && follower == UInt8(ascii: "/") {
          depth -= 1
          offset += 2
          if depth == 0 { break }
        } else {
          offset += 1
        }
      }
      offset = min(offset, end)
      return true
    default: return false
    }
  }
}
