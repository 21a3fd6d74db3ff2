import CStorage
import GraphModel

extension GraphReader {
  /// What the graph holds of one file, or for -1 of what lies in none; nil if there is no such file. Nodes are named
  /// by their places.
  public func part(_ number: Int32) throws -> GenerationPatch.Part? { try placedPart(number)?.part }

  /// The same, with the places of its nodes.
  func placedPart(_ number: Int32) throws -> (part: GenerationPatch.Part, places: [NodeIndex])? {
    let file = try number < 0 ? nil : file(number)
    if number >= 0 && file == nil { return nil }
    let nodes = try nodes(inFile: number)
    let sources = try sources(table: "edge_list", file: number, nodes)
    let edges = try read { connection in
      let rows = try EdgeRows(connection, self)
      return try sources.flatMap { try rows.edges(from: $0) { _ in true } }.filter { $0.file == number }
    }
    let references = try self.unresolved(
      sources: self.sources(table: "unresolved_list", file: number, nodes))
    let part = GenerationPatch.Part(
      number: number, file: file, nodes: nodes.map(\.node), edges: edges.sorted(by: GraphOrder.precedes),
      unresolved: references.filter { $0.file == number })
    return (part, nodes.map(\.index))
  }

  /// True if a link of another file leads to the file: where to may hang on a line (`app.py#L10`).
  public func isLinkedFromElsewhere(_ file: Int32) throws -> Bool {
    try nodes(inFile: file).contains { node in
      try inDegrees(node.index).contains { $0.kind == .links }
        && edges(to: node.index, kinds: [.links]).contains { $0.file != file }
    }
  }

  /// The symbol id of the node at a place. Reads less than ``node(_:)``.
  public func symbolID(_ node: NodeIndex) throws -> String? {
    let number = try order(.node).number(at: node)
    return try readDatabase { database in
      let rows = try Statement(
        cachedIn: database,
        """
        SELECT p.value, n.value, s.value FROM node d CROSS JOIN text p ON p.id = d.id_prefix
          CROSS JOIN text n ON n.id = d.name LEFT JOIN text s ON s.id = d.id_suffix WHERE d.id = ?
        """)
      rows.bind(1, number)
      guard try rows.step() else { return nil }
      return rows.isNull(2) ? rows.string(0) : rows.string(0) + rows.string(1) + rows.string(2)
    }
  }

  /// The place of the first node whose id is not before `id` in the order of bytes.
  func firstPlace(notBefore id: String) throws -> NodeIndex {
    var low: NodeIndex = 0
    var high = NodeIndex(try order(.node).count)
    while low < high {
      let middle = (low + high) / 2
      guard let found = try symbolID(middle) else { throw damaged("a missing node") }
      if found.utf8.lexicographicallyPrecedes(id.utf8) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The nodes whose lists may hold something at a place in the file: those that lie in it, and those of rows that
  /// name it.
  private func sources(table: String, file: Int32, _ nodes: [StoredNode]) throws -> [NodeIndex] {
    var found = Set(nodes.map(\.index))
    let order = try order(.node)
    try read { connection in
      let rows = try Statement(
        connection, "SELECT source, file, high, line, list FROM \(table) WHERE file = ?")
      rows.bind(1, file < 0 ? file : try self.order(.file).number(at: file))
      let lists = ReferenceListRows(rows)
      while let isRead = try lists.next({ entry, _, _ in
        found.insert(order.place(of: NodeIndex(entry.source)))
      }) {
        guard isRead else { throw damaged("a list of references") }
      }
    }
    return found.sorted()
  }
}
