import Embedding
import GraphModel
import Retrieval

/// The samples of a corpus as numbers: pieces with weights, ready for arithmetic.
struct TrainingSet {
  /// A piece of a text: how much of its vector is in the text's.
  struct Entry {
    var piece: UInt16
    /// The ``LexicalColumn``, or ``queryColumn``.
    var column: UInt8
    var weight: Float
  }

  /// The column of questions, after those of chunks.
  static let queryColumn = UInt8(LexicalColumn.allCases.count)

  private(set) var entries: [Entry] = []
  /// Where the entries of query i (2 i) and code i (2 i + 1) end.
  private var ends: [Int] = []
  private(set) var identities: [(definition: Int32, text: Int32)] = []
  /// Samples of one package lie together; where each package's end.
  private(set) var packageEnds: [Int] = []

  var count: Int { identities.count }

  init(_ corpus: Corpus, embedder: TextEmbedder) {
    var package: Int32 = 0
    for sample in corpus.samples {
      if sample.package != package { packageEnds.append(count) }
      package = sample.package
      for token in sample.query { append(token, Self.queryColumn, 1, embedder) }
      ends.append(entries.count)
      for entry in sample.code.entries {
        let weight = VectorWeights.weight(
          count: UInt32(entry.count), length: sample.code.lengths[Int(entry.column)])
        append(entry.token, entry.column, weight, embedder)
      }
      ends.append(entries.count)
      identities.append((sample.definition, sample.text))
    }
    packageEnds.append(count)
  }

  private mutating func append(_ token: TokenID, _ column: UInt8, _ weight: Float, _ embedder: TextEmbedder) {
    let (pieces, share) = embedder.pieces(of: token)
    for piece in pieces { entries.append(Entry(piece: piece, column: column, weight: weight * share)) }
  }

  /// The entries of a sample's query or code.
  func range(_ sample: Int, isCode: Bool) -> Range<Int> {
    let place = 2 * sample + (isCode ? 1 : 0)
    return (place == 0 ? 0 : ends[place - 1])..<ends[place]
  }
}
