import Foundation

/// How good one ranking is: the usual measures of retrieval, from the gains of its places.
///
/// A gain is 0 for a place that does not answer, 1 for one that does, and may be between for one that helps.
/// All functions are O(places) and give 0 for a query without answers.
public enum RankingMetrics {
  /// Discounted cumulative gain of the first `depth` places: the sum of gain / log2(rank + 1). Source:
  /// Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002, in the form with
  /// log2(rank + 1).
  public static func dcg(_ gains: [Double], depth: Int) -> Double {
    gains.prefix(depth).enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset + 2)) }
  }

  /// The gain of a ranking as a share of the best one possible, 0…1.
  ///
  /// - Parameters:
  ///   - gains: of the places, best first.
  ///   - ideal: the gains of all answers there are, in any order.
  ///   - depth: how many places count, positive.
  public static func ndcg(_ gains: [Double], ideal: [Double], depth: Int) -> Double {
    let best = dcg(ideal.sorted(by: >), depth: depth)
    return best > 0 ? dcg(gains, depth: depth) / best : 0
  }

  /// 1 / the rank of the first place with a gain; 0 if none has one.
  public static func reciprocalRank(_ gains: [Double]) -> Double {
    gains.firstIndex { $0 > 0 }.map { 1 / Double($0 + 1) } ?? 0
  }

  /// The share of the full answers (gain 1) that stand among the first `depth` places, 0…1.
  public static func recall(_ gains: [Double], ideal: [Double], depth: Int) -> Double {
    let wanted = ideal.count { $0 >= 1 }
    return wanted > 0 ? Double(gains.prefix(depth).count { $0 >= 1 }) / Double(wanted) : 0
  }

  /// 1 if a place with a gain is among the first `depth`, else 0.
  public static func hit(_ gains: [Double], depth: Int) -> Double {
    gains.prefix(depth).contains { $0 > 0 } ? 1 : 0
  }
}
