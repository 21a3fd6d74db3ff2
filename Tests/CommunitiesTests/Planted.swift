import Communities
import TestSupport

/// Graphs to cluster in tests.
enum Planted {
  /// A list of edges.
  struct Edges {
    var nodeCount: Int
    var sources: [Int32] = []
    var targets: [Int32] = []
    var weights: [Float] = []

    mutating func add(_ source: Int, _ target: Int, _ weight: Float = 1) {
      sources.append(Int32(source))
      targets.append(Int32(target))
      weights.append(weight)
    }

    var graph: WeightedGraph {
      WeightedGraph(nodeCount: nodeCount, sources: sources, targets: targets, weights: weights)
    }
  }

  /// Communities of `size` nodes; each node gets about `inner` edges inside and `outer` edges to anywhere.
  static func edges(
    communities: Int, size: Int, inner: Int, outer: Int, seed: UInt64, weighted: Bool = false
  ) -> Edges {
    var random = SeededGenerator(seed: seed)
    var edges = Edges(nodeCount: communities * size)
    for node in 0..<edges.nodeCount {
      let first = node / size * size
      for _ in 0..<inner / 2 { edges.add(node, first + Int.random(in: 0..<size, using: &random)) }
      for _ in 0..<outer / 2 { edges.add(node, Int.random(in: 0..<edges.nodeCount, using: &random)) }
    }
    if weighted { for place in edges.weights.indices { edges.weights[place] = Float(place % 7 + 1) / 2 } }
    return edges
  }

  /// Cliques in a ring, each joined to the next by one edge.
  static func ringOfCliques(_ count: Int, size: Int) -> Edges {
    var edges = Edges(nodeCount: count * size)
    for clique in 0..<count {
      for left in 0..<size {
        for right in 0..<left { edges.add(clique * size + left, clique * size + right) }
      }
      edges.add(clique * size, (clique + 1) % count * size + 1)
    }
    return edges
  }

  /// Some graphs of different shapes.
  static let samples: [WeightedGraph] =
    (0..<6).map { seed in
      edges(
        communities: 12, size: 25, inner: 6, outer: 2 + 2 * (Int(seed) % 3), seed: seed,
        weighted: seed % 2 == 1
      ).graph
    } + [
      ringOfCliques(30, size: 5).graph, edges(communities: 1, size: 200, inner: 3, outer: 0, seed: 9).graph,
    ]

  /// Objectives to try on them.
  static let objectives: [Objective] = [
    .modularity(), .modularity(gamma: 3), .modularity(gamma: 0.3), .cpm(gamma: 0.02), .cpm(gamma: 0.2),
  ]
}
