import CEmbeddingTable

/// A table of sub-word vectors: what `EmbeddingTrainer` makes and the program holds.
///
/// Its form, numbers little-endian: 64 bytes of header (``TableLayout``); `count` rows of 256 signed bytes; for each
/// row a `Float` that a row's components are multiplied with (its token's weight is in it), and as `UInt16` the
/// cost of using the piece (hundredths of −ln of its frequency); the ends of the pieces' texts as `UInt32`; a hash table
/// of `slotCount` `UInt16` (row + 1, or 0); the texts. Nothing has to be built to use it.
public final class EmbeddingTable: @unchecked Sendable {
  // Sendable: `bytes` is never written after `init`, and either lives as long as the process or is freed by
  // `deinit`, when nobody holds the table any more. Every access below is inside the length that `init` checked.
  private let bytes: UnsafeRawBufferPointer
  private let isOwned: Bool
  private let layout: TableLayout

  /// How many components a vector has.
  public static let dimension = 256
  /// No piece is longer, in bytes.
  public static let longestPiece = 20

  /// The table that is built into the program.
  public static let builtIn: EmbeddingTable? = EmbeddingTable(
    borrowing: UnsafeRawBufferPointer(
      start: kg_embedding_table_start(), count: kg_embedding_table_size))

  /// Copies a table; nil if it is damaged.
  public convenience init?(_ table: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(table.count, 1), alignment: 64)
    copy.copyBytes(from: table)
    self.init(UnsafeRawBufferPointer(rebasing: copy[..<table.count]), isOwned: true)
  }

  private convenience init?(borrowing bytes: UnsafeRawBufferPointer) { self.init(bytes, isOwned: false) }

  private init?(_ bytes: UnsafeRawBufferPointer, isOwned: Bool) {
    self.bytes = bytes
    self.isOwned = isOwned
    guard let layout = TableLayout(bytes) else {
      if isOwned { bytes.deallocate() }
      return nil
    }
    self.layout = layout
  }

  deinit { if isOwned { bytes.deallocate() } }

  /// How many pieces there are; they are numbered from 0.
  public var count: Int { layout.count }

  /// Told apart from every other table of the same form; vectors of different tables cannot be compared.
  public var checksum: UInt32 { layout.checksum }

  /// The rows of all pieces, 256 bytes each.
  @inline(__always)
  var rows: UnsafePointer<Int8>? {
    (bytes.baseAddress.map { $0 + layout.rows })?.assumingMemoryBound(to: Int8.self)
  }

  /// What the components of a piece's row are multiplied with.
  @inline(__always)
  public func scale(_ piece: Int) -> Float {
    piece < layout.count
      ? bytes.loadUnaligned(fromByteOffset: layout.scales + piece * 4, as: Float.self) : 0
  }

  /// What it costs to cut a word into this piece and others, in hundredths of a nat.
  @inline(__always)
  func cost(_ piece: Int) -> Int32 {
    Int32(
      UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: layout.costs + piece * 2, as: UInt16.self)))
  }

  /// The text of a piece.
  public func text(_ piece: Int) -> [UInt8] { Array(bytes[textRange(piece)]) }

  /// The piece of this text; `hash` is ``PieceHash`` of it.
  @inline(__always)
  func piece(_ text: UnsafeRawBufferPointer, hash: PieceHash) -> Int? {
    var slot = hash.slot & (layout.slotCount - 1)
    while true {
      let entry = Int(
        UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: layout.slots + slot * 2, as: UInt16.self)))
      if entry == 0 { return nil }
      if isEqual(entry - 1, text) { return entry - 1 }
      slot = (slot + 1) & (layout.slotCount - 1)
    }
  }

  /// True if the text of a piece is `text`.
  func isEqual(_ piece: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    let range = textRange(piece)
    guard range.count == text.count else { return false }
    for offset in 0..<range.count where bytes[range.lowerBound + offset] != text[offset] { return false }
    return true
  }

  /// In bounds: `TableLayout` checked that the ends ascend and the last is the end of the table.
  private func textRange(_ piece: Int) -> Range<Int> {
    let start = piece == 0 ? 0 : layout.end(piece - 1, bytes)
    return layout.texts + start..<layout.texts + layout.end(piece, bytes)
  }
}

/// FNV-1a of a piece's bytes, byte after byte.
public struct PieceHash: Sendable {
  private var value: UInt32 = 0x811C_9DC5

  init() {}

  /// The hash of a whole piece.
  public static func of(_ text: [UInt8]) -> PieceHash {
    var hash = PieceHash()
    for byte in text { hash.add(byte) }
    return hash
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }

  /// Where the search for the piece begins, before it is cut to the size of the hash table.
  @inline(__always)
  public var slot: Int { Int(value ^ value >> 15) }
}
