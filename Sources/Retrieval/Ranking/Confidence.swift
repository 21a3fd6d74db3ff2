#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How likely it is that the index holds an answer at all.
///
/// A logistic of how much of the query the best chunks hold, how strongly, and how near the nearest chunk lies to
/// it: raw values, not divided by the best of the query, as the scores of results are. Scores themselves say nothing
/// about it: the best of bad results looks like the best of good ones.
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
    let strength = evidence.text.strength
    guard let cosines = evidence.cosines else {
      value = Self.logistic(5 * coverage + 1.75 * strength - 2.1)
      return
    }
    let cosine = cosines.reduce(0, max)
    value = Self.logistic(5 * coverage + 1.75 * strength + 3.5 * cosine - 3.6)
  }

  private static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
}
