import GraphModel
import GraphStore
import Retrieval

/// Asks the index for all that speaks for chunks and files.
struct EvidenceCollector {
  let reader: GraphReader
  let index: SearchIndex
  let query: UnderstoodQuery
  /// What may speak for a result.
  let signals: Set<SearchSignal>

  /// Names that more definitions have say little about any.
  private static let mostDefinitions = 64

  /// A definition that the query names.
  struct Named {
    var stored: StoredNode
    var file: Int32
    /// True if the query is nothing but its name.
    var isWhole: Bool
    /// From 0 to 1: less for members and extensions, and for names inside a longer query.
    var share: Double
  }

  func collect() throws -> (evidence: Evidence, named: [Named]) {
    let terms = signals.contains(.words) ? query.terms : LexicalQuery("")
    let text = try TextScores(
      terms, layout: index.layout,
      termWeights: signals.contains(.vectors) ? index.weights(of: terms.terms) : nil
    ) { try index.postings($0, reader) }
    guard let text else { throw reader.damagedIndex("postings") }
    var evidence = Evidence(text: text)
    if signals.contains(.vectors), let nearness = try index.nearness(query.text) {
      (evidence.cosines, evidence.background) = (nearness.cosines, nearness.background)
    }
    if signals.contains(.history), let history = index.history {
      guard let commits = history.matches(query.terms) else { throw reader.damagedIndex("the history") }
      evidence.commits = commits
      evidence.messages = history.messageScores(commits)
      evidence.recency = history.recency
    }
    guard signals.contains(.names) else { return (evidence, []) }
    var named = query.form == .path ? [] : try definitions(reader.nodes(matching: query.text), isWhole: true)
    for item in named {
      evidence.exactDefinitions[item.file] = max(evidence.exactDefinitions[item.file] ?? 0, item.share)
    }
    if named.isEmpty {
      for (name, isType) in query.names {
        let nodes = try reader.nodes(named: name, limit: Self.mostDefinitions)
        let found = definitions(nodes, isWhole: false)
          .filter { !isType || Self.types.contains($0.stored.node.kind) }
        let files = Set(found.map(\.file)).sorted()
        for file in files { evidence.definitions[file, default: 0] += 1 / Double(files.count) }
        named += found
      }
    }
    return (evidence, named)
  }

  private func definitions(_ nodes: [StoredNode], isWhole: Bool) -> [Named] {
    let factor = isWhole ? 1 : SymbolRanking.nameInside
    return nodes.compactMap { stored in
      guard let file = stored.file, !Self.containers.contains(stored.node.kind) else { return nil }
      return Named(
        stored: stored, file: file, isWhole: isWhole, share: factor * Self.share(stored.node.kind))
    }
  }

  private static func share(_ kind: NodeKind) -> Double {
    if kind == .extension { return 0.3 }
    return types.contains(kind) || kind == .function ? 1 : 0.6
  }

  private static let types: Set<NodeKind> = [.class, .struct, .enum, .actor, .protocol, .typeAlias, .macro]
  private static let containers: Set<NodeKind> = [
    .file, .module, .package, .repository, .document, .external,
  ]
}
