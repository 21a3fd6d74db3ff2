#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileHistory {
  /// For each file how well the messages of its commits fit the query: its best commit by BM25 and, each for
  /// ``RankingWeights/messageDecay`` of the one before, further ones. Nil if the index is damaged.
  public func messageScores(_ query: LexicalQuery) -> [Double]? {
    var files = [Double](repeating: 0, count: recency.count)
    guard let commits = commitScores(query) else { return nil }
    var seen = [UInt8](repeating: 0, count: files.count)
    for (commit, score) in commits.prefix(RankingWeights.commitCandidates) {
      for file in self.commits[commit] where Int(seen[Int(file)]) < RankingWeights.messageDepth {
        files[Int(file)] += score * pow(RankingWeights.messageDecay, Double(seen[Int(file)]))
        seen[Int(file)] += 1
      }
    }
    return files
  }

  /// The commits whose messages hold a word of the query, best first by BM25, then newest first.
  private func commitScores(_ query: LexicalQuery) -> [(commit: Int, score: Double)]? {
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
    return scores.indices.filter { scores[$0] > 0 && !commits[$0].isEmpty }
      .map { ($0, scores[$0]) }
      .sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }
  }
}
