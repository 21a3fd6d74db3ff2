import CStorage
import GraphModel

/// How many edges of each kind end or start at a node.
public struct DegreeCount: Sendable, Hashable {
  /// The kind of the edges.
  public var kind: EdgeKind
  /// How many there are, at least 1.
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
      return try rows.edges(from: node) { kinds?.contains($0.kind) ?? true }
        .sorted(by: GraphOrder.precedes)
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
      return edges.sorted(by: GraphOrder.precedes)
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

  private func backlinks(_ connection: OpaquePointer, _ node: NodeIndex) throws -> [Backlinks.Group] {
    let order = try order(.node)
    let number = order.number(at: node)
    guard number >= 0 else { return [] }
    let rows = try Statement(connection, "SELECT sources FROM backlink WHERE bucket = ?")
    rows.bind(1, Int(number) / Backlinks.bucketSize)
    guard try rows.step() else { return [] }
    guard let groups = rows.withBytes(0, { Backlinks.groups(number, in: $0) }) else {
      throw damaged("a list of sources")
    }
    if order.isPlain { return groups }
    return groups.map { group in
      Backlinks.Group(kind: group.kind, sources: group.sources.map { order.place(of: $0) }.sorted())
    }
  }

  /// All edges, sorted as in ``Graph``. 28 bytes of memory an edge.
  public func edges() throws -> [Edge] { try unsortedEdges().sorted(by: GraphOrder.precedes) }

  /// All edges, in no order that matters.
  public func unsortedEdges() throws -> [Edge] {
    try read { connection in
      var edges: [Edge] = []
      edges.reserveCapacity(try meta(connection, .edges))
      let rows = try EdgeRows(connection, self, all: true)
      try rows.append(to: &edges) { _ in true }
      return edges
    }
  }

  func meta(_ connection: OpaquePointer, _ key: GraphMeta.Key) throws -> Int {
    let rows = try Statement(connection, "SELECT value FROM meta WHERE key = ?")
    rows.bind(1, key.rawValue)
    // Used as a hint for memory, so an absurd value must not matter.
    return try rows.step() ? min(max(0, rows.int(0)), 1 << 24) : 0
  }
}

/// Reads edges of the `edge_list` table.
struct EdgeRows: ~Copyable {
  private let lists: ReferenceListRows
  private let files: NodeFiles
  private let reader: GraphReader
  private let order: NumberOrder
  private let fileOrder: NumberOrder

  /// Edges by source, or all.
  init(_ connection: OpaquePointer, _ reader: GraphReader, all: Bool = false) throws {
    let order = try reader.order(.node)
    let fileOrder = try reader.order(.file)
    let lists = try ReferenceListRows(connection, table: "edge_list", all: all)
    let files = try NodeFiles(connection, order, fileOrder, all: all)
    self.fileOrder = fileOrder
    self.lists = lists
    self.order = order
    self.files = files
    self.reader = reader
  }

  /// The edges from one node, in no order that matters.
  borrowing func edges(from source: NodeIndex, where isWanted: (Edge) -> Bool) throws -> [Edge] {
    lists.seek(Int(order.number(at: source)))
    var edges: [Edge] = []
    try append(to: &edges) { $0.source == source && isWanted($0) }
    return edges
  }

  /// Appends the edges of the rows that are left.
  borrowing func append(to edges: inout [Edge], where isWanted: (Edge) -> Bool) throws {
    var isSound = true
    let isPlain = order.isPlain
    while true {
      var added: [Edge] = []
      let isRead = try lists.next { entry, file, candidatesHigh in
        guard let code = EdgeCode.decode(entry.code, candidatesHigh: candidatesHigh) else {
          isSound = false
          return
        }
        let source = NodeIndex(entry.source)
        let target = NodeIndex(entry.other)
        let edge = Edge(
          kind: code.kind, source: isPlain ? source : order.place(of: source),
          target: isPlain ? target : order.place(of: target),
          file: file.map(fileOrder.place) ?? NodeFiles.unknown,
          position: Position(line: Int32(entry.line), column: Int32(entry.column)),
          resolution: code.resolution, candidates: code.candidates)
        if edge.source < 0 || edge.target < 0 { isSound = false }
        if isWanted(edge) { added.append(edge) }
      }
      guard let isRead else { return }
      guard isRead, isSound else { throw reader.damaged("a list of edges") }
      for var edge in added {
        if edge.file == NodeFiles.unknown { edge.file = try files.file(of: edge.source) }
        edges.append(edge)
      }
    }
  }
}

/// Tells in which files nodes lie.
struct NodeFiles: ~Copyable {
  /// Stands for a file that is to be looked up.
  static let unknown = Int32.min

  private let byNode: Statement
  private let order: NumberOrder
  private let files: NumberOrder
  private let known: [Int32]

  /// - Parameter all: whether to read the files of all nodes at once.
  init(
    _ connection: OpaquePointer, _ order: NumberOrder, _ files: NumberOrder, all: Bool
  ) throws(StatementError) {
    var known: [Int32] = []
    if all {
      known = [Int32](repeating: -1, count: order.count)
      let rows = try Statement(connection, "SELECT id, file FROM node WHERE file IS NOT NULL ORDER BY id")
      while try rows.step() {
        let place = order.place(of: rows.int32(0))
        if place >= 0 { known[Int(place)] = files.place(of: rows.int32(1)) }
      }
    }
    let byNode = try Statement(connection, "SELECT coalesce(file, -1) FROM node WHERE id = ?")
    self.byNode = byNode
    self.files = files
    self.order = order
    self.known = known
  }

  /// The node's file, or -1.
  borrowing func file(of node: NodeIndex) throws(StatementError) -> Int32 {
    if known.indices.contains(Int(node)) { return known[Int(node)] }
    byNode.reset()
    byNode.bind(1, order.number(at: node))
    return try byNode.step() ? files.place(of: byNode.int32(0)) : -1
  }
}
