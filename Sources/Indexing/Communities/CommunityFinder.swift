import Communities
import GraphModel

/// Finds the communities of a linked program: a pure function of its graph, so that equal trees give equal communities
/// however they were indexed.
struct CommunityFinder {
  /// Raised whenever the same graph gives other communities.
  static let version = 3

  /// Subsystems of fewer files are not divided into parts.
  private static let smallestDivided = 16
  /// Smaller parts are left out: a pair of files is easier to see in the list of them.
  private static let smallestPart = 3

  private let program: Graph
  private let locator: FileLocator
  private let fileGraph: FileGraph
  private var found: [Community] = []

  /// The communities of a graph: subsystems by id, then parts by id.
  static func communities(of program: Graph) -> [Community] {
    find(in: program) { _ in nil }.communities
  }

  /// The communities of a graph, and the digest of what decides which files belong together.
  ///
  /// - Parameter known: given that digest, the communities of an earlier graph with the same digest, if there are
  ///   any: what is slow to find is taken from them. The result is the same with or without.
  static func find(
    in program: Graph, known: (_ inputDigest: String) throws -> [Community]?
  ) rethrows -> (communities: [Community], inputDigest: String) {
    var finder = CommunityFinder(program)
    let digest = finder.fileGraph.digest
    if let known = try known(digest) { finder.found = known } else { finder.cluster() }
    finder.describe()
    return (finder.found, digest)
  }

  /// A digest of what decides which files of a graph belong together: references between files, and where files lie.
  /// Equal for two graphs whose communities have the same ids, files, measures and dependencies on each other; which
  /// definitions are central, and labels, may differ all the same.
  static func inputDigest(of program: Graph) -> String { CommunityFinder(program).fileGraph.digest }

  private init(_ program: Graph) {
    self.program = program
    locator = FileLocator(program)
    fileGraph = FileGraph(program, locator)
  }

  /// Finds which files belong together.
  private mutating func cluster() {
    let subsystems = groups(Array(0..<Int32(fileGraph.graph.nodeCount)))
    let subsystemPlaces = append(subsystems.map { ($0, -1) }, level: 0, scheme: "community")
    var parts: [([Int32], Int32)] = []
    for (place, nodes) in zip(subsystemPlaces, subsystems) {
      guard fileCount(nodes) >= Self.smallestDivided else { continue }
      let divided = groups(nodes).filter { fileCount($0) >= Self.smallestPart }
      if divided.count > 1 { parts += divided.map { ($0, place) } }
    }
    append(parts, level: 1, scheme: "part")
  }

  /// Says what is central to each community, and what it is about.
  private mutating func describe() {
    CentralDefinitions(program, locator, fileGraph).fill(&found)
    CommunityLabels(program, locator).fill(&found)
  }

  /// Clusters some nodes of the file graph by themselves; groups without any file are left out.
  private func groups(_ nodes: [Int32]) -> [[Int32]] {
    let part = nodes.count == fileGraph.graph.nodeCount ? fileGraph.graph : fileGraph.graph.induced(by: nodes)
    let membership = Consensus().cluster(part, keys: nodes.map { fileGraph.keys[Int($0)] })
    var groups = [[Int32]](repeating: [], count: membership.reduce(0) { max($0, Int($1) + 1) })
    for (place, community) in membership.enumerated() { groups[Int(community)].append(nodes[place]) }
    return groups.filter { $0.first.map(isFile) ?? false }
  }

  private func fileCount(_ nodes: [Int32]) -> Int { nodes.count { isFile($0) } }

  private func isFile(_ node: Int32) -> Bool { Int(node) < fileGraph.files.count }

  /// Adds communities in the order of their ids, and tells where each came to lie.
  @discardableResult
  private mutating func append(
    _ groups: [(nodes: [Int32], parent: Int32)], level: Int32, scheme: String
  ) -> [Int32] {
    let measures = CommunityMeasures(fileGraph, groups.map(\.nodes))
    let ids = measures.anchors.map { anchor in
      SymbolID.prefix(scheme: scheme)
        + SymbolID.path(fileGraph.paths[Int(anchor)], last: isFile(anchor) ? .term : .namespace)
    }
    let order = ids.indices.sorted { ids[$0].precedesByBytes(ids[$1]) }
    let first = Int32(found.count)
    var places = [Int32](repeating: 0, count: groups.count)
    for (offset, group) in order.enumerated() { places[group] = first + Int32(offset) }
    for group in order {
      let nodes = groups[group].nodes.filter(isFile)
      let dependencies = measures.dependencies(of: group).map {
        CommunityDependency(target: places[$0.group], references: $0.references)
      }
      found.append(
        Community(
          id: ids[group], level: level, parent: groups[group].parent, label: "",
          files: nodes.map { fileGraph.files[Int($0)] }.sorted(), modularityShare: measures.shares[group],
          cohesion: measures.cohesions[group], dependencies: dependencies.sorted { $0.target < $1.target }))
    }
    return places
  }

}
