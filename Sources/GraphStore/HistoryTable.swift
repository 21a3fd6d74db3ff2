import CStorage
import GraphModel

/// What earlier commits say about the files of a generation. Search makes and reads the bytes, the store only
/// keeps them.
public struct StoredHistory: Sendable, Equatable {
  /// The commits as they were read, so that the next run need not read them again.
  public var records: [UInt8]
  /// Their messages as an index.
  public var index: [UInt8]
  /// Which paths in it are which files of this generation.
  public var files: [UInt8]
  /// The lines that the newest of them wrote.
  public var lines: [UInt8]
  /// Which files change together, sorted by source and target.
  public var coChanges: [CoChange]

  /// Two files that change together: how often, and how often the first one changes at all.
  public struct CoChange: Sendable, Equatable {
    /// The file that is looked at, by number.
    public var source: Int32
    /// The file that changes with it.
    public var target: Int32
    /// In how many commits both changed.
    public var support: Int
    /// In how many commits the source changed.
    public var changes: Int

    /// Makes a pair of its parts.
    public init(source: Int32, target: Int32, support: Int, changes: Int) {
      self.source = source
      self.target = target
      self.support = support
      self.changes = changes
    }

    /// How many of the source's commits changed the target, too, from 0 to 1.
    public var confidence: Double { Double(support) / Double(max(1, changes)) }
  }

  /// Makes a history of its parts.
  public init(
    records: [UInt8], index: [UInt8], files: [UInt8], lines: [UInt8] = [], coChanges: [CoChange] = []
  ) {
    self.lines = lines
    self.coChanges = coChanges
    self.records = records
    self.index = index
    self.files = files
  }
}

/// Writes and reads the table `history`.
enum HistoryTable {
  /// The rows. The records are compressed: they are large, and read only when there are new commits.
  enum Part: Int {
    case records, index, files, lines
  }

  static func write(_ history: StoredHistory, _ connection: OpaquePointer, path: String) throws {
    guard let records = Deflate.compress(history.records) else {
      throw GraphStoreError.failed(path: path, operation: "write", reason: "out of memory")
    }
    let insert = try Statement(connection, "INSERT INTO history (part, size, bytes) VALUES (?, ?, ?)")
    for (part, size, bytes) in [
      (Part.records, history.records.count, records), (.index, history.index.count, history.index),
      (.files, history.files.count, history.files), (.lines, history.lines.count, history.lines),
    ] {
      insert.bind(1, part.rawValue)
      insert.bind(2, size)
      insert.bindBlob(3, bytes)
      try insert.run()
    }
    let pair = try Statement(
      connection, "INSERT INTO co_change (source, target, support, changes) VALUES (?, ?, ?, ?)")
    for item in history.coChanges {
      pair.bind(1, item.source)
      pair.bind(2, item.target)
      pair.bind(3, item.support)
      pair.bind(4, item.changes)
      try pair.run()
    }
  }
}

extension GraphReader {
  /// What search needs of the history; nil if there is none.
  public func historyIndex() throws -> (index: [UInt8], files: [UInt8], lines: [UInt8])? {
    guard let index = try historyPart(.index), let files = try historyPart(.files),
      let lines = try historyPart(.lines)
    else { return nil }
    return (index.bytes, files.bytes, lines.bytes)
  }

  /// The commits as they were given; nil if there is no history.
  public func historyRecords() throws -> [UInt8]? {
    guard let part = try historyPart(.records) else { return nil }
    let records = part.bytes.withUnsafeBufferPointer { Deflate.expand($0, size: part.size) }
    guard let records else { throw damaged("the history's records") }
    return records
  }

  /// The files that change with a file, by number.
  public func coChanges(of file: Int32) throws -> [StoredHistory.CoChange] {
    try read { connection in
      let rows = try Statement(
        connection, "SELECT target, support, changes FROM co_change WHERE source = ? ORDER BY target")
      rows.bind(1, file)
      var pairs: [StoredHistory.CoChange] = []
      while try rows.step() {
        pairs.append(
          StoredHistory.CoChange(
            source: file, target: rows.int32(0), support: rows.int(1), changes: rows.int(2)))
      }
      return pairs
    }
  }

  private func historyPart(_ part: HistoryTable.Part) throws -> (size: Int, bytes: [UInt8])? {
    try read { connection in
      let rows = try Statement(connection, "SELECT size, bytes FROM history WHERE part = ?")
      rows.bind(1, part.rawValue)
      return try rows.step() ? (rows.int(0), rows.bytes(1)) : nil
    }
  }
}
