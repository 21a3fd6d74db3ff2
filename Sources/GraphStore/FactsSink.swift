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
      """
      INSERT OR REPLACE INTO facts (blob, language, version, size, place, length, dropped)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
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

  /// Takes over facts that no file needs, after all that are needed: those dropped last, as many as there is room
  /// for.
  ///
  /// - Parameter generation: the one that is being written.
  mutating func keep(_ spare: [SpareFacts], generation: Int64) throws {
    var room = SpareFacts.Room(needed: stream.count)
    for facts in spare.sorted(by: SpareFacts.precedes) where !seen.contains(facts.key) {
      guard let stored = try? previous?.compressedFacts(facts.key), room.take(stored.bytes.count) else {
        continue
      }
      seen.insert(facts.key)
      try write(facts.key, size: stored.size, stored.bytes, dropped: facts.dropped ?? generation)
    }
  }

  private mutating func write(
    _ key: FactsKey, size: Int, _ bytes: [UInt8], dropped: Int64? = nil
  ) throws {
    insertKey.bindBlob(1, BlobColumn.encode(key.blob))
    insertKey.bind(2, Int64(key.language.rawValue))
    insertKey.bind(3, key.version)
    insertKey.bind(4, size)
    insertKey.bind(5, stream.count)
    insertKey.bind(6, bytes.count)
    if let dropped { insertKey.bind(7, dropped) } else { insertKey.bindNull(7) }
    do {
      try insertKey.run()
      try stream.append(bytes)
    } catch { throw error.storeError(path, "write") }
  }

  /// Writes what is left.
  mutating func finish() throws(StatementError) { try stream.finish() }
}
