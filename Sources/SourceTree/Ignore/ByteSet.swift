/// A set of byte values, for bracket expressions.
struct ByteSet: Sendable {
  private var words: SIMD4<UInt64> = .zero

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 != 0 }

  mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  mutating func insert(where included: (UInt8) -> Bool) {
    for byte in UInt8.min...UInt8.max where included(byte) { insert(byte) }
  }

  mutating func invert() { words = ~words }

  /// Adds the members of a POSIX class, ASCII only as in git. False if there is no such class.
  mutating func insertClass(_ name: ArraySlice<UInt8>) -> Bool {
    guard let included = Self.classes[String(decoding: name, as: UTF8.self)] else { return false }
    insert(where: included)
    return true
  }

  private static let classes: [String: @Sendable (UInt8) -> Bool] = [
    "alnum": { isLetter($0) || isDigit($0) },
    "alpha": isLetter,
    "blank": { $0 == 0x20 || $0 == 0x09 },
    "cntrl": { $0 < 0x20 || $0 == 0x7F },
    "digit": isDigit,
    "graph": { (0x21...0x7E).contains($0) },
    "lower": isLower,
    "print": { (0x20...0x7E).contains($0) },
    "punct": { (0x21...0x7E).contains($0) && !isLetter($0) && !isDigit($0) },
    // Git's own isspace, which knows no form feed and no vertical tab.
    "space": { [0x20, 0x09, 0x0A, 0x0D].contains($0) },
    "upper": isUpper,
    "xdigit": { isDigit($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0) },
  ]

  @Sendable private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  @Sendable private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  @Sendable private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  @Sendable private static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
}
