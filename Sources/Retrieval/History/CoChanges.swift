/// Which files change together.
public struct CoChanges: Sendable, Equatable {
  /// Two files, in one direction.
  public struct Pair: Sendable, Equatable {
    /// The file that is looked at.
    public var source: Int32
    /// The file that changes with it.
    public var target: Int32
    /// In how many commits both changed.
    public var support: Int
    /// In how many commits the source changed.
    public var changes: Int

    /// How many of the source's commits changed the target, too, from 0 to 1.
    public var confidence: Double { Double(support) / Double(changes) }
  }

  /// Fewer common commits are chance.
  public static let leastSupport = 3
  /// Below it, the source mostly changes without the target.
  public static let leastConfidence = 0.3
  /// A file has at most so many: those of the greatest support.
  public static let mostTargets = 10

  /// Sorted by source, then by target.
  public let pairs: [Pair]

  /// Counts. At most 15 × 15 steps a commit.
  public init(_ history: FileHistory) {
    var changes: [Int32: Int] = [:]
    var together: [Int64: Int] = [:]
    for commit in history.commits {
      for source in commit {
        changes[source, default: 0] += 1
        for target in commit where target != source {
          together[Int64(source) << 32 | Int64(target), default: 0] += 1
        }
      }
    }
    var pairs: [Pair] = []
    for (key, support) in together where support >= Self.leastSupport {
      let source = Int32(key >> 32)
      let pair = Pair(
        source: source, target: Int32(truncatingIfNeeded: key), support: support,
        changes: changes[source] ?? support)
      if pair.confidence >= Self.leastConfidence { pairs.append(pair) }
    }
    // Best first within a source; what is equal goes by number, so the order of the dictionary does not matter.
    pairs.sort { left, right in
      if left.source != right.source { return left.source < right.source }
      if left.support != right.support { return left.support > right.support }
      return left.target < right.target
    }
    var counts: [Int32: Int] = [:]
    let kept = pairs.filter { pair in
      counts[pair.source, default: 0] += 1
      return counts[pair.source, default: 0] <= Self.mostTargets
    }
    self.pairs = kept.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }
}
