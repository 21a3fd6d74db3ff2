import Communities
import TestSupport
import Testing

@Suite struct LeidenTests {
  @Test func findsCliques() {
    let graph = Planted.ringOfCliques(12, size: 6).graph
    for seed in 0..<5 as Range<UInt64> {
      let result = Leiden(seed: seed).cluster(graph)
      #expect(result.membership == (0..<72).map { Int32($0 / 6) })
      #expect(result.count == 12)
    }
    #expect(Leiden(.cpm(gamma: 0.5)).cluster(graph).count == 12)
  }

  @Test func findsPlantedCommunities() {
    let graph = Planted.edges(communities: 20, size: 50, inner: 10, outer: 4, seed: 1).graph
    let result = Leiden().cluster(graph)
    #expect(result.membership == (0..<1_000).map { Int32($0 / 50) })
  }

  @Test func resolutionSetsTheSizeOfCommunities() {
    let graph = Planted.edges(communities: 20, size: 30, inner: 8, outer: 4, seed: 2).graph
    #expect(Leiden(.modularity(gamma: 0)).cluster(graph).count == 1)
    #expect(Leiden(.cpm(gamma: 0)).cluster(graph).count == 1)
    #expect(Leiden(.modularity(gamma: 1e6)).cluster(graph).count == graph.nodeCount)
    #expect(Leiden(.cpm(gamma: 100)).cluster(graph).count == graph.nodeCount)
  }

  @Test func sameSeedSamePartition() {
    let graph = Planted.samples[1]
    for seed in 0..<4 as Range<UInt64> {
      #expect(Leiden(seed: seed).cluster(graph) == Leiden(seed: seed).cluster(graph))
    }
  }

  /// The very partition, so that another machine, compiler or year that gives another one is found out.
  @Test func partitionsAreTheSameEverywhere() {
    let graph = Planted.edges(communities: 40, size: 50, inner: 4, outer: 6, seed: 11, weighted: true).graph
    func fingerprint(_ leiden: Leiden) -> UInt64 {
      leiden.cluster(graph).membership.reduce(0xcbf2_9ce4_8422_2325) {
        ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
      }
    }
    #expect(fingerprint(Leiden(seed: 1)) == 15_650_317_188_082_394_334)
    #expect(fingerprint(Leiden(.cpm(gamma: 0.05), seed: 2, randomness: 1)) == 14_064_055_464_814_242_784)
  }

  @Test func loopsCountTowardsStrength() {
    // The heavier a node's loop, the dearer it is to others.
    func graph(loop: Float) -> WeightedGraph {
      WeightedGraph(nodeCount: 3, sources: [0, 1, 0], targets: [1, 2, 0], weights: [1, 1.5, loop])
    }
    #expect(Leiden().cluster(graph(loop: 0)).count == 1 || Leiden().cluster(graph(loop: 0)).count == 2)
    #expect(Leiden().cluster(graph(loop: 50)).membership == [0, 1, 1])
  }

  @Test func degenerateGraphs() {
    let empty = WeightedGraph(nodeCount: 0, sources: [], targets: [])
    #expect(Leiden().cluster(empty).count == 0)
    let lonely = WeightedGraph(nodeCount: 3, sources: [], targets: [])
    #expect(Leiden().cluster(lonely).membership == [0, 1, 2])
    let loops = WeightedGraph(nodeCount: 2, sources: [0, 1], targets: [0, 1])
    #expect(Leiden().cluster(loops).membership == [0, 1])
    let pair = WeightedGraph(nodeCount: 2, sources: [0], targets: [1], weights: [.greatestFiniteMagnitude])
    #expect(Leiden().cluster(pair).membership == [0, 0])
    let star = WeightedGraph(
      nodeCount: 1_001, sources: (1...1_000).map { Int32($0) }, targets: [Int32](repeating: 0, count: 1_000))
    #expect(star.splittingDisconnected(Leiden().cluster(star).membership).split == 0)
  }
}
