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
  private let columns: ColumnWeights
  /// For each chunk its score: 0 if it holds no term.
  public private(set) var scores: [Double]

  /// Makes a scorer for the chunks of these lengths.
  ///
  /// - Parameter columnWeights: one for each ``LexicalColumn``, positive.
  public init(lengths: ChunkLengths, columnWeights: [Double] = RankingWeights.columns) {
    self.lengths = lengths
    averageLength = max(1, Double(lengths.total) / Double(max(1, lengths.count)))
    columns = ColumnWeights(columnWeights)
    scores = [Double](repeating: 0, count: lengths.count)
  }

  /// Adds what a term contributes. Linear in its postings.
  ///
  /// - Parameters:
  ///   - weight: of the term in the query.
  ///   - visit: is handed each chunk with the weighted frequency of the term in it, chunks ascending.
  /// - Returns: False if the postings are damaged; the scores are then useless.
  public mutating func add(
    _ blocks: [PostingBlock], weight: Double = 1,
    visit: (_ chunk: Int, _ frequency: Double) -> Void = { _, _ in }
  ) -> Bool {
    let documents = blocks.reduce(0) { $0 + $1.count }
    guard documents <= lengths.count else { return false }
    let share = weight * Self.inverseFrequency(of: documents, in: lengths.count)
    var isSound = true
    var next = 0
    for block in blocks {
      let isRead = block.read(columns) { chunk, frequency in
        guard chunk < scores.count, chunk >= next, frequency > 0 else {
          isSound = false
          return
        }
        next = chunk + 1
        let norm = Self.norm(length: Double(lengths.values[chunk]) / averageLength)
        scores[chunk] += share * frequency * (Self.saturation + 1) / (frequency + norm)
        visit(chunk, frequency)
      }
      guard isRead, isSound else { return false }
    }
    return true
  }

  /// What is added to a frequency in a text of this length, as a multiple of the mean.
  static func norm(length: Double) -> Double { saturation * (1 - lengthWeight + lengthWeight * length) }

  /// The weight of a term that so many of all chunks hold, as in SQLite.
  static func inverseFrequency(of documents: Int, in total: Int) -> Double {
    max(smallestWeight, log((Double(total) - Double(documents) + 0.5) / (Double(documents) + 0.5)))
  }

  /// The weight of a term that so many of few texts hold: positive for common ones, too.
  static func smoothInverseFrequency(of documents: Int, in total: Int) -> Double {
    log(1 + (Double(total) - Double(documents) + 0.5) / (Double(documents) + 0.5))
  }
}
