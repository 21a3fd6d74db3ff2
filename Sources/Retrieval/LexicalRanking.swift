/// One result of a search before it is shown.
public struct RankedChunk: Sendable, Equatable {
  /// The chunk's id in the store.
  public var chunk: Int64
  /// The definition the chunk shows; nodes are numbered in the order of their symbol ids.
  public var node: Int32
  /// The file the chunk lies in.
  public var file: Int32
  /// Greater is better; at least 0. BM25 weighted by column, and boosts.
  public var score: Double
  /// The boosts that were applied, in order, for example `exactName`.
  public var boosts: [String]

  /// Makes a result of its parts.
  public init(chunk: Int64, node: Int32, file: Int32, score: Double, boosts: [String] = []) {
    self.chunk = chunk
    self.node = node
    self.file = file
    self.score = score
    self.boosts = boosts
  }
}

/// Orders results. Everything here is a pure function, so equal inputs give equal answers.
public enum LexicalRanking {
  /// Weights of the columns path · qualified name · signature · doc · body. Found by measuring on public
  /// repositories with known answers.
  public static let columnWeights: [Double] = [6, 8, 3, 2, 1]

  /// How many results the full-text index is asked for.
  public static let candidates = 100

  /// The name of the boost for a definition whose name is the whole query.
  public static let exactName = "exactName"

  /// Sorts by score, best first. Ties go by symbol id (that is, by node), then by chunk.
  public static func sorted(_ results: [RankedChunk]) -> [RankedChunk] {
    results.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      return (left.node, left.chunk) < (right.node, right.chunk)
    }
  }

  /// Puts definitions whose name is the whole query first: their scores are raised by the best score of
  /// all, so that they keep their order among each other. Returns the results sorted.
  ///
  /// - Parameter isExact: whether the definition's name or qualified name equals the query.
  public static func boostingExactNames(
    _ results: [RankedChunk], isExact: (Int32) -> Bool
  ) -> [RankedChunk] {
    let best = results.reduce(0) { max($0, $1.score) }
    return sorted(
      results.map { result in
        guard isExact(result.node) else { return result }
        var result = result
        result.score += best
        result.boosts.append(exactName)
        return result
      })
  }

  /// The best result of each definition (a long one has several chunks), in the given order.
  public static func bestPerNode(_ results: [RankedChunk]) -> [RankedChunk] {
    var seen: Set<Int32> = []
    return results.filter { seen.insert($0.node).inserted }
  }

  /// The best result of each file, in the given order.
  public static func bestPerFile(_ results: [RankedChunk]) -> [RankedChunk] {
    var seen: Set<Int32> = []
    return results.filter { seen.insert($0.file).inserted }
  }
}
