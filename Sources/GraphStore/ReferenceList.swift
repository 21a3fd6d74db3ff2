import CStorage

/// An edge or an unresolved reference as the list tables hold it.
struct ListEntry: Equatable {
  var source: Int
  /// What it is; see ``EdgeCode``.
  var code: Int
  /// The target's node or the name's text.
  var other: Int
  var line: Int
  var column: Int
}

/// What all entries of a row have in common, so that it is stored once.
struct ListCommon: Hashable {
  /// The file; nil if it is the one that the source lies in.
  var file: Int32?
  /// What is left of numbers that one character cannot say; nearly always 0. Bits 0-15: of `column`, in units
  /// of ``NumberText/limit``. From bit 16: of the candidates.
  var high: Int
  /// `line` in units of ``NumberText/limit``; not stored, it keeps the lines of one row close enough.
  var lineHigh: Int

  init(file: Int32?, line: Int, column: Int, candidatesHigh: Int = 0) {
    self.file = file
    high = column / NumberText.limit | candidatesHigh << 16
    lineHigh = line / NumberText.limit
  }
}

/// Writes a table of lists: rows of up to ``Schema/listLength`` entries, in the order of their sources.
///
/// The text of a row holds six numbers an entry: source less the row's source, code, other divided by 2048,
/// the rest of that, line less the row's line, column. Rows share sources, as most have few entries: a row of its own for each would cost
/// more than the entries. All entries of a source lie in the last row that begins before it and in the rows
/// that begin with it.
struct ReferenceListWriter: ~Copyable {
  private let insert: Statement
  private var common = ListCommon(file: nil, line: 0, column: 0)
  private var entries: [ListEntry] = []
  private var lastSource = -1
  private var piece = 0
  private var text: [UInt8] = []

  /// Bits of `other` in its second number: all that two bytes of text can say, so that it takes three bytes
  /// up to a quarter of a million.
  static let otherBits = 11
  /// `other` is less.
  static let otherLimit = NumberText.limit << otherBits

  init(_ connection: OpaquePointer, table: String) throws(StatementError) {
    insert = try Statement(
      connection,
      "INSERT INTO \(table) (source, piece, file, high, line, count, list) VALUES (?, ?, ?, ?, ?, ?, ?)")
  }

  /// Adds all entries of one source; sources ascend from call to call.
  mutating func add(_ group: [(common: ListCommon, entry: ListEntry)]) throws(StatementError) {
    if group.allSatisfy({ $0.common == group[0].common }) {
      for item in group { try add(item.common, item.entry) }
      return
    }
    // By common part in order of first appearance, the row at hand first, so that few rows are begun.
    var buckets: [(common: ListCommon, entries: [ListEntry])] = [(common, [])]
    var places = [common: 0]
    for item in group {
      let place = places[item.common] ?? buckets.count
      if place == buckets.count {
        places[item.common] = place
        buckets.append((item.common, []))
      }
      buckets[place].entries.append(item.entry)
    }
    for bucket in buckets {
      for entry in bucket.entries { try add(bucket.common, entry) }
    }
  }

  /// Writes what is left.
  mutating func finish() throws(StatementError) { try flush() }

  private mutating func add(_ common: ListCommon, _ entry: ListEntry) throws(StatementError) {
    if let first = entries.first,
      entries.count == Schema.listLength || common != self.common
        || entry.source - first.source >= NumberText.limit
    {
      try flush()
    }
    self.common = common
    entries.append(entry)
  }

  /// Writes the text of a row that begins with `source`; returns the line that its lines are counted from.
  static func encode(_ entries: [ListEntry], source: Int, into text: inout [UInt8]) -> Int {
    let line = entries.reduce(Int.max) { min($0, $1.line) }
    text.removeAll(keepingCapacity: true)
    for entry in entries {
      NumberText.append(entry.source - source, to: &text)
      NumberText.append(entry.code, to: &text)
      NumberText.append(entry.other >> otherBits, to: &text)
      NumberText.append(entry.other & (1 << otherBits - 1), to: &text)
      NumberText.append(entry.line - line, to: &text)
      NumberText.append(entry.column % NumberText.limit, to: &text)
    }
    return line
  }

  private mutating func flush() throws(StatementError) {
    guard let source = entries.first?.source else { return }
    piece = source == lastSource ? piece + 1 : 0
    lastSource = source
    let line = Self.encode(entries, source: source, into: &text)
    insert.bind(1, source)
    insert.bind(2, piece)
    insert.bind(3, common.file)
    insert.bind(4, common.high)
    insert.bind(5, line)
    insert.bind(6, entries.count)
    insert.bindText(7, text)
    try insert.run()
    entries.removeAll(keepingCapacity: true)
  }
}

/// Reads a table of lists.
struct ReferenceListRows: ~Copyable {
  /// All rows, or those that may hold one source.
  private let statement: Statement

  /// The rows of a statement whose columns are source, file, high, line and list.
  init(_ statement: consuming Statement) { self.statement = statement }

  init(_ connection: OpaquePointer, table: String, all: Bool) throws(StatementError) {
    let columns = "SELECT source, file, high, line, list FROM \(table)"
    statement = try Statement(
      connection,
      all
        ? "\(columns) ORDER BY source, piece"
        : """
        SELECT * FROM (\(columns) WHERE source < ?1 ORDER BY source DESC, piece DESC LIMIT 1)
        UNION ALL SELECT * FROM (\(columns) WHERE source = ?1 ORDER BY piece)
        """)
  }

  /// Goes back to the beginning, to look for `source`.
  borrowing func seek(_ source: Int) {
    statement.reset()
    statement.bind(1, source)
  }

  /// Hands the entries of the next row to `body`, with the row's file and the candidates' high part.
  ///
  /// - Returns: Nil if there is no row, false if it is damaged.
  borrowing func next(
    _ body: (_ entry: ListEntry, _ file: Int32?, _ candidatesHigh: Int) -> Void
  ) throws(StatementError) -> Bool? {
    guard try statement.step() else { return nil }
    let file = statement.optionalInt32(1)
    let high = statement.int(2)
    return Self.read(statement) { body($0, file, high >> 16) }
  }

  /// Hands the entries of a row to `body`, whose first columns are source, file, high, line and list; false if it is
  /// damaged.
  static func read(_ statement: borrowing Statement, _ body: (ListEntry) -> Void) -> Bool {
    let source = statement.int(0)
    let high = statement.int(2)
    let line = statement.int(3)
    let isSmall = { (value: Int) in value >= 0 && value <= Int(Int32.max) }
    guard isSmall(source), isSmall(line), high >= 0, high >> 16 <= Int(Int32.max) else { return false }
    let columnHigh = (high & 0xFFFF) * NumberText.limit
    return statement.withBytes(4) { text in
      var place = 0
      while place < text.count {
        guard let sources = NumberText.read(text, at: &place), let code = NumberText.read(text, at: &place),
          let otherHigh = NumberText.read(text, at: &place), let otherLow = NumberText.read(text, at: &place),
          let lines = NumberText.read(text, at: &place),
          let column = NumberText.read(text, at: &place),
          isSmall(source + sources), isSmall(line + lines), isSmall(column + columnHigh)
        else { return false }
        let entry = ListEntry(
          source: source + sources, code: code,
          other: otherHigh << ReferenceListWriter.otherBits | otherLow, line: line + lines,
          column: column + columnHigh)
        body(entry)
      }
      return true
    }
  }
}
