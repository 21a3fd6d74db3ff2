/// Where the parts of a table lie, in bytes from its beginning.
public struct TableLayout: Sendable, Equatable {
  /// The first eight bytes of every table.
  public static let magic = Array("kgembed1".utf8)
  /// Bytes before the rows: the magic, then as `UInt32` dimension, count, slot count, length of the texts, checksum.
  public static let headerLength = 64

  let count: Int
  let slotCount: Int
  let checksum: UInt32
  let rows: Int
  let scales: Int
  let costs: Int
  let ends: Int
  let slots: Int
  let texts: Int
  /// Bytes of the whole table.
  public let length: Int

  /// The layout of a table of this size.
  public init(count: Int, slotCount: Int, textLength: Int, checksum: UInt32 = 0) {
    self.count = count
    self.slotCount = slotCount
    self.checksum = checksum
    rows = Self.headerLength
    scales = rows + count * EmbeddingTable.dimension
    costs = scales + count * 4
    ends = costs + count * 2
    slots = ends + count * 4
    texts = slots + slotCount * 2
    length = texts + textLength
  }

  /// Reads and checks the header and all that later accesses rely on. O(count).
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerLength, bytes.prefix(8).elementsEqual(Self.magic) else { return nil }
    func number(_ place: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 + place * 4, as: UInt32.self)))
    }
    let (count, slotCount, textLength) = (number(1), number(2), number(3))
    guard number(0) == EmbeddingTable.dimension, (1..<Int(UInt16.max)).contains(count),
      slotCount > count, slotCount <= 1 << 17, slotCount & (slotCount - 1) == 0, textLength <= 1 << 24
    else { return nil }
    self.init(
      count: count, slotCount: slotCount, textLength: textLength, checksum: UInt32(number(4)))
    guard bytes.count == length else { return nil }
    var last = 0
    for piece in 0..<count {
      let end = end(piece, bytes)
      guard end > last, end <= textLength else { return nil }
      last = end
    }
    // With an empty slot, and none that names a missing piece, every search ends.
    var free = 0
    for slot in 0..<slotCount {
      let entry = UInt16(
        littleEndian: bytes.loadUnaligned(fromByteOffset: slots + slot * 2, as: UInt16.self))
      guard Int(entry) <= count else { return nil }
      if entry == 0 { free += 1 }
    }
    guard free > 0 else { return nil }
  }

  /// Where the text of a piece ends, from the beginning of the texts.
  @inline(__always)
  func end(_ piece: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: ends + piece * 4, as: UInt32.self)))
  }
}
