/// Numbers in LEB128 form: seven bits a byte, the lowest first, the highest bit of all bytes but the last set.
///
/// Not generic: other modules would call it unspecialized, and it is called for every posting.
public enum LEB128 {
  /// Appends a number.
  public static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The number at `place`, which moves on; nil if the bytes end in it, or it has more bits.
  @inlinable
  public static func uint64(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt64? {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64, place < bytes.count {
      let byte = bytes[place]
      place += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
    return nil
  }

  /// The number at `place`, which moves on; nil if the bytes end in it, or it has more bits.
  @inlinable
  public static func uint32(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt32? {
    uint64(bytes, &place).flatMap { UInt32(exactly: $0) }
  }

  /// A number without a sign that is small where that of `value` is, whatever its sign.
  @inlinable
  public static func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: (value << 1) ^ (value >> 63)) }

  /// The number that ``zigzag(_:)`` made it of.
  @inlinable
  public static func signed(_ zigzag: UInt64) -> Int64 { Int64(bitPattern: zigzag >> 1) ^ -Int64(zigzag & 1) }
}
