import CStorage
import GraphModel

/// A chunk that matches a full-text query.
public struct ChunkHit: Sendable, Hashable {
  /// The chunk's number in the index, from 1.
  public var id: Int64
  public var chunk: StoredChunk
  /// BM25 weighted by column; greater is better.
  public var score: Double
}

extension GraphReader {
  /// The chunks that match best, best first; equal scores in the order of symbol ids, then of chunks.
  ///
  /// - Parameters:
  ///   - match: a query in FTS5's syntax. Only ever pass one that was built of quoted terms.
  ///   - weights: of the columns path, qualified name, signature, doc and body.
  ///   - limit: how many at most.
  ///   - isWanted: which chunks count, by their node and file; called in order of rank.
  public func search(
    _ match: String, weights: [Double], limit: Int,
    where isWanted: (StoredChunk) throws -> Bool = { _ in true }
  ) throws -> [ChunkHit] {
    try read { connection in
      let list = weights.map { String($0) }.joined(separator: ", ")
      let rows = try Statement(
        connection,
        """
        SELECT c.id, c.node, c.file, c.start, c.length, f.score
        FROM (
            SELECT rowid AS id, -bm25(fulltext\(list.isEmpty ? "" : ", " + list)) AS score
            FROM fulltext WHERE fulltext MATCH ?
          ) f
          JOIN chunk c ON c.id = f.id
        ORDER BY f.score DESC, c.node, c.id
        """)
      rows.bind(1, match)
      var hits: [ChunkHit] = []
      while hits.count < limit, try rows.step() {
        guard let start = UInt32(exactly: rows.int64(3)), let length = UInt32(exactly: rows.int64(4)),
          !start.addingReportingOverflow(length).overflow
        else { throw damaged("a chunk") }
        let chunk = StoredChunk(node: rows.int32(1), file: rows.int32(2), start: start, end: start + length)
        if try isWanted(chunk) {
          hits.append(ChunkHit(id: rows.int64(0), chunk: chunk, score: rows.double(5)))
        }
      }
      return hits
    }
  }
}
