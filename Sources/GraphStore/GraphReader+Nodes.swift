import CStorage
import GRDB
import GraphModel

/// A node with its number.
public struct StoredNode: Sendable, Hashable {
  /// Its place in the order of symbol ids; in other generations it may have another.
  public var index: NodeIndex
  /// The node itself.
  public var node: Node
  /// The number of its file, or nil.
  public var file: Int32?
}

extension GraphReader {
  /// One node by its number.
  public func node(_ index: NodeIndex) throws -> StoredNode? {
    try readDatabase { database in try NodeRows(cachedIn: database, self).node(index) }
  }

  /// Nodes by their numbers, in the order asked for; missing ones are left out.
  public func nodes(_ indices: [NodeIndex]) throws -> [StoredNode] {
    try readDatabase { database in
      let rows = try NodeRows(cachedIn: database, self)
      return try indices.compactMap { try rows.node($0) }
    }
  }

  /// The node of a symbol id. O(log nodes): nodes are numbered in the order of their ids.
  public func node(id: String) throws -> StoredNode? {
    try readDatabase { database in
      let wanted = Array(id.utf8)[...]
      let symbols = try SymbolRows(cachedIn: database, order(.node))
      var low = 0
      var high = symbols.count
      while low < high {
        let middle = (low + high) / 2
        guard try symbols.seek(NodeIndex(middle)) else { throw damaged("a missing node") }
        let order = symbols.compareID(wanted)
        if order == 0 { return try NodeRows(cachedIn: database, self).node(NodeIndex(middle)) }
        if order < 0 { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  /// The nodes that lie in a file, or for -1 in none, in the order of their ids.
  public func nodes(inFile file: Int32) throws -> [StoredNode] {
    try read { connection in
      let indices = try Statement(connection, "SELECT id FROM node WHERE file IS ? ORDER BY id")
      // What is no file has no nodes.
      indices.bind(1, file < 0 ? nil : try self.order(.file).number(at: file))
      let rows = try NodeRows(connection, self)
      let order = try order(.node)
      var nodes: [StoredNode] = []
      while try indices.step() {
        if let stored = try rows.node(order.place(of: indices.int32(0))) { nodes.append(stored) }
      }
      return order.isPlain ? nodes : nodes.sorted { $0.index < $1.index }
    }
  }

  /// All nodes in the order of their ids, one after the other.
  public func forEachNode(_ body: (StoredNode) throws -> Void) throws {
    try read { connection in
      let rows = try NodeRows(connection, self, inRuns: true)
      for run in try order(.node).runs {
        rows.seek(run)
        while let stored = try rows.next() { try body(stored) }
      }
    }
  }
}

/// Reads rows of the `node` table with their texts.
struct NodeRows: ~Copyable {
  private let statement: Statement
  private let reader: GraphReader
  private let order: NumberOrder
  private let files: NumberOrder

  /// Rows by place, or by runs of numbers.
  init(_ connection: OpaquePointer, _ reader: GraphReader, inRuns: Bool = false) throws {
    let order = try reader.order(.node)
    let files = try reader.order(.file)
    let statement = try Statement(
      connection, Self.columns + (inRuns ? " WHERE d.id BETWEEN ? AND ? ORDER BY d.id" : " WHERE d.id = ?"))
    self.statement = statement
    self.order = order
    self.files = files
    self.reader = reader
  }

  /// Rows by place, for questions that are asked often.
  init(cachedIn database: Database, _ reader: GraphReader) throws {
    let order = try reader.order(.node)
    let files = try reader.order(.file)
    let statement = try Statement(cachedIn: database, Self.columns + " WHERE d.id = ?")
    self.statement = statement
    self.order = order
    self.files = files
    self.reader = reader
  }

  /// Goes to the nodes of these numbers.
  borrowing func seek(_ run: NumberOrder.Run) {
    statement.reset()
    statement.bind(1, run.first)
    statement.bind(2, run.end - 1)
  }

  borrowing func node(_ index: NodeIndex) throws -> StoredNode? {
    statement.reset()
    statement.bind(1, order.number(at: index))
    return try next()
  }

  borrowing func next() throws -> StoredNode? {
    guard try statement.step() else { return nil }
    guard let kind = NodeKind(rawValue: UInt8(truncatingIfNeeded: statement.int64(1))) else {
      throw reader.damaged("unknown node kind")
    }
    let name = statement.string(3)
    var properties: [Node.Property] = []
    if let text = statement.optionalString(17) {
      guard let decoded = PropertyText.decode(text) else { throw reader.damaged("properties of a node") }
      properties = decoded
    }
    let node = Node(
      id: joined(4, name, 5), kind: kind, name: name, qualifiedName: joined(6, name, 7),
      language: try reader.language(statement, 2),
      path: statement.isNull(18) ? nil : SourcePath(bytes: statement.bytes(18)),
      start: position(9), end: position(11), namePosition: position(13),
      signature: statement.optionalString(15), doc: statement.optionalString(16), properties: properties)
    return StoredNode(
      index: order.place(of: statement.int32(0)), node: node,
      file: statement.optionalInt32(8).map(files.place))
  }

  private borrowing func joined(_ prefix: Int32, _ name: String, _ suffix: Int32) -> String {
    statement.isNull(suffix)
      ? statement.string(prefix) : statement.string(prefix) + name + statement.string(suffix)
  }

  private borrowing func position(_ column: Int32) -> Position? {
    statement.isNull(column)
      ? nil : Position(line: statement.int32(column), column: statement.int32(column + 1))
  }

  /// Nodes `d` with the texts of their names: `n`, of their ids `p` and `s`, of their qualified names `q` and `t`.
  static let named = """
    FROM node d
      CROSS JOIN text n ON n.id = d.name
      CROSS JOIN text p ON p.id = d.id_prefix
      CROSS JOIN text q ON q.id = d.qualified_prefix
      LEFT JOIN text s ON s.id = d.id_suffix
      LEFT JOIN text t ON t.id = d.qualified_suffix
    """

  private static let columns = """
    SELECT d.id, d.kind, d.language, n.value, p.value, s.value, q.value, t.value, d.file,
      d.start_line, d.start_column, d.end_line, d.end_column, d.name_line, d.name_column,
      d.signature, d.doc, o.value, f.path
    \(named)
      LEFT JOIN text o ON o.id = d.properties
      LEFT JOIN file f ON f.id = d.file
    """
}
