import PortableMath

/// Communities that many slightly different runs agree on: what a small edit of the graph moves is what differs among
/// the runs, and what they agree on stays.
///
/// Each run clusters a copy of the graph whose weights are varied a little. The share of runs in which the
/// ends of an edge fall together becomes its weight in the next round, until the runs agree. Source: Lancichinetti,
/// Fortunato: Consensus clustering in complex networks, 2012; here on the edges only, and on varied copies.
public struct Consensus: Sendable {
  /// What is maximised by each run.
  public var objective: Objective
  /// How many runs a round has.
  public var runs: Int
  /// By which share at most a weight is raised or lowered, 0 to below 1.
  public var variation: Double
  /// How many rounds there are at most.
  public var rounds: Int

  /// Edges on which fewer runs agree are dropped after a round.
  private static let leastAgreement: Float = 0.5

  /// Makes a consensus of so many runs.
  public init(
    _ objective: Objective = .modularity(), runs: Int = 20, variation: Double = 0.1, rounds: Int = 3
  ) {
    precondition(runs > 0 && rounds > 0 && (0..<1).contains(variation), "options out of range")
    self.objective = objective
    self.runs = runs
    self.variation = variation
    self.rounds = rounds
  }

  /// Clusters a graph. Every community is connected. Costs `runs` clusterings a round.
  ///
  /// - Parameter keys: one for each node that stays the same when the graph is edited elsewhere, such as the hash of
  ///   a name; how weights are varied depends on the keys of the ends alone.
  public func cluster(_ graph: WeightedGraph, keys: [UInt64]) -> [Int32] {
    precondition(keys.count == graph.nodeCount, "each node has a key")
    var current = graph
    var membership: [Int32] = []
    for _ in 0..<rounds {
      var agreement = [Float](repeating: 0, count: current.neighbors.count)
      for run in 0..<runs {
        let varied = current.mapWeights { source, target, weight in
          weight * Float(1 + variation * Self.draw(keys[source] ^ keys[target], run))
        }
        membership = Leiden(objective, seed: UInt64(run)).cluster(varied).membership
        current.forEachEdge { place, source, target in
          if membership[source] == membership[target] { agreement[place] += 1 }
        }
      }
      let isUnanimous = agreement.allSatisfy { $0 == 0 || $0 == Float(runs) }
      current = current.replacingWeights { place in
        let share = agreement[place] / Float(runs)
        return share < Self.leastAgreement ? 0 : share
      }
      if isUnanimous { break }
    }
    // Where runs still differ, what hangs together by agreement of most of them.
    membership = Leiden(objective).cluster(current).membership
    return graph.splittingDisconnected(membership).membership
  }

  /// A number in -1..<1 of a key and a run.
  private static func draw(_ key: UInt64, _ run: Int) -> Double {
    var random = SeededRandom(seed: key &+ UInt64(run) &* 0xD1B5_4A32_D192_ED03)
    return 2 * random.unit() - 1
  }
}

extension WeightedGraph {
  /// The same rows with other weights.
  func mapWeights(_ transform: (_ source: Int, _ target: Int, _ weight: Float) -> Float) -> WeightedGraph {
    var mapped = weights
    forEachEdge { place, source, target in mapped[place] = transform(source, target, weights[place]) }
    return WeightedGraph(offsets: offsets, neighbors: neighbors, weights: mapped, loops: loops)
  }

  /// The rows with other weights, without the edges that get weight 0. `weight` must give the same for both places
  /// of an edge.
  func replacingWeights(_ weight: (_ place: Int) -> Float) -> WeightedGraph {
    var newOffsets = [0]
    newOffsets.reserveCapacity(offsets.count)
    var newNeighbors: [Int32] = []
    var newWeights: [Float] = []
    for node in 0..<nodeCount {
      for place in offsets[node]..<offsets[node + 1] {
        let new = weight(place)
        if new > 0 {
          newNeighbors.append(neighbors[place])
          newWeights.append(new)
        }
      }
      newOffsets.append(newNeighbors.count)
    }
    return WeightedGraph(offsets: newOffsets, neighbors: newNeighbors, weights: newWeights, loops: loops)
  }

  func forEachEdge(_ body: (_ place: Int, _ source: Int, _ target: Int) -> Void) {
    for node in 0..<nodeCount {
      for place in offsets[node]..<offsets[node + 1] { body(place, node, Int(neighbors[place])) }
    }
  }

  /// The part of the graph among some nodes, which are numbered anew in the order given. O(edges of theirs).
  ///
  /// - Parameter nodes: each at most once.
  public func induced(by nodes: [Int32]) -> WeightedGraph {
    var place = [Int32](repeating: -1, count: nodeCount)
    for (new, old) in nodes.enumerated() { place[Int(old)] = Int32(new) }
    var sources: [Int32] = []
    var targets: [Int32] = []
    var kept: [Float] = []
    for (new, old) in nodes.enumerated() {
      for edge in offsets[Int(old)]..<offsets[Int(old) + 1] where place[Int(neighbors[edge])] > new {
        sources.append(Int32(new))
        targets.append(place[Int(neighbors[edge])])
        kept.append(weights[edge])
      }
    }
    return WeightedGraph(nodeCount: nodes.count, sources: sources, targets: targets, weights: kept)
  }
}
