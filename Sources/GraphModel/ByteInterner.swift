/// Numbers distinct byte strings in the order in which they are met.
///
/// Open addressing over one arena: a dictionary of strings would cost an allocation and a slow hash for
/// each lookup. Equality is by bytes.
public struct ByteInterner: Sendable {
  private var bytes: [UInt8] = []
  /// `ends[i]` is where string i ends in `bytes`.
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// Index of the string plus 1, or 0; the size is a power of two, at most half of it used.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  /// Makes an empty table.
  public init() {}

  /// How many distinct strings there are; they are numbered from 0.
  public var count: Int { ends.count }

  /// The bytes of a string.
  public subscript(index: Int32) -> ArraySlice<UInt8> { bytes[range(Int(index))] }

  /// Calls `body` with the bytes of a string, without counting references.
  public func withBytes<Result>(
    _ index: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { arena in
      // In bounds: ranges of strings lie in the arena.
      try body(UnsafeBufferPointer(rebasing: arena[range(Int(index))]))
    }
  }

  /// The number of `string`, new if it was not met before, when it is the present `count`.
  public mutating func intern(_ string: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(string)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, isEqual(index, string) { return Int32(index) }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return Int32(ends.count - 1)
  }

  /// FNV-1a (Fowler, Noll, Vo) over 64 bits, folded to 32. Collisions cost time only.
  private static func hash(_ string: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in string { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  private func isEqual(_ index: Int, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(index)
    guard range.count == string.count else { return false }
    for offset in 0..<range.count where bytes[range.lowerBound + offset] != string[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for index in ends.indices {
      var slot = Int(hashes[index]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }
}
