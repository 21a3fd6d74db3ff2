/// Tells most texts that are no piece of a table, and most that no piece begins with, from the others by one look at
/// memory that stays in the cache: two Bloom filters with one hash each (Bloom 1970, "Space/Time Trade-offs in
/// Hash Coding with Allowable Errors"). What it lets pass must still be looked up.
struct PieceFilter: Sendable {
  private static let bitCount = 1 << 20

  private var beginnings = [UInt64](repeating: 0, count: bitCount / 64)
  private var wholes = [UInt64](repeating: 0, count: bitCount / 64)

  /// Reads all pieces of a table. Linear in their bytes.
  init(_ table: EmbeddingTable) {
    for piece in 0..<table.count {
      var hash = PieceHash()
      for byte in table.text(piece) {
        hash.add(byte)
        Self.set(hash, in: &beginnings)
      }
      Self.set(hash, in: &wholes)
    }
  }

  /// False only if no piece begins with the text of this hash.
  @inline(__always)
  func mayBegin(_ hash: PieceHash) -> Bool { Self.isSet(hash, in: beginnings) }

  /// False only if no piece is the text of this hash.
  @inline(__always)
  func mayBe(_ hash: PieceHash) -> Bool { Self.isSet(hash, in: wholes) }

  private static func set(_ hash: PieceHash, in bits: inout [UInt64]) {
    let bit = hash.slot & (bitCount - 1)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  @inline(__always)
  private static func isSet(_ hash: PieceHash, in bits: [UInt64]) -> Bool {
    let bit = hash.slot & (bitCount - 1)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }
}
