import Embedding
import GraphModel
import GraphStore
import Retrieval
import Synchronization

/// What search keeps in memory of one generation, loaded with the first question.
final class SearchIndex: Sendable {
  /// Which chunks lie in which file.
  let layout: ChunkLayout
  /// What earlier commits say; nil without history.
  let history: FileHistory?
  /// The chunks' vectors; nil if they are not of this program's table.
  private let vectors: (table: EmbeddingTable, index: VectorIndex)?

  /// Of more chunks only the nearest are compared exactly.
  private static let mostCompared = 32_768

  init(_ reader: GraphReader) throws {
    let layout = ChunkLayout(lengths: try reader.chunkLengths(), chunksPerFile: try reader.chunksPerFile())
    guard let layout else { throw reader.damagedIndex("the lengths of chunks") }
    self.layout = layout
    vectors = try EmbeddingTable.builtIn.flatMap { table in try reader.vectors(of: table).map { (table, $0) }
    }
    guard let bytes = try reader.historyIndex() else {
      history = nil
      return
    }
    guard let history = FileHistory(index: bytes.index, files: bytes.files, count: layout.fileCount) else {
      throw reader.damagedIndex("the history")
    }
    self.history = history
  }

  /// For each chunk its cosine with a query; 0 for those that are far. Nil without vectors, or if the query has none.
  func cosines(_ text: String) throws -> [Double]? {
    guard let vectors, vectors.index.count == layout.lengths.count else { return nil }
    let query = TextEmbedder.vector(ofQuery: text, table: vectors.table)
    guard !query.isZero else { return nil }
    if vectors.index.count <= Self.mostCompared {
      return try vectors.index.matrix().cosines(query).map { Double($0) }
    }
    var cosines = [Double](repeating: 0, count: vectors.index.count)
    for (chunk, cosine) in try vectors.index.nearest(query, limit: 2 * SymbolRanking.candidates) {
      cosines[chunk] = Double(cosine)
    }
    return cosines
  }
}

/// Loads a ``SearchIndex`` when it is first needed. One for all copies of a session.
final class SearchIndexCache: Sendable {
  private let index = Mutex<SearchIndex?>(nil)

  func get(_ reader: GraphReader) throws -> SearchIndex {
    try index.withLock { index in
      if let index { return index }
      let new = try SearchIndex(reader)
      index = new
      return new
    }
  }
}

extension GraphReader {
  /// The error for bytes that no writer of ours leaves.
  func damagedIndex(_ part: String) -> QueryError {
    QueryError(.unusable, "\(location) is damaged (\(part)); run `kg index --full`")
  }
}
