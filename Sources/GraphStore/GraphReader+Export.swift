import CStorage
import GraphModel

extension GraphReader {
  /// The references without a target, sorted as in ``Graph``.
  public func unresolved() throws -> [UnresolvedReference] {
    try unresolved(sources: nil)
  }

  /// The references without a target, in no order that matters.
  public func unsortedUnresolved() throws -> [UnresolvedReference] {
    try unresolved(sources: nil, isSorted: false)
  }

  /// The references inside a node that have no target, sorted as in ``Graph``.
  public func unresolved(from node: NodeIndex) throws -> [UnresolvedReference] {
    try unresolved(sources: [node])
  }

  /// The whole graph, equal to the one that was written.
  public func graph() throws -> Graph {
    var nodes: [Node] = []
    try forEachNode { nodes.append($0.node) }
    return Graph(files: try files(), nodes: nodes, edges: try edges(), unresolved: try unresolved())
  }

  /// The references inside these nodes, or all for nil.
  func unresolved(sources: [NodeIndex]?, isSorted: Bool = true) throws -> [UnresolvedReference] {
    try read { connection in
      let texts = try Statement(connection, "SELECT value FROM text WHERE id = ?")
      let reasons = try Statement(connection, "SELECT value FROM reason WHERE id = ?")
      let order = try order(.node)
      let fileOrder = try self.order(.file)
      let files = try NodeFiles(connection, order, fileOrder, all: sources == nil)
      let rows = try ReferenceListRows(connection, table: "unresolved_list", all: sources == nil)
      var entries: [(entry: ListEntry, file: Int32?)] = []
      func read(_ isWanted: (Int) -> Bool) throws {
        while let isRead = try rows.next({ entry, file, _ in
          if isWanted(entry.source) { entries.append((entry, file)) }
        }) {
          guard isRead else { throw damaged("a list of references") }
        }
      }
      if let sources {
        for source in sources {
          let number = Int(order.number(at: source))
          rows.seek(number)
          try read { $0 == number }
        }
      } else {
        try read { _ in true }
      }
      var knownNames: [Int: String] = [:]
      var knownReasons: [Int: String] = [:]
      let references = try entries.map { entry, file in
        guard let kind = EdgeKind(rawValue: UInt8(entry.code & 31)) else {
          throw damaged("a list of references")
        }
        let source = order.place(of: NodeIndex(entry.source))
        guard source >= 0 else { throw damaged("a list of references") }
        return UnresolvedReference(
          kind: kind, name: try text(entry.other, texts, &knownNames), source: source,
          file: try file.map(fileOrder.place) ?? files.file(of: source),
          position: Position(line: Int32(entry.line), column: Int32(entry.column)),
          reason: try text(entry.code >> 5, reasons, &knownReasons))
      }
      return isSorted ? references.sorted(by: GraphOrder.precedes) : references
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
}
