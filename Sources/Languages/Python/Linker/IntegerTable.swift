/// Maps 64-bit integers to non-negative 32-bit ones: open addressing with linear probing, no removal.
///
/// A `Dictionary` hashes with a keyed hash and costs several times as much; the linker asks millions of times.
/// Never iterated, so no order leaks from it.
struct IntegerTable {
  private static let empty = UInt64.max
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0

  /// Makes a table that has room for `capacity` keys before it grows.
  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: Self.empty, count: size)
    values = [Int32](repeating: -1, count: size)
  }

  /// A key of two integers from -1 on.
  @inline(__always)
  static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first &+ 1)) << 32 | UInt64(UInt32(bitPattern: second &+ 1))
  }

  /// The value of a key, or -1.
  subscript(_ key: UInt64) -> Int32 {
    @inline(__always)
    get {
      var place = Int(truncatingIfNeeded: Self.hash(key)) & (keys.count - 1)
      while keys[place] != Self.empty {
        if keys[place] == key { return values[place] }
        place = (place + 1) & (keys.count - 1)
      }
      return -1
    }
    set {
      var place = Int(truncatingIfNeeded: Self.hash(key)) & (keys.count - 1)
      while keys[place] != Self.empty {
        if keys[place] == key {
          values[place] = newValue
          return
        }
        place = (place + 1) & (keys.count - 1)
      }
      keys[place] = key
      values[place] = newValue
      count += 1
      if count * 2 > keys.count { grow() }
    }
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 {
    let product = (key ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldValues = values
    keys = [UInt64](repeating: Self.empty, count: oldKeys.count * 2)
    values = [Int32](repeating: -1, count: oldKeys.count * 2)
    for (key, value) in zip(oldKeys, oldValues) where key != Self.empty {
      var place = Int(truncatingIfNeeded: Self.hash(key)) & (keys.count - 1)
      while keys[place] != Self.empty { place = (place + 1) & (keys.count - 1) }
      keys[place] = key
      values[place] = value
    }
  }
}
