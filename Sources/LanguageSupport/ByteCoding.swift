import GraphModel

/// Appends integers and strings to a byte buffer in LEB128 form.
package struct ByteWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Makes an empty buffer.
  package init() {}

  package mutating func byte(_ value: UInt8) { bytes.append(value) }

  package mutating func unsigned(_ value: UInt64) { LEB128.append(value, to: &bytes) }

  /// Zigzag, so that small negative numbers stay small.
  package mutating func signed(_ value: Int) {
    unsigned(LEB128.zigzag(Int64(value)))
  }

  package mutating func delta(_ value: UInt32, from base: UInt32) { signed(Int(value) - Int(base)) }

  package mutating func name(_ name: NameID) { unsigned(UInt64(name.rawValue)) }

  package mutating func ascending(_ values: [UInt32]) {
    unsigned(UInt64(values.count))
    var last: UInt32 = 0
    for value in values {
      unsigned(UInt64(value - last))
      last = value
    }
  }

  /// Bytes with their number before them.
  package mutating func run(_ run: [UInt8]) {
    unsigned(UInt64(run.count))
    bytes.append(contentsOf: run)
  }

  package mutating func strings(_ table: NameTable) {
    unsigned(UInt64(table.count))
    for id in 1..<Int32(max(1, table.count)) {
      let piece = table.bytes(NameID(rawValue: id))
      unsigned(UInt64(piece.count))
      bytes.append(contentsOf: piece)
    }
  }
}

/// Reads what ``ByteWriter`` wrote; whatever does not fit is ``Damage``.
package struct ByteReader {
  /// The bytes are not what `ByteWriter` wrote.
  package struct Damage: Error {
    package init() {}
  }

  private let bytes: [UInt8]
  private var place = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { place == bytes.count }

  package mutating func byte() throws(Damage) -> UInt8 {
    guard place < bytes.count else { throw Damage() }
    place += 1
    return bytes[place - 1]
  }

  package mutating func unsigned() throws(Damage) -> UInt64 {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let next = try byte()
      result |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return result }
      shift += 7
    }
    throw Damage()
  }

  package mutating func signed() throws(Damage) -> Int {
    Int(LEB128.signed(try unsigned()))
  }

  package mutating func offset() throws(Damage) -> UInt32 {
    guard let value = UInt32(exactly: try unsigned()) else { throw Damage() }
    return value
  }

  package mutating func delta(from base: UInt32) throws(Damage) -> UInt32 {
    let (sum, overflow) = Int(base).addingReportingOverflow(try signed())
    guard !overflow, let value = UInt32(exactly: sum) else { throw Damage() }
    return value
  }

  package mutating func index(_ range: Range<Int>) throws(Damage) -> Int32 {
    let value = try signed()
    guard range.contains(value), let index = Int32(exactly: value) else { throw Damage() }
    return index
  }

  package mutating func difference(from base: Int32, in range: Range<Int>) throws(Damage) -> Int32 {
    let (sum, overflow) = Int(base).addingReportingOverflow(try signed())
    guard !overflow, range.contains(sum), let index = Int32(exactly: sum) else { throw Damage() }
    return index
  }

  /// A number of items that follow; each takes at least a byte, so damaged counts cannot ask for memory
  /// beyond the input's own size.
  package mutating func count() throws(Damage) -> Int {
    let value = try unsigned()
    guard value <= UInt64(bytes.count - place) else { throw Damage() }
    return Int(value)
  }

  package mutating func name(_ count: Int) throws(Damage) -> NameID {
    let value = try unsigned()
    guard value < UInt64(count) else { throw Damage() }
    return NameID(rawValue: Int32(value))
  }

  package mutating func ascending() throws(Damage) -> [UInt32] {
    let count = try count()
    var values: [UInt32] = []
    values.reserveCapacity(count)
    var last: UInt32 = 0
    for index in 0..<count {
      let (sum, overflow) = last.addingReportingOverflow(try offset())
      guard !overflow, index == 0 || sum > last else { throw Damage() }
      values.append(sum)
      last = sum
    }
    return values
  }

  package mutating func run() throws(Damage) -> [UInt8] {
    let length = try count()
    place += length
    return Array(bytes[(place - length)..<place])
  }

  package mutating func strings() throws(Damage) -> NameTable {
    let stringCount = try unsigned()
    guard stringCount >= 1, stringCount <= UInt64(bytes.count) else { throw Damage() }
    var table = NameTable()
    for id in 1..<Int32(max(1, stringCount)) {
      let length = try count()
      let added = table.intern(bytes, place, place + length)
      guard added.rawValue == id else { throw Damage() }
      place += length
    }
    return table
  }
}
