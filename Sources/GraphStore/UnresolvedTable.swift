import CStorage
import GraphModel

/// Writes the table `unresolved_list`.
enum UnresolvedTable {
  static func write(_ graph: Graph, _ texts: NodeTexts, _ connection: OpaquePointer) throws(StatementError) {
    let insert = try Statement(
      connection,
      """
      INSERT INTO unresolved_list (source, piece, file, reason, name_high, column_high, line, count, list)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let bySource = Groups(graph.unresolved.count, count: graph.nodes.count) {
      Int(graph.unresolved[$0].source)
    }
    var entries: [(common: ListCommon, entry: ListEntry)] = []
    for source in graph.nodes.indices where !bySource[source].isEmpty {
      entries.removeAll(keepingCapacity: true)
      for index in bySource[source] {
        let reference = graph.unresolved[Int(index)]
        let name = Int(texts.unresolvedNames[Int(index)])
        entries.append(
          (
            ListCommon(
              file: reference.file, extra: Int(texts.unresolvedReasons[Int(index)]),
              otherHigh: name / NumberText.limit,
              columnHigh: Int(reference.position.column) / NumberText.limit,
              lineHigh: Int(reference.position.line) / NumberText.limit),
            ListEntry(
              code: Int(reference.kind.rawValue), other: name, line: Int(reference.position.line),
              column: Int(reference.position.column))
          ))
      }
      var piece = 0
      try ReferenceList.rows(entries) { (row) throws(StatementError) in
        insert.bind(1, source)
        insert.bind(2, piece)
        insert.bind(3, row.common.file)
        insert.bind(4, row.common.extra)
        insert.bind(5, row.common.otherHigh)
        insert.bind(6, row.common.columnHigh)
        insert.bind(7, row.line)
        insert.bind(8, row.count)
        insert.bindText(9, row.text)
        try insert.run()
        piece += 1
      }
    }
  }
}
