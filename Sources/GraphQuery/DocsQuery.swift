import GraphModel
import GraphStore

extension GraphSession {
  /// The sections that document or name a definition, best first.
  public func docs(_ name: String, limit: Int = 20) throws(QueryError) -> DocsAnswer {
    do {
      let all = try definitions(named: name)
      // A section of that name is documentation, not what is documented.
      let code = all.filter { ![.document, .section, .codeBlock, .file].contains($0.node.kind) }
      let shipped = code.filter { $0.node.path?.isAside == false }
      let found = code.isEmpty ? all : shipped.count == 1 ? shipped : code
      var answer = DocsAnswer(
        query: name, symbol: nil, doc: nil, places: [], candidates: [], suggestions: [],
        index: try state(naming: []))
      if found.count == 1, let only = found.first {
        answer.symbol = NodeSummary(only.node)
        answer.doc = only.node.doc
        let places = try docsPlaces(of: only.index, limit: limit)
        answer.places = places.map(\.place)
        answer.index = try state(naming: places.compactMap(\.path))
      } else if found.isEmpty {
        answer.suggestions = try suggestions(for: name)
      } else {
        answer.candidates = found.map { NodeSummary($0.node) }
      }
      return answer
    } catch {
      throw QueryError(error)
    }
  }

  /// The sections with edges to a node: those that document it, then by how sure and how often they name it, then code
  /// in documents that uses it, then the comments of other definitions.
  func docsPlaces(of node: NodeIndex, limit: Int) throws -> [(place: DocsPlace, path: SourcePath?)] {
    let prose = try reader.files().map { $0.language?.isProse == true }
    var bySource: [NodeIndex: [Edge]] = [:]
    for edge in try reader.edges(to: node) where edge.kind != .contains {
      // Of a document every edge counts, its code's too.
      guard edge.kind.isOfProse || edge.file >= 0 && prose[Int(edge.file)] else { continue }
      bySource[edge.source, default: []].append(edge)
    }
    let ranked = bySource.sorted { left, right in
      let (a, b) = (Self.strength(left.value, prose), Self.strength(right.value, prose))
      return a != b ? a > b : left.key < right.key
    }
    return try ranked.prefix(limit).compactMap { source, edges in
      guard let stored = try reader.node(source),
        let best = edges.max(by: { Self.weight($0) < Self.weight($1) })
      else { return nil }
      let line = edges.map(\.position.line).min() ?? 0
      let place = DocsPlace(
        node: NodeSummary(stored.node), relation: best.kind, resolution: best.resolution, count: edges.count,
        line: Int(line))
      return (place, stored.node.path)
    }
  }

  /// Prose comes before the comments of other definitions.
  private static func strength(_ edges: [Edge], _ prose: [Bool]) -> Int {
    let isProse = edges.contains { $0.file >= 0 && prose[Int($0.file)] }
    return ((isProse ? 100 : 0) + (edges.map(weight).max() ?? 0)) * 1_000 + min(edges.count, 999)
  }

  private static func weight(_ edge: Edge) -> Int {
    let kind = edge.kind == .documents ? 10 : edge.kind == .mentions ? 6 : edge.kind == .links ? 5 : 4
    return edge.resolution == .ambiguous ? kind - 3 : kind
  }

  // MARK: Problems

  /// Links of the documentation that lead nowhere.
  public func brokenLinks() throws(QueryError) -> DocsProblems {
    do {
      let broken = try reader.unresolved().filter { $0.kind == .links }
      return try problems("broken", broken) { _ in [] }
    } catch {
      throw QueryError(error)
    }
  }

  /// Names in the documentation that look like definitions of this tree and are none: members that their type does
  /// not have, and names that differ little from one that is there. Records of past changes do not count.
  public func drift() throws(QueryError) -> DocsProblems {
    do {
      let files = try reader.files()
      var known: [String: [String]] = [:]
      let drifted = try reader.unresolved().filter { reference in
        guard reference.kind == .mentions || reference.kind == .documents,
          !files[Int(reference.file)].path.isHistory, reference.reason.hasPrefix("no such")
        else { return false }
        if known[reference.name] == nil { known[reference.name] = try nearNames(reference.name) }
        return reference.reason == "no such member" || !(known[reference.name] ?? []).isEmpty
      }
      return try problems("drift", drifted) { known[$0.name] ?? [] }
    } catch {
      throw QueryError(error)
    }
  }

