import CStorage
import GRDB

/// A table of items of equal length, one for each chunk: as many in a row as fill a page without a rest. Where an item
/// lies follows from its number, so any of them can be read or replaced by itself.
struct BlockTable {
  let name: String
  /// Bytes of an item.
  let itemLength: Int
  /// Items in a row; the last row may hold fewer.
  let itemsPerRow: Int

  /// The chunks' vectors, see `EmbeddingVector`.
  static let vectors = BlockTable(name: "vector", itemLength: 256, itemsPerRow: 15)
  /// Their sign codes, see `SignCodes`.
  static let signs = BlockTable(name: "vector_sign", itemLength: 32, itemsPerRow: 125)

  /// Fills the empty table.
  func write(_ bytes: [UInt8], _ connection: OpaquePointer) throws(StatementError) {
    let insert = try Statement(connection, "INSERT INTO \(name) (id, bytes) VALUES (?, ?)")
    let rowLength = itemLength * itemsPerRow
    for (row, start) in stride(from: 0, to: bytes.count, by: rowLength).enumerated() {
      insert.bind(1, row)
      insert.bindBlob(2, bytes[start..<min(start + rowLength, bytes.count)])
      try insert.run()
    }
  }

  /// Puts items in the place of those from `first` on. Touches only the rows that hold them.
  ///
  /// - Returns: false if the table holds fewer.
  func replace(from first: Int, with bytes: [UInt8], _ connection: OpaquePointer) throws(StatementError)
    -> Bool
  {
    let select = try Statement(connection, "SELECT bytes FROM \(name) WHERE id = ?")
    let update = try Statement(connection, "UPDATE \(name) SET bytes = ? WHERE id = ?")
    var place = 0
    while place < bytes.count {
      let item = first + place / itemLength
      let row = item / itemsPerRow
      select.bind(1, row)
      guard try select.step() else { return false }
      var content = select.bytes(0)
      select.reset()
      let start = (item - row * itemsPerRow) * itemLength
      let length = min(itemsPerRow * itemLength - start, bytes.count - place)
      guard start + length <= content.count else { return false }
      content.replaceSubrange(start..<start + length, with: bytes[place..<place + length])
      update.bindBlob(1, content)
      update.bind(2, row)
      try update.run()
      place += length
    }
    return true
  }

  /// All items, one after the other.
  func readAll(_ database: Database) throws -> [UInt8] {
    let rows = try Statement(cachedIn: database, "SELECT bytes FROM \(name) ORDER BY id")
    var bytes: [UInt8] = []
    while try rows.step() { rows.withBytes(0) { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// The items of these numbers, ascending, one after the other; nil if one is missing. A row is read once.
  func read(_ items: [Int], _ database: Database) throws -> [UInt8]? {
    let rows = try Statement(cachedIn: database, "SELECT bytes FROM \(name) WHERE id = ?")
    var result: [UInt8] = []
    result.reserveCapacity(items.count * itemLength)
    var index = 0
    while index < items.count {
      let row = items[index] / itemsPerRow
      rows.reset()
      rows.bind(1, row)
      guard items[index] >= 0, try rows.step() else { return nil }
      let isWhole = rows.withBytes(0) { bytes in
        while index < items.count, items[index] / itemsPerRow == row {
          let start = (items[index] - row * itemsPerRow) * itemLength
          guard start + itemLength <= bytes.count else { return false }
          // In bounds: just checked.
          result.append(contentsOf: bytes[start..<start + itemLength])
          index += 1
        }
        return true
      }
      guard isWhole else { return nil }
    }
    return result
  }
}
