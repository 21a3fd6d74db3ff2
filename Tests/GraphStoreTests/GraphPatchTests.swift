import GraphModel
import Testing

@testable import GraphStore

/// A generation that is made by changing rows cannot be told from one that is written as a whole.
@Suite struct GraphPatchTests {
  @Test(arguments: 0..<6 as Range<UInt64>) func patchedIsWritten(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    var graph = try GraphInvariants.normalized(SampleGraph.random(seed: seed, nodes: 120, edges: 700))
    try store(GenerationContents(graph: graph), at: folder.location)
    for step in 0..<6 {
      graph = try Self.edited(graph, step, &random)
      if step > 2 { graph = try Self.withOtherFiles(graph, step, &random) }
      let previous = try GraphReader(folder.location)
      let files = FileMatching(try previous.files().map(\.path), graph.files.map(\.path))
      let parts = try #require(try previous.changedParts(of: graph, files, most: 100))
      let nodes = graph.nodes
      var patch = GenerationPatch(
        files: files, parts: parts, id: { nodes[Int($0)].id }, chunks: [], postings: [], lengths: nil,
        communities: Self.communities(graph), facts: [], stamps: [:], meta: [:])
      let history = Self.history(graph, &random)
      patch.history = step == 1 ? .gone : step.isMultiple(of: 2) ? .read(history) : .matched(history)
      let lock = try WriterLock(folder.location)
      let meta = try #require(try GraphStore.replace(lock, applying: patch, to: previous))
      lock.release()
      #expect(meta.nodes == graph.nodes.count && meta.edges == graph.edges.count)
      #expect(meta.unresolved == graph.unresolved.count)

      let expectedMeta = try store(
        GenerationContents(
          graph: graph, communities: Self.communities(graph), history: step == 1 ? nil : history),
        at: other.location)
      #expect(meta.digest == expectedMeta.digest)
      try Self.compare(GraphReader(folder.location), GraphReader(other.location), graph)
    }
  }

  /// The graph with one file fewer, whose nodes lie in none, and new ones at both ends and in between.
  private static func withOtherFiles(
    _ graph: Graph, _ step: Int, _ random: inout SeededGenerator
  ) throws -> Graph {
    let gone = Int32.random(in: 0..<Int32(graph.files.count), using: &random)
    let goneFile = graph.files[Int(gone)]
    let added = ["0", goneFile.path.display + "0", "zz"].map {
      IndexedFile(path: SourcePath($0 + String(step)), language: nil, blob: nil, lines: 3)
    }
    var result = graph
    result.files = (graph.files.filter { $0 != goneFile } + added).sorted { $0.path < $1.path }
    for index in result.nodes.indices where result.nodes[index].path == goneFile.path {
      result.nodes[index].path = nil
    }
    for file in added {
      let index = Int.random(in: 0..<result.nodes.count, using: &random)
      result.nodes[index].path = file.path
    }
    let places = FileMatching(graph.files.map(\.path), result.files.map(\.path)).before
    let after = Dictionary(
      uniqueKeysWithValues: places.enumerated().map { ($1, Int32($0)) }.filter { $0.0 >= 0 })
    result.edges = graph.edges.filter { $0.file != gone }
    for index in result.edges.indices where result.edges[index].file >= 0 {
      result.edges[index].file = try #require(after[result.edges[index].file])
    }
    result.unresolved = graph.unresolved.filter { $0.file != gone }
    for index in result.unresolved.indices {
      result.unresolved[index].file = try #require(after[result.unresolved[index].file])
    }
    return try GraphInvariants.normalized(result)
  }

  private static func communities(_ graph: Graph) -> [Community] {
    let files = Array(0..<Int32(graph.files.count))
    return [0, 1].map { rest in
      Community(
        id: "c\(rest)", level: 0, parent: -1, label: "c", files: files.filter { $0 % 2 == rest },
        modularityShare: 0, cohesion: 0)
    }
  }

  private static func history(_ graph: Graph, _ random: inout SeededGenerator) -> StoredHistory {
    let pairs = (1..<Int32(graph.files.count)).map {
      StoredHistory.CoChange(
        source: $0 - 1, target: $0, support: Int.random(in: 1..<3, using: &random), changes: 5)
    }
    return StoredHistory(
      records: [1], index: [2], files: [UInt8(graph.files.count)], lines: [4], coChanges: pairs)
  }