  /// Names of code that is neither test nor example, a few letters away from the last component of `name` (a quarter of it at most) and of its
  /// style: `KeyError` is no misspelt `key_error`.
  private func nearNames(_ name: String) throws -> [String] {
    let last = lastPart(name)
    let near = try reader.namesNear(last, limit: 8, distance: max(1, last.utf8.count / 4), orPrefix: false)
    return try near.filter { candidate in
      guard candidate != last, NameStyle(candidate) == NameStyle(last) else { return false }
      return try reader.nodes(named: candidate).contains {
        $0.node.language?.isProse == false && $0.node.kind != .file && $0.node.path?.isAside != true
      }
    }.prefix(3).map { $0 }
  }

  private func problems(
    _ kind: String, _ references: [UnresolvedReference], _ nearest: (UnresolvedReference) -> [String]
  ) throws -> DocsProblems {
    let files = try reader.files()
    let sorted = references.sorted { ($0.file, $0.position, $0.name) < ($1.file, $1.position, $1.name) }
    let problems = sorted.map { reference in
      DocsProblems.Problem(
        name: reference.name, path: files[Int(reference.file)].path.display,
        line: Int(reference.position.line),
        column: Int(reference.position.column), reason: reference.reason, nearest: nearest(reference))
    }
    let paths = sorted.map { files[Int($0.file)].path }
    return DocsProblems(kind: kind, problems: problems, index: try state(naming: paths))
  }

  // MARK: Undocumented

  /// Public definitions that no document names, at most `limit` of them.
  public func undocumented(limit: Int) throws(QueryError) -> UndocumentedAnswer {
    do {
      let prose = try reader.files().map { $0.language?.isProse == true }
      var named: Set<NodeIndex> = []
      for edge in try reader.edges() where edge.file >= 0 && prose[Int(edge.file)] {
        switch edge.kind {
        case .documents, .mentions, .links: named.insert(edge.target)
        default: continue
        }
      }
      var total = 0
      var found: [StoredNode] = []
      try reader.forEachNode { stored in
        guard Self.isPublicAPI(stored.node) else { return }
        total += 1
        if !named.contains(stored.index) { found.append(stored) }
      }
      found.sort { left, right in
        let (a, b) = (left.node.doc != nil, right.node.doc != nil)
        if a != b { return !a }
        let (place, other) = (left.node.start ?? Self.origin, right.node.start ?? Self.origin)
        return (left.file ?? -1, place, left.index) < (right.file ?? -1, other, right.index)
      }
      let shown = found.prefix(limit)
      return UndocumentedAnswer(
        publicDefinitions: total, total: found.count,
        definitions: shown.map { .init(node: NodeSummary($0.node), hasComment: $0.node.doc != nil) },
        index: try state(naming: shown.compactMap(\.node.path)))
    } catch {
      throw QueryError(error)
    }
  }

  private static let origin = Position(line: 0, column: 0)

  private static func isPublicAPI(_ node: Node) -> Bool {
    guard let path = node.path, !path.isAside, !path.isInDocuments, apiKinds.contains(node.kind) else {
      return false
    }
    let access = node.properties.first { $0.key == "access" }?.value
    guard access == "public" || access == "open" else { return false }
    return !node.properties.contains {
      $0.key == "isLocal" || $0.key == "isInstanceAttribute" || $0.key == "isOverride"
    }
  }

  private static let apiKinds: Set<NodeKind> = [
    .class, .struct, .enum, .actor, .protocol, .function, .method, .initializer, .property, .macro,
    .typeAlias,
    .subscript,
  ]
}

extension EdgeKind {
  /// True for what text says, as against code.
  fileprivate var isOfProse: Bool { self == .documents || self == .mentions || self == .links }
}

/// How a name is written, as far as its case and underscores tell.
private struct NameStyle: Equatable {
  var hasUnderscores: Bool
  var startsUpper: Bool
  var isAllUpper: Bool

  init(_ name: String) {
    let letters = name.drop { $0 == "_" }
    hasUnderscores = letters.contains("_")
    startsUpper = letters.first?.isUppercase ?? false
    isAllUpper = !letters.contains { $0.isLowercase }
  }
}
