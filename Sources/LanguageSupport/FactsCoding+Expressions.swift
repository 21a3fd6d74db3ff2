/// The expressions of a file in their binary form: a kind, a number that holds the operand count and which
/// fields follow, and those fields. The common node takes three bytes.
extension FactsCoding {
  private static let hasReference: UInt64 = 1
  private static let hasName: UInt64 = 2
  private static let hasValue: UInt64 = 4

  static func write(_ expressions: [Expression], _ out: inout ByteWriter) {
    out.unsigned(UInt64(expressions.count))
    var last: ReferenceIndex = 0
    for item in expressions {
      out.byte(item.kind)
      var tag = UInt64(item.operandCount) << 3
      if item.reference >= 0 { tag |= hasReference }
      if item.name != .empty { tag |= hasName }
      if item.value != 0 { tag |= hasValue }
      out.unsigned(tag)
      if item.reference >= 0 {
        out.signed(Int(item.reference - last))
        last = item.reference
      }
      if item.name != .empty { out.name(item.name) }
      if item.value != 0 { out.unsigned(UInt64(item.value)) }
    }
  }

  static func expressions(
    _ input: inout ByteReader, names: Int, references: Int
  ) throws(ByteReader.Damage) -> [Expression] {
    let count = try input.count()
    var result: [Expression] = []
    result.reserveCapacity(count)
    var last: ReferenceIndex = 0
    // Trees that no node has taken as its operands yet.
    var open: UInt64 = 0
    for _ in 0..<count {
      var item = Expression(kind: try input.byte())
      let tag = try input.unsigned()
      guard tag >> 3 <= open else { throw .init() }
      item.operandCount = Int32(tag >> 3)
      open -= tag >> 3
      open += 1
      if tag & hasReference != 0 {
        item.reference = try input.difference(from: last, in: 0..<references)
        last = item.reference
      }
      if tag & hasName != 0 { item.name = try input.name(names) }
      if tag & hasValue != 0 {
        guard let value = Int32(exactly: try input.unsigned()) else { throw .init() }
        item.value = value
      }
      result.append(item)
    }
    return result
  }
}
