import GraphModel

/// Blob ids in the database: as bytes where they are hexadecimal, half the size of the text.
enum BlobColumn {
  static func encode(_ blob: BlobID) -> [UInt8] {
    let digits = Array(blob.hex.utf8)
    guard digits.count % 2 == 0 else { return digits }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return digits }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  /// True if ``encode(_:)`` gives bytes that ``decode(_:)`` turns back.
  static func isHexadecimal(_ blob: BlobID) -> Bool {
    blob.hex.utf8.count % 2 == 0 && blob.hex.utf8.allSatisfy { value($0) != nil }
  }

  /// Binds an id, or NULL for nil.
  static func bind(_ blob: BlobID?, to statement: borrowing Statement, _ index: Int32) {
    guard let blob else { return statement.bindNull(index) }
    if isHexadecimal(blob) {
      statement.bindBlob(index, encode(blob))
    } else {
      statement.bind(index, blob.hex)
    }
  }

  static func decode(_ bytes: [UInt8]) -> BlobID {
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digit(byte >> 4))
      text.append(digit(byte & 0xF))
    }
    return BlobID(hex: String(decoding: text, as: UTF8.self))
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
