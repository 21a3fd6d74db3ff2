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

  /// Puts items in the place of those from `first` on; `first` is at most the number of items, and those behind the last
  /// are added. Touches only the rows that hold them.
  ///
  /// - Returns: false if the table holds fewer than `first`.
  func replace(from first: Int, with bytes: [UInt8], _ connection: OpaquePointer) throws(StatementError)
    -> Bool
  {
    let select = try Statement(connection, "SELECT bytes FROM \(name) WHERE id = ?")
    let update = try Statement(connection, "REPLACE INTO \(name) (bytes, id) VALUES (?, ?)")
    var place = 0
    while place < bytes.count {
      let item = first + place / itemLength
      let row = item / itemsPerRow
      select.bind(1, row)
      var content = try select.step() ? select.bytes(0) : []
      select.reset()
      let start = (item - row * itemsPerRow) * itemLength
      let length = min(itemsPerRow * itemLength - start, bytes.count - place)
      guard start <= content.count else { return false }
      content.replaceSubrange(
        start..<min(start + length, content.count), with: bytes[place..<place + length])
      update.bindBlob(1, content)
      update.bind(2, row)
      try update.run()
      place += length
    }
    return true
  }

  /// All items in this order, one after the other; nil if one is missing.
  func readAll(_ order: NumberOrder, _ database: Database) throws -> [UInt8]? {
    let rows = try Statement(cachedIn: database, "SELECT bytes FROM \(name) ORDER BY id")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(order.limit) * itemLength)
    while try rows.step() { rows.withBytes(0) { bytes.append(contentsOf: $0) } }
    guard bytes.count >= Int(order.limit) * itemLength else { return nil }
    // Behind the last one there may be those of numbers that nothing has any longer.
    if order.isPlain { return Array(bytes.prefix(order.count * itemLength)) }
    var result: [UInt8] = []
    result.reserveCapacity(order.count * itemLength)
    for run in order.runs {
      result.append(contentsOf: bytes[Int(run.first) * itemLength..<Int(run.end) * itemLength])
    }
    return result
  }

  /// The items at these places of an order, one after the other; nil if one is missing.
  func read(_ places: [Int], _ order: NumberOrder, _ database: Database) throws -> [UInt8]? {
    if order.isPlain { return try read(places, database) }
    let numbers = places.map { Int(order.number(at: Int32(clamping: $0))) }
    let ascending = numbers.sorted()
    guard let bytes = try read(ascending, database) else { return nil }
    let found = Dictionary(zip(ascending, ascending.indices)) { first, _ in first }
    return numbers.flatMap { number -> ArraySlice<UInt8> in
      let start = (found[number] ?? 0) * itemLength
      return bytes[start..<start + itemLength]
    }
  }

  /// The items of these numbers, ascending, one after the other; nil if one is missing. A row is read once.
  private func read(_ items: [Int], _ database: Database) throws -> [UInt8]? {
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
