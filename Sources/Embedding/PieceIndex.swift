/// Finds the pieces of a table that begin at a place of a word, for those who cut many words.
///
/// A Bloom filter with one hash (Bloom 1970, "Space/Time Trade-offs in Hash Coding with Allowable Errors") tells most
/// texts that are no piece, and most that no piece begins with, by one look at memory that stays in the cache. What it
/// lets pass is looked up in a table whose entries hold all of a short piece, and its cost.
struct PieceIndex: Sendable {
  private static let filterSize = 1 << 20

  private struct Entry {
    /// The first eight bytes, zeros behind a shorter piece.
    var start: UInt64 = 0
    var piece: UInt16 = 0
    var cost: UInt16 = 0
    /// 0 for an empty entry.
    var length: UInt8 = 0
  }

  /// Two bits for each hash: whether a piece has it, and whether the beginning of one has it.
  private var filter = [UInt8](repeating: 0, count: filterSize / 4)
  private var entries: [Entry]

  /// Reads all pieces of a table. Linear in their bytes.
  init(_ table: EmbeddingTable) {
    var size = 256
    while size < table.count * 2 { size *= 2 }
    entries = [Entry](repeating: Entry(), count: size)
    for piece in 0..<table.count {
      var hash = PieceHash()
      var entry = Entry(piece: UInt16(piece), cost: UInt16(clamping: table.cost(piece)))
      for byte in table.text(piece) {
        hash.add(byte)
        filter[Self.place(hash)] |= 2 << Self.shift(hash)
        if entry.length < 8 { entry.start |= UInt64(byte) << UInt64(8 * entry.length) }
        entry.length &+= 1
      }
      filter[Self.place(hash)] |= 1 << Self.shift(hash)
      var slot = hash.slot & (size - 1)
      while entries[slot].length != 0 { slot = (slot + 1) & (size - 1) }
      entries[slot] = entry
    }
  }

  /// Hands every piece that begins at `start` of `word`, shorter ones first, with its end and cost to `body`.
  @inline(__always)
  func forEachPiece(
    of word: UnsafeRawBufferPointer, from start: Int, in table: EmbeddingTable,
    _ body: (_ end: Int, _ piece: Int, _ cost: Int32) -> Void
  ) {
    filter.withUnsafeBufferPointer { filter in
      entries.withUnsafeBufferPointer { entries in
        var hash = PieceHash()
        var first: UInt64 = 0
        // In bounds: ends are in the word; places and slots are cut to the sizes of filter and table, powers of two.
        for end in start + 1...min(word.count, start + EmbeddingTable.longestPiece) {
          hash.add(word[end - 1])
          if end - start <= 8 { first |= UInt64(word[end - 1]) << UInt64(8 * (end - start - 1)) }
          let bits = filter[Self.place(hash)] >> Self.shift(hash)
          guard bits & 2 != 0 else { break }
          guard bits & 1 != 0 else { continue }
          var slot = hash.slot & (entries.count - 1)
          while entries[slot].length != 0 {
            let entry = entries[slot]
            if entry.start == first, Int(entry.length) == end - start,
              end - start <= 8
                || table.isEqual(Int(entry.piece), UnsafeRawBufferPointer(rebasing: word[start..<end]))
            {
              body(end, Int(entry.piece), Int32(entry.cost))
              break
            }
            slot = (slot + 1) & (entries.count - 1)
          }
        }
      }
    }
  }

  @inline(__always)
  private static func place(_ hash: PieceHash) -> Int { hash.slot >> 2 & (filterSize / 4 - 1) }

  @inline(__always)
  private static func shift(_ hash: PieceHash) -> UInt8 { UInt8(truncatingIfNeeded: hash.slot & 3) * 2 }
}
