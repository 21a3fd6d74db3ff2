import CStorage
import GraphModel

/// Takes cached facts into the generation that is being written.
public struct FactsSink: ~Copyable {
  private let insertKey: Statement
  private var stream: FactsStream
  private let previous: GraphReader?
  private let path: String
  private var seen: Set<FactsKey> = []

  /// - Parameter appends: whether the table holds facts already.
  init(
    _ connection: OpaquePointer, previous: GraphReader?, path: String, appends: Bool = false
  ) throws(StatementError) {
    let insertKey = try Statement(
      connection,
      "INSERT OR REPLACE INTO facts (blob, language, version, size, place, length) VALUES (?, ?, ?, ?, ?, ?)")
    let stream = appends ? try FactsStream(appendingTo: connection) : try FactsStream(connection)
    self.insertKey = insertKey
    self.stream = stream
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

  private mutating func write(_ key: FactsKey, size: Int, _ bytes: [UInt8]) throws {
    insertKey.bindBlob(1, BlobColumn.encode(key.blob))
    insertKey.bind(2, Int64(key.language.rawValue))
    insertKey.bind(3, key.version)
    insertKey.bind(4, size)
    insertKey.bind(5, stream.count)
    insertKey.bind(6, bytes.count)
    do {
      try insertKey.run()
      try stream.append(bytes)
    } catch { throw error.storeError(path, "write") }
  }

  /// Writes what is left.
  mutating func finish() throws(StatementError) { try stream.finish() }
}
