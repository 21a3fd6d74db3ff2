/// The distinct strings of one file, each with a dense id in order of first appearance.
///
/// One byte buffer instead of a `String` each: parsers intern tens of thousands of identifiers per
/// second and most are never looked at as text again. Ids are deterministic for a given sequence of
/// `intern` calls. Id 0 is always the empty string.
public struct NameTable: Sendable {
  @usableFromInline var bytes: [UInt8] = []
  /// `ends[i]` is where string i ends in `bytes`; it starts where the one before ends.
  @usableFromInline var ends: [UInt32] = [0]
  /// Open addressing, linear probing; -1 is free. Always a power of two, at most half full.
  @usableFromInline var slots: [Int32]
  @usableFromInline var hashes: [UInt32] = [2_166_136_261]

  /// Makes a table that holds only the empty string.
  public init() {
    slots = [Int32](repeating: -1, count: 256)
    slots[Int(2_166_136_261 & 255)] = 0
  }

  /// The number of strings; ids are `0..<count`.
  public var count: Int { ends.count }

  /// The id of the bytes `source[start..<end]`, which are added if they are new. Amortised O(length).
  @inlinable
  public mutating func intern(_ source: [UInt8], _ start: Int, _ end: Int) -> NameID {
    source.withUnsafeBufferPointer { intern(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// The id of a string, which is added if it is new.
  public mutating func intern(_ string: String) -> NameID {
    var string = string
    return string.withUTF8 { intern($0) }
  }

  /// The id of `piece`, which is added if it is new. The pointer is only read, and only during the call.
  @inlinable
  public mutating func intern(_ piece: UnsafeBufferPointer<UInt8>) -> NameID {
    var hash: UInt32 = 2_166_136_261  // FNV-1a, 32 bit
    for byte in piece { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = slots[slot]
      if hashes[Int(id)] == hash && matches(id, piece) { return NameID(rawValue: id) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return append(piece, hash, slot)
  }

  @usableFromInline
  func matches(_ id: Int32, _ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(NameID(rawValue: id))
    guard range.count == piece.count else { return false }
    for offset in 0..<piece.count where bytes[range.lowerBound + offset] != piece[offset] { return false }
    return true
  }

  @usableFromInline
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>, _ hash: UInt32, _ slot: Int) -> NameID {
    let id = Int32(ends.count)
    bytes.append(contentsOf: piece)
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = id
    if ends.count * 2 > slots.count { grow() }
    return NameID(rawValue: id)
  }

  private mutating func grow() {
    var larger = [Int32](repeating: -1, count: slots.count * 2)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(hash) & (larger.count - 1)
      while larger[slot] >= 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = Int32(id)
    }
    slots = larger
  }

  @usableFromInline
  func range(_ id: NameID) -> Range<Int> {
    let index = Int(id.rawValue)
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// The bytes of a string.
  public func bytes(_ id: NameID) -> ArraySlice<UInt8> { bytes[range(id)] }

  /// The text of a string, with undecodable bytes replaced.
  public func string(_ id: NameID) -> String { String(decoding: bytes[range(id)], as: UTF8.self) }

  /// The text of a string, or nil for the empty one.
  public func text(_ id: NameID) -> String? { id == .empty ? nil : string(id) }
}

extension NameTable: Equatable {
  /// Equal if the same strings have the same ids.
  public static func == (left: Self, right: Self) -> Bool {
    left.ends == right.ends && left.bytes == right.bytes
  }
}

/// The id of a string in its file's ``NameTable``.
public struct NameID: RawRepresentable, Sendable, Hashable {
  /// The place in the table.
  public let rawValue: Int32

  /// Makes a value of its parts.
  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The empty string: "none".
  public static let empty = NameID(rawValue: 0)
}
