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
    let query = try UnderstoodQuery(request.query) { try !reader.postings($0).isEmpty }
    let index = try searchIndex.get(reader)
    let collector = EvidenceCollector(
      reader: reader, index: index, query: query, signals: request.signals)
    let (evidence, named) = try collector.collect()
    let filter = SearchFilter(request, query.filters)
    let isNamed = named.contains(where: \.isWhole)
    if !isNamed, request.signals.contains(.names),
      let name = try UnknownNames(session: self, query: query).find()
    {
      return SearchAnswer(
        query: request.query, confidence: Confidence(certain: false), results: [],
        suggestions: try suggestions(for: name), index: try state(naming: []))
    }
    let confidence = isNamed ? Confidence(certain: true) : Confidence(evidence)
    let ranking = FileRanking(query, evidence, layout: index.layout, signals: request.signals)
    let files = try ranking.ranked { file in
      guard let stored = try index.file(file, reader),
        filter.accepts(stored.path.path, language: stored.language)
      else { return nil }
      return stored.path
    }
    var hits: [SearchHit]
    switch request.grain {
    case .file: hits = try fileHits(files, evidence, index, filter, limit: request.limit)
    case .symbol: hits = try symbolHits(query, files, evidence, named, index, filter, limit: request.limit)
    }
    if !query.literals.isEmpty { hits = try LiteralCheck(session: self, query: query).sorted(hits) }
    return try shown(Array(hits.prefix(request.limit)), request, confidence)
  }

  private func fileHits(
    _ files: [RankedFile], _ evidence: Evidence, _ index: SearchIndex, _ filter: SearchFilter, limit: Int
  ) throws -> [SearchHit] {
    let ranks = WordRanks(files.map { ($0.file, evidence.text.bestChunks[Int($0.file)]) })
    var hits: [SearchHit] = []
    for ranked in files where hits.count < max(limit, SearchHit.closest) {
      guard let best = try bestChunk(of: ranked.file, evidence, index, filter) else { continue }
      let chunk = try storedChunk(best)
      let id = try reader.file(ranked.file).map { SymbolID.file($0.path) }
      guard let node = try id.flatMap({ try reader.node(id: $0) }) else { continue }
      hits.append(
        SearchHit(
          chunk: chunk, node: node, score: ranked.score,
          signals: ranked.signals.weighted.map { ($0.name, $0.value) },
          factor: ranked.signals.factor, lexicalRank: ranks[ranked.file]))
    }
    return hits
  }

  private func symbolHits(
    _ query: UnderstoodQuery, _ files: [RankedFile], _ evidence: Evidence, _ named: [EvidenceCollector.Named],
    _ index: SearchIndex,
    _ filter: SearchFilter, limit: Int
  ) throws -> [SearchHit] {
    let (chunks, others) = try NamedChunks(reader, index.layout).chunks(of: named)
    let tree = TreeFile(root: location.root)
    let ranked = try SymbolRanking.ranked(
      query, evidence, layout: index.layout, files: files, named: chunks
    ) { file in try index.writers(ofFile: file, reader, tree) }
    let ranks = WordRanks(ranked.map { (Int32($0.chunk), evidence.text.chunks[$0.chunk]) })
    var hits: [SearchHit] = []
    // Nodes are read until enough are better than whatever follows, since their kinds can only lower a score; all of
    // them if texts in quotes decide in the end.
    var best = BestHits(query.literals.isEmpty ? max(limit, SearchHit.closest) : ranked.count)
    for item in ranked where !best.areAbove(item.score) {
      let chunk = try storedChunk(item.chunk)
      guard let node = try reader.node(chunk.node), filter.accepts(node.node.kind) else { continue }
      let factor = item.signals.factor * (node.node.kind == .file ? SymbolRanking.wholeFile : 1)
      hits.append(
        SearchHit(
          chunk: chunk, node: node, score: item.score * factor / item.signals.factor,
          signals: item.signals.weighted.map { ($0.name, $0.value) }, factor: factor,
          lexicalRank: ranks[Int32(item.chunk)]))
      best.add(node.index, hits[hits.count - 1].score)
    }
    // Definitions that have no text of their own: what names them is all that speaks for them.
    let penalties = Dictionary(
      files.map { ($0.file, $0.penalty.symbols) }, uniquingKeysWith: { first, _ in first })
    for item in others where filter.accepts(item.stored.node.kind) {
      guard let factor = penalties[item.file] else { continue }
      var signals = SymbolSignals()
      signals.name = item.share
      signals.factor = factor
      hits.append(
        SearchHit(
          chunk: nil, node: item.stored, score: signals.score, signals: [("name", item.share)],
          factor: factor,
          lexicalRank: nil))
    }
    var seen: Set<NodeIndex> = []
    return hits.enumerated()
      .sorted {
        $0.element.score == $1.element.score ? $0.offset < $1.offset : $0.element.score > $1.element.score
      }
      .map(\.element).filter { seen.insert($0.node.index).inserted }
  }

  /// The chunk of a file that fits best; its first one if the query is about other things than its text. Nil if
  /// no chunk is of a kind that is asked for.
  private func bestChunk(
    of file: Int32, _ evidence: Evidence, _ index: SearchIndex, _ filter: SearchFilter
  ) throws -> Int? {
    let chunks = index.layout.chunks(ofFile: file).sorted { left, right in
      let (a, b) = (evidence.score(ofChunk: left), evidence.score(ofChunk: right))
      return a == b ? left < right : a > b
    }
    guard filter.hasKinds else { return chunks.first }
    return try chunks.first { chunk in
      try reader.node(try storedChunk(chunk).node).map { filter.accepts($0.node.kind) } ?? false
    }
  }

  private func storedChunk(_ number: Int) throws -> StoredChunk {
    guard let chunk = try reader.chunks([number]).first else { throw reader.damagedIndex("chunks") }
    return chunk
  }

  private func shown(
    _ hits: [SearchHit], _ request: SearchRequest, _ confidence: Confidence
  ) throws -> SearchAnswer {
    var snippets = SnippetReader(session: self)
    var results: [SearchAnswer.Result] = []
    var paths: [SourcePath] = []
    for hit in hits {
      let snippet = try hit.chunk.map { try snippets.snippet(of: $0) } ?? snippets.snippet(of: hit.node)
      if let path = snippet.path { paths.append(path) }
      results.append(
        SearchAnswer.Result(
          rank: results.count + 1, score: hit.score, node: NodeSummary(hit.node.node), snippet: snippet.text,
          snippetLine: snippet.line, lexicalRank: hit.lexicalRank,
          signals: hit.signals.filter { $0.value > 0 }.map {
            SearchAnswer.Signal(name: $0.name, value: $0.value)
          },
          factor: hit.factor))
    }
    return SearchAnswer(
      query: request.query, confidence: results.isEmpty ? Confidence(certain: false) : confidence,
      results: results, suggestions: [], index: try state(naming: paths))
  }
}

