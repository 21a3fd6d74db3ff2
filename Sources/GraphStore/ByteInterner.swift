/// Numbers distinct byte strings in the order in which they are met. Open addressing over one arena, as
/// dictionaries of strings would cost an allocation and a slow hash for each lookup.
struct ByteInterner {
  private var bytes: [UInt8] = []
  /// `ends[i]` is where string i ends in `bytes`.
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// Index of the string plus 1, or 0; the size is a power of two, at most half of it used.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  var count: Int { ends.count }

  /// The bytes of string `index`.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Calls `body` with the arena; ``range(_:)`` tells where a string lies.
  func withArena<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer(body)
  }

  /// The number of `string`, new if it was not met before. Strings may hold any bytes.
  mutating func intern(_ string: UnsafeBufferPointer<UInt8>) -> Int32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for byte in string { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let short = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    var slot = Int(short) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == short, bytes[range(index)].elementsEqual(string) { return Int32(index) }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
    hashes.append(short)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return Int32(ends.count - 1)
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
