import Communities
import GraphModel

/// Finds the definitions that a community turns around: PageRank over the references inside communities, beginning
/// where references come in from outside. What members of a type are worth counts for the type.
struct CentralDefinitions {
  /// How many definitions of a community are kept.
  private static let limit = 12

  private let program: Graph
  private let locator: FileLocator
  private let runs: [ReferenceRun]

  init(_ program: Graph, _ locator: FileLocator, _ fileGraph: FileGraph) {
    self.program = program
    self.locator = locator
    runs = ReferenceRun.all(in: program)
  }

  /// Sets ``Community/central`` of all communities.
  func fill(_ communities: inout [Community]) {
    let owners = outermostDefinitions()
    for level in 0...1 as ClosedRange<Int32> {
      let places = communities.indices.filter { communities[$0].level == level }
      guard !places.isEmpty else { continue }
      var communityOfFile = [Int32](repeating: -1, count: program.files.count)
      for place in places {
        for file in communities[place].files { communityOfFile[Int(file)] = Int32(place) }
      }
      let ranks = ranks(communityOfFile)
      var scores = [Double](repeating: 0, count: program.nodes.count)
      for node in owners.indices where owners[node] >= 0 {
        scores[Int(owners[node])] += ranks[node] * importance(owners[node])
      }
      var candidates = communities.map { _ in [CentralNode]() }
      for node in owners.indices where owners[node] == NodeIndex(node) {
        let community = communityOfFile[Int(locator.files[node])]
        if community >= 0 {
          candidates[Int(community)].append(CentralNode(node: NodeIndex(node), rank: scores[node]))
        }
      }
      for place in places {
        let ranked = candidates[place].sorted { ($1.rank, $0.node) < ($0.rank, $1.node) }
        communities[place].central = firstOfEachName(ranked)
      }
    }
  }

  /// A type and its extensions, or the declarations of overloads, are one thing to say.
  private func firstOfEachName(_ ranked: [CentralNode]) -> [CentralNode] {
    var names: Set<String> = []
    var kept: [CentralNode] = []
    for item in ranked where kept.count < Self.limit {
      if names.insert(program.nodes[Int(item.node)].qualifiedName).inserted { kept.append(item) }
    }
    return kept
  }

  private func ranks(_ communityOfFile: [Int32]) -> [Double] {
    func community(_ node: NodeIndex) -> Int32 {
      let file = locator.files[Int(node)]
      return file >= 0 ? communityOfFile[Int(file)] : -1
    }
    // A little everywhere, so that definitions nobody refers to have an order too.
    var start = locator.files.map { $0 >= 0 ? 0.01 : 0 }
    var edges: [(source: Int32, target: Int32, weight: Float)] = []
    for run in runs where locator.files[Int(run.target)] >= 0 && run.source != run.target {
      let weight =
        EdgeWeights.weight(run.kind) * EdgeWeights.repetition(Int(run.count)) / Double(run.candidates)
      if community(run.source) == community(run.target) {
        edges.append((run.source, run.target, Float(weight)))
      } else {
        start[Int(run.target)] += weight
      }
    }
    return PageRank().ranks(edges, start: start)
  }

  /// For each definition the outermost one around it, for itself if it is that; -1 for what is no definition, or
  /// prose.
  private func outermostDefinitions() -> [NodeIndex] {
    var container = [NodeIndex](repeating: -1, count: program.nodes.count)
    for edge in program.edges where edge.kind == .contains { container[Int(edge.target)] = edge.source }
    var owners = [NodeIndex](repeating: -1, count: program.nodes.count)
    var chain: [Int] = []
    for node in program.nodes.indices where owners[node] < 0 {
      var at = node
      chain.removeAll()
      // Containment has no cycles; the bound is for damaged graphs.
      while at >= 0, owners[at] < 0, isDefinition(at), chain.count <= program.nodes.count {
        chain.append(at)
        at = Int(container[at])
      }
      let owner = at >= 0 && owners[at] >= 0 ? owners[at] : chain.last.map { NodeIndex($0) } ?? -1
      for item in chain { owners[item] = owner }
    }
    return owners
  }

  /// Types say more about a part of a program than its functions do, and those more than its constants.
  private func importance(_ node: NodeIndex) -> Double {
    let kind = program.nodes[Int(node)].kind
    if kind.isType { return kind == .extension ? 0.5 : 1 }
    return kind == .function || kind == .macro ? 0.5 : 0.15
  }

  private func isDefinition(_ node: Int) -> Bool {
    guard locator.files[node] >= 0 else { return false }
    switch program.nodes[node].kind {
    case .repository, .package, .module, .file, .document, .section, .codeBlock, .external: return false
    default: return true
    }
  }
}
