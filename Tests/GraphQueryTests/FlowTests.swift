import GraphModel
import Testing

@testable import GraphQuery

@Suite struct ChainFinderTests {
  private func finder(_ calls: [(Int32, Int32)], communities: [Int32]) -> ChainFinder {
    let edges = calls.enumerated().map { line, call in
      Edge(
        kind: .calls, source: call.0, target: call.1, file: 0,
        position: Position(line: Int32(line + 1), column: 1))
    }
    let owners = communities.indices.map { NodeIndex($0) }
    let graph = CallGraph(edges, owners: owners, isTest: communities.map { _ in false })
    return ChainFinder(graph, communityOfNode: communities)
  }

  @Test func prefersWhatFewCall() {
    // 0 calls 1, a helper that 3, 4 and 5 call too, and 2, which leads on to 6.
    let finder = finder(
      [(0, 1), (3, 1), (4, 1), (5, 1), (0, 2), (2, 6)], communities: [0, 0, 0, 0, 0, 0, 0])
    #expect(finder.chain(from: 0).map(\.node) == [0, 2, 6])
    #expect(finder.chain(from: 0).map(\.line) == [nil, 5, 6])
    #expect(finder.worth(from: 6) == 0)
  }

  @Test func prefersStepsIntoOtherSubsystems() {
    #expect(finder([(0, 1), (0, 2)], communities: [0, 0, 1]).chain(from: 0).map(\.node) == [0, 2])
  }

  @Test func recursionEndsAChain() {
    let finder = finder([(0, 1), (1, 2), (2, 0), (1, 1)], communities: [0, 0, 0])
    #expect(finder.chain(from: 0).map(\.node) == [0, 1, 2])
  }

  @Test func chainsAreBounded() {
    let calls = (0..<100).map { (Int32($0), Int32($0 + 1)) }
    #expect(
      finder(calls, communities: [Int32](repeating: 0, count: 101)).chain(from: 0).count
        == ChainFinder.longest)
  }
}

@Suite struct DrawingTests {
  @Test func circlesDoNotOverlap() {
    let radii = (0..<120).map { 12 + Double($0 * 37 % 90) }
    let ties = (1..<120).map { ($0, $0 / 3, 0.5) }
    let circles = CircleLayout(radii: radii, ties: ties, gap: 10).circles
    for left in circles.indices {
      for right in 0..<left {
        let (dx, dy) = (circles[left].x - circles[right].x, circles[left].y - circles[right].y)
        #expect((dx * dx + dy * dy).squareRoot() > circles[left].radius + circles[right].radius)
      }
    }
  }

  @Test func textIsEscaped() {
    #expect(SVGText.escape("a<b & \"c\">\u{1B}[0m") == "a&lt;b &amp; &quot;c&quot;&gt;\u{FFFD}[0m")
    #expect([0, -0.04, 1.26, -3.5, 10].map(SVGText.number) == ["0", "0", "1.3", "-3.5", "10"])
  }
}
