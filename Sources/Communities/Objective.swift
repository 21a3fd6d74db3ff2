/// What a partition is good at: the quality function that is optimised.
///
/// Both sum over communities the weight inside less what their size would make one expect, with a resolution
/// γ ≥ 0: the larger, the smaller the communities.
public enum Objective: Sendable, Hashable {
  /// Modularity with resolution γ: 1/2m Σ (2e − γ K²/2m), where e is the weight inside a community, K the sum of its
  /// nodes' strengths and m the weight of all edges. γ = 1 is Newman's. Source: Reichardt and Bornholdt, 2006.
  case modularity(gamma: Double = 1)
  /// The constant Potts model: Σ (e − γ n(n − 1)/2), where n is the number of nodes of a community.
  /// Source: Traag, Van Dooren, Nesterov, 2011.
  case cpm(gamma: Double)

  /// The resolution.
  public var gamma: Double {
    switch self {
    case .modularity(let gamma), .cpm(let gamma): gamma
    }
  }
}

extension WeightedGraph {
  /// The quality of a partition, from the definition and not from what an optimiser kept. O(nodes + edges).
  ///
  /// - Parameter membership: the community of each node, at least 0.
  public func quality(of membership: [Int32], for objective: Objective) -> Double {
    precondition(membership.count == nodeCount, "each node has a community")
    let count = membership.reduce(0) { max($0, Int($1) + 1) }
    var inside = [Double](repeating: 0, count: count)
    var sizes = [Double](repeating: 0, count: count)
    var twiceTotal = 0.0
    for node in 0..<nodeCount {
      let community = Int(membership[node])
      var strength = 2 * loops[node]
      inside[community] += 2 * loops[node]
      for place in offsets[node]..<offsets[node + 1] {
        let weight = Double(weights[place])
        strength += weight
        if membership[Int(neighbors[place])] == membership[node] { inside[community] += weight }
      }
      twiceTotal += strength
      switch objective {
      case .modularity: sizes[community] += strength
      case .cpm: sizes[community] += 1
      }
    }
    switch objective {
    case .modularity(let gamma):
      guard twiceTotal > 0 else { return 0 }
      return zip(inside, sizes).reduce(0) { sum, item in
        sum + item.0 / twiceTotal - gamma * (item.1 / twiceTotal) * (item.1 / twiceTotal)
      }
    case .cpm(let gamma):
      return zip(inside, sizes).reduce(0) { sum, item in
        sum + item.0 / 2 - gamma * item.1 * (item.1 - 1) / 2
      }
    }
  }
}
