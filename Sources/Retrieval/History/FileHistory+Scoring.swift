#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A commit with how well its message fits a query.
public struct CommitMatch: Sendable, Equatable {
  /// Its number, 0 for the newest.
  public var commit: Int
  /// BM25 of its message.
  public var score: Double
}

extension FileHistory {
  /// The commits whose messages hold words of the query, best first by BM25, then newest first; at most
  /// ``RankingWeights/commitCandidates``, each of a file that is there. Nil if the index is damaged.
  public func matches(_ query: LexicalQuery) -> [CommitMatch]? {
    var scores = [Double](repeating: 0, count: index.count)
    for (term, weight) in zip(query.terms, query.weights) {
      var matches: [(commit: Int, frequency: Double)] = []
      guard index.forEachCommit(with: term, { matches.append(($0, $1)) }) != nil else { return nil }
      let share = weight * BM25.smoothInverseFrequency(of: matches.count, in: index.count)
      for (commit, frequency) in matches {
        let norm = BM25.norm(length: Double(index.lengths[commit]) / averageMessage)
        scores[commit] += share * frequency * (BM25.saturation + 1) / (frequency + norm)
      }
    }
    let found = scores.indices.filter { scores[$0] > 0 && !commits[$0].isEmpty }
      .map { CommitMatch(commit: $0, score: scores[$0]) }
      .sorted { $0.score == $1.score ? $0.commit < $1.commit : $0.score > $1.score }
    return Array(found.prefix(RankingWeights.commitCandidates))
  }

  /// For each file how well the messages of its commits fit the query: its best commit and, each for
  /// ``RankingWeights/messageDecay`` of the one before, further ones.
  ///
  /// - Parameter matches: what ``matches(_:)`` gave.
  public func messageScores(_ matches: [CommitMatch]) -> [Double] {
    var sums = [DecayedSum](repeating: DecayedSum(), count: recency.count)
    for match in matches {
      for file in commits[match.commit] { sums[Int(file)].add(match.score) }
    }
    return sums.map(\.value)
  }
}

/// Adds up how well commits fit, best first: each counts for ``RankingWeights/messageDecay`` of the one before, and only
/// the first ``RankingWeights/messageDepth`` count.
struct DecayedSum {
  private(set) var value = 0.0
  private var count = 0

  mutating func add(_ score: Double) {
    guard count < RankingWeights.messageDepth else { return }
    value += score * pow(RankingWeights.messageDecay, Double(count))
    count += 1
  }
}
