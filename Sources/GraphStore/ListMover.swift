import CStorage
import GraphModel

/// Rewrites the rows of a list table that hold entries of one file, whose places have moved.
struct ListMover: ~Copyable {
  private struct Row {
    var source: Int
    var piece: Int
  }

  private let rows: ReferenceListRows
  private let update: Statement
  private let keys: [Row]
  private let file: GenerationPatch.File
  private let nodes: Set<NodeIndex>

  /// - Parameter nodes: those that lie in the file.
  init(
    _ connection: OpaquePointer, table: String, file: GenerationPatch.File, nodes: Set<NodeIndex>
  ) throws(StatementError) {
    let keys = try Self.keys(connection, table, file.number, nodes)
    let select = try Statement(
      connection, "SELECT source, file, high, line, list FROM \(table) WHERE source = ? AND piece = ?")
    let update = try Statement(
      connection, "UPDATE \(table) SET line = ?, list = ? WHERE source = ? AND piece = ?")
    self.keys = keys
    rows = ReferenceListRows(select)
    self.update = update
    self.file = file
    self.nodes = nodes
  }

  /// The rows that may hold something of the file, each once.
  private static func keys(
    _ connection: OpaquePointer, _ table: String, _ file: Int32, _ nodes: Set<NodeIndex>
  ) throws(StatementError) -> [Row] {
    var found: Set<[Int]> = []
    let own = try Statement(
      connection,
      """
      SELECT * FROM (SELECT source, piece FROM \(table) WHERE source < ?1 ORDER BY source DESC, piece DESC LIMIT 1)
      UNION ALL SELECT source, piece FROM \(table) WHERE source = ?1
      """)
    for node in nodes.sorted() {
      own.reset()
      own.bind(1, node)
      while try own.step() { found.insert([own.int(0), own.int(1)]) }
    }
    let named = try Statement(connection, "SELECT source, piece FROM \(table) WHERE file = ?")
    named.bind(1, file)
    while try named.step() { found.insert([named.int(0), named.int(1)]) }
    return found.sorted { $0.lexicographicallyPrecedes($1) }.map { Row(source: $0[0], piece: $0[1]) }
  }

  /// Rewrites them; false if one is damaged.
  ///
  /// - Throws: ``PatchRefusal`` if a place is not known or a row cannot say the new ones.
  borrowing func run() throws -> Bool {
    var text: [UInt8] = []
    for key in keys {
      rows.seek(key.source, piece: key.piece)
      var entries: [ListEntry] = []
      var rowFile: Int32?
      let isRead = try rows.next { entry, file, _ in
        entries.append(entry)
        rowFile = file
      }
      guard isRead == true, let first = entries.first else { return false }
      let moved = try entries.map { entry in
        rowFile == file.number || rowFile == nil && nodes.contains(NodeIndex(entry.source))
          ? try self.moved(entry, first) : entry
      }
      if moved == entries { continue }
      let line = ReferenceListWriter.encode(moved, source: key.source, into: &text)
      guard moved.allSatisfy({ $0.line / NumberText.limit == line / NumberText.limit }) else {
        throw PatchRefusal()
      }
      update.bind(1, line)
      update.bindText(2, text)
      update.bind(3, key.source)
      update.bind(4, key.piece)
      try update.run()
    }
    return true
  }

  /// The entry at its new place, which must be one that its row can say.
  private borrowing func moved(_ entry: ListEntry, _ first: ListEntry) throws(PatchRefusal) -> ListEntry {
    let place = try file.moved(Position(line: Int32(entry.line), column: Int32(entry.column)))
    var entry = entry
    entry.line = Int(place.line)
    entry.column = Int(place.column)
    guard entry.column / NumberText.limit == first.column / NumberText.limit else { throw PatchRefusal() }
    return entry
  }
}
