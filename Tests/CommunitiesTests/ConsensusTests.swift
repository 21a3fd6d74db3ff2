import Communities
import TestSupport
import Testing

@Suite struct ConsensusTests {
  private func keys(_ count: Int) -> [UInt64] { (0..<UInt64(count)).map { $0 &* 0x9E37_79B9_7F4A_7C15 } }

  @Test func findsWhatIsClear() {
    let graph = Planted.ringOfCliques(12, size: 6).graph
    #expect(Consensus().cluster(graph, keys: keys(72)) == (0..<72).map { Int32($0 / 6) })
  }

  @Test func communitiesAreConnectedAndTheSameAgain() {
    for graph in Planted.samples {
      let membership = Consensus(runs: 6).cluster(graph, keys: keys(graph.nodeCount))
      #expect(graph.splittingDisconnected(membership).split == 0)
      #expect(Consensus(runs: 6).cluster(graph, keys: keys(graph.nodeCount)) == membership)
    }
  }

  /// The point of it: fewer nodes change their company when a few edges change than with a single run.
  @Test func consensusIsSteadierThanOneRun() {
    func moved(_ cluster: (WeightedGraph) -> [Int32]) -> Int {
      var total = 0
      for seed in 0..<8 as Range<UInt64> {
        var edges = Planted.edges(communities: 30, size: 20, inner: 4, outer: 4, seed: 3)
        let before = cluster(edges.graph)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20 {
          edges.targets[Int.random(in: 0..<edges.targets.count, using: &random)] = Int32.random(
            in: 0..<600, using: &random)
        }
        let after = cluster(edges.graph)
        // Nodes outside the community of `after` that most of their old one went to.
        let groups = Dictionary(grouping: before.indices) { before[$0] }
        for members in groups.values {
          let counts = Dictionary(grouping: members) { after[$0] }.values.map(\.count)
          total += members.count - (counts.max() ?? 0)
        }
      }
      return total
    }
    let single = moved { Leiden().cluster($0).membership }
    let many = moved { Consensus().cluster($0, keys: keys($0.nodeCount)) }
    #expect(many < single, "\(many) of 4800 against \(single)")
  }
}

@Suite struct PageRankTests {
  @Test func whatManyPointAtRanksFirst() {
    let edges: [(source: Int32, target: Int32, weight: Float)] = [(0, 2, 1), (1, 2, 1), (2, 3, 1), (3, 0, 1)]
    let ranks = PageRank().ranks(edges, start: [1, 1, 1, 1])
    #expect(abs(ranks.reduce(0, +) - 1) < 1e-9)
    #expect(ranks[2] > ranks[3] && ranks[3] > ranks[0] && ranks[0] > ranks[1])
  }

  @Test func weightsAndStartsCount() {
    let ranks = PageRank().ranks([(0, 1, 3), (0, 2, 1)], start: [1, 0, 0])
    #expect(abs(ranks[1] / ranks[2] - 3) < 1e-6)
    #expect(PageRank().ranks([], start: []).isEmpty)
    #expect(PageRank().ranks([], start: [0, 0]) == [0, 0])
  }
}
