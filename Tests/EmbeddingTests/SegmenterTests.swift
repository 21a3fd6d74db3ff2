import Embedding
import Retrieval
import TestSupport
import Testing

/// How words become pieces, with the table that is built in.
@Suite struct SegmenterTests {
  private static func pieces(_ word: String) throws -> [String] {
    let table = try #require(EmbeddingTable.builtIn)
    var segmenter = SubwordSegmenter(table)
    var pieces: [UInt16] = []
    Array(word.utf8).withUnsafeBufferPointer { segmenter.append($0, to: &pieces) }
    return pieces.map { String(decoding: table.text(Int($0)), as: UTF8.self) }
  }

  @Test func frequentWordsStayWhole() throws {
    for word in ["pars", "request", "connect", "file"] { #expect(try Self.pieces(word) == [word]) }
  }

  @Test func otherWordsAreCutIntoWords() throws {
    #expect(try Self.pieces("serverconnectionbuffer").joined() == "serverconnectionbuffer")
    #expect(try Self.pieces("serverconnectionbuffer").count < 7)
  }

  /// From some hundred words on, pieces are found another way.
  @Test func manyWordsAreCutAsFewAre() throws {
    let table = try #require(EmbeddingTable.builtIn)
    var generator = SeededGenerator(seed: 17)
    let parts = [
      "server", "get", "connection", "x", "buffer", "1", "iz", "configur", "qq", "internationalization", "é",
    ]
    let words = (0..<1_500).map { _ in
      (0..<Int.random(in: 1...7, using: &generator)).map { _ in
        parts[Int.random(in: parts.indices, using: &generator)]
      }.joined()
    }
    var segmenter = SubwordSegmenter(table)
    for word in words {
      var pieces: [UInt16] = []
      Array(word.utf8).withUnsafeBufferPointer { segmenter.append($0, to: &pieces) }
      #expect(pieces.map { String(decoding: table.text(Int($0)), as: UTF8.self) } == (try Self.pieces(word)))
    }
  }

  @Test func whatIsUnknownIsLeftOut() throws {
    #expect(try Self.pieces("").isEmpty)
    #expect(try Self.pieces("\u{1F642}").isEmpty)
    #expect(try Self.pieces(String(repeating: "q", count: 300)).joined().count <= 64)
  }

  @Test func damagedTablesAreRefused() throws {
    #expect(EmbeddingTable([]) == nil)
    #expect(EmbeddingTable([UInt8](repeating: 0, count: 64)) == nil)
    #expect(EmbeddingTable(Array("kgembed1".utf8) + [UInt8](repeating: 0xFF, count: 100)) == nil)
  }

  @Test func textsOfOneMeaningAreNear() throws {
    let table = try #require(EmbeddingTable.builtIn)
    func vector(_ text: String) -> EmbeddingVector { TextEmbedder.vector(ofQuery: text, table: table) }
    let names = ["removeExpiredEntries", "open_socket_connection", "parseJSONDocument"]
    let matrix = VectorMatrix(codes: names.flatMap { vector($0).codes })
    #expect(matrix.nearest(vector("delete old items from the cache"), limit: 1).first?.place == 0)
    #expect(matrix.nearest(vector("connect to the server"), limit: 1).first?.place == 1)
    #expect(vector("").isZero)
    #expect(vector("\u{1F642} !?").isZero)
    #expect(vector("getQuerySet") == vector("getQuerySet"))
  }
}
