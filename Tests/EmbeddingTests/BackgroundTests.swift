import Embedding
import Retrieval
import Testing

/// The vectors that are built in beside the table.
@Suite struct BackgroundTests {
  @Test func aQuestionThatEverybodyCouldAnswerIsNear() throws {
    let table = try #require(EmbeddingTable.builtIn)
    func nearness(_ text: String) -> Double {
      VectorBackground.nearness(of: TextEmbedder.vector(ofQuery: text, table: table), best: 5)
    }
    #expect(VectorBackground.count > 3_000)
    #expect(nearness("parse the configuration file") > nearness("zebra"))
    #expect((0...1).contains(nearness("parse the configuration file")))
    #expect(nearness("") == 0)
  }

  @Test func nearnessFallsWithMoreNeighbours() throws {
    let table = try #require(EmbeddingTable.builtIn)
    let query = TextEmbedder.vector(ofQuery: "open a connection to the server", table: table)
    let values = [1, 5, 20].map { VectorBackground.nearness(of: query, best: $0) }
    #expect(values == values.sorted(by: >))
    #expect(VectorBackground.nearness(of: query, best: 0) == 0)
  }

  @Test func wordsThatSayMoreWeighMore() throws {
    let table = try #require(EmbeddingTable.builtIn)
    let weights = TextEmbedder.weights(of: ["self", "socket", "\u{1F642}"], table: table)
    #expect(weights[1] > weights[0] && weights[0] > 0 && weights[2] == 0)
  }

  /// A segmenter that has cut many words asks a filter before the table; it must cut as before.
  @Test func theFilterChangesNothing() throws {
    let table = try #require(EmbeddingTable.builtIn)
    let words = (0..<1_200).map { "\(["open", "parse", "qz", "render"][$0 % 4])ed\($0)buffered\($0 % 7)x" }
    var used = SubwordSegmenter(table)
    for word in words {
      var fresh = SubwordSegmenter(table)
      var (expected, found): ([UInt16], [UInt16]) = ([], [])
      Array(word.utf8).withUnsafeBufferPointer {
        fresh.append($0, to: &expected)
        used.append($0, to: &found)
      }
      #expect(found == expected)
    }
  }
}
