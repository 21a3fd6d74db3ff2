/// Remembers what runs of text stand for: one look at memory for most, as names of up to 16 bytes lie within their
/// entries.
///
/// Open addressing; an entry is half a cache line. Equality is by bytes.
struct RunTable: Sendable {
  /// Runs of more bytes are not taken.
  static let longest = 64

  /// What a run stands for, and how often it was met in the text at hand.
  struct Entry {
    /// The first and the last eight bytes, or all of a shorter run: see ``Key``.
    fileprivate var head: UInt64 = 0
    fileprivate var tail: UInt64 = 0
    /// Where a run of more than 16 bytes lies in the arena.
    fileprivate var place: UInt32 = 0
    /// Its tokens, in the tokenizer's list.
    var firstToken: Int32 = 0
    /// In which text it was met last, and how often there; no more than can be counted.
    var text: UInt32 = 0
    var count: UInt16 = 0
    var tokenCount: UInt8 = 0
    /// 0 for an empty entry.
    fileprivate var length: UInt8 = 0
  }

  private var entries = [Entry](repeating: Entry(), count: 1 << 10)
  private var arena: [UInt8] = []
  /// How many runs there are.
  private(set) var count = 0

  /// The place of a run, which the next insertion may move; nil if it was not met before.
  ///
  /// - Parameter run: 1 to ``longest`` bytes.
  @inline(__always)
  func find(_ run: UnsafeRawBufferPointer, _ key: Key) -> Int? {
    entries.withUnsafeBufferPointer { entries in
      var slot = Int(truncatingIfNeeded: key.hash) & (entries.count - 1)
      // In bounds: the slot is cut to the table's size, which is a power of two; at most half of it is used.
      while entries[slot].length != 0 {
        let entry = entries[slot]
        if entry.head == key.head, entry.tail == key.tail, Int(entry.length) == run.count,
          run.count <= 16 || isEqual(entry, run)
        {
          return slot
        }
        slot = (slot + 1) & (entries.count - 1)
      }
      return nil
    }
  }

  /// Adds a run that is not there; returns its place.
  mutating func insert(_ run: UnsafeRawBufferPointer, _ key: Key, firstToken: Int, tokenCount: Int) -> Int {
    if count * 2 >= entries.count { grow() }
    count += 1
    var entry = Entry(head: key.head, tail: key.tail)
    entry.length = UInt8(run.count)
    entry.firstToken = Int32(firstToken)
    entry.tokenCount = UInt8(clamping: tokenCount)
    if run.count > 16 {
      entry.place = UInt32(arena.count)
      arena.append(contentsOf: run)
    }
    return insert(entry, key.hash)
  }

  /// The entry at a place that ``find(_:_:)`` or ``insert(_:_:firstToken:tokenCount:)`` gave.
  subscript(place: Int) -> Entry {
    @inline(__always) get { entries[place] }
    @inline(__always) _modify { yield &entries[place] }
  }

  /// Forgets all.
  mutating func removeAll() { self = RunTable() }

  private func isEqual(_ entry: Entry, _ run: UnsafeRawBufferPointer) -> Bool {
    let start = Int(entry.place)
    return arena[start..<start + run.count].elementsEqual(run)
  }

  private mutating func insert(_ entry: Entry, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (entries.count - 1)
    while entries[slot].length != 0 { slot = (slot + 1) & (entries.count - 1) }
    entries[slot] = entry
    return slot
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.length != 0 {
      let start = Int(entry.place)
      let key = arena.withUnsafeBytes { arena in
        entry.length > 16
          ? Key(UnsafeRawBufferPointer(rebasing: arena[start..<start + Int(entry.length)]))
          : Key(head: entry.head, tail: entry.tail, length: Int(entry.length))
      }
      _ = insert(entry, key.hash)
    }
  }

  /// A run's bytes as two words, which together with its length say all of a run of up to 16 bytes; and a hash of all.
  struct Key {
    let head: UInt64
    let tail: UInt64
    let hash: UInt64

    @inline(__always)
    init(_ run: UnsafeRawBufferPointer) {
      // In bounds: each load ends at or before `count`.
      if run.count >= 8 {
        head = run.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        tail = run.loadUnaligned(fromByteOffset: run.count - 8, as: UInt64.self)
      } else if run.count >= 4 {
        head = UInt64(run.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
        tail = UInt64(run.loadUnaligned(fromByteOffset: run.count - 4, as: UInt32.self))
      } else {
        head = UInt64(run[0]) | UInt64(run[run.count / 2]) << 8 | UInt64(run[run.count - 1]) << 16
        tail = 0
      }
      var hash = Self.hash(head, tail, run.count)
      var place = 8
      while place + 8 < run.count {
        hash = Self.mix(hash ^ run.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        place += 8
      }
      self.hash = hash
    }

    /// The key of a run of at most 16 bytes.
    init(head: UInt64, tail: UInt64, length: Int) {
      self.head = head
      self.tail = tail
      hash = Self.hash(head, tail, length)
    }

    @inline(__always)
    private static func hash(_ head: UInt64, _ tail: UInt64, _ length: Int) -> UInt64 {
      mix(mix(head ^ UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15) ^ tail)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
      let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      return product.high ^ product.low
    }
  }
}
