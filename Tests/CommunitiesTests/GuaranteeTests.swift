import Communities
import TestSupport
import Testing

/// What the paper promises: Traag, Waltman, van Eck 2019, section "Guarantees".
@Suite struct GuaranteeTests {
  @Test(arguments: Planted.objectives) func everyCommunityIsConnected(objective: Objective) {
    for graph in Planted.samples {
      for seed in 0..<3 as Range<UInt64> {
        for passes in 1...4 {
          let result = Leiden(objective, seed: seed, passes: passes).cluster(graph)
          #expect(graph.splittingDisconnected(result.membership).split == 0)
        }
      }
    }
  }

  @Test(arguments: Planted.objectives) func qualityNeverFallsBetweenPasses(objective: Objective) {
    for graph in Planted.samples {
      var last = -Double.infinity
      for passes in 1...6 {
        let result = Leiden(objective, seed: 3, passes: passes, settledShare: 0).cluster(graph)
        let quality = graph.quality(of: result.membership, for: objective)
        #expect(quality >= last - 1e-9 * abs(last))
        last = quality
      }
    }
  }

  @Test(arguments: Planted.objectives) func qualityNeverFallsBelowTheBeginning(objective: Objective) {
    for graph in Planted.samples {
      var random = SeededGenerator(seed: 4)
      let start = (0..<graph.nodeCount).map { _ in Int32.random(in: 0..<20, using: &random) }
      let result = Leiden(objective, passes: 1).cluster(graph, from: start)
      #expect(
        graph.quality(of: result.membership, for: objective)
          >= graph.quality(of: start, for: objective) - 1e-9)
    }
  }

  /// γ-separation: no two communities are better joined.
  @Test(arguments: Planted.objectives) func communitiesAreSeparated(objective: Objective) {
    for graph in Planted.samples {
      for share in [0, 0.02, 1] {
        let result = Leiden(objective, seed: 1, settledShare: share).cluster(graph)
        let quality = graph.quality(of: result.membership, for: objective)
        for left in 0..<Int32(min(result.count, 12)) {
          for right in 0..<left {
            let joined = result.membership.map { $0 == left ? right : $0 }
            #expect(graph.quality(of: joined, for: objective) <= quality + 1e-9 * max(1, abs(quality)))
          }
        }
      }
    }
  }

  /// Node optimality: no node is better elsewhere or alone, once nothing moves any more.
  @Test(arguments: Planted.objectives) func everyNodeIsWhereItIsBest(objective: Objective) {
    let graph = Planted.edges(communities: 4, size: 12, inner: 6, outer: 2, seed: 5).graph
    let result = Leiden(objective, passes: 100, settledShare: 0).cluster(graph)
    let quality = graph.quality(of: result.membership, for: objective)
    for node in 0..<graph.nodeCount {
      for community in 0...Int32(result.count) {
        var moved = result.membership
        moved[node] = community
        #expect(graph.quality(of: moved, for: objective) <= quality + 1e-9)
      }
    }
  }

  /// Subset optimality: iterated until nothing changes under many seeds, no subset of a community is better in
  /// another community or by itself.
  @Test(arguments: [Objective.modularity(), .cpm(gamma: 0.3)]) func everySubsetIsWhereItIsBest(
    objective: Objective
  ) {
    for seed in 0..<6 as Range<UInt64> {
      let graph = Planted.edges(communities: 3, size: 5, inner: 4, outer: 2, seed: seed, weighted: true).graph
      var membership = Leiden(objective, passes: 20, settledShare: 0).cluster(graph).membership
      for next in 1..<60 as Range<UInt64> {
        membership =
          Leiden(objective, seed: next, passes: 20, settledShare: 0, randomness: 0.5)
          .cluster(graph, from: membership).membership
      }
      let quality = graph.quality(of: membership, for: objective)
      let count = (membership.max() ?? 0) + 1
      for community in 0..<count {
        let members = membership.indices.filter { membership[$0] == community }
        for subset in 1..<(1 << members.count) {
          for target in 0...count where target != community {
            var moved = membership
            for (place, node) in members.enumerated() where subset >> place & 1 == 1 { moved[node] = target }
            #expect(graph.quality(of: moved, for: objective) <= quality + 1e-9)
          }
        }
      }
    }
  }

  @Test func hierarchiesAreNestedAndConnected() {
    for graph in Planted.samples {
      for share in [0, 0.02, 1] {
        let result = Leiden(seed: 2, settledShare: share).cluster(graph)
        let levels = result.hierarchy(of: graph) + [result.membership]
        for (finer, coarser) in zip(levels, levels.dropFirst()) {
          var above: [Int32: Int32] = [:]
          for node in finer.indices {
            #expect(above[finer[node], default: coarser[node]] == coarser[node])
            above[finer[node]] = coarser[node]
          }
          #expect(graph.splittingDisconnected(finer).split == 0)
        }
      }
    }
  }
}
