import GraphModel
import GraphStore
import Testing

@Suite struct CommunityStoreTests {
  private static let communities = [
    Community(
      id: "community . . . a", level: 0, parent: -1, label: "a: b, c", files: [0, 2],
      central: [CentralNode(node: 3, rank: 0.1), CentralNode(node: 1, rank: 1.0 / 3)], modularityShare: 0.25,
      cohesion: 2.0 / 3, dependencies: [CommunityDependency(target: 1, references: 7)]),
    Community(id: "community . . . b", level: 0, parent: -1, label: "b “quoted” 'x'", files: [1]),
    Community(id: "part . . . a", level: 1, parent: 0, label: "p", files: [2], modularityShare: -0.01),
  ]

  @Test func communitiesComeBackAsTheyWere() throws {
    let folder = try TemporaryFolder()
    let lock = try WriterLock(folder.location)
    let contents = GenerationContents(graph: SampleGraph.small, communities: Self.communities)
    _ = try GraphStore.replace(lock, with: contents, previous: nil)
    #expect(try GraphReader(folder.location).communities() == Self.communities)
  }

  @Test func whatIsOutOfRangeIsRefused() throws {
    let folder = try TemporaryFolder()
    let lock = try WriterLock(folder.location)
    let changes: [(inout Community) -> Void] = [
      { $0.files = [99] }, { $0.parent = 3 }, { $0.central[0].node = 99 }, { $0.dependencies[0].target = -1 },
    ]
    for change in changes {
      var communities = Self.communities
      change(&communities[0])
      #expect(throws: GraphStoreError.self) {
        try GraphStore.replace(
          lock, with: GenerationContents(graph: SampleGraph.small, communities: communities), previous: nil)
      }
    }
  }
}
