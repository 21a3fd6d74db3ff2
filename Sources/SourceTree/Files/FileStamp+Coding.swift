extension FileStamp {
  /// The form in which stamps are stored: five 64-bit numbers, little-endian.
  public var encoded: [UInt8] {
    let words = [
      inode, UInt64(bitPattern: size), UInt64(bitPattern: modified), UInt64(bitPattern: changed),
      UInt64(mode),
    ]
    return words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) } }
  }

  /// Takes the stored form; nil if it is none.
  public init?(encoded bytes: [UInt8]) {
    guard bytes.count == 40 else { return nil }
    let words = (0..<5).map { word in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[word * 8 + $1]) << UInt64($1 * 8) }
    }
    guard let mode = UInt32(exactly: words[4]) else { return nil }
    self.init(
      inode: words[0], size: Int64(bitPattern: words[1]), modified: Int64(bitPattern: words[2]),
      changed: Int64(bitPattern: words[3]), mode: mode)
  }
}
