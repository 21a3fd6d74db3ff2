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

  /// The encoded lengths of all chunks, as they were given to ``ChunkSink/setLengths(_:)``.
  public func chunkLengths() throws -> [UInt8] {
    try read { connection in
      let rows = try Statement(connection, "SELECT bytes FROM chunk_lengths")
      return try rows.step() ? rows.bytes(0) : []
    }
  }

  /// How many chunks each file has, as it was given to ``ChunkSink/setChunksPerFile(_:)``.
  public func chunksPerFile() throws -> [UInt8] {
    try read { connection in
      let rows = try Statement(connection, "SELECT bytes FROM chunk_counts")
      return try rows.step() ? rows.bytes(0) : []
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
}
