import GraphModel
import GraphStore
import Retrieval

/// Asks the index for all that speaks for chunks and files.
struct EvidenceCollector {
  let reader: GraphReader
  let index: SearchIndex
  let query: UnderstoodQuery

  /// Names that more definitions have say little about any.
  private static let mostDefinitions = 64
  /// How much less a member with the name is than a type or a free function.
  private static let memberShare = 0.6

  /// A definition that the query as a whole names.
  struct Exact {
    var node: NodeIndex
    var file: Int32
    /// From 0 to 1.
    var share: Double
  }

  func collect() throws -> (evidence: Evidence, exact: [Exact]) {
    let text = try TextScores(query.terms, layout: index.layout) { try reader.postings($0) }
    guard let text else { throw reader.damagedIndex("postings") }
    var evidence = Evidence(text: text)
    if let history = index.history {
      guard let messages = history.messageScores(query.terms) else { throw reader.damagedIndex("the history") }
      evidence.messages = messages
      evidence.recency = history.recency
    }
    for (name, isType) in query.names {
      let files = try reader.files(defining: name, limit: Self.mostDefinitions) { kind in
        isType ? Self.types.contains(kind) : !Self.containers.contains(kind)
      }
      for file in files { evidence.definitions[file, default: 0] += 1 / Double(files.count) }
    }
    let exact = try exactDefinitions()
    for item in exact {
      evidence.exactDefinitions[item.file] = max(evidence.exactDefinitions[item.file] ?? 0, item.share)
    }
    return (evidence, exact)
  }

  /// What the whole query names, if it is one name.
  private func exactDefinitions() throws -> [Exact] {
    guard query.form != .path else { return [] }
    let found = try reader.nodes(matching: query.text)
    return found.compactMap { stored in
      guard let file = stored.file, !Self.containers.contains(stored.node.kind) else { return nil }
      let isTop = Self.types.contains(stored.node.kind) || stored.node.kind == .function
      return Exact(node: stored.index, file: file, share: isTop ? 1 : Self.memberShare)
    }
  }

  private static let types: Set<NodeKind> = [.class, .struct, .enum, .actor, .protocol, .typeAlias]
  private static let containers: Set<NodeKind> = [.file, .module, .package, .repository, .document, .external]
}
