import GraphModel
import Testing

@testable import Retrieval

@Suite struct LexicalSearchTests {
  /// An index in memory.
  private struct Index {
    var builder = LexicalIndexBuilder()
    var postings: [String: [PostingBlock]] = [:]
    var lengths = ChunkLengths()

    init(_ documents: [ChunkDocument]) {
      for document in documents { builder.add(document) }
      builder.forEachBlock { term, piece, block in
        let term = String(decoding: term, as: UTF8.self)
        #expect(postings[term, default: []].count == piece)
        postings[term, default: []].append(block)
      }
      lengths = ChunkLengths(builder.encodedLengths) ?? ChunkLengths()
    }

    func search(_ text: String, weights: [Double] = LexicalRanking.columnWeights) -> [(
      chunk: Int, score: Double
    )]? {
      guard
        var search = LexicalSearch(
          LexicalQuery(text), lengths: lengths, columnWeights: weights, postings: { postings[$0] ?? [] })
      else { return nil }
      var results: [(chunk: Int, score: Double)] = []
      while let next = search.next() { results.append(next) }
      return results
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
    let results = try #require(index.search("parse"))
    #expect(results.map(\.chunk) == [3, 4, 2, 1])
    #expect(Set(results.map(\.score)).count == 4)
    #expect(results.allSatisfy { $0.score > 0 && $0.score.isFinite })
  }

  @Test func nothingToFind() throws {
    let empty = Index([])
    #expect(try #require(empty.search("parse")).isEmpty)
    let index = Index([Self.document(body: "a")])
    #expect(try #require(index.search("")).isEmpty)
    #expect(try #require(index.search("absent")).isEmpty)
    // In every chunk: its weight is tiny but not zero.
    #expect(try #require(index.search("a")).map(\.chunk) == [0])
  }

  @Test func equalScoresGoByNumber() throws {
    let index = Index(
      (0..<50).map { _ in Self.document(body: "same text") } + (0..<60).map { _ in Self.document(body: "x") })
    #expect(try #require(index.search("same")).map(\.chunk) == Array(0..<50))
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
      let isRead = block.read(weights: [1, 10, 100, 0, 1000]) { frequencies[$0] = $1 }
      #expect(isRead)
    }
    for number in 0..<3000 {
      let expected = number % 3 * 10 + (number % 50 == 0 ? 200 : 0) + (number % 11 + 1) * 1000
      #expect(frequencies[number] == Double(expected))
    }
  }

  @Test func damagedPostingsAreNoticed() {
    let index = Index([Self.document(body: "a"), Self.document(body: "b"), Self.document(body: "c")])
    for bytes in [[0x80], [1], [0], [9, 16], [0, 0], [0, 0xF0], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1]]
      as [[UInt8]]
    {
      let search = LexicalSearch(LexicalQuery("a"), lengths: index.lengths) { _ in
        [PostingBlock(count: 1, bytes: bytes)]
      }
      #expect(search == nil, "\(bytes)")
    }
    let tooMany = LexicalSearch(LexicalQuery("a"), lengths: index.lengths) { _ in
      [PostingBlock(count: 4, bytes: [])]
    }
    #expect(tooMany == nil)
    #expect(ChunkLengths([0x80]) == nil)
  }

  @Test func rankingHelpers() {
    let results = [
      RankedChunk(chunk: 4, node: 9, file: 1, score: 2), RankedChunk(chunk: 3, node: 5, file: 1, score: 2),
      RankedChunk(chunk: 1, node: 7, file: 2, score: 3), RankedChunk(chunk: 2, node: 7, file: 2, score: 1),
      RankedChunk(chunk: 0, node: 5, file: 1, score: 2),
    ]
    let sorted = LexicalRanking.sorted(results)
    #expect(sorted.map(\.chunk) == [1, 0, 3, 4, 2])
    #expect(LexicalRanking.bestPerNode(sorted).map(\.chunk) == [1, 0, 4])
    #expect(LexicalRanking.bestPerFile(sorted).map(\.chunk) == [1, 0])
    let boosted = LexicalRanking.boostingExactNames(results) { $0 == 9 }
    #expect(boosted.map(\.chunk) == [4, 1, 0, 3, 2])
    #expect(boosted[0].score == 5 && boosted[0].boosts == ["exactName"])
    #expect(LexicalRanking.boostingExactNames([]) { _ in true }.isEmpty)
  }
}
