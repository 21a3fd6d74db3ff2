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

  /// Fills the empty tables.
  static func write(_ history: StoredHistory, _ connection: OpaquePointer, path: String) throws {
    try writeParts(history, connection, path: path)
    try writePairs(history.coChanges, connection)
  }

  private static func writeParts(
    _ history: StoredHistory, _ connection: OpaquePointer, path: String
  ) throws {
    guard let records = Deflate.compress(history.records) else {
      throw GraphStoreError.failed(path: path, operation: "write", reason: "out of memory")
    }
    for (part, size, bytes) in [
      (Part.records, history.records.count, records), (.index, history.index.count, history.index),
      (.files, history.files.count, history.files), (.lines, history.lines.count, history.lines),
    ] {
      try replace(part, size: size, bytes, connection)
    }
  }

  private static func replace(
    _ part: Part, size: Int, _ bytes: [UInt8], _ connection: OpaquePointer
  ) throws(StatementError) {
    let replace = try Statement(connection, "REPLACE INTO history (part, size, bytes) VALUES (?, ?, ?)")
    replace.bind(1, part.rawValue)
    replace.bind(2, size)
    replace.bindBlob(3, bytes)
    try replace.run()
  }

  /// Makes the pairs, whose files are given by their numbers in the tables, those that are there; rows that are right
  /// stay untouched.
  private static func writePairs(
    _ pairs: [StoredHistory.CoChange], _ connection: OpaquePointer
  ) throws(StatementError) {
    struct Pair: Hashable {
      var source: Int32
      var target: Int32
    }
    var missing: [Pair: StoredHistory.CoChange] = [:]
    for pair in pairs { missing[Pair(source: pair.source, target: pair.target)] = pair }
    var stale: [Pair] = []
    let rows = try Statement(connection, "SELECT source, target, support, changes FROM co_change")
    while try rows.step() {
      let key = Pair(source: rows.int32(0), target: rows.int32(1))
      guard let pair = missing[key] else {
        stale.append(key)
        continue
      }
      if pair.support == rows.int(2), pair.changes == rows.int(3) { missing[key] = nil }
    }
    let delete = try Statement(connection, "DELETE FROM co_change WHERE source = ? AND target = ?")
    for pair in stale {
      delete.bind(1, pair.source)
      delete.bind(2, pair.target)
      try delete.run()
    }
    let replace = try Statement(
      connection, "REPLACE INTO co_change (source, target, support, changes) VALUES (?, ?, ?, ?)")
    for item in pairs where missing[Pair(source: item.source, target: item.target)] != nil {
      replace.bind(1, item.source)
      replace.bind(2, item.target)
      replace.bind(3, item.support)
      replace.bind(4, item.changes)
      try replace.run()
    }
  }

  /// Changes the rows for a patch.
  static func apply(
    _ change: HistoryChange, _ files: PatchFiles, _ connection: OpaquePointer, path: String
  ) throws {
    let history: StoredHistory
    switch change {
    case .same: return
    case .gone:
      try Statement.execute(connection, "DELETE FROM history")
      return try writePairs([], connection)
    case .matched(let found):
      history = found
      try replace(.files, size: history.files.count, history.files, connection)
    case .read(let found):
      history = found
      try writeParts(history, connection, path: path)
    }
    try writePairs(
      history.coChanges.map { pair in
        var pair = pair
        (pair.source, pair.target) = (files.number(pair.source), files.number(pair.target))
        return pair
      }, connection)
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
      let order = try order(.file)
      rows.bind(1, order.number(at: file))
      var pairs: [StoredHistory.CoChange] = []
      while try rows.step() {
        let target = order.place(of: rows.int32(0))
        guard target >= 0 else { throw damaged("a missing file") }
        pairs.append(
          StoredHistory.CoChange(source: file, target: target, support: rows.int(1), changes: rows.int(2)))
      }
      return pairs.sorted { $0.target < $1.target }
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