/// A place that may be shown.
struct SearchHit {
  /// So many are looked at more closely than their scores, whatever number is asked for.
  static let closest = 20

  /// The text that fits best; nil for a definition that has none of its own.
  var chunk: StoredChunk?
  var node: StoredNode
  var score: Double
  var signals: [(name: String, value: Double)]
  /// What the sum of the signals was multiplied with.
  var factor: Double
  /// The rank by words alone, from 1; nil if no word of the query is in it.
  var lexicalRank: Int?
}

/// How good so many different nodes are at least that were found already.
private struct BestHits {
  private let count: Int
  private var nodes: Set<NodeIndex> = []
  /// Descending, at most `count`.
  private var scores: [Double] = []

  init(_ count: Int) { self.count = count }

  /// Scores of one node come in any order; only the first one counts, which is no more than its best.
  mutating func add(_ node: NodeIndex, _ score: Double) {
    guard nodes.insert(node).inserted else { return }
    scores.insert(score, at: scores.firstIndex { $0 < score } ?? scores.count)
    if scores.count > count { scores.removeLast() }
  }

  /// True if `count` nodes are better than this score.
  func areAbove(_ score: Double) -> Bool { scores.count == count && (scores.last.map { $0 > score } ?? true) }
}

/// The ranks that results would have by words alone.
private struct WordRanks {
  private let ranks: [Int32: Int]

  init(_ scores: [(number: Int32, score: Double)]) {
    let order = scores.filter { $0.score > 0 }
      .sorted { $0.score == $1.score ? $0.number < $1.number : $0.score > $1.score }
    ranks = Dictionary(
      order.enumerated().map { ($1.number, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(number: Int32) -> Int? { ranks[number] }
}
