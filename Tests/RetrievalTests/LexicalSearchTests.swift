import GraphModel
import Testing

@testable import Retrieval

@Suite struct LexicalSearchTests {
  /// An index in memory.
  private struct Index {
    var builder = LexicalIndexBuilder()
    var postings: [String: [PostingBlock]] = [:]
    var layout: ChunkLayout?

    init(_ documents: [ChunkDocument]) {
      for document in documents { builder.add(document) }
      builder.forEachBlock { term, piece, block in
        let term = String(decoding: term, as: UTF8.self)
        #expect(postings[term, default: []].count == piece)
        postings[term, default: []].append(block)
      }
      var perFile = ChunkLengths()
      perFile.append(documents.count)
      layout = ChunkLayout(lengths: builder.encodedLengths, chunksPerFile: perFile.encoded)
    }

    func search(_ text: String) throws -> [(chunk: Int, score: Double)]? {
      let layout = try #require(layout)
      guard let scores = TextScores(LexicalQuery(text), layout: layout, postings: { postings[$0] ?? [] })
      else {
        return nil
      }
      return BestIndices.best(.max, of: scores.chunks).map { ($0, scores.chunks[$0]) }
    }
  }

  private static func document(
    path: String = "", name: String = "", signature: String = "", doc: String = "", body: String = ""
  ) -> ChunkDocument {
    ChunkDocument(
      path: SourcePath(path), qualifiedName: name, signature: signature, doc: doc, body: Array(body.utf8)[...]
    )
  }

  @Test func ranksDiffer() throws {
    let index = Index([
      Self.document(body: "nothing here"), Self.document(body: "parse once and then much other text to read"),
      Self.document(doc: "parse", body: "parse"), Self.document(name: "parse"),
      Self.document(path: "parse.py"),
      Self.document(body: "unrelated"), Self.document(body: "more text"), Self.document(body: "and more"),
    ])
    let results = try #require(try index.search("parse"))
    #expect(results.map(\.chunk) == [3, 4, 2, 1])
    #expect(Set(results.map(\.score)).count == 4)
    #expect(results.allSatisfy { $0.score > 0 && $0.score.isFinite })
  }

  @Test func nothingToFind() throws {
    let empty = Index([])
    #expect(try #require(try empty.search("parse")).isEmpty)
    let index = Index([Self.document(body: "a")])
    #expect(try #require(try index.search("")).isEmpty)
    #expect(try #require(try index.search("absent")).isEmpty)
    // In every chunk: its weight is tiny but not zero.
    #expect(try #require(try index.search("a")).map(\.chunk) == [0])
  }

  @Test func equalScoresGoByNumber() throws {
    let index = Index(
      (0..<50).map { _ in Self.document(body: "same text") } + (0..<60).map { _ in Self.document(body: "x") })
    #expect(try #require(try index.search("same")).map(\.chunk) == Array(0..<50))
  }

  /// Long lists are cut into blocks, counts of all sizes survive.
  @Test func blocksAndCounts() throws {
    let documents = (0..<3000).map { number in
      Self.document(
        name: String(repeating: "word ", count: number % 3), signature: number % 50 == 0 ? "word word" : "",
        body: (0..<(number % 11)).map { "Word\($0)" }.joined(separator: " ") + " word")
    }
    let index = Index(documents)
    let blocks = try #require(index.postings["word"])
    #expect(blocks.count > 5 && blocks.allSatisfy { $0.bytes.count < 600 })
    var frequencies: [Int: Double] = [:]
    for block in blocks {
      let isRead = block.read(ColumnWeights([1, 10, 100, 0, 1000])) { frequencies[$0] = $1 }
      #expect(isRead)
    }
    for number in 0..<3000 {
      let expected = number % 3 * 10 + (number % 50 == 0 ? 200 : 0) + (number % 11 + 1) * 1000
      #expect(frequencies[number] == Double(expected))
    }
  }

  @Test func damagedPostingsAreNoticed() throws {
    let index = Index([Self.document(body: "a"), Self.document(body: "b"), Self.document(body: "c")])
    let layout = try #require(index.layout)
    for bytes in [[0x80], [1], [0], [9, 16], [0, 0], [0, 0xF0], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1]]
      as [[UInt8]]
    {
      let scores = TextScores(LexicalQuery("a"), layout: layout) { _ in [PostingBlock(count: 1, bytes: bytes)]
      }
      #expect(scores == nil, "\(bytes)")
    }
    let tooMany = TextScores(LexicalQuery("a"), layout: layout) { _ in [PostingBlock(count: 4, bytes: [])] }
    #expect(tooMany == nil)
    // A chunk twice.
    let twice = TextScores(LexicalQuery("a"), layout: layout) { _ in
      [PostingBlock(count: 1, bytes: [1, 16]), PostingBlock(count: 1, bytes: [1, 16])]
    }
    #expect(twice == nil)
    #expect(ChunkLengths([0x80]) == nil)
    #expect(ChunkLayout(lengths: [1, 2], chunksPerFile: [3]) == nil)
  }

  @Test func theBestOfMany() {
    #expect(BestIndices.best(3, of: [0, 5, 1, 7, 5, -1, 2]) == [3, 1, 4])
    #expect(BestIndices.best(10, of: [0, 1, 1]) == [1, 2])
    #expect(BestIndices.best(0, of: [1]).isEmpty)
    let scores = (0..<1000).map { Double($0 * 7919 % 1000) }
    #expect(BestIndices.best(50, of: scores).map { scores[$0] } == (950..<1000).reversed().map(Double.init))
  }
}
