import GraphModel
import Testing

@testable import GraphStore

@Suite struct RoundTripTests {
  @Test func smallGraphComesBackEqual() throws {
    let folder = try TemporaryFolder()
    let meta = try store(
      GenerationContents(graph: SampleGraph.small, meta: ["parser.python": "7"]), at: folder.location)
    let reader = try GraphReader(folder.location)
    let expected = try GraphInvariants.normalized(SampleGraph.small)
    let graph = try reader.graph()
    #expect(graph.files == expected.files)
    #expect(graph.nodes == expected.nodes)
    #expect(graph.edges == expected.edges)
    #expect(graph.unresolved == expected.unresolved)
    #expect(try reader.meta() == meta)
    #expect(meta.other["parser.python"] == "7")
    #expect(meta.generation == 1 && meta.skippedFiles == 1 && meta.nodes == 5 && meta.edges == 5)
    try reader.verify()
  }

  @Test func whoeverIsHandedRowsMayAskMore() throws {
    let folder = try TemporaryFolder()
    try store(GenerationContents(graph: SampleGraph.small), at: folder.location)
    let reader = try GraphReader(folder.location)
    var seen = 0
    try reader.forEachNode { stored in
      seen += 1
      // The second by the statement that the first has left.
      for _ in 0..<2 {
        let again = try reader.node(stored.index)
        #expect(again == stored)
      }
    }
    #expect(seen == 5)
    #expect(try reader.nodes(inFile: 2).map(\.index) == [1, 2, 4])
    #expect(try reader.nodes(inFile: 0).isEmpty)
  }

