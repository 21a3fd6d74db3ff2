import CStorage
import GraphModel

/// What a graph holds of one file: what its digest is made of, and what changes when the file does.
struct FileContent {
  /// The number of the file.
  var number: Int32
  var file: IndexedFile
  /// In the order of their numbers.
  var nodes: [StoredNode]
  /// Those whose site is in the file, sorted as in ``Graph``.
  var edges: [Edge]
  /// Sorted as in ``Graph``.
  var unresolved: [UnresolvedReference]
}

extension GraphReader {
  /// Everything about one file; nil if there is no such file.
  func content(ofFile number: Int32) throws -> FileContent? {
    guard let file = try file(number) else { return nil }
    let nodes = try nodes(inFile: number)
    let sources = try sources(table: "edge_list", file: number, nodes)
    let edges = try read { connection in
      let rows = try EdgeRows(connection, self)
      return try sources.flatMap { try rows.edges(from: $0) { _ in true } }.filter { $0.file == number }
    }
    let references = try self.unresolved(
      sources: self.sources(table: "unresolved_list", file: number, nodes))
    return FileContent(
      number: number, file: file, nodes: nodes, edges: edges.sorted(by: GraphOrder.precedes),
      unresolved: references.filter { $0.file == number })
  }

  /// True if a link of another file leads to the file: where to may hang on a line (`app.py#L10`).
  func isLinkedFromElsewhere(_ content: FileContent) throws -> Bool {
    let linked = try read { connection in
      let rows = try Statement(connection, "SELECT sources FROM backlink WHERE bucket = ?")
      return try content.nodes.map(\.index).filter { node in
        rows.reset()
        rows.bind(1, Int(node) / Backlinks.bucketSize)
        guard try rows.step() else { return false }
        guard let groups = rows.withBytes(0, { Backlinks.groups(node, in: $0) }) else {
          throw damaged("a list of sources")
        }
        return groups.contains { $0.kind == .links }
      }
    }
    return try linked.contains { node in
      try edges(to: node, kinds: [.links]).contains { $0.file != content.number }
    }
  }

  /// The nodes whose lists may hold something at a place in the file: those that lie in it, and those of rows that
  /// name it.
  private func sources(table: String, file: Int32, _ nodes: [StoredNode]) throws -> [NodeIndex] {
    var found = Set(nodes.map(\.index))
    try read { connection in
      let rows = try Statement(
        connection, "SELECT source, file, high, line, list FROM \(table) WHERE file = ?")
      rows.bind(1, file)
      let lists = ReferenceListRows(rows)
      while let isRead = try lists.next({ entry, _, _ in found.insert(NodeIndex(entry.source)) }) {
        guard isRead else { throw damaged("a list of references") }
      }
    }
    return found.sorted()
  }
}
