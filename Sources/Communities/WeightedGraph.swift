/// An undirected graph with weighted edges in compressed rows.
///
/// Nodes are the numbers below ``nodeCount``. The rows are canonical: neighbours ascend and each occurs once, so two
/// graphs made of the same edges in any order, repeated or split, are equal, and so is everything computed from them.
public struct WeightedGraph: Sendable, Equatable {
  /// Node v's row is `offsets[v]..<offsets[v + 1]` of ``neighbors`` and ``weights``.
  let offsets: [Int]
  /// The other ends of the edges: every edge but a loop stands in the rows of both its ends.
  let neighbors: [Int32]
  /// Beside ``neighbors``; finite and positive. Single precision: whole weights up to 2^24 are exact.
  let weights: [Float]
  /// The weight of the loop at each node, 0 for none.
  let loops: [Double]

  init(offsets: [Int], neighbors: [Int32], weights: [Float], loops: [Double]) {
    self.offsets = offsets
    self.neighbors = neighbors
    self.weights = weights
    self.loops = loops
  }

  /// How many nodes there are.
  public var nodeCount: Int { loops.count }

  /// How many edges there are, loops not counted.
  public var edgeCount: Int { neighbors.count / 2 }

  /// Bytes that the rows take.
  public var byteCount: Int { offsets.count * 8 + neighbors.count * 8 + loops.count * 8 }

  /// The neighbours of a node, ascending, without itself.
  public func neighbors(of node: Int) -> ArraySlice<Int32> {
    neighbors[offsets[node]..<offsets[node + 1]]
  }

  /// The weights of a node's edges, in the order of ``neighbors(of:)``.
  public func weights(of node: Int) -> ArraySlice<Float> { weights[offsets[node]..<offsets[node + 1]] }

  /// The weight of all edges that end at a node, loops counted twice, for each node. O(edges).
  public func strengths() -> [Double] {
    loops.indices.map { node in
      var sum = 2 * loops[node]
      for place in offsets[node]..<offsets[node + 1] { sum += Double(weights[place]) }
      return sum
    }
  }
}
