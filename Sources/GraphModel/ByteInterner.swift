/// Numbers distinct byte strings in the order in which they are met.
///
/// Open addressing over one arena: a dictionary of strings would cost an allocation and a slow hash for
/// each lookup. Equality is by bytes.
public struct ByteInterner: Sendable, Equatable {
  @usableFromInline private(set) var bytes: [UInt8] = []
  /// `ends[i]` is where string i ends in `bytes`.
  @usableFromInline private(set) var ends: [Int] = []
  /// Index of the string plus 1 in the lower half and its hash in the upper, or 0: a lookup that fails
  /// touches nothing else. The size is a power of two, at most half of it used.
  private var slots = [UInt64](repeating: 0, count: 1 << 8)

  /// Makes an empty table.
  public init() {}

  /// Equal if the same strings have the same numbers.
  public static func == (left: Self, right: Self) -> Bool {
    left.ends == right.ends && left.bytes == right.bytes
  }

  /// How many distinct strings there are; they are numbered from 0.
  public var count: Int { ends.count }

  /// The bytes of a string.
  public subscript(index: Int32) -> ArraySlice<UInt8> { bytes[range(Int(index))] }

  /// Calls `body` with the bytes of a string, without counting references.
  @inlinable
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
      let entry = slots[slot]
      let index = Int(UInt32(truncatingIfNeeded: entry)) - 1
      if UInt32(truncatingIfNeeded: entry >> 32) == hash, isEqual(index, string) { return Int32(index) }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
    slots[slot] = UInt64(hash) << 32 | UInt64(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return Int32(ends.count - 1)
  }

  /// Eight bytes a step: a multiplication that mixes into the upper half, folded back. Collisions cost time
  /// only, and numbers do not depend on the hash.
  private static func hash(_ string: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = UInt64(string.count) &* 0x9E37_79B9_7F4A_7C15
    let raw = UnsafeRawBufferPointer(string)
    var place = 0
    // In bounds: each load ends at or before `count`.
    while place + 8 <= raw.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    guard place < raw.count else { return UInt32(truncatingIfNeeded: mix(hash)) }
    // The last bytes in one or two loads, which may overlap what was read before.
    var rest: UInt64 = 0
    if raw.count >= 8 {
      rest = raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
    } else if raw.count >= 4 {
      rest = UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
      rest |= UInt64(raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self)) << 32
    } else {
      rest = UInt64(raw[0]) | UInt64(raw[raw.count / 2]) << 8 | UInt64(raw[raw.count - 1]) << 16
    }
    return UInt32(truncatingIfNeeded: mix(hash ^ rest))
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  @usableFromInline
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  private func isEqual(_ index: Int, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(index)
    guard range.count == string.count else { return false }
    return bytes.withUnsafeBytes { arena in
      // In bounds: ranges of strings lie in the arena, and both are as long.
      UnsafeRawBufferPointer(rebasing: arena[range]).elementsEqualWords(UnsafeRawBufferPointer(string))
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 {
      var slot = Int(UInt32(truncatingIfNeeded: entry >> 32)) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}

extension UnsafeRawBufferPointer {
  /// True if the bytes are those of `other`, which is as long. Most strings are short: no call is worth it.
  @inline(__always)
  fileprivate func elementsEqualWords(_ other: UnsafeRawBufferPointer) -> Bool {
    // In bounds: each load ends at or before `count`.
    var place = 0
    while place + 8 <= count {
      guard
        loadUnaligned(fromByteOffset: place, as: UInt64.self)
          == other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      else { return false }
      place += 8
    }
    while place < count {
      guard self[place] == other[place] else { return false }
      place += 1
    }
    return true
  }
}
