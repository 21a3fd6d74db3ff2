import CStorage
import Foundation
import GraphModel
import Testing

@testable import GraphStore

/// What is not ours, or not for this version, is neither read nor changed.
@Suite struct RefusalTests {
  private static let graph = Graph(nodes: [
    Node(id: "n", kind: .function, name: "n", qualifiedName: "n", language: nil)
  ])

  /// A folder with a good database; `change` edits its bytes.
  private static func folder(_ change: (inout [UInt8]) -> Void = { _ in }) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try store(GenerationContents(graph: graph), at: folder.location)
    var bytes = folder.bytes(".kg/graph.db") ?? []
    change(&bytes)
    try folder.write(".kg/graph.db", bytes)
    return folder
  }

  private static func expectRefusal(
    _ folder: TemporaryFolder, writing: Bool, _ isExpected: (GraphStoreError) -> Bool
  ) throws {
    let before = folder.bytes(".kg/graph.db")
    do {
      _ = try GraphReader(folder.location)
      Issue.record("reading was not refused")
    } catch let error as GraphStoreError {
      #expect(isExpected(error), "\(error)")
    }
    if writing {
      do {
        try store(GenerationContents(graph: graph), at: folder.location)
        Issue.record("writing was not refused")
      } catch let error as GraphStoreError {
        #expect(isExpected(error), "\(error)")
      }
    }
    #expect(folder.bytes(".kg/graph.db") == before)
  }

  @Test func otherApplication() throws {
    let folder = try Self.folder { $0.replaceSubrange(68..<72, with: [1, 2, 3, 4]) }
    try Self.expectRefusal(folder, writing: true) {
      $0 == .otherApplication(path: folder.location.description, applicationID: 0x0102_0304)
    }
  }

  @Test func newerSchema() throws {
    let folder = try Self.folder { $0.replaceSubrange(60..<64, with: [0, 0, 0, 200]) }
    try Self.expectRefusal(folder, writing: true) {
      $0 == .newerSchema(path: folder.location.description, found: 200, supported: Schema.version)
    }
  }

  @Test func olderSchemaIsRebuilt() throws {
    let folder = try Self.folder { $0.replaceSubrange(60..<64, with: [0, 0, 0, 0]) }
    try Self.expectRefusal(folder, writing: false) {
      $0 == .olderSchema(path: folder.location.description, found: 0, supported: Schema.version)
    }
    try store(GenerationContents(graph: Self.graph), at: folder.location)
    #expect(try GraphReader(folder.location).graph() == Self.graph)
  }

  @Test func emptyFile() throws {
    let folder = try Self.folder { $0 = [] }
    try Self.expectRefusal(folder, writing: true) { $0 == .empty(path: folder.location.description) }
  }

  @Test(arguments: [1, 50, 99, 100, 5000])
  func randomBytes(count: Int) throws {
    var generator = SeededGenerator(state: UInt64(count))
    let folder = try Self.folder { bytes in
      bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
    try Self.expectRefusal(folder, writing: true) { $0 == .notADatabase(path: folder.location.description) }
  }

  @Test func folderInItsPlace() throws {
    let folder = try Self.folder()
    let path = folder.location.description
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    try Self.expectRefusal(folder, writing: true) { $0 == .isFolder(path: path) }
  }

  @Test func missing() throws {
    let folder = try TemporaryFolder()
    #expect(throws: GraphStoreError.notFound(path: folder.location.description)) {
      try GraphReader(folder.location)
    }
    #expect(try folder.names("") == [])
  }

  @Test func symbolicLinkForFolder() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/.kg", withDestinationPath: other.path)
    do {
      try store(GenerationContents(graph: Self.graph), at: folder.location)
      Issue.record("not refused")
    } catch GraphStoreError.unsafeFolder {
      #expect(try other.names("") == [])
    }
  }

  @Test func symbolicLinkForDatabase() throws {
    let folder = try Self.folder()
    let path = folder.location.description
    try FileManager.default.moveItem(atPath: path, toPath: folder.path + "/elsewhere.db")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: folder.path + "/elsewhere.db")
    let before = folder.bytes("elsewhere.db")
    do {
      try store(GenerationContents(graph: Self.graph), at: folder.location)
      Issue.record("not refused")
    } catch GraphStoreError.unsafeFolder {
      #expect(folder.bytes("elsewhere.db") == before)
    }
    #expect(try GraphReader(folder.location).graph() == Self.graph)
  }

  /// Shortened files and flipped bits end in an error or an answer, never in a crash; and writing repairs.
  @Test func damagedFiles() throws {
    let good = try TemporaryFolder()
    try store(
      GenerationContents(graph: SampleGraph.random(seed: 5, nodes: 60, edges: 200)), at: good.location)
    let original = try #require(good.bytes(".kg/graph.db"))
    var generator = SeededGenerator(state: 99)
    let rounds = ProcessInfo.processInfo.environment["KG_TEST"] == "full" ? 500 : 60
    let folder = try TemporaryFolder()
    try store(GenerationContents(graph: Self.graph), at: folder.location)
    var found = 0
    for round in 0..<rounds {
      var bytes = original
      if round % 4 == 0 {
        bytes.removeLast(Int.random(in: 1..<bytes.count - 100, using: &generator))
      } else {
        for _ in 0..<1 << (round % 4 * 2) {
          let place = Int.random(in: 100..<bytes.count, using: &generator)
          bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
      }
      try folder.write(".kg/graph.db", bytes)
      do {
        let reader = try GraphReader(folder.location)
        for name in ["a", "filter"] { _ = try reader.nodes(matching: name) }
        _ = try reader.namesNear("filtre", limit: 3)
        for index in 0..<60 as Range<NodeIndex> {
          _ = try reader.edges(to: index)
          _ = try reader.edges(from: index)
        }
        try reader.verify()
      } catch is GraphStoreError {
        found += 1
      }
    }
    #expect(found > rounds / 3)
    try store(GenerationContents(graph: Self.graph), at: folder.location)
    #expect(try GraphReader(folder.location).graph() == Self.graph)
  }

  @Test func foreignTriggersAndViewsAreRefused() throws {
    let folder = try Self.folder()
    let path = folder.location.description
    var connection: OpaquePointer?
    #expect(sqlite3_open(path, &connection) == SQLITE_OK)
    let sql = "DROP VIEW files; CREATE VIEW files AS SELECT randomblob(1000000000) AS path"
    #expect(sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(connection)
    try Self.expectRefusal(folder, writing: false) {
      if case .damaged = $0 { true } else { false }
    }
  }
}
