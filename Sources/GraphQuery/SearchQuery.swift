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
    for item in ranked.prefix(request.limit) {
      guard let stored = try shownNode(item, request.grain) else { continue }
      let snippet = try snippets.snippet(of: item.chunk)
      if let path = snippet.path { paths.append(path) }
      results.append(
        SearchAnswer.Result(
          rank: results.count + 1, score: item.ranked.score, node: NodeSummary(stored.node),
          snippet: snippet.text, snippetLine: snippet.line, lexicalRank: item.lexicalRank,
          boosts: item.ranked.boosts))
    }
    return SearchAnswer(
      query: request.query, confident: !results.isEmpty, results: results, index: try state(naming: paths))
  }

  /// A matching chunk.
  private struct Hit {
    var chunk: StoredChunk
    /// Its rank by words alone, from 1.
    var lexicalRank: Int
    var ranked: RankedChunk
  }

  private func rank(_ request: SearchRequest) throws -> [Hit] {
    let hits = try lexicalHits(request)
    var isExact: [NodeIndex: Bool] = [:]
    for stored in try reader.nodes(hits.map(\.chunk.node)) {
      isExact[stored.index] = Self.isNamed(stored.node, request.query)
    }
    let ranked = LexicalRanking.boostingExactNames(hits.map(\.ranked)) { isExact[$0] ?? false }
    let distinct =
      switch request.grain {
      case .symbol: LexicalRanking.bestPerNode(ranked)
      case .file: LexicalRanking.bestPerFile(ranked)
      }
    let byChunk = Dictionary(hits.map { ($0.ranked.chunk, $0) }, uniquingKeysWith: { first, _ in first })
    return distinct.compactMap { item in
      guard var hit = byChunk[item.chunk] else { return nil }
      hit.ranked = item
      return hit
    }
  }

  /// How many matching chunks are looked at for definitions whose name is the query.
  private static let deepest = 1_000

  /// The chunks that match best and pass the filters, best first.
  private func lexicalHits(_ request: SearchRequest) throws -> [Hit] {
    let query = LexicalQuery(request.query)
    guard let lengths = ChunkLengths(try reader.chunkLengths()),
      var search = try LexicalSearch(query, lengths: lengths, postings: { try reader.postings($0) })
    else { throw QueryError(.unusable, "\(location.database) is damaged; run `kg index --full`") }
    let filter = SearchFilter(request)
    let limit = max(LexicalRanking.candidates, request.limit * 2)
    // A definition whose name is the query is found however many chunks mention the name more often.
    var exact = Set(try reader.nodes(matching: request.query).filter { $0.file != nil }.map(\.index))
    var hits: [Hit] = []
    var looked = 0
    while looked < Self.deepest, hits.count < limit || !exact.isEmpty, let best = search.next() {
      looked += 1
      guard let chunk = try reader.chunks([best.chunk]).first else { continue }
      guard exact.remove(chunk.node) != nil || hits.count < limit else { continue }
      if !filter.acceptsAll {
        guard let stored = try reader.node(chunk.node), filter.accepts(stored.node) else { continue }
      }
      let ranked = RankedChunk(
        chunk: Int64(best.chunk), node: chunk.node, file: chunk.file, score: best.score)
      hits.append(Hit(chunk: chunk, lexicalRank: hits.count + 1, ranked: ranked))
    }
    return hits
  }

  private func shownNode(_ item: Hit, _ grain: SearchRequest.Grain) throws -> StoredNode? {
    switch grain {
    case .symbol: try reader.node(item.chunk.node)
    case .file: try reader.file(item.chunk.file).flatMap { try reader.node(id: SymbolID.file($0.path)) }
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
