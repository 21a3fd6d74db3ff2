/// A read-only view of UTF-8 text while it is parsed.
///
/// The parser never keeps a view beyond the `withUnsafeBufferPointer` call that made it, and every index it
/// uses comes from a comparison with the view's count; debug builds check each access.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension Bytes {
  /// The bytes of a range as a view of their own.
  @inline(__always)
  func slice(_ start: Int, _ end: Int) -> Bytes { Bytes(rebasing: self[start..<end]) }

  /// The byte at `index`, or 0 outside the text.
  @inline(__always)
  func at(_ index: Int) -> UInt8 { index >= 0 && index < count ? self[index] : 0 }

  /// True if `word` stands at `index`. ASCII letters match in either case if `word` is in lower case and
  /// `ignoringCase` is set.
  func has(_ word: StaticString, at index: Int, ignoringCase: Bool = false) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { wanted in
      for offset in 0..<wanted.count {
        let byte = self[index + offset]
        guard byte == wanted[offset] || ignoringCase && byte.lowercasedASCII == wanted[offset] else {
          return false
        }
      }
      return true
    }
  }

  /// The first place at or after `start` where `word` stands before `end`, or nil. O(end - start).
  func find(_ word: StaticString, from start: Int, to end: Int, ignoringCase: Bool = false) -> Int? {
    var index = start
    while index + word.utf8CodeUnitCount <= end {
      if has(word, at: index, ignoringCase: ignoringCase) { return index }
      index += 1
    }
    return nil
  }

  /// The first index at or after `start` that holds no space or tab, at most `end`.
  @inline(__always)
  func skipSpaces(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end && self[index].isSpaceOrTab { index += 1 }
    return index
  }

  /// The index after the last byte in `start..<end` that is no space or tab.
  @inline(__always)
  func trimSpaces(_ start: Int, _ end: Int) -> Int {
    var index = end
    while index > start && self[index - 1].isSpaceOrTab { index -= 1 }
    return index
  }
}

/// ASCII characters by name, as far as Markdown gives them a meaning.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let exclamation: UInt8 = 0x21
  static let quotation: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let ampersand: UInt8 = 0x26
  static let apostrophe: UInt8 = 0x27
  static let openParenthesis: UInt8 = 0x28
  static let closeParenthesis: UInt8 = 0x29
  static let asterisk: UInt8 = 0x2A
  static let plus: UInt8 = 0x2B
  static let hyphen: UInt8 = 0x2D
  static let period: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let nine: UInt8 = 0x39
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let less: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let greater: UInt8 = 0x3E
  static let question: UInt8 = 0x3F
  static let at: UInt8 = 0x40
  static let openBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let caret: UInt8 = 0x5E
  static let underscore: UInt8 = 0x5F
  static let backtick: UInt8 = 0x60
  static let pipe: UInt8 = 0x7C
  static let tilde: UInt8 = 0x7E
}

extension UInt8 {
  @inline(__always) var isSpaceOrTab: Bool { self == ASCII.space || self == ASCII.tab }

  /// Space, tab, line feed, vertical tab, form feed, carriage return.
  @inline(__always) var isWhitespace: Bool { self == ASCII.space || self >= 0x09 && self <= 0x0D }

  @inline(__always) var isDigit: Bool { self >= ASCII.zero && self <= ASCII.nine }

  @inline(__always) var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  @inline(__always) var isAlphanumeric: Bool { isDigit || isLetter }

  /// The 32 ASCII characters that a backslash can escape.
  @inline(__always) var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isAlphanumeric }

  @inline(__always) var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  /// C0 controls and DEL.
  @inline(__always) var isControl: Bool { self < 0x20 || self == 0x7F }
}

/// A set of ASCII characters with a constant-time test.
struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: StaticString) {
    characters.withUTF8Buffer { for byte in $0 { insert(byte) } }
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> UInt64(byte) & 1 != 0 : byte < 128 && high >> UInt64(byte & 63) & 1 != 0
  }
}
