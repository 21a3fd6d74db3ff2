import PortableMath
import Embedding
import Foundation
import GraphModel
import Retrieval
import TestSupport
import Testing

@testable import EmbeddingTrainer

/// The trainer on a corpus of a few sentences.
@Suite struct TrainerTests {
  /// Two packages whose functions do what their documentation says, in other words.
  private static func corpus() -> Corpus {
    let topics = [
      (
        "delete stale entries from the cache", "evictExpired", "store.removeAll { clock.isPast($0.deadline) }"
      ),
      ("open a connection to the server", "dial", "socket.handshake(host, port)"),
      ("parse the text of a number", "readDigits", "while scanner.isDigit { value = value * 10 }"),
      ("draw a frame around the widget", "outline", "canvas.strokeRect(bounds.inset(border))"),
    ]
    var corpus = Corpus()
    for package in 0..<2 {
      var definitions: [CodeDefinition] = []
      for index in 0..<64 {
        let (doc, name, body) = topics[index % topics.count]
        definitions.append(
          CodeDefinition(
            path: SourcePath("p\(package)/file\(index % topics.count).swift"), qualifiedName: name,
            signature: "func \(name)()", doc: "\(doc) number\(index)", body: Array(body.utf8), isTest: false,
            isSubstantial: true))
      }
      corpus.add(definitions, limit: 1_000)
    }
    return corpus
  }

  private static func train(seed: UInt64, epochs: Int = 30) throws -> [UInt8] {
    let corpus = corpus()
    let vocabulary = Vocabulary(corpus, count: 200, partShare: 0.3)
    let rows = [Float](repeating: 0, count: vocabulary.pieces.count * EmbeddingTable.dimension)
    let blank = try #require(EmbeddingTable(TableEncoder.encode(vocabulary, rows: rows)))
    var embedder = TextEmbedder(blank)
    embedder.learn(corpus.tokenizer.tokens)
    var options = TrainingOptions()
    options.seed = seed
    options.epochs = epochs
    options.batch = 32
    options.group = 16
    var trainer = Trainer(
      TrainingSet(corpus, embedder: embedder), vocabulary: vocabulary, options: options)
    for epoch in 0..<epochs { _ = trainer.runEpoch(epoch) }
    return TableEncoder.encode(vocabulary, rows: trainer.table)
  }

  @Test func equalSeedsGiveEqualBytes() throws {
    let table = try Self.train(seed: 7, epochs: 2)
    #expect(try Self.train(seed: 7, epochs: 2) == table)
    #expect(try Self.train(seed: 8, epochs: 2) != table)
  }

  @Test func wordsFindTheCodeTheySpeakOf() throws {
    let table = try #require(EmbeddingTable(try Self.train(seed: 1)))
    func vector(_ text: String) -> EmbeddingVector { TextEmbedder.vector(ofQuery: text, table: table) }
    let codes = VectorMatrix(
      codes: ["evictExpired", "dial", "readDigits", "outline"].flatMap { vector($0).codes })
    for (place, words) in ["stale cache", "connection server", "parse number", "frame widget"].enumerated() {
      #expect(codes.nearest(vector(words), limit: 1).first?.place == place, "\(words)")
    }
  }

  @Test func documentationIsTakenOut() {
    func strip(_ text: String, isPython: Bool) -> String {
      String(decoding: DocumentationStripper.strip(Array(text.utf8)[...], isPython: isPython), as: UTF8.self)
    }
    let python = "def f():\n  \"\"\"One line.\"\"\"\n  x = 1\n  r'''Two\n  lines.\n  '''\n  return '''kept'''"
    #expect(strip(python, isPython: true) == "def f():\n  x = 1\n  return '''kept'''\n")
    let swift = "func f() {\n  /// Gone.\n  /** Gone\n  too */\n  // kept\n}"
    #expect(strip(swift, isPython: false) == "func f() {\n  // kept\n}\n")
  }

  @Test func theFirstParagraphIsTheQuestion() throws {
    let doc = "\nReads all rows\nof the table.\n\nMore about it.\n:param x: no"
    let (first, rest) = try #require(PairFinder.paragraphs(doc))
    #expect(first == "Reads all rows of the table.")
    #expect(rest.hasSuffix("More about it.\n:param x: no"))
    #expect(PairFinder.paragraphs("Two words.") == nil)
    #expect(PairFinder.paragraphs("1 + 2 == 3 * 4 - 5") == nil)
    #expect(PairFinder.paragraphs("Does a thing well\n:param x: no")?.first == "Does a thing well")
  }

  @Test func commentsAreQuestionsToo() {
    let body = Array("x = 1\n# Skip what was seen\n# before this run\ny = 2\n# short one\nz()".utf8)
    #expect(CommentFinder.comments(in: body) == ["Skip what was seen before this run"])
    #expect(String(decoding: CommentFinder.withoutComments(body), as: UTF8.self) == "x = 1\ny = 2\nz()")
  }

  @Test func batchesKeepPackagesTogetherAndLoseLittle() {
    var generator = SeededRandom(seed: 3)
    let batches = BatchOrder.batches(
      packageEnds: [100, 130, 1_000], group: 16, size: 64, generator: &generator)
    let all = batches.flatMap { $0 }
    #expect(Set(all).count == all.count)
    #expect(all.count > 1_000 - 64 - 16)
    #expect(batches.allSatisfy { $0.count == 64 })
  }

  @Test func logarithmsAreRight() {
    for value in [1e-6, 0.3, 1, 1.99, 2, 1234] as [Float] {
      #expect(abs(ExactLogarithm.natural(value) - log(value)) < 1e-4)
    }
    for value in [-30, -1, 0, 0.5, 20] as [Float] {
      #expect(abs(Trainer.exp(value) / exp(value) - 1) < 1e-5)
    }
  }
}
