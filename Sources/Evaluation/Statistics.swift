import PortableMath

/// Figures about samples; every one is a pure function of its arguments.
public enum Statistics {
  /// The arithmetic mean; 0 for an empty sample.
  public static func mean(_ sample: [Double]) -> Double {
    sample.isEmpty ? 0 : sample.reduce(0, +) / Double(sample.count)
  }

  /// The smallest value that at least `share` of the sample does not exceed (nearest rank); 0 for an empty
  /// sample.
  ///
  /// - Parameter share: above 0, at most 1: .5 for the median.
  public static func percentile(_ sample: [Double], _ share: Double) -> Double {
    guard !sample.isEmpty else { return 0 }
    let rank = Int((share * Double(sample.count)).rounded(.up))
    return sample.sorted()[min(max(rank, 1), sample.count) - 1]
  }

  /// The interval that holds the mean of 95 % of samples drawn with replacement from this one. Source: Efron,
  /// "Bootstrap methods: another look at the jackknife", 1979; percentile interval. O(draws × sample).
  ///
  /// - Parameter seed: equal seeds give equal intervals, on every machine.
  /// - Returns: The ends of the interval; both the mean for fewer than two values.
  public static func interval(
    ofMean sample: [Double], draws: Int = 1_000, seed: UInt64 = 1
  ) -> (low: Double, high: Double) {
    guard sample.count > 1, draws > 0 else { return (mean(sample), mean(sample)) }
    var random = SeededRandom(seed: seed)
    let means = (0..<draws).map { _ in
      let total = (0..<sample.count).reduce(0.0) { sum, _ in
        sum + sample[Int(random.next().multipliedFullWidth(by: UInt64(sample.count)).high)]
      }
      return total / Double(sample.count)
    }
    return (percentile(means, 0.025), percentile(means, 0.975))
  }
}
