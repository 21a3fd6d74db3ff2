import Foundation
import GraphModel
import Testing

@testable import GraphStore

/// Two places that share a generation, the second of which then differs in one signature.
struct ThinFixture {
  let main: TemporaryFolder
  let other: TemporaryFolder
  var graph: Graph

  /// - Parameter nodes: how large the graph is; six edges a node.
  init(nodes: Int = 1500) throws {
    main = try TemporaryFolder()
    other = try TemporaryFolder()
    graph = SampleGraph.random(seed: 7, nodes: nodes, edges: nodes * 6)
    // A database numbers the reasons, of which there are few.
    for index in graph.unresolved.indices { graph.unresolved[index].reason = "reason \(index % 9)" }
    graph = try GraphInvariants.normalized(graph)
    try store(GenerationContents(graph: graph), at: main.location)
    try share()
    try edit("edited")
  }

  /// Lets the second place share what the first one has.
  @discardableResult
  func share(mayBeThin: Bool = true, from shared: TemporaryFolder? = nil, to folder: TemporaryFolder? = nil)
    throws
    -> Bool
  {
    let lock = try WriterLock((folder ?? other).location)
    defer { lock.release() }
    return try GraphStore.share(
      lock, GraphReader((shared ?? main).location), stamps: graph.files.map { _ in [1] }, mayBeThin: mayBeThin
    )
  }

  /// Gives a node another signature and writes that as a patch.
  ///
  /// - Parameters:
  ///   - folder: where; the second place if nil.
  ///   - bases: what the generation may be laid over; the first place's database if nil.
  mutating func edit(
    _ signature: String, node: Int = 3, in folder: TemporaryFolder? = nil,
    over bases: [DatabaseLocation]? = nil
  ) throws {
    graph.nodes[node].signature = signature
    try write(in: folder ?? other, over: bases ?? [main.location])
  }

  /// Writes the graph as a patch of what is there.
  func write(in folder: TemporaryFolder, over bases: [DatabaseLocation]) throws {
    let previous = try GraphReader(folder.location)
    let files = FileMatching(try previous.files().map(\.path), graph.files.map(\.path))
    let nodes = graph.nodes
    var patch = GenerationPatch(
      files: files, parts: try #require(try previous.changedParts(of: graph, files, most: 100)),
      id: { nodes[Int($0)].id }, chunks: [], postings: [], lengths: nil, communities: nil, facts: [],
      stamps: [:],
      meta: [:])
    patch.bases = bases.compactMap(BaseCandidate.init)
    let lock = try WriterLock(folder.location)
    defer { lock.release() }
    _ = try #require(try GraphStore.replace(lock, applying: patch, to: previous))
  }

  /// All bytes of the database at a place, as its pages stand for them.
  func pages(_ folder: TemporaryFolder) throws -> [UInt8] {
    let copy = folder.path + "/pages"
    defer { try? FileManager.default.removeItem(atPath: copy) }
    try PageFile(folder.location.path).copy(to: Array(copy.utf8))
    return try #require(folder.bytes("pages"))
  }

  /// The names of the bases at a place.
  func bases(_ folder: TemporaryFolder) throws -> [String] {
    try folder.names(".kg").filter { $0.contains(".base-") }
  }

  /// Which file on the disk a name is.
  func inode(_ folder: TemporaryFolder, _ name: String) throws -> UInt64? {
    try SystemFile.identity(Array((folder.path + "/.kg/" + name).utf8))?.number
  }

  /// What opening and reading all of a place's database ends in; nil if it is as it must be.
  func failure(_ folder: TemporaryFolder) -> GraphStoreError? {
    do {
      let reader = try GraphReader(folder.location)
      try reader.verify()
      #expect(try reader.graph() == graph)
      return nil
    } catch let error as GraphStoreError {
      return error
    } catch {
      Issue.record("an error of another kind: \(error)")
      return nil
    }
  }
}
