import GraphModel
import GraphStore

extension GraphSession {
  /// The definition of a name: a symbol id, a qualified name, or the end of one. Several are listed and not
  /// guessed among; none is answered with names like it.
  public func symbol(_ name: String) throws(QueryError) -> SymbolAnswer {
    do { return try answer(name) } catch { throw QueryError(error) }
  }

  /// How many similar names are suggested.
  private static let suggestionLimit = 5

  /// Names like one that nothing has.
  func suggestions(for name: String) throws -> [String] {
    try reader.namesNear(lastPart(name), limit: Self.suggestionLimit)
  }

  /// How many sections are shown.
  private static let docsLimit = 5

  private func answer(_ name: String) throws -> SymbolAnswer {
    let found = try definitions(named: name)
    var answer = SymbolAnswer(
      query: name, symbol: nil, candidates: [], suggestions: [], index: try state(naming: []))
    if found.count == 1, let only = found.first {
      answer.symbol = try details(only)
      answer.index = try state(naming: only.node.path.map { [$0] } ?? [])
    } else if found.isEmpty {
      answer.suggestions = try suggestions(for: name)
    } else {
      answer.candidates = found.map { NodeSummary($0.node) }
      answer.index = try state(naming: found.compactMap(\.node.path))
    }
    return answer
  }

  /// The nodes that `name` may mean, by symbol id. Something in the tree is meant rather than something
  /// outside it, and a full qualified name rather than the end of others. What a type has from its bases, or a package
  /// by importing it, is found under the name that users know it by.
  func definitions(named name: String) throws -> [StoredNode] {
    if let exact = try reader.node(id: name) { return [exact] }
    let matching = try reader.nodes(matching: name)
    let inside = matching.filter { $0.node.kind != .external }
    if inside.isEmpty {
      let members = try MemberLookup(reader: reader).definitions(named: name)
      if !members.isEmpty { return members }
    }
    let candidates = inside.isEmpty ? matching : inside
    let whole = candidates.filter { $0.node.qualifiedName == name }
    return whole.isEmpty ? candidates : whole
  }

  private func details(_ stored: StoredNode) throws -> SymbolAnswer.Details {
    let container = try reader.edges(to: stored.index, kinds: [.contains]).first
    let members = try reader.edges(from: stored.index, kinds: [.contains])
      .sorted { ($0.position, $0.target) < ($1.position, $1.target) }
    return SymbolAnswer.Details(
      node: NodeSummary(stored.node), doc: stored.node.doc, properties: stored.node.properties,
      container: try container.flatMap { try reader.node($0.source) }.map { NodeSummary($0.node) },
      members: try reader.nodes(members.map(\.target)).map { NodeSummary($0.node) },
      docs: try docsPlaces(of: stored.index, limit: Self.docsLimit).map(\.place),
      incoming: degrees(try reader.inDegrees(stored.index)),
      outgoing: degrees(try reader.outDegrees(stored.index)))
  }

  private func degrees(_ counts: [DegreeCount]) -> [SymbolAnswer.Degree] {
    counts.filter { $0.count > 0 }.map { SymbolAnswer.Degree(kind: $0.kind, count: $0.count) }
      .sorted { $0.kind.name < $1.kind.name }
  }

  func lastPart(_ name: String) -> String {
    name.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }).last.map(String.init) ?? name
  }
}
