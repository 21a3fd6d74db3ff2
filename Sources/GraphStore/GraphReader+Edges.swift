import CStorage
import GraphModel

/// How many edges of each kind end or start at a node.
public struct DegreeCount: Sendable, Hashable {
  public var kind: EdgeKind
  public var count: Int

  /// Makes a count of its parts.
  public init(kind: EdgeKind, count: Int) {
    self.kind = kind
    self.count = count
  }
}

extension GraphReader {
  /// The edges that start at a node, sorted as in ``Graph``.
  ///
  /// - Parameter kinds: only these; nil for all.
  public func edges(from node: NodeIndex, kinds: Set<EdgeKind>? = nil) throws -> [Edge] {
    try read { connection in
      let rows = try EdgeRows(connection, self)
      return EdgeOrder.sorted(try rows.edges(from: node) { kinds?.contains($0.kind) ?? true })
    }
  }

  /// The edges that end at a node, sorted as in ``Graph``.
  ///
  /// - Parameter kinds: only these; nil for all.
  public func edges(to node: NodeIndex, kinds: Set<EdgeKind>? = nil) throws -> [Edge] {
    try read { connection in
      let rows = try EdgeRows(connection, self)
      var edges: [Edge] = []
      var sources: Set<NodeIndex> = []
      for group in try backlinks(connection, node) where kinds?.contains(group.kind) ?? true {
        for source in group.sources where sources.insert(source).inserted {
          edges += try rows.edges(from: source) { $0.target == node && kinds?.contains($0.kind) ?? true }
        }
      }
      return EdgeOrder.sorted(edges)
    }
  }

  /// How many edges of each kind end at a node, kinds ascending; cheap even for a hub.
  public func inDegrees(_ node: NodeIndex) throws -> [DegreeCount] {
    try read { connection in
      try backlinks(connection, node).map { DegreeCount(kind: $0.kind, count: $0.sources.count) }
    }
  }

  /// How many edges of each kind start at a node, kinds ascending.
  public func outDegrees(_ node: NodeIndex) throws -> [DegreeCount] {
    var counts: [EdgeKind: Int] = [:]
    for edge in try edges(from: node) { counts[edge.kind, default: 0] += 1 }
    return EdgeKind.allCases.compactMap { kind in
      counts[kind].map { DegreeCount(kind: kind, count: $0) }
    }
  }

  private func backlinks(
    _ connection: OpaquePointer, _ node: NodeIndex
  ) throws -> [(kind: EdgeKind, sources: [NodeIndex])] {
    let rows = try Statement(connection, "SELECT sources FROM backlink WHERE target = ?")
    rows.bind(1, node)
    guard try rows.step() else { return [] }
    guard let groups = rows.withBytes(0, { Backlinks.decode($0) }) else { throw damaged("a list of sources") }
    return groups
  }

  /// All edges, sorted as in ``Graph``. 28 bytes of memory an edge.
  public func edges() throws -> [Edge] {
    try read { connection in
      var edges: [Edge] = []
      edges.reserveCapacity(try meta(connection, .edges))
      let rows = try EdgeRows(connection, self, all: true)
      while try rows.appendNextRow(to: &edges, where: { _ in true }) {}
      return EdgeOrder.sorted(edges)
    }
  }

  func meta(_ connection: OpaquePointer, _ key: GraphMeta.Key) throws -> Int {
    let rows = try Statement(connection, "SELECT value FROM meta WHERE key = ?")
    rows.bind(1, key.rawValue)
    // Used as a hint for memory, so an absurd value must not matter.
    return try rows.step() ? min(max(0, rows.int(0)), 1 << 24) : 0
  }
}

/// Reads rows of the `edge_list` table.
struct EdgeRows: ~Copyable {
  private let statement: Statement
  private let reader: GraphReader

  /// Rows by source, or all in order.
  init(_ connection: OpaquePointer, _ reader: GraphReader, all: Bool = false) throws(StatementError) {
    statement = try Statement(
      connection,
      """
      SELECT l.source, l.file, l.candidates, l.target_high, l.column_high, l.line, l.list, d.file
      FROM edge_list l JOIN node d ON d.id = l.source
      """ + (all ? " ORDER BY l.source, l.piece" : " WHERE l.source = ? ORDER BY l.piece"))
    self.reader = reader
  }

  borrowing func edges(from source: NodeIndex, where isWanted: (Edge) -> Bool) throws -> [Edge] {
    statement.reset()
    statement.bind(1, source)
    var edges: [Edge] = []
    while try appendNextRow(to: &edges, where: isWanted) {}
    return edges
  }

  /// Appends the edges of the next row; false if there is none.
  borrowing func appendNextRow(to edges: inout [Edge], where isWanted: (Edge) -> Bool) throws -> Bool {
    guard try statement.step() else { return false }
    let source = statement.int32(0)
    let file = statement.optionalInt32(1) ?? statement.optionalInt32(7) ?? -1
    let candidates = statement.int32(2)
    var isSound = true
    let isRead = statement.withBytes(6) { text in
      ReferenceList.read(
        text, otherHigh: statement.int(3), columnHigh: statement.int(4), line: statement.int(5)
      ) { entry in
        guard let code = EdgeCode.decode(entry.code), let target = NodeIndex(exactly: entry.other),
          let line = Int32(exactly: entry.line), let column = Int32(exactly: entry.column)
        else {
          isSound = false
          return
        }
        let edge = Edge(
          kind: code.kind, source: source, target: target, file: file,
          position: Position(line: line, column: column), resolution: code.resolution,
          candidates: candidates)
        if isWanted(edge) { edges.append(edge) }
      }
    }
    guard isRead, isSound else { throw reader.damaged("a list of edges") }
    return true
  }
}

/// The order of edges in ``Graph``: by all fields in order of declaration.
enum EdgeOrder {
  static func sorted(_ edges: [Edge]) -> [Edge] { edges.sorted(by: precedes) }

  static func precedes(_ left: Edge, _ right: Edge) -> Bool {
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.source != right.source { return left.source < right.source }
    if left.target != right.target { return left.target < right.target }
    if left.file != right.file { return left.file < right.file }
    if left.position != right.position { return left.position < right.position }
    return (left.resolution.rawValue, left.candidates) < (right.resolution.rawValue, right.candidates)
  }
}
