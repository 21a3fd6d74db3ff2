import CStorage
import GraphModel

/// Writes the tables `reason` and `unresolved_list`.
enum UnresolvedTable {
  static func write(_ graph: Graph, _ texts: NodeTexts, _ connection: OpaquePointer) throws {
    let reasons = Set(graph.unresolved.map(\.reason)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard reasons.count <= NumberText.limit / 32 else {
      throw GraphStoreError.invalidGraph(reason: "more reasons for unresolved references than fit")
    }
    let insert = try Statement(connection, "INSERT INTO reason (id, value) VALUES (?, ?)")
    for (index, reason) in reasons.enumerated() {
      insert.bind(1, index)
      insert.bind(2, reason)
      try insert.run()
    }
    let numbers = Dictionary(uniqueKeysWithValues: reasons.enumerated().map { ($1, $0) })

    var writer = try ReferenceListWriter(connection, table: "unresolved_list")
    let bySource = Groups(graph.unresolved.count, count: graph.nodes.count) {
      Int(graph.unresolved[$0].source)
    }
    for source in graph.nodes.indices where !bySource[source].isEmpty {
      try writer.add(
        bySource[source].map { index in
          let reference = graph.unresolved[Int(index)]
          return entry(
            reference, sourceFile: texts.nodeFiles[source], name: texts.unresolvedNames[Int(index)],
            reason: numbers[reference.reason] ?? 0)
        })
    }
    try writer.finish()
  }

  /// A reference as `unresolved_list` holds it.
  ///
  /// - Parameters:
  ///   - sourceFile: the file that the source lies in, or -1.
  ///   - name: the name's text.
  static func entry(
    _ reference: UnresolvedReference, sourceFile: Int32, name: Int32, reason: Int
  ) -> (common: ListCommon, entry: ListEntry) {
    let line = Int(reference.position.line)
    let column = Int(reference.position.column)
    return (
      ListCommon(
        file: reference.file == sourceFile ? nil : reference.file, line: line, column: column),
      ListEntry(
        source: Int(reference.source), code: Int(reference.kind.rawValue) + 32 * reason, other: Int(name),
        line: line, column: column)
    )
  }
}
