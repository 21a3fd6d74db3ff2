/// Remembers the tokens of every distinct run: an open-addressing hash table over two byte arenas.
struct RunMemo: Sendable {
  /// Longer runs are rare and not worth remembering.
  static let longestRun = 64

  /// FNV-1a over 64 bits (Fowler, Noll, Vo). Collisions cost time only: runs are compared.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func combine(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  private struct Entry {
    var hash: UInt32
    var runStart: UInt32
    var tokenStart: UInt32
    var tokenLength: UInt16
    var runLength: UInt8
    /// The text in which the run was met last, and how many times it was taken there.
    var text: UInt32 = 0
    var count: UInt32 = 0
  }

  private var entries: [Entry] = []
  private var runs: [UInt8] = []
  private var tokens: [UInt8] = []
  /// Index into `entries` plus 1, or 0; the size is a power of two, at most half of it used.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  /// True when the memory would grow beyond about 100 MB; the owner starts afresh.
  var isFull: Bool { entries.count >= 1 << 20 }

  /// The entry of `run`, or nil if it was never inserted.
  func find(_ run: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    let mask = slots.count - 1
    let short = Self.shorten(hash)
    var slot = Int(short) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].hash == short, isEqual(index, run) { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Remembers what `analyze` appends for a run of at most ``longestRun`` bytes; returns the entry.
  mutating func insert(
    _ run: UnsafeBufferPointer<UInt8>, hash: UInt64, analyze: (inout [UInt8]) -> Void
  ) -> Int {
    let tokenStart = tokens.count
    analyze(&tokens)
    entries.append(
      Entry(
        hash: Self.shorten(hash), runStart: UInt32(runs.count), tokenStart: UInt32(tokenStart),
        tokenLength: UInt16(tokens.count - tokenStart), runLength: UInt8(run.count)))
    runs.append(contentsOf: run)
    if entries.count * 2 > slots.count { slots = [UInt32](repeating: 0, count: slots.count * 2) }
    let first = slots.count == entries.count * 2 ? 0 : entries.count - 1
    for index in first..<entries.count { place(index) }
    return entries.count - 1
  }

  /// Appends the tokens of an entry unless it was taken `cap` times in this text already.
  mutating func append(_ entry: Int, to output: inout [UInt8], text: UInt32, cap: UInt32) {
    let count = entries[entry].text == text ? entries[entry].count : 0
    guard count < cap else { return }
    entries[entry].text = text
    entries[entry].count = count + 1
    let start = Int(entries[entry].tokenStart)
    output.append(contentsOf: tokens[start..<start + Int(entries[entry].tokenLength)])
  }

  private mutating func place(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(entries[index].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(index + 1)
  }

  private func isEqual(_ index: Int, _ run: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entries[index]
    guard Int(entry.runLength) == run.count else { return false }
    let start = Int(entry.runStart)
    for offset in 0..<run.count where runs[start + offset] != run[offset] { return false }
    return true
  }

  private static func shorten(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ (hash >> 32)) }
}
