/// A file's path relative to the indexed root: bytes, with `/` between components, never absolute.
///
/// Paths on Linux are bytes, not text; equality, hashing and order are by bytes, so that NFC and NFD
/// twins stay two files and results do not depend on a locale.
public struct SourcePath: Sendable, Hashable, Comparable {
  /// The raw bytes of the path.
  public let bytes: [UInt8]

  /// Makes a path of raw bytes, which are taken as they are.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Makes a path of a string's UTF-8 bytes.
  public init(_ string: String) { self.bytes = Array(string.utf8) }

  /// The path as text if its bytes are valid UTF-8, else nil.
  public var string: String? { String(validating: bytes, as: UTF8.self) }

  /// The path for people and for JSON: valid UTF-8 as it is, but with control characters, bidirectional
  /// overrides and undecodable bytes written as `\xNN` (each byte) and backslashes doubled, so that a
  /// terminal cannot be driven by a file name and different paths stay different. Plain ones are unchanged.
  public var display: String {
    if let string, !string.unicodeScalars.contains(where: Self.needsEscape) { return string }
    var result = ""
    var rest = bytes[...]
    while let first = rest.first {
      let length = Self.sequenceLength(first)
      if rest.count >= length, let piece = String(validating: rest.prefix(length), as: UTF8.self),
        let scalar = piece.unicodeScalars.first, !Self.needsEscape(scalar)
      {
        result += piece
        rest = rest.dropFirst(length)
      } else if first == UInt8(ascii: "\\") {
        result += "\\\\"
        rest = rest.dropFirst()
      } else {
        let hex = String(first, radix: 16)
        result += "\\x" + (hex.count == 1 ? "0" : "") + hex
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// The last component.
  public var lastComponent: SourcePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return SourcePath(bytes: Array(bytes[(slash + 1)...]))
  }

  /// The path without its last component, empty at the top.
  public var directory: SourcePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return SourcePath(bytes: []) }
    return SourcePath(bytes: Array(bytes[..<slash]))
  }

  /// Orders by bytes.
  public static func < (left: Self, right: Self) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  private static func sequenceLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true  // C0, DEL and C1 controls
    case 0x5C: true  // the backslash itself
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true  // zero-width and bidirectional
    default: false
    }
  }
}
