import CStorage
import GraphModel

extension GraphReader {
  /// The nodes in the order of their ids, without what only their own text says (signature, documentation,
  /// properties). Reads every row of two tables once, in order.
  public func identities() throws -> [Node] {
    try read { connection in
      var texts = [String](repeating: "", count: Int(try order(.text).limit))
      let values = try Statement(connection, "SELECT id, value FROM text ORDER BY id")
      while try values.step() {
        guard texts.indices.contains(values.int(0)) else { throw damaged("a text out of order") }
        texts[values.int(0)] = values.string(1)
      }
      let paths = try storedFiles().map(\.file.path)
      let rows = try Statement(
        connection,
        """
        SELECT id, kind, language, name, id_prefix, id_suffix, qualified_prefix, qualified_suffix, file,
          start_line, start_column, end_line, end_column, name_line, name_column FROM node
          WHERE id BETWEEN ? AND ? ORDER BY id
        """)
      func text(_ column: Int32) throws -> String {
        guard texts.indices.contains(rows.int(column)) else { throw damaged("a missing text") }
        return texts[rows.int(column)]
      }
      func position(_ column: Int32) -> Position? {
        rows.isNull(column) ? nil : Position(line: rows.int32(column), column: rows.int32(column + 1))
      }
      let order = try order(.node)
      let files = try self.order(.file)
      var nodes: [Node] = []
      nodes.reserveCapacity(order.count)
      func add() throws {
        guard let kind = NodeKind(rawValue: UInt8(truncatingIfNeeded: rows.int64(1))) else {
          throw damaged("unknown node kind")
        }
        let name = try text(3)
        var path: SourcePath?
        if let file = rows.optionalInt32(8) {
          let place = Int(files.place(of: file))
          guard paths.indices.contains(place) else { throw damaged("a missing file") }
          path = paths[place]
        }
        nodes.append(
          Node(
            id: rows.isNull(5) ? try text(4) : try text(4) + name + text(5), kind: kind, name: name,
            qualifiedName: rows.isNull(7) ? try text(6) : try text(6) + name + text(7),
            language: try language(rows, 2), path: path, start: position(9), end: position(11),
            namePosition: position(13)))
      }
      for run in order.runs {
        rows.reset()
        rows.bind(1, run.first)
        rows.bind(2, run.end - 1)
        while try rows.step() { try add() }
      }
      guard nodes.count == order.count else { throw damaged("a missing node") }
      return nodes
    }
  }
}
