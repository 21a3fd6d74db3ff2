import CStorage
import GraphModel

/// Takes cached facts into the generation that is being written.
public struct FactsSink: ~Copyable {
  private let insert: Statement
  private let previous: GraphReader?
  private let path: String
  private var seen: Set<FactsKey> = []

  init(_ connection: OpaquePointer, previous: GraphReader?, path: String) throws(StatementError) {
    insert = try Statement(
      connection, "INSERT INTO facts (blob, language, version, size, bytes) VALUES (?, ?, ?, ?, ?)")
    self.previous = previous
    self.path = path
  }

  /// Stores facts. Nothing happens if facts of that key were given before: files of equal content share
  /// them.
  public mutating func add(_ key: FactsKey, _ bytes: [UInt8]) throws {
    guard seen.insert(key).inserted else { return }
    guard let compressed = Deflate.compress(bytes) else {
      throw GraphStoreError.failed(path: path, operation: "write", reason: "out of memory")
    }
    try write(key, size: bytes.count, compressed)
  }

  /// Takes over the facts of the previous generation without unpacking them. Nothing happens if it has
  /// none, or none that can be read: they are a cache.
  public mutating func keep(_ key: FactsKey) throws {
    guard let previous, !seen.contains(key), let stored = try? previous.compressedFacts(key) else { return }
    seen.insert(key)
    try write(key, size: stored.size, stored.bytes)
  }

  private func write(_ key: FactsKey, size: Int, _ bytes: [UInt8]) throws {
    insert.bindBlob(1, BlobColumn.encode(key.blob))
    insert.bind(2, Int64(key.language.rawValue))
    insert.bind(3, key.version)
    insert.bind(4, size)
    insert.bindBlob(5, bytes)
    do { try insert.run() } catch { throw error.storeError(path, "write") }
  }
}

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
