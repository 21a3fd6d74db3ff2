@testable import MarkdownLanguage

/// Output in the form that the specifications' expected HTML has.
struct HTMLText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func raw(_ piece: some Sequence<UInt8>) { bytes.append(contentsOf: piece) }

  /// Starts a new line unless at the start of one.
  mutating func line() {
    if let last = bytes.last, last != ASCII.lineFeed { bytes.append(ASCII.lineFeed) }
  }

  mutating func escaped(_ piece: some Sequence<UInt8>) {
    for byte in piece {
      switch byte {
      case ASCII.ampersand: raw("&amp;")
      case ASCII.less: raw("&lt;")
      case ASCII.greater: raw("&gt;")
      case ASCII.quotation: raw("&quot;")
      case 0: raw("\u{FFFD}")
      default: bytes.append(byte)
      }
    }
  }

  /// A destination in an attribute.
  mutating func url(_ piece: some Sequence<UInt8>) {
    let safe = ByteSet(";/?:@&=+$,-_.!~*'()#%")
    var encoded: [UInt8] = []
    for byte in piece {
      if byte.isAlphanumeric || safe.contains(byte) {
        encoded.append(byte)
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        encoded.append(contentsOf: ("%" + (hex.count == 1 ? "0" : "") + hex).utf8)
      }
    }
    escaped(encoded)
  }
}
