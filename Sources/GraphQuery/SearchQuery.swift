import GraphModel
import GraphStore
import Retrieval
import SourceTree

extension GraphSession {
  /// The places that fit a query, best first; the same for the same index, whatever the machine.
  public func search(_ request: SearchRequest) throws(QueryError) -> SearchAnswer {
    do { return try answer(request) } catch { throw QueryError(error) }
  }

  private func answer(_ request: SearchRequest) throws -> SearchAnswer {
    let ranked = try rank(request)
    var snippets = SnippetReader(session: self)
    var results: [SearchAnswer.Result] = []
    var paths: [SourcePath] = []
    for (item, lexicalRank) in ranked.prefix(request.limit) {
      guard let stored = try shownNode(item, request.grain) else { continue }
      let snippet = try snippets.snippet(of: item.hit.chunk)
      if let path = snippet.path { paths.append(path) }
      results.append(
        SearchAnswer.Result(
          rank: results.count + 1, score: item.ranked.score, node: NodeSummary(stored.node),
          snippet: snippet.text, snippetLine: snippet.line, lexicalRank: lexicalRank,
          boosts: item.ranked.boosts))
    }
    return SearchAnswer(
      query: request.query, confident: !results.isEmpty, results: results, index: try state(naming: paths))
  }

  /// A matching chunk with its rank.
  private struct Candidate {
    var hit: ChunkHit
    var ranked: RankedChunk
  }

  private func rank(_ request: SearchRequest) throws -> [(Candidate, Int)] {
    guard let match = LexicalQuery(request.query).matchExpression else { return [] }
    let filter = SearchFilter(request)
    var nodes: [NodeIndex: Node] = [:]
    let hits = try reader.search(
      match, weights: LexicalRanking.columnWeights,
      limit: max(LexicalRanking.candidates, request.limit * 2)
    ) { chunk in
      guard !filter.acceptsAll else { return true }
      return try reader.node(chunk.node).map { filter.accepts($0.node) } ?? false
    }
    for stored in try reader.nodes(hits.map(\.chunk.node)) { nodes[stored.index] = stored.node }
    let byChunk = Dictionary(hits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ranked = LexicalRanking.boostingExactNames(
      hits.map { RankedChunk(chunk: $0.id, node: $0.chunk.node, file: $0.chunk.file, score: $0.score) }
    ) { index in
      nodes[index].map { Self.isNamed($0, request.query) } ?? false
    }
    let distinct =
      switch request.grain {
      case .symbol: LexicalRanking.bestPerNode(ranked)
      case .file: LexicalRanking.bestPerFile(ranked)
      }
    var lexicalRanks: [Int64: Int] = [:]
    for (place, hit) in hits.enumerated() { lexicalRanks[hit.id] = place + 1 }
    return distinct.compactMap { item in
      byChunk[item.chunk].map { (Candidate(hit: $0, ranked: item), lexicalRanks[item.chunk] ?? 0) }
    }
  }

  private func shownNode(_ item: Candidate, _ grain: SearchRequest.Grain) throws -> StoredNode? {
    guard grain == .file, let file = try reader.file(item.hit.chunk.file) else {
      return try reader.node(item.hit.chunk.node)
    }
    return try reader.nodes(named: file.path.lastComponent.display).first {
      $0.node.kind == .file && $0.file == item.hit.chunk.file
    }
  }

  private static func isNamed(_ node: Node, _ query: String) -> Bool {
    let wanted = query.trimmingSpaces()
    return node.kind != .file && (node.name == wanted || node.qualifiedName == wanted)
  }
}

/// Which nodes a request asks for.
private struct SearchFilter {
  let kinds: Set<NodeKind>
  let languages: Set<LanguageID>
  let paths: PathPatterns

  init(_ request: SearchRequest) {
    kinds = Set(request.kinds)
    languages = Set(request.languages)
    paths = PathPatterns(request.paths)
  }

  var acceptsAll: Bool { kinds.isEmpty && languages.isEmpty && paths.isEmpty }

  func accepts(_ node: Node) -> Bool {
    if !kinds.isEmpty && !kinds.contains(node.kind) { return false }
    if !languages.isEmpty && !(node.language.map(languages.contains) ?? false) { return false }
    return paths.isEmpty || (node.path.map(paths.match) ?? false)
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    let rest = drop(while: \.isWhitespace)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }
}
