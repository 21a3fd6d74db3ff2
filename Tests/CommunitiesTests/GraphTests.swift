import Communities
import TestSupport
import Testing

@Suite struct WeightedGraphTests {
  @Test func rowsAreCanonical() {
    let graph = WeightedGraph(
      nodeCount: 4, sources: [2, 0, 1, 3, 3, 0], targets: [0, 2, 0, 3, 9, -1], weights: [1, 2, 4, 8, 1, 1])
    #expect(Array(graph.neighbors(of: 0)) == [1, 2])
    #expect(Array(graph.weights(of: 0)) == [4, 3])
    #expect(Array(graph.neighbors(of: 2)) == [0])
    #expect(graph.neighbors(of: 3).isEmpty)
    #expect(graph.strengths() == [7, 4, 3, 16])
    #expect(graph.edgeCount == 2)
  }

  @Test func orderAndDirectionOfEdgesDoNotMatter() {
    let edges = Planted.edges(communities: 5, size: 20, inner: 6, outer: 2, seed: 1, weighted: true)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<5 {
      var other = Planted.Edges(nodeCount: edges.nodeCount)
      for place in edges.sources.indices.shuffled(using: &random) {
        let ends = (Int(edges.sources[place]), Int(edges.targets[place]))
        let isFlipped = Bool.random(using: &random)
        other.add(isFlipped ? ends.1 : ends.0, isFlipped ? ends.0 : ends.1, edges.weights[place])
      }
      #expect(other.graph == edges.graph)
    }
  }

  @Test func weightsThatAreNoneAreLeftOut() {
    let graph = WeightedGraph(
      nodeCount: 3, sources: [0, 0, 1, 1], targets: [1, 2, 2, 1], weights: [0, -1, .nan, .infinity])
    #expect(graph.edgeCount == 0 && graph.strengths() == [0, 0, 0])
  }

  @Test func sumsOfWeightsDoNotDependOnTheirOrder() {
    let weights: [Float] = [1e-7, 16_777_216, 1, 1e-7, 0.3]
    let sources = [Int32](repeating: 0, count: 5)
    for turn in 0..<5 {
      let turned = Array(weights[turn...] + weights[..<turn])
      let graph = WeightedGraph(
        nodeCount: 2, sources: sources, targets: [1, 1, 1, 1, 1], weights: turned)
      #expect(
        graph.weights(of: 0)
          == WeightedGraph(
            nodeCount: 2, sources: sources, targets: [1, 1, 1, 1, 1], weights: weights
          ).weights(of: 0))
    }
  }

  @Test func qualityFollowsItsDefinition() {
    // Two triangles joined by an edge: 7 edges, strengths 7 and 7.
    let graph = Planted.ringOfCliques(2, size: 3).graph
    let halves: [Int32] = [0, 0, 0, 1, 1, 1]
    let total = graph.strengths().reduce(0, +)
    let inside = 12.0
    #expect(abs(graph.quality(of: halves, for: .modularity()) - (inside / total - 0.5)) < 1e-12)
    #expect(abs(graph.quality(of: halves, for: .cpm(gamma: 0.5)) - (6 - 0.5 * 6)) < 1e-12)
    #expect(graph.quality(of: [0, 0, 0, 0, 0, 0], for: .modularity()) == 0)
  }

  @Test func disconnectedCommunitiesAreSplit() {
    let graph = Planted.ringOfCliques(4, size: 4).graph
    // Cliques 0 and 2 have no edge between them.
    let membership: [Int32] = (0..<16).map { [5, 3, 5, 3][$0 / 4] }
    let (split, count) = graph.splittingDisconnected(membership)
    #expect(count == 2)
    #expect(split == (0..<16).map { Int32($0 / 4) })
  }
}
