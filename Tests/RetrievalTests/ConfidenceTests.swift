import GraphModel
import Testing

@testable import Retrieval

/// Whether there is an answer at all.
@Suite struct ConfidenceTests {
  /// Four chunks, one a file; each holds the terms whose letter is in its text.
  private static func evidence(
    _ query: String, in texts: [String], cosines: [Double]? = nil, background: Double? = nil,
    termWeights: [Double]? = nil
  ) throws -> Evidence {
    var builder = LexicalIndexBuilder()
    var counts = ChunkLengths()
    for text in texts {
      builder.add(
        ChunkDocument(
          path: SourcePath("a"), qualifiedName: "", signature: "", doc: "", body: Array(text.utf8)[...]))
      counts.append(1)
    }
    var postings: [String: [PostingBlock]] = [:]
    builder.forEachBlock { term, _, block in
      postings[String(decoding: term, as: UTF8.self), default: []].append(block)
    }
    let layout = try #require(ChunkLayout(lengths: builder.encodedLengths, chunksPerFile: counts.encoded))
    let scores = try #require(
      TextScores(LexicalQuery(query), layout: layout, termWeights: termWeights) { postings[$0] ?? [] })
    var evidence = Evidence(text: scores)
    evidence.cosines = cosines
    evidence.background = background
    return evidence
  }

  private static let texts = ["open the socket", "close the file", "read a line", "write a page"]

  @Test func wordsThatStandTogetherSpeakForAnAnswer() throws {
    let all = Confidence(try Self.evidence("open socket", in: Self.texts))
    let half = Confidence(try Self.evidence("open window", in: Self.texts))
    let none = Confidence(try Self.evidence("brew coffee", in: Self.texts))
    #expect(all.value > half.value && half.value > none.value)
    #expect(all.isConfident && !none.isConfident)
  }

  @Test func nearerToOthersSpeaksAgainst() throws {
    let cosines = [0.6, 0.3, 0.2, 0.1]
    let near = try Self.evidence("open socket", in: Self.texts, cosines: cosines, background: 0.3)
    let far = try Self.evidence("open socket", in: Self.texts, cosines: cosines, background: 0.8)
    #expect(Confidence(near).value > Confidence(far).value)
    #expect(Confidence(near).isConfident && !Confidence(far).isConfident)
  }

  @Test func aWordThatSaysMuchCountsForMore() throws {
    let weighty = try Self.evidence("open window", in: Self.texts, termWeights: [3, 1])
    let light = try Self.evidence("open window", in: Self.texts, termWeights: [1, 3])
    #expect(weighty.text.coverage == 0.75 && light.text.coverage == 0.25)
  }

  @Test func certainIsCertain() {
    #expect(Confidence(certain: true).value == 1 && Confidence(certain: false).value == 0)
  }
}
