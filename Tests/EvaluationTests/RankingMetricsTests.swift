import Evaluation
import Foundation
import Testing

@Suite struct RankingMetricsTests {
  /// Wrong, right, helpful, right: 1/log2(3) + .5/log2(4) + 1/log2(5).
  private let gains: [Double] = [0, 1, 0.5, 1]
  private let ideal: [Double] = [1, 0.5, 1]

  private func near(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-12 }

  @Test func gainIsDiscountedByRank() {
    let expected: Double = 1 / log2(3) + 0.25 + 1 / log2(5)
    #expect(near(RankingMetrics.dcg(gains, depth: 10), expected))
    #expect(near(RankingMetrics.dcg(gains, depth: 2), 1 / log2(3)))
    #expect(RankingMetrics.dcg([], depth: 10) == 0)
  }

  @Test func gainIsAShareOfTheBestOrder() {
    let best: Double = 1 + 1 / log2(3) + 0.25
    let gained: Double = 1 / log2(3) + 0.25 + 1 / log2(5)
    #expect(near(RankingMetrics.ndcg(gains, ideal: ideal, depth: 10), gained / best))
    #expect(RankingMetrics.ndcg([1, 1, 0.5], ideal: ideal, depth: 10) == 1)
    #expect(RankingMetrics.ndcg([0, 0], ideal: ideal, depth: 10) == 0)
    #expect(RankingMetrics.ndcg([0], ideal: [], depth: 10) == 0)
  }

  @Test func moreAnswersThanPlacesCanStillBePerfect() {
    #expect(RankingMetrics.ndcg([1, 1], ideal: [1, 1, 1], depth: 2) == 1)
  }

  @Test func firstHitCounts() {
    #expect(RankingMetrics.reciprocalRank(gains) == 0.5)
    #expect(RankingMetrics.reciprocalRank([0, 0, 0.5]) == 1 / 3.0)
    #expect(RankingMetrics.reciprocalRank([0, 0]) == 0)
    #expect(RankingMetrics.hit(gains, depth: 1) == 0)
    #expect(RankingMetrics.hit(gains, depth: 2) == 1)
  }

  @Test func recallIsOverFullAnswers() {
    #expect(RankingMetrics.recall(gains, ideal: ideal, depth: 3) == 0.5)
    #expect(RankingMetrics.recall(gains, ideal: ideal, depth: 4) == 1)
    #expect(RankingMetrics.recall([0.5], ideal: [0.5], depth: 4) == 0)
  }
}

@Suite struct StatisticsTests {
  @Test func percentilesAreNearestRanks() {
    let sample: [Double] = [9, 1, 5, 3, 7]
    #expect(Statistics.percentile(sample, 0.5) == 5)
    #expect(Statistics.percentile(sample, 0.2) == 1)
    #expect(Statistics.percentile(sample, 0.21) == 3)
    #expect(Statistics.percentile(sample, 1) == 9)
    #expect(Statistics.percentile([], 0.5) == 0)
  }

  @Test func intervalsHoldTheMeanAndNarrow() {
    let few = (0..<20).map { Double($0 % 2) }
    let many = (0..<2_000).map { Double($0 % 2) }
    let wide = Statistics.interval(ofMean: few)
    let narrow = Statistics.interval(ofMean: many)
    #expect(wide.low < 0.5 && wide.high > 0.5)
    // Of a fair coin: 1.96 × .5 / √n on either side.
    let width: Double = 1.96 / 20.0.squareRoot()
    #expect(abs(wide.high - wide.low - width) < 0.06)
    #expect(abs(narrow.high - narrow.low - width / 10) < 0.006)
  }

  @Test func intervalsAreTheSameForASeed() {
    let sample = (0..<50).map { Double($0 * $0 % 7) }
    #expect(Statistics.interval(ofMean: sample, seed: 3) == Statistics.interval(ofMean: sample, seed: 3))
    #expect(Statistics.interval(ofMean: sample, seed: 3) != Statistics.interval(ofMean: sample, seed: 4))
    #expect(Statistics.interval(ofMean: [0.25]) == (0.25, 0.25))
    #expect(Statistics.interval(ofMean: [2, 2, 2]) == (2, 2))
  }
}
