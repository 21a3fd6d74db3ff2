/// How central nodes are to those that point at them. Source: Brin, Page: The anatomy of a large-scale hypertextual
/// web search engine, 1998; with a starting vector of its own, as in Haveliwala: Topic-sensitive PageRank, 2002.
public struct PageRank: Sendable {
  /// The share of rank that follows edges; the rest goes where the start says.
  public var damping: Double
  /// How many rounds there are. The error falls by `damping` with each.
  public var rounds: Int

  /// Makes a ranking with these options.
  public init(damping: Double = 0.85, rounds: Int = 25) {
    precondition((0..<1).contains(damping) && rounds > 0, "options out of range")
    self.damping = damping
    self.rounds = rounds
  }

  /// The rank of each node; the ranks sum to 1 (to 0 without nodes). O(edges · rounds).
  ///
  /// - Parameters:
  ///   - edges: directed, with positive weights; ends below the number of nodes.
  ///   - start: for each node its weight where rank begins, at least 0 and not all 0.
  public func ranks(_ edges: [(source: Int32, target: Int32, weight: Float)], start: [Double]) -> [Double] {
    let total = start.reduce(0, +)
    guard total > 0 else { return start }
    var outgoing = [Double](repeating: 0, count: start.count)
    for edge in edges { outgoing[Int(edge.source)] += Double(edge.weight) }
    let origin = start.map { $0 / total }
    var ranks = origin
    for _ in 0..<rounds {
      var next = [Double](repeating: 0, count: start.count)
      for edge in edges {
        next[Int(edge.target)] += ranks[Int(edge.source)] * Double(edge.weight) / outgoing[Int(edge.source)]
      }
      // What lies on nodes without edges begins anew.
      let kept = next.reduce(0, +)
      for node in next.indices {
        next[node] = damping * next[node] + (1 - damping * kept) * origin[node]
      }
      ranks = next
    }
    return ranks
  }
}
