import Embedding

/// Writes a table in the form that ``EmbeddingTable`` reads.
enum TableEncoder {
  /// - Parameter rows: for each piece 256 components, its weight included.
  static func encode(_ vocabulary: Vocabulary, rows: [Float]) -> [UInt8] {
    let dimension = EmbeddingTable.dimension
    let count = vocabulary.pieces.count
    var codes: [UInt8] = []
    codes.reserveCapacity(rows.count)
    var scales: [Float] = []
    for piece in 0..<count {
      let row = rows[piece * dimension..<(piece + 1) * dimension]
      let largest = row.reduce(Float(0)) { max($0, $1.magnitude) }
      let scale = largest > 0 ? largest / 127 : 0
      scales.append(scale)
      for value in row {
        let code = scale > 0 ? (value / scale).rounded(.toNearestOrEven) : 0
        codes.append(UInt8(bitPattern: Int8(max(-127, min(127, code)))))
      }
    }
    let texts = vocabulary.pieces.flatMap { $0 }
    var slotCount = 1
    while slotCount < count * 2 { slotCount *= 2 }
    let layout = TableLayout(count: count, slotCount: slotCount, textLength: texts.count)
    var table = TableLayout.magic
    for number in [dimension, count, slotCount, texts.count, Int(checksum(codes + texts))] {
      append(UInt32(number), to: &table)
    }
    table.append(contentsOf: [UInt8](repeating: 0, count: TableLayout.headerLength - table.count))
    table += codes
    for scale in scales { append(scale.bitPattern, to: &table) }
    for cost in vocabulary.costs { append(cost, to: &table) }
    var end = 0
    for piece in vocabulary.pieces {
      end += piece.count
      append(UInt32(end), to: &table)
    }
    for slot in slots(vocabulary.pieces, slotCount) { append(slot, to: &table) }
    table += texts
    precondition(table.count == layout.length)
    return table
  }

  private static func slots(_ pieces: [[UInt8]], _ count: Int) -> [UInt16] {
    var slots = [UInt16](repeating: 0, count: count)
    for (place, piece) in pieces.enumerated() {
      var slot = PieceHash.of(piece).slot & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = UInt16(place + 1)
    }
    return slots
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
