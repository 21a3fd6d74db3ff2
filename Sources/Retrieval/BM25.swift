#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import GraphModel

/// Scores chunks for the terms of a query.
///
/// Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with weighted columns:
/// a term's frequency is the sum of its counts times the weights of their columns. Constants, and the floor
/// under the inverse document frequency, are those of SQLite's `bm25()`, so that it can serve as an oracle.
public struct BM25: Sendable {
  /// How soon repetitions stop counting.
  public static let saturation = 1.2
  /// How much long chunks are held back, from 0 to 1.
  public static let lengthWeight = 0.75
  /// The weight of a term that more than half of the chunks hold.
  public static let smallestWeight = 1e-6

  private let lengths: ChunkLengths
  private let averageLength: Double
  private let columnWeights: [Double]
  private var scores: [Double]
  private var matches: [Int32] = []

  /// Makes a scorer for the chunks of these lengths.
  ///
  /// - Parameter columnWeights: one for each ``LexicalColumn``, positive.
  public init(lengths: ChunkLengths, columnWeights: [Double] = LexicalRanking.columnWeights) {
    self.lengths = lengths
    averageLength = max(1, Double(lengths.total) / Double(max(1, lengths.count)))
    self.columnWeights = columnWeights
    scores = [Double](repeating: 0, count: lengths.count)
  }

  /// Adds what a term contributes. Linear in its postings.
  ///
  /// - Returns: False if the postings are damaged; the scores are then useless.
  public mutating func add(_ blocks: [PostingBlock]) -> Bool {
    let documents = blocks.reduce(0) { $0 + $1.count }
    guard documents <= lengths.count else { return false }
    let total = Double(lengths.count)
    let weight = max(
      Self.smallestWeight, log((total - Double(documents) + 0.5) / (Double(documents) + 0.5)))
    var isSound = true
    for block in blocks {
      let isRead = block.read(weights: columnWeights) { chunk, frequency in
        guard chunk < scores.count, frequency > 0 else {
          isSound = false
          return
        }
        let length = Double(lengths.values[chunk]) / averageLength
        let norm = Self.saturation * (1 - Self.lengthWeight + Self.lengthWeight * length)
        if scores[chunk] == 0 { matches.append(Int32(chunk)) }
        scores[chunk] += weight * frequency * (Self.saturation + 1) / (frequency + norm)
      }
      guard isRead, isSound else { return false }
    }
    return true
  }

  /// The chunks that hold at least one term, in no order that matters, with their scores.
  public var results: [(chunk: Int32, score: Double)] { matches.map { ($0, scores[Int($0)]) } }
}
