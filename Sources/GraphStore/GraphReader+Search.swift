import CStorage
import GRDB
import GraphModel

extension GraphReader {
  /// The blocks of a term's postings, in order; empty if no chunk holds it.
  public func postings(_ term: String) throws -> [PostingBlock] {
    try readDatabase { database in
      let rows = try Statement(
        cachedIn: database, "SELECT count, chunks FROM posting WHERE term = ? ORDER BY piece")
      rows.bind(1, term)
      var blocks: [PostingBlock] = []
      while try rows.step() { blocks.append(PostingBlock(count: rows.int(0), bytes: rows.bytes(1))) }
      return blocks
    }
  }

  /// What was given to ``ChunkSink/setLayout(lengths:chunksPerFile:)``.
  public func chunkLayout() throws -> (lengths: [UInt8], chunksPerFile: [UInt8]) {
    try read { connection in
      let rows = try Statement(connection, "SELECT bytes FROM chunk_layout ORDER BY part")
      let lengths = try rows.step() ? rows.bytes(0) : []
      return (lengths, try rows.step() ? rows.bytes(0) : [])
    }
  }

  /// The chunks of these numbers, in the order asked for.
  public func chunks(_ numbers: [Int]) throws -> [StoredChunk] {
    try readDatabase { database in
      let rows = try Statement(
        cachedIn: database, "SELECT node, file, start, length FROM chunk WHERE id = ?")
      return try numbers.map { number in
        rows.reset()
        rows.bind(1, number)
        guard try rows.step(), let start = UInt32(exactly: rows.int64(2)),
          let length = UInt32(exactly: rows.int64(3)), !start.addingReportingOverflow(length).overflow
        else { throw damaged("chunk \(number)") }
        return StoredChunk(node: rows.int32(0), file: rows.int32(1), start: start, end: start + length)
      }
    }
  }

  /// The files of definitions with just this name, ascending, each once; empty if more than `limit` definitions
  /// have it: such a name says little about any.
  ///
  /// - Parameter accepts: which kinds count.
  public func files(
    defining name: String, limit: Int, where accepts: (NodeKind) -> Bool
  ) throws -> [Int32] {
    try readDatabase { database in
      guard let connection = database.sqliteConnection else { return [] }
      let texts = try TextRows(connection)
      guard let id = try texts.id(Array(name.utf8)[...]) else { return [] }
      let rows = try Statement(
        cachedIn: database, "SELECT kind, file FROM node WHERE name = ? AND file IS NOT NULL LIMIT ?")
      rows.bind(1, id)
      rows.bind(2, limit + 1)
      var files: Set<Int32> = []
      var count = 0
      while try rows.step() {
        count += 1
        guard let kind = NodeKind(rawValue: UInt8(truncatingIfNeeded: rows.int64(0))) else {
          throw damaged("unknown node kind")
        }
        if accepts(kind) { files.insert(rows.int32(1)) }
      }
      return count > limit ? [] : files.sorted()
    }
  }
}
