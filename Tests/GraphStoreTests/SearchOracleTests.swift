import CStorage
import GraphModel
import Retrieval
import Testing

@testable import GraphStore

/// Search through the store, compared with SQLite's own full-text search over the same tokens.
@Suite struct SearchOracleTests {
  private static let words = [
    "parse", "parser", "token", "graph", "node", "edge", "getQuerySet", "read", "write", "file", "path",
    "name",
    "index", "the", "set", "value", "error", "test", "cart", "HTML2",
  ]

  private static func text(_ generator: inout SeededGenerator, _ most: Int) -> String {
    (0..<Int.random(in: 0...most, using: &generator)).map { _ in
      // Squared, so that some words are frequent and others rare.
      let place = Double.random(in: 0..<1, using: &generator)
      return words[Int(place * place * Double(words.count))]
    }.joined(separator: " ")
  }

  @Test func scoresEqualThoseOfFTS5() throws {
    var generator = SeededGenerator(state: 4)
    let count = 400
    let documents = (0..<count).map { _ in
      ChunkDocument(
        path: SourcePath(Self.text(&generator, 2)), qualifiedName: Self.text(&generator, 2),
        signature: Self.text(&generator, 4), doc: Self.text(&generator, 8),
        body: Array(Self.text(&generator, 12).utf8)[...])
    }
    let folder = try TemporaryFolder()
    let graph = Graph(
      files: [IndexedFile(path: SourcePath("a"), language: nil, blob: nil)],
      nodes: [Node(id: "a", kind: .file, name: "a", qualifiedName: "a", language: nil)])
    try store(
      GenerationContents(
        graph: graph,
        chunks: { sink in
          var builder = LexicalIndexBuilder()
          for document in documents {
            builder.add(document)
            try sink.add(StoredChunk(node: 0, file: 0, start: 0, end: 0))
          }
          try builder.forEachBlock { try sink.add(term: $0, piece: $1, $2) }
          var perFile = ChunkLengths()
          perFile.append(documents.count)
          sink.setLengths(builder.encodedLengths)
          sink.setChunksPerFile(perFile.encoded)
        }), at: folder.location)
    let reader = try GraphReader(folder.location)
    #expect(try reader.meta().chunks == count)
    let oracle = try Oracle(documents)
    let layout = try #require(
      ChunkLayout(lengths: try reader.chunkLengths(), chunksPerFile: try reader.chunksPerFile()))

    for text in [
      "parse", "the", "cart", "html2", "getQuerySet value", "read write file the graph", "absent edge",
    ] {
      let query = LexicalQuery(text)
      let found = try #require(try TextScores(query, layout: layout, postings: reader.postings))
      var results: [Int: Double] = [:]
      for (chunk, score) in found.chunks.enumerated() where score > 0 { results[chunk] = score }
      let expected = try oracle.search(query.terms)
      #expect(Set(results.keys) == Set(expected.keys), "\(text)")
      for (chunk, score) in expected {
        #expect(abs((results[chunk] ?? 0) - score) < 1e-9 * max(1, score), "\(text), chunk \(chunk)")
      }
      #expect(Set(expected.values).count > 1, "\(text): the oracle must rank")
    }
  }

  /// A full-text table in memory that holds the same tokens.
  private final class Oracle {
    private let connection: OpaquePointer

    init(_ documents: [ChunkDocument]) throws {
      var connection: OpaquePointer?
      #expect(sqlite3_open(":memory:", &connection) == SQLITE_OK)
      self.connection = try #require(connection)
      try Statement.execute(
        self.connection,
        "CREATE VIRTUAL TABLE t USING fts5 (p, q, s, d, b, content = '', detail = full, tokenize = 'ascii')")
      let insert = try Statement(
        self.connection, "INSERT INTO t (rowid, p, q, s, d, b) VALUES (?, ?, ?, ?, ?, ?)")
      var tokenizer = CodeTokenizer()
      for (number, document) in documents.enumerated() {
        insert.bind(1, number)
        let body = String(decoding: document.body, as: UTF8.self)
        let path = String(decoding: document.path.bytes, as: UTF8.self)
        for (column, text) in [path, document.qualifiedName, document.signature, document.doc, body]
          .enumerated()
        {
          var ids: [TokenID] = []
          tokenizer.append(text, to: &ids, cap: column == 4 ? 4 : .max)
          let tokens = ids.map { String(decoding: tokenizer.tokens[$0], as: UTF8.self) }
          insert.bind(Int32(column + 2), tokens.joined(separator: " "))
        }
        try insert.run()
      }
    }

    deinit { sqlite3_close_v2(connection) }

    func search(_ terms: [String]) throws -> [Int: Double] {
      let weights = RankingWeights.columns.map { String($0) }.joined(separator: ", ")
      let rows = try Statement(connection, "SELECT rowid, -bm25(t, \(weights)) FROM t WHERE t MATCH ?")
      rows.bind(1, terms.map { "\"\($0)\"" }.joined(separator: " OR "))
      var results: [Int: Double] = [:]
      while try rows.step() { results[rows.int(0)] = rows.double(1) }
      return results
    }
  }
}
