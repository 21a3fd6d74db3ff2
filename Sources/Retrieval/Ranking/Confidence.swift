#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How likely it is that the index holds an answer at all.
///
/// A logistic of four values that are not divided by the best of the query, as the scores of results are; scores
/// themselves say nothing about it, since the best of bad results looks like the best of good ones:
///
/// * how much of the query the best chunks by words hold, and the best chunks by vectors;
/// * how near the nearest chunks lie, and how near code of others lies (`VectorBackground`).
///
/// Fitted on the dev sets of `Benchmarks/Quality/queries` with each repository left out in turn, and rounded.
public struct Confidence: Sendable, Equatable {
  /// From 0 to 1.
  public let value: Double

  /// Below it, the answer is that there is none.
  public static let threshold = 0.5

  /// True if results may be called an answer.
  public var isConfident: Bool { value >= Self.threshold }

  /// Certain, by rule: a definition has the name that was asked for, or nothing has.
  public init(certain isAnswer: Bool) { value = isAnswer ? 1 : 0 }

  /// Weighs the evidence.
  public init(_ evidence: Evidence) {
    let coverage = evidence.text.coverage
    guard let cosines = evidence.cosines else {
      value = Self.logistic(5 * coverage + 1.75 * evidence.text.strength - 2.1)
      return
    }
    let nearest = BestIndices.best(TextScores.covering, of: cosines)
    let nearness = nearest.prefix(Self.neighbours).reduce(0) { $0 + cosines[$1] } / Double(Self.neighbours)
    value = Self.logistic(
      8 * coverage + 6 * evidence.text.coverage(ofChunks: nearest) + 5 * nearness
        - 20 * (evidence.background ?? nearness))
  }

  /// How many of the nearest chunks, and of the nearest vectors of others, count.
  public static let neighbours = 5

  private static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
}
