import GraphModel
import Testing

@testable import GraphStore

@Suite struct GraphPartsTests {
  /// A damaged generation is told by its digests, which must not trap on what it holds.
  @Test func edgesOfMissingNodesHaveADigest() {
    let node = Node(id: "a", kind: .function, name: "a", qualifiedName: "a", language: .swift)
    func digests(target: NodeIndex) -> [[UInt8]] {
      let edge = Edge(
        kind: .calls, source: 0, target: target, file: -1, position: Position(line: 1, column: 1))
      let graph = Graph(files: [], nodes: [node], edges: [edge], unresolved: [])
      return GraphParts(graph, nodeFiles: [-1]).digests(threads: 2)
    }
    #expect(digests(target: 99) != digests(target: 0))
  }
}
