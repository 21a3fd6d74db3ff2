/// Values by declaration (or by another number that counts from 0): a dictionary whose look-up is one load.
struct DeclarationMap<Value: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  private var values: [Value?] = []

  init() {}

  init(dictionaryLiteral elements: (DeclID, Value)...) {
    for (key, value) in elements { self[key] = value }
  }

  /// Nothing is known of negative keys, and none may be set; memory is that of the largest key.
  subscript(_ key: DeclID) -> Value? {
    get { key >= 0 && Int(key) < values.count ? values[Int(key)] : nil }
    set {
      while values.count <= Int(key) { values.append(nil) }
      values[Int(key)] = newValue
    }
  }
}

/// Values by two numbers, such as a container and a name: open addressing with linear probing. Keys come from
/// the program's own numbering, so a fixed multiplicative hash spreads them; growing keeps half of the slots free.
struct PairMap<Value: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  private struct Slot {
    var key: UInt64 = 0
    /// Place in `values` plus one, or 0.
    var place: Int32 = 0
  }

  private var values: [Value] = []
  /// As many as a power of two.
  private var slots = [Slot](repeating: Slot(), count: 64)

  init() {}

  init(dictionaryLiteral elements: (UInt64, Value)...) {
    for (key, value) in elements { self[key] = value }
  }

  /// Assigning nil is no change: nothing is ever taken out.
  subscript(_ key: UInt64) -> Value? {
    get {
      let found = slots[slot(of: key)].place
      return found == 0 ? nil : values[Int(found) - 1]
    }
    set {
      guard let newValue else { return }
      let place = place(of: key, or: newValue)
      values[place] = newValue
    }
  }

  /// The value of a key, which becomes `initial` if there is none yet.
  subscript(_ key: UInt64, default initial: @autoclosure () -> Value) -> Value {
    get { self[key] ?? initial() }
    _modify {
      let place = place(of: key, or: initial())
      yield &values[place]
    }
  }

  private mutating func place(of key: UInt64, or initial: @autoclosure () -> Value) -> Int {
    let slot = slot(of: key)
    if slots[slot].place != 0 { return Int(slots[slot].place) - 1 }
    values.append(initial())
    slots[slot] = Slot(key: key, place: Int32(values.count))
    if values.count * 2 > slots.count { grow() }
    return values.count - 1
  }

  /// The slot that holds the key, or the free one where it belongs.
  private func slot(of key: UInt64) -> Int {
    var hash = key &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].place != 0, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for item in old where item.place != 0 { slots[slot(of: item.key)] = item }
  }
}
