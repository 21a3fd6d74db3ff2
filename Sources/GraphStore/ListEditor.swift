import CStorage

/// Changes what a list table holds of some sources, and only the rows that hold it.
///
/// Rows keep their keys, even when what they began with is gone, so that what lies in others is found as before: all of
/// a source lies in the last row that begins before it and in the rows that begin with it. New rows of a source come
/// before those that are there, whose last one may hold sources that follow.
struct ListEditor: ~Copyable {
  private struct Row {
    var source: Int
    var piece: Int
    var file: Int32?
    var high: Int
    var entries: [ListEntry]
  }

  private let before: Statement
  private let own: Statement
  private let write: Statement
  private let delete: Statement

  init(_ connection: OpaquePointer, table: String) throws(StatementError) {
    let columns = "SELECT source, file, high, line, list, piece FROM \(table)"
    let before = try Statement(
      connection, "\(columns) WHERE source < ? ORDER BY source DESC, piece DESC LIMIT 1")
    let own = try Statement(connection, "\(columns) WHERE source = ? ORDER BY piece")
    let write = try Statement(
      connection,
      "REPLACE INTO \(table) (source, piece, file, high, line, count, list) VALUES (?, ?, ?, ?, ?, ?, ?)")
    let delete = try Statement(connection, "DELETE FROM \(table) WHERE source = ? AND piece = ?")
    self.before = before
    self.own = own
    self.write = write
    self.delete = delete
  }

  /// Puts entries in the place of those of a source that lie in certain files.
  ///
  /// - Parameters:
  ///   - isReplaced: whether entries go whose row names this file; nil is the source's own.
  ///   - added: entries of the source.
  /// - Returns: False if a row is damaged.
  borrowing func replace(
    of source: Int, where isReplaced: (Int32?) -> Bool, with added: [(common: ListCommon, entry: ListEntry)]
  ) throws(StatementError) -> Bool {
    guard let rowBefore = try read(before, source), var rows = try read(own, source) else { return false }
    rows = rowBefore + rows
    var rest = added
    for index in rows.indices {
      let old = rows[index].entries
      if isReplaced(rows[index].file) { rows[index].entries.removeAll { $0.source == source } }
      fill(&rows[index], from: &rest)
      if rows[index].entries != old { try store(rows[index]) }
    }
    if !rest.isEmpty { try add(rest, of: source, to: rows.filter { !$0.entries.isEmpty }) }
    return true
  }

  /// Moves entries into the room that a row has for them.
  private borrowing func fill(_ row: inout Row, from rest: inout [(common: ListCommon, entry: ListEntry)]) {
    guard let first = row.entries.first else { return }
    let lineHigh = first.line / NumberText.limit
    rest.removeAll { item in
      guard row.entries.count < Schema.listLength, item.common.file == row.file, item.common.high == row.high,
        item.common.lineHigh == lineHigh, item.entry.source - row.source < NumberText.limit
      else { return false }
      row.entries.append(item.entry)
      return true
    }
  }

  /// Adds rows for entries of a source.
  ///
  /// - Parameter rows: the last one that begins before the source, and those that begin with it.
  private borrowing func add(
    _ rest: [(common: ListCommon, entry: ListEntry)], of source: Int, to rows: [Row]
  ) throws(StatementError) {
    var piece = 0
    if let first = rows.first(where: { $0.source == source }) {
      piece = first.piece - 1
    } else if var row = rows.first, row.entries.contains(where: { $0.source > source }) {
      // What follows the source is looked for in the last row before it: that is now one of the source's.
      var following = row
      following.entries.removeAll { $0.source <= source }
      (following.source, following.piece) = (source, 0)
      row.entries.removeAll { $0.source > source }
      try store(row)
      try store(following)
      piece = -1
    }
    var open: [Row] = []
    for item in rest {
      if let index = open.lastIndex(where: {
        $0.file == item.common.file && $0.high == item.common.high
          && $0.entries[0].line / NumberText.limit == item.common.lineHigh
          && $0.entries.count < Schema.listLength
      }) {
        open[index].entries.append(item.entry)
      } else {
        open.append(
          Row(source: source, piece: 0, file: item.common.file, high: item.common.high, entries: [item.entry])
        )
      }
    }
    for var row in open {
      row.piece = piece
      piece -= 1
      try store(row)
    }
  }

  /// The rows of a statement for a source; nil if one is damaged.
  private borrowing func read(
    _ statement: borrowing Statement, _ source: Int
  ) throws(StatementError) -> [Row]? {
    statement.reset()
    statement.bind(1, source)
    var rows: [Row] = []
    while try statement.step() {
      var row = Row(
        source: statement.int(0), piece: statement.int(5), file: statement.optionalInt32(1),
        high: statement.int(2), entries: [])
      guard ReferenceListRows.read(statement, { row.entries.append($0) }) else { return nil }
      rows.append(row)
    }
    statement.reset()
    return rows
  }

  private borrowing func store(_ row: Row) throws(StatementError) {
    guard !row.entries.isEmpty else {
      delete.bind(1, row.source)
      delete.bind(2, row.piece)
      try delete.run()
      return
    }
    var text: [UInt8] = []
    let line = ReferenceListWriter.encode(row.entries, source: row.source, into: &text)
    write.bind(1, row.source)
    write.bind(2, row.piece)
    write.bind(3, row.file)
    write.bind(4, row.high)
    write.bind(5, line)
    write.bind(6, row.entries.count)
    write.bindText(7, text)
    try write.run()
  }
}
