import CStorage
import GRDB

/// The table `facts_bytes`: one long string of bytes, cut into rows of equal length that fill pages without a
/// rest. Values of some kilobytes in rows of their own would leave a fifth of the pages empty.
struct FactsStream: ~Copyable {
  /// Four rows and their overhead fill a page.
  static let rowLength = 1008

  private static let insertSQL = "INSERT INTO facts_bytes (id, bytes) VALUES (?, ?)"

  private let insert: Statement
  private var rest: [UInt8] = []
  private var rows = 0

  init(_ connection: OpaquePointer) throws(StatementError) {
    insert = try Statement(connection, Self.insertSQL)
  }

  /// Goes on behind what the table holds.
  init(appendingTo connection: OpaquePointer) throws(StatementError) {
    let insert = try Statement(connection, Self.insertSQL)
    let last = try Statement(connection, "SELECT id, bytes FROM facts_bytes ORDER BY id DESC LIMIT 1")
    if try last.step() {
      rows = last.int(0)
      rest = last.bytes(1)
      // A row that is not full is written again with what follows.
      let delete = try Statement(connection, "DELETE FROM facts_bytes WHERE id = ?")
      delete.bind(1, rows)
      try delete.run()
    }
    self.insert = insert
  }

  /// How many bytes were appended.
  var count: Int { rows * Self.rowLength + rest.count }

  mutating func append(_ bytes: [UInt8]) throws(StatementError) {
    rest.append(contentsOf: bytes)
    var start = 0
    while rest.count - start >= Self.rowLength {
      try write(rest[start..<start + Self.rowLength])
      start += Self.rowLength
    }
    rest.removeFirst(start)
  }

  /// Writes the last row.
  mutating func finish() throws(StatementError) {
    if !rest.isEmpty { try write(rest[...]) }
    rest.removeAll()
  }

  private mutating func write(_ bytes: ArraySlice<UInt8>) throws(StatementError) {
    insert.bind(1, rows)
    insert.bindBlob(2, bytes)
    try insert.run()
    rows += 1
  }

  /// Reads bytes back; nil if they are not all there.
  static func read(_ database: Database, place: Int, length: Int) throws -> [UInt8]? {
    guard place >= 0, length >= 0, length <= 256 << 20, place <= Int.max - length else { return nil }
    if length == 0 { return [] }
    let rows = try Statement(
      cachedIn: database, "SELECT bytes FROM facts_bytes WHERE id BETWEEN ? AND ? ORDER BY id")
    rows.bind(1, place / rowLength)
    rows.bind(2, (place + length - 1) / rowLength)
    var bytes: [UInt8] = []
    while try rows.step() { rows.withBytes(0) { bytes.append(contentsOf: $0) } }
    let start = place % rowLength
    return bytes.count >= start + length ? Array(bytes[start..<start + length]) : nil
  }

  /// Overwrites bytes with zeros; what is not there is passed over.
  static func erase(_ connection: OpaquePointer, place: Int, length: Int) throws(StatementError) {
    guard place >= 0, length > 0, place <= Int.max - length else { return }
    let select = try Statement(connection, "SELECT bytes FROM facts_bytes WHERE id = ?")
    let update = try Statement(connection, "UPDATE facts_bytes SET bytes = ? WHERE id = ?")
    for row in place / rowLength...(place + length - 1) / rowLength {
      select.reset()
      select.bind(1, row)
      guard try select.step() else { return }
      var bytes = select.bytes(0)
      let start = row * rowLength
      for index in max(place - start, 0)..<max(min(place + length - start, bytes.count), 0) {
        bytes[index] = 0
      }
      select.reset()
      update.bindBlob(1, bytes)
      update.bind(2, row)
      try update.run()
    }
  }
}
