import CStorage
import GRDB
import GraphModel

/// A file with what the writer wanted to know again.
public struct StoredFile: Sendable, Hashable {
  /// The file itself.
  public var file: IndexedFile
  /// Nil if none was given.
  public var stamp: [UInt8]?
}

extension GraphReader {
  /// All files, sorted by path; the index in the array is the file's number outside of the tables.
  public func files() throws -> [IndexedFile] { try storedFiles().map(\.file) }

  /// All files with their stamps, sorted by path.
  public func storedFiles() throws -> [StoredFile] {
    try read { connection in
      var files: [StoredFile] = []
      let rows = try Statement(connection, "\(Self.fileColumns) WHERE id BETWEEN ? AND ? ORDER BY id")
      let order = try order(.file)
      files.reserveCapacity(order.count)
      for run in order.runs {
        rows.reset()
        rows.bind(1, run.first)
        rows.bind(2, run.end - 1)
        while try rows.step() { files.append(try storedFile(rows, files.count)) }
      }
      guard files.count == order.count else { throw damaged("a missing file") }
      return files
    }
  }

  /// One file by its number.
  public func file(_ index: Int32) throws -> IndexedFile? { try storedFile(index)?.file }

  /// One file with its stamp by its number.
  public func storedFile(_ index: Int32) throws -> StoredFile? {
    try readDatabase { database in
      let rows = try Statement(cachedIn: database, "\(Self.fileColumns) WHERE id = ?")
      rows.bind(1, try order(.file).number(at: index))
      guard try rows.step() else { return nil }
      return try storedFile(rows, Int(index))
    }
  }

  /// A row's file with its stamp: this work tree's own, where it shares the generation.
  private func storedFile(_ row: borrowing Statement, _ number: Int) throws -> StoredFile {
    if let own = try ownStamps(), own.indices.contains(number) {
      return StoredFile(file: try file(row), stamp: own[number])
    }
    return StoredFile(file: try file(row), stamp: row.isNull(7) ? nil : row.bytes(7))
  }

  /// The digests that the generation's is made of.
  func digests(_ meta: GraphMeta) throws -> GraphDigest.Parts {
    try read { connection in
      let order = try order(.file)
      var files = [[UInt8]](repeating: [], count: order.count)
      let rows = try Statement(connection, "SELECT id, digest FROM file ORDER BY id")
      while try rows.step() {
        let place = Int(order.place(of: rows.int32(0)))
        guard files.indices.contains(place) else { throw damaged("a file out of order") }
        files[place] = rows.bytes(1)
      }
      let rest = BlobColumn.encode(BlobID(hex: meta.other[GraphDigest.restKey] ?? ""))
      return GraphDigest.Parts(files: files, rest: rest)
    }
  }

  /// The facts of one content as they were given, or nil if they are not cached.
  public func facts(_ key: FactsKey) throws -> [UInt8]? {
    guard let stored = try compressedFacts(key) else { return nil }
    let bytes = stored.bytes.withUnsafeBufferPointer { Deflate.expand($0, size: stored.size) }
    guard let bytes else { throw damaged("cached facts of \(key.blob)") }
    return bytes
  }

  /// The facts of one content as they are stored.
  func compressedFacts(_ key: FactsKey) throws -> (size: Int, bytes: [UInt8])? {
    try readDatabase { database in
      let rows = try Statement(
        cachedIn: database,
        "SELECT size, place, length FROM facts WHERE blob = ? AND language = ? AND version = ?")
      rows.bindBlob(1, BlobColumn.encode(key.blob))
      rows.bind(2, Int64(key.language.rawValue))
      rows.bind(3, key.version)
      guard try rows.step() else { return nil }
      guard let bytes = try FactsStream.read(database, place: rows.int(1), length: rows.int(2)) else {
        throw damaged("cached facts of \(key.blob)")
      }
      return (rows.int(0), bytes)
    }
  }

  private static let fileColumns =
    "SELECT id, path, language, blob, lines, parse_errors, skip_reason, stamp FROM file"

  private func file(_ row: borrowing Statement) throws -> IndexedFile {
    var blob: BlobID?
    if !row.isNull(3) {
      blob = row.isText(3) ? BlobID(hex: row.string(3)) : BlobColumn.decode(row.bytes(3))
    }
    var reason: SkipReason?
    if let text = row.optionalString(6) {
      guard let known = SkipReason(rawValue: text) else { throw damaged("unknown skip reason") }
      reason = known
    }
    return IndexedFile(
      path: SourcePath(bytes: row.bytes(1)), language: try language(row, 2), blob: blob,
      lines: row.int32(4), parseErrors: row.int32(5), skipReason: reason)
  }

  /// The language in a column, nil for NULL.
  func language(_ row: borrowing Statement, _ column: Int32) throws -> LanguageID? {
    if row.isNull(column) { return nil }
    guard let language = LanguageID(rawValue: UInt8(truncatingIfNeeded: row.int64(column))) else {
      throw damaged("unknown language")
    }
    return language
  }
}
