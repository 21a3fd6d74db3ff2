import Foundation
import GraphModel
import Testing

@testable import GraphStore

@Suite struct GenerationTests {
  private struct Stop: Error {}

  private static func graph(_ name: String) -> Graph {
    Graph(nodes: [Node(id: name, kind: .function, name: name, qualifiedName: name, language: nil)])
  }

  @Test func oldReaderKeepsItsGeneration() throws {
    let folder = try TemporaryFolder()
    try store(GenerationContents(graph: Self.graph("old")), at: folder.location)
    let reader = try GraphReader(folder.location)
    #expect(try reader.meta().generation == 1)
    try store(GenerationContents(graph: Self.graph("new")), at: folder.location)
    #expect(try reader.meta().generation == 1)
    #expect(try reader.node(id: "old") != nil && reader.node(id: "new") == nil)
    let next = try GraphReader(folder.location)
    #expect(try next.meta().generation == 2)
    #expect(try next.node(id: "new") != nil)
    try FileManager.default.removeItem(atPath: folder.location.description)
    #expect(try reader.graph() == Self.graph("old"))
  }

  @Test func failingWriterLeavesTheOldGeneration() throws {
    let folder = try TemporaryFolder()
    try store(GenerationContents(graph: Self.graph("old")), at: folder.location)
    let before = folder.bytes(".kg/graph.db")
    #expect(throws: Stop.self) {
      try store(
        GenerationContents(graph: Self.graph("new"), chunks: { _ in throw Stop() }), at: folder.location)
    }
    #expect(folder.bytes(".kg/graph.db") == before)
    #expect(try folder.names(".kg") == [".gitignore", "graph.db", "lock"])
  }

  @Test func leftoversOfKilledWritersAreSwept() throws {
    let folder = try TemporaryFolder()
    try store(GenerationContents(graph: Self.graph("old")), at: folder.location)
    for name in [
      "graph.db.77.tmp", "graph.db.123456.tmp", "graph.db.x.tmp", "graph.db.7.tmp.bak", "other.db.7.tmp",
    ] {
      try folder.write(".kg/" + name, [1, 2, 3])
    }
    try store(GenerationContents(graph: Self.graph("new")), at: folder.location)
    #expect(
      try folder.names(".kg")
        == [".gitignore", "graph.db", "graph.db.7.tmp.bak", "graph.db.x.tmp", "lock", "other.db.7.tmp"])
  }

  @Test func onlyTheOwnerCanRead() throws {
    let folder = try TemporaryFolder()
    try store(GenerationContents(graph: Self.graph("n")), at: folder.location)
    func mode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[.posixPermissions] as? Int
    }
    #expect(try mode(".kg") == 0o700)
    #expect(try mode(".kg/graph.db") == 0o600)
    #expect(try mode(".kg/lock") == 0o600)
    #expect(folder.bytes(".kg/.gitignore") == Array("*\n".utf8))
  }

  @Test func noJournalIsNeededToRead() throws {
    let folder = try TemporaryFolder()
    try store(GenerationContents(graph: Self.graph("n")), at: folder.location)
    // What a hostile or broken neighbour may leave; SQLite would try to roll it back.
    for name in ["graph.db-journal", "graph.db-wal"] {
      try folder.write(".kg/" + name, [UInt8](repeating: 0xD9, count: 600))
    }
    let reader = try GraphReader(folder.location)
    #expect(try reader.graph() == Self.graph("n"))
  }

  @Test func pathsWithOddBytes() throws {
    let folder = try TemporaryFolder()
    let name = Array((folder.path + "/a?b#c%20 d&é").utf8)
    let location = DatabaseLocation(bytes: name)
    try store(GenerationContents(graph: Self.graph("n")), at: location)
    #expect(try GraphReader(location).graph() == Self.graph("n"))
    #expect(try folder.names("") == ["a?b#c%20 d&é", "a?b#c%20 d&é.lock"])
    let undecodable = DatabaseLocation(bytes: Array((folder.path + "/x").utf8) + [0xFF])
    try store(GenerationContents(graph: Self.graph("n")), at: undecodable)
    #expect(try GraphReader(undecodable).graph() == Self.graph("n"))
  }

  @Test func digestDependsOnContentAlone() throws {
    let first = try TemporaryFolder()
    let second = try TemporaryFolder()
    var shuffled = SampleGraph.small
    shuffled.edges.reverse()
    let digest = try store(GenerationContents(graph: SampleGraph.small), at: first.location).digest
    #expect(
      try store(GenerationContents(graph: shuffled, stamps: [[1], [2], [3]]), at: second.location).digest
        == digest)
    #expect(digest.utf8.count == 64)
    var changes: [Graph] = Array(repeating: SampleGraph.small, count: 6)
    changes[0].nodes[1].doc = nil
    changes[1].edges[1].position.column += 1
    changes[2].files[0].lines += 1
    changes[3].unresolved[0].reason += "!"
    changes[4].nodes[1].properties = []
    changes[5].edges.removeLast()
    for graph in changes {
      #expect(try store(GenerationContents(graph: graph), at: second.location).digest != digest)
    }
  }
}