  @Test func emptyGraph() throws {
    let folder = try TemporaryFolder()
    try store(GenerationContents(graph: Graph()), at: folder.location)
    let reader = try GraphReader(folder.location)
    #expect(try reader.graph() == Graph())
    #expect(try reader.node(id: "x") == nil)
    #expect(try reader.nodes(matching: "x").isEmpty)
    try reader.verify()
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func randomGraphWithExtremeNumbers(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let graph = SampleGraph.random(seed: seed, nodes: 300, edges: 3000)
    try store(GenerationContents(graph: graph), at: folder.location)
    let reader = try GraphReader(folder.location)
    let expected = try GraphInvariants.normalized(graph)
    #expect(try reader.graph() == expected)
    for index in [0, 1, 57, 299] as [NodeIndex] {
      #expect(try reader.edges(from: index) == expected.edges.filter { $0.source == index })
      #expect(try reader.edges(to: index) == expected.edges.filter { $0.target == index })
      #expect(
        try reader.edges(to: index, kinds: [.calls])
          == expected.edges.filter { $0.target == index && $0.kind == .calls })
      #expect(try reader.unresolved(from: index) == expected.unresolved.filter { $0.source == index })
      let degrees = try reader.inDegrees(index)
      #expect(degrees.map(\.kind) == degrees.map(\.kind).sorted { $0.rawValue < $1.rawValue })
      for degree in degrees {
        #expect(degree.count == expected.edges.count { $0.target == index && $0.kind == degree.kind })
      }
      #expect(degrees.reduce(0) { $0 + $1.count } == expected.edges.count { $0.target == index })
      #expect(
        try reader.outDegrees(index).reduce(0) { $0 + $1.count }
          == expected.edges.count { $0.source == index })
      let node = expected.nodes[Int(index)]
      #expect(try reader.node(index)?.node == node)
      #expect(try reader.node(id: node.id)?.index == index)
      #expect(
        try reader.nodes(named: node.name).map(\.node)
          == expected.nodes.filter { Array($0.name.utf8) == Array(node.name.utf8) })
    }
    #expect(try reader.node(300) == nil && reader.node(id: "python . . . nothing") == nil)
  }

  @Test func hubWithManyEdges() throws {
    let folder = try TemporaryFolder()
    let count: Int32 = 5000
    let nodes = (0..<count).map { index in
      Node(id: "n" + String(index + 100_000), kind: .function, name: "n", qualifiedName: "n", language: nil)
    }
    let edges =
      (1..<count).map {
        Edge(kind: .calls, source: $0, target: 0, file: -1, position: Position(line: 0, column: 0))
      }
      + (1..<count).map {
        Edge(kind: .references, source: 0, target: $0, file: -1, position: Position(line: 0, column: 0))
      }
    try store(GenerationContents(graph: Graph(nodes: nodes, edges: edges)), at: folder.location)
    let reader = try GraphReader(folder.location)
    #expect(try reader.edges(to: 0).count == Int(count) - 1)
    #expect(try reader.edges(from: 0).count == Int(count) - 1)
    #expect(try reader.edges(from: 17).count == 1)
    #expect(try reader.inDegrees(0) == [DegreeCount(kind: .calls, count: Int(count) - 1)])
  }

  @Test func factsStampsAndChunks() throws {
    let folder = try TemporaryFolder()
    let key = FactsKey(blob: BlobID(hex: "ab12"), language: .python, version: 3)
    let odd = FactsKey(blob: BlobID(hex: "not hexadecimal"), language: .swift, version: 1)
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 * $0) }
    let chunk = StoredChunk(node: 2, file: 2, start: 10, end: 4_000_000_000)
    let block = PostingBlock(count: 1, bytes: [0, 1])
    var contents = GenerationContents(
      graph: SampleGraph.small, stamps: [[1, 2], [], [0, 255]],
      history: StoredHistory(
        records: [1, 2, 3], index: bytes, files: [7],
        coChanges: [.init(source: 0, target: 2, support: 3, changes: 4)]),
      facts: { sink in
        try sink.add(key, bytes)
        try sink.add(key, [9, 9])
        try sink.add(odd, [])
      },
      chunks: { sink in
        try sink.add(chunk)
        try sink.add(term: Array("cart".utf8)[...], piece: 0, block)
        sink.setLengths([5])
        sink.setChunksPerFile([0, 0, 1])
      })
    try store(contents, at: folder.location)
    let first = try GraphReader(folder.location)
    #expect(try first.facts(key) == bytes)
    #expect(try first.facts(odd) == [])
    #expect(try first.facts(FactsKey(blob: key.blob, language: .python, version: 4)) == nil)
    #expect(try first.storedFiles().map(\.stamp) == [[1, 2], [], [0, 255]])
    #expect(try first.chunks([0]) == [chunk])
    #expect(try first.postings("cart") == [block] && first.postings("car").isEmpty)
    #expect(try first.chunkLengths() == [5] && first.chunksPerFile() == [0, 0, 1])
    let history = try #require(try first.historyIndex())
    #expect(history.index == bytes && history.files == [7])
    #expect(try first.historyRecords() == [1, 2, 3])
    #expect(try first.coChanges(of: 0).map(\.confidence) == [0.75])
    #expect(try first.coChanges(of: 2).isEmpty)
    #expect(throws: GraphStoreError.self) { try first.chunks([1]) }

    contents.facts = { sink in
      try sink.keep(key)
      try sink.keep(FactsKey(blob: BlobID(hex: "00"), language: .python, version: 1))
    }
    #expect(try store(contents, at: folder.location, previous: first).generation == 2)
    let second = try GraphReader(folder.location)
    #expect(try second.facts(key) == bytes)
    #expect(try second.facts(odd) == nil)
  }

  @Test func factsOfAllLengths() throws {
    let folder = try TemporaryFolder()
    var generator = SeededGenerator(state: 8)
    let lengths = [0, 1, 900, 995, 996, 997, 998, 999, 1000, 1008, 2016, 5, 10_000, 7]
    let facts = lengths.map { length in (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
    func key(_ index: Int) -> FactsKey {
      FactsKey(blob: BlobID(hex: index < 10 ? "0\(index)" : "\(index)"), language: .python, version: 1)
    }
    try store(
      GenerationContents(
        graph: Graph(),
        facts: { sink in for (index, bytes) in facts.enumerated() { try sink.add(key(index), bytes) } }),
      at: folder.location)
    let reader = try GraphReader(folder.location)
    for (index, bytes) in facts.enumerated() { #expect(try reader.facts(key(index)) == bytes) }
  }

  @Test func invalidGraphsAreRefused() throws {
    let folder = try TemporaryFolder()
    var unsorted = SampleGraph.small
    unsorted.nodes.swapAt(0, 1)
    var dangling = SampleGraph.small
    dangling.edges[0].target = 99
    var missingFile = SampleGraph.small
    missingFile.nodes[1].path = SourcePath("nowhere.py")
    for graph in [unsorted, dangling, missingFile] {
      #expect(throws: GraphStoreError.self) {
        try store(GenerationContents(graph: graph), at: folder.location)
      }
    }
    #expect(throws: GraphStoreError.self) {
      try store(GenerationContents(graph: SampleGraph.small, stamps: [[1]]), at: folder.location)
    }
    #expect(throws: GraphStoreError.notFound(path: folder.location.description)) {
      try GraphReader(folder.location)
    }
  }
}
