import Embedding
import GraphModel
import GraphStore
import Retrieval
import SourceTree
import Synchronization

/// What search keeps in memory of one generation, loaded with the first question.
final class SearchIndex: Sendable {
  /// Which chunks lie in which file.
  let layout: ChunkLayout
  /// What earlier commits say; nil without history.
  let history: FileHistory?
  /// The chunks' vectors; nil if they are not of this program's table.
  private let vectors: (table: EmbeddingTable, index: VectorIndex)?

  /// The places of chunks by the numbers in postings, see ``GraphReader/chunkPlaces()``.
  private let places: [Int32]

  /// Paths and languages of the files that questions have asked for, so that later ones need not read their rows: by
  /// number, some hundred bytes for each file.
  private let files: Mutex<[(path: PathTraits, language: LanguageID?)?]>

  /// The commits that wrote the chunks of files which questions have asked for.
  private let writers = Mutex<[Int32: [(commit: Int, chunk: Int)]]>([:])

  /// Of more chunks only the nearest are compared exactly.
  private static let mostCompared = 32_768

  init(_ reader: GraphReader) throws {
    let layout = ChunkLayout(lengths: try reader.chunkLengths(), chunksPerFile: try reader.chunksPerFile())
    guard let layout else { throw reader.damagedIndex("the lengths of chunks") }
    self.layout = layout
    files = Mutex(Array(repeating: nil, count: layout.fileCount))
    places = try reader.chunkPlaces()
    vectors = try EmbeddingTable.builtIn.flatMap { table in try reader.vectors(of: table).map { (table, $0) }
    }
    guard let bytes = try reader.historyIndex() else {
      history = nil
      return
    }
    let history = FileHistory(
      index: bytes.index, files: bytes.files, lines: bytes.lines, count: layout.fileCount)
    guard let history else { throw reader.damagedIndex("the history") }
    self.history = history
  }

  /// The path and language of a file by its number; nil if there is none.
  func file(_ number: Int32, _ reader: GraphReader) throws -> (path: PathTraits, language: LanguageID?)? {
    let known = files.withLock { $0.indices.contains(Int(number)) ? $0[Int(number)] : nil }
    if let known { return known }
    guard let stored = try reader.file(number) else { return nil }
    let file = (path: PathTraits(stored.path), language: stored.language)
    files.withLock { if $0.indices.contains(Int(number)) { $0[Int(number)] = file } }
    return file
  }

  /// The blocks of a term's postings, with chunks by their places.
  func postings(_ term: String, _ reader: GraphReader) throws -> [PostingBlock] {
    let blocks = try reader.postings(term)
    if places.isEmpty { return blocks }
    guard let placed = PostingList.blocks(blocks, places) else { throw reader.damagedIndex("postings") }
    return placed
  }

  /// The commits that wrote lines of a file's chunks. Empty if the file is not what was indexed.
  func writers(
    ofFile file: Int32, _ reader: GraphReader, _ tree: TreeFile
  ) throws -> [(commit: Int, chunk: Int)] {
    guard let lines = history?.lines, lines.hasLines(ofFile: file) else { return [] }
    if let known = writers.withLock({ $0[file] }) { return known }
    let chunks = layout.chunks(ofFile: file)
    let found = try ChunkLines(reader, tree).lines(ofFile: file, chunks)
    let new = lines.writers(ofFile: file, content: found).map {
      ($0.commit, chunks.lowerBound + Int($0.place))
    }
    writers.withLock { $0[file] = new }
    return new
  }

  /// How much each term of a query says; nil without vectors.
  func weights(of terms: [String]) -> [Double]? {
    vectors.map { TextEmbedder.weights(of: terms, table: $0.table) }
  }

  /// For each chunk its cosine with a query, 0 for those that are far, and how near code of others lies. Nil without
  /// vectors, or if the query has none.
  func nearness(_ text: String) throws -> (cosines: [Double], background: Double)? {
    guard let vectors, vectors.index.count == layout.lengths.count else { return nil }
    let query = TextEmbedder.vector(ofQuery: text, table: vectors.table)
    guard !query.isZero else { return nil }
    let background = VectorBackground.nearness(of: query, best: Confidence.neighbours)
    if vectors.index.count <= Self.mostCompared {
      return (try vectors.index.matrix().cosines(query).map { Double($0) }, background)
    }
    var cosines = [Double](repeating: 0, count: vectors.index.count)
    for (chunk, cosine) in try vectors.index.nearest(query, limit: 2 * SymbolRanking.candidates) {
      cosines[chunk] = Double(cosine)
    }
    return (cosines, background)
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
