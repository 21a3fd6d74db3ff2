import CStorage
import GraphModel

extension GraphReader {
  /// The references without a target, sorted as in ``Graph``.
  public func unresolved() throws -> [UnresolvedReference] {
    try unresolved("ORDER BY l.source, l.piece", source: nil)
  }

  /// The references inside a node that have no target, sorted as in ``Graph``.
  public func unresolved(from node: NodeIndex) throws -> [UnresolvedReference] {
    try unresolved("WHERE l.source = ? ORDER BY l.piece", source: node)
  }

  /// The whole graph, equal to the one that was written.
  public func graph() throws -> Graph {
    var nodes: [Node] = []
    try forEachNode { nodes.append($0.node) }
    return Graph(files: try files(), nodes: nodes, edges: try edges(), unresolved: try unresolved())
  }

  private func unresolved(_ clause: String, source: NodeIndex?) throws -> [UnresolvedReference] {
    try read { connection in
      let texts = try Statement(connection, "SELECT value FROM text WHERE id = ?")
      let rows = try Statement(
        connection,
        """
        SELECT l.source, l.file, l.reason, l.name_high, l.column_high, l.line, l.list
        FROM unresolved_list l \(clause)
        """)
      if let source { rows.bind(1, source) }
      var names: [Int: String] = [:]
      var result: [UnresolvedReference] = []
      while try rows.step() {
        var entries: [ListEntry] = []
        let isRead = rows.withBytes(6) { text in
          ReferenceList.read(
            text, otherHigh: rows.int(3), columnHigh: rows.int(4), line: rows.int(5)
          ) { entries.append($0) }
        }
        guard isRead else { throw damaged("a list of references") }
        let reason = try text(rows.int(2), texts, &names)
        for entry in entries {
          guard entry.code < 256, let kind = EdgeKind(rawValue: UInt8(entry.code)),
            let line = Int32(exactly: entry.line), let column = Int32(exactly: entry.column)
          else { throw damaged("a list of references") }
          result.append(
            UnresolvedReference(
              kind: kind, name: try text(entry.other, texts, &names), source: rows.int32(0),
              file: rows.int32(1), position: Position(line: line, column: column), reason: reason))
        }
      }
      return result.sorted(by: Self.precedes)
    }
  }

  private func text(
    _ id: Int, _ texts: borrowing Statement, _ known: inout [Int: String]
  ) throws -> String {
    if let text = known[id] { return text }
    texts.reset()
    texts.bind(1, id)
    guard try texts.step() else { throw damaged("a missing text") }
    let text = texts.string(0)
    known[id] = text
    return text
  }

  private static func precedes(_ left: UnresolvedReference, _ right: UnresolvedReference) -> Bool {
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.name != right.name { return left.name.utf8.lexicographicallyPrecedes(right.name.utf8) }
    if left.source != right.source { return left.source < right.source }
    if left.file != right.file { return left.file < right.file }
    if left.position != right.position { return left.position < right.position }
    return left.reason.utf8.lexicographicallyPrecedes(right.reason.utf8)
  }
}
