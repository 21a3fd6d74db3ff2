/// The order of the `text` table: by bytes with ASCII capitals folded, then by bytes. Names that differ in
/// case only are neighbours, and names with a common prefix too, whatever their case.
enum TextOrder {
  /// True if `left` comes before `right`; ``ByteInterner/sorted(foldingCase:)`` sorts by the same order.
  static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    let folded = compareFolded(left, right)
    if folded != 0 { return folded < 0 }
    return left.lexicographicallyPrecedes(right)
  }

  /// Negative, zero or positive as `left` comes before, with or after `right`, case of ASCII ignored.
  static func compareFolded(
    _ left: some Collection<UInt8>, _ right: some Collection<UInt8>
  ) -> Int {
    var rest = right.makeIterator()
    for byte in left {
      guard let other = rest.next() else { return 1 }
      let difference = Int(fold(byte)) - Int(fold(other))
      if difference != 0 { return difference }
    }
    return rest.next() == nil ? 0 : -1
  }

  @inline(__always)
  static func fold(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
}