  /// The graph with some nodes fewer and more, others moved, and some edges changed.
  private static func edited(
    _ graph: Graph, _ step: Int, _ random: inout SeededGenerator
  ) throws -> Graph {
    let source = SampleGraph.random(seed: random.next(), nodes: 30, edges: 60)
    var nodes = graph.nodes.filter { _ in Int.random(in: 0..<30, using: &random) > 0 }
    for var node in source.nodes.prefix(Int.random(in: 0...4, using: &random)) {
      node.id += "step\(step)"
      node.path = graph.files.first { $0.path == node.path }?.path
      nodes.append(node)
    }
    for _ in 0..<2 {
      let index = Int.random(in: 0..<nodes.count, using: &random)
      nodes[index].path = graph.files.randomElement(using: &random)?.path
      nodes[index].signature = "moved in \(step)"
    }
    nodes.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    var places: [String: NodeIndex] = [:]
    for (place, node) in nodes.enumerated() { places[node.id] = NodeIndex(place) }
    let moved = graph.nodes.map { places[$0.id] ?? -1 }
    var result = Graph(files: graph.files, nodes: nodes)
    for var edge in graph.edges where Int.random(in: 0..<40, using: &random) > 0 {
      (edge.source, edge.target) = (moved[Int(edge.source)], moved[Int(edge.target)])
      if edge.source >= 0 && edge.target >= 0 { result.edges.append(edge) }
    }
    // Some hubs, so that lists overflow.
    let hub = NodeIndex.random(in: 0..<NodeIndex(nodes.count), using: &random)
    for (number, var edge) in source.edges.enumerated() {
      edge.source = number % 3 == 0 ? hub : NodeIndex.random(in: 0..<NodeIndex(nodes.count), using: &random)
      edge.target = NodeIndex.random(in: 0..<NodeIndex(nodes.count), using: &random)
      result.edges.append(edge)
    }
    for var reference in graph.unresolved + source.unresolved.prefix(5) {
      reference.source = moved[Int(reference.source)]
      if reference.source >= 0, Int.random(in: 0..<40, using: &random) > 0 {
        result.unresolved.append(reference)
      }
    }
    result.files[Int.random(in: 0..<graph.files.count, using: &random)].lines += 1
    return try GraphInvariants.normalized(result)
  }

  private static func compare(_ left: GraphReader, _ right: GraphReader, _ graph: Graph) throws {
    try left.verify()
    #expect(try left.graph() == graph)
    for place in stride(from: 0, to: NodeIndex(graph.nodes.count), by: 3) {
      let node = graph.nodes[Int(place)]
      #expect(try left.node(id: node.id)?.index == place)
      #expect(try left.edges(from: place) == right.edges(from: place))
      #expect(try left.edges(to: place) == right.edges(to: place))
      #expect(try left.inDegrees(place) == right.inDegrees(place))
      #expect(try left.unresolved(from: place) == right.unresolved(from: place))
      #expect(
        try left.nodes(named: node.name, ignoresCase: true)
          == right.nodes(named: node.name, ignoresCase: true))
      #expect(try left.namesNear(node.name, limit: 9) == right.namesNear(node.name, limit: 9))
    }
    for file in -1..<Int32(graph.files.count) {
      #expect(try left.nodes(inFile: file) == right.nodes(inFile: file))
      #expect(try left.part(file) == right.part(file))
      #expect(try left.coChanges(of: file) == right.coChanges(of: file))
    }
    for file in graph.files { #expect(try left.storedFile(file.path) == right.storedFile(file.path)) }
    #expect(try left.communities() == right.communities())
    #expect(try left.historyIndex()?.files == right.historyIndex()?.files)
    #expect(try left.identities() == right.identities())
    // No text stays that nothing needs.
    #expect(try texts(left) == texts(right))
  }

  private static func texts(_ reader: GraphReader) throws -> [String] {
    let order = try reader.order(.text)
    return try reader.read { connection in
      var texts = [String](repeating: "", count: order.count)
      let rows = try Statement(connection, "SELECT id, value FROM text")
      while try rows.step() { texts[Int(order.place(of: rows.int32(0)))] = rows.string(1) }
      return texts
    }
  }
}

@Suite struct NumberOrderTests {
  @Test func editsAreThoseOfAList() throws {
    var random = SeededGenerator(state: 3)
    for _ in 0..<60 {
      var list = (0..<Int32.random(in: 0..<40, using: &random)).map { $0 }
      var order = NumberOrder(count: list.count)
      for _ in 0..<8 {
        let removed = Set(list.filter { _ in Int.random(in: 0..<6, using: &random) == 0 })
        let unused = order.edited(removing: removed, adding: []).unused(3)
        #expect(removed.count < 3 || unused.allSatisfy { !list.contains($0) || removed.contains($0) })
        let added = unused.map {
          (place: Int32.random(in: 0...Int32(list.count), using: &random), number: $0)
        }
        .sorted { $0.place < $1.place }
        order = order.edited(removing: removed, adding: added)
        var edited: [Int32] = []
        for place in 0...list.count {
          edited += added.filter { $0.place == place }.map(\.number)
          if place < list.count, !removed.contains(list[place]) { edited.append(list[place]) }
        }
        list = edited
        #expect(order.count == list.count)
        #expect(list.indices.map { order.number(at: Int32($0)) } == list)
        #expect(list.map { order.place(of: $0) } == list.indices.map(Int32.init))
        #expect(order.number(at: Int32(list.count)) == -1 && order.place(of: order.limit) == -1)
        for (number, place) in order.places.enumerated() { #expect(order.place(of: Int32(number)) == place) }
      }
    }
  }
}
