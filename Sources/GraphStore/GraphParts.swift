import Dispatch
import GraphModel
import Synchronization

/// A graph by its files: what lies in each, and what lies in none.
struct GraphParts: Sendable {
  let graph: Graph
  private let nodes: Groups
  private let edges: Groups
  private let unresolved: Groups

  /// - Parameter nodeFiles: for each node the number of its file, or -1.
  init(_ graph: Graph, nodeFiles: [Int32]) {
    self.graph = graph
    let count = graph.files.count + 1
    nodes = Groups(graph.nodes.count, count: count) { Int(nodeFiles[$0]) + 1 }
    edges = Groups(graph.edges.count, count: count) { Int(graph.edges[$0].file) + 1 }
    unresolved = Groups(graph.unresolved.count, count: count) { Int(graph.unresolved[$0].file) + 1 }
  }

  /// Parts that one thread takes at a time.
  private static let portion = 256

  /// The digests of all parts: of what lies in no file, and of each file's.
  func digests(threads: Int) -> [[UInt8]] {
    let count = graph.files.count + 1
    let portions = (count + Self.portion - 1) / Self.portion
    let found = Mutex([[[UInt8]]](repeating: [], count: portions))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, portions)) { _ in
      let named = NamedNodes()
      while true {
        let portion = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard portion < portions else { return }
        let first = portion * Self.portion
        let digests = (first..<min(first + Self.portion, count)).map { digest(Int32($0) - 1, named) }
        found.withLock { $0[portion] = digests }
      }
    }
    return found.withLock { $0.flatMap { $0 } }
  }

  /// The digest of a file's part, or for -1 of what lies in none.
  private func digest(_ number: Int32, _ named: NamedNodes) -> [UInt8] {
    var digest = GraphDigest(named)
    let group = Int(number) + 1
    // A damaged generation's edges may name nodes that are not there: no digest is then what was written.
    func id(_ node: NodeIndex) -> String {
      graph.nodes.indices.contains(Int(node)) ? graph.nodes[Int(node)].id : ""
    }
    if number >= 0 { digest.add(graph.files[Int(number)]) }
    digest.begin("nodes", nodes[group].count)
    for node in nodes[group] { digest.add(graph.nodes[Int(node)]) }
    digest.begin("edges", edges[group].count)
    for edge in sorted(edges[group]) { digest.add(graph.edges[Int(edge)], id) }
    digest.begin("unresolved", unresolved[group].count)
    for reference in unresolved[group] { digest.add(graph.unresolved[Int(reference)], id) }
    return digest.finish()
  }

  /// A file's part, or for -1 what lies in none. Edges name nodes by their places in the graph.
  func part(_ number: Int32) -> GenerationPatch.Part {
    let group = Int(number) + 1
    return GenerationPatch.Part(
      number: number, file: number < 0 ? nil : graph.files[Int(number)],
      nodes: nodes[group].map { graph.nodes[Int($0)] }, edges: edges[group].map { graph.edges[Int($0)] },
      unresolved: unresolved[group].map { graph.unresolved[Int($0)] })
  }

  /// Edges in their order; those that were added to a finished graph may not be.
  private func sorted(_ group: ArraySlice<Int32>) -> ArraySlice<Int32> {
    func precedes(_ left: Int32, _ right: Int32) -> Bool {
      GraphOrder.precedes(graph.edges[Int(left)], graph.edges[Int(right)])
    }
    guard zip(group, group.dropFirst()).contains(where: { precedes($1, $0) }) else { return group }
    return group.sorted(by: precedes)[...]
  }
}

/// Finds the numbers of files by their paths; most nodes lie in the same file as the one before.
struct FileNumbers {
  private let numbers: [SourcePath: Int32]
  private var last: (path: SourcePath, number: Int32)?

  init(_ files: [IndexedFile]) {
    numbers = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1.path, Int32($0)) })
  }

  /// -1 for no path; nil for one of no file.
  mutating func number(of path: SourcePath?) -> Int32? {
    guard let path else { return -1 }
    if let last, last.path == path { return last.number }
    guard let number = numbers[path] else { return nil }
    last = (path, number)
    return number
  }
}

extension GraphReader {
  /// What of a graph is other than in this generation: the digests of the parts tell. Nodes are named by their places in
  /// the graph.
  ///
  /// - Parameters:
  ///   - files: which of the graph's files are which of this generation.
  ///   - most: of so many files that differ, new ones among them.
  ///   - threads: how many may be used.
  /// - Returns: Nil if more differ. Linear in the graph.
  public func changedParts(
    of graph: Graph, _ files: FileMatching, most: Int, threads: Int = 1
  ) throws -> [GenerationPatch.Part]? {
    let stored = try digests(meta())
    guard files.before.count == graph.files.count else { return nil }
    var numbers = FileNumbers(graph.files)
    var nodeFiles: [Int32] = []
    nodeFiles.reserveCapacity(graph.nodes.count)
    for node in graph.nodes {
      guard let number = numbers.number(of: node.path) else { return nil }
      nodeFiles.append(number)
    }
    let parts = GraphParts(graph, nodeFiles: nodeFiles)
    var changed: [GenerationPatch.Part] = []
    let digests = parts.digests(threads: threads)
    for number in -1..<Int32(graph.files.count) {
      let before = number < 0 ? -1 : files.before[Int(number)]
      if number < 0 || before >= 0, digests[Int(number) + 1] == stored[before] { continue }
      changed.append(parts.part(number))
      if changed.count > most { return nil }
    }
    return changed
  }
}
