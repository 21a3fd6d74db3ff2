/// A line of text as a number, so that a line which a commit wrote is known again where it stands now.
///
/// FNV-1a (Fowler, Noll, Vo) with 64 bits, folded to 32: by chance one in four thousand million pairs of lines
/// is taken for equal, and nothing worse than a wrong hint comes of it.
public enum LineHash {
  /// Shorter lines stand everywhere, longer ones are no code that somebody wrote.
  static let lengths = 8...1_000

  /// The hash of a line without the white space around it; nil if it is too short or too long to tell
  /// anything. O(bytes).
  public static func of(_ line: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var start = 0
    var end = line.count
    while start < end, isSpace(line[start]) { start += 1 }
    while end > start, isSpace(line[end - 1]) { end -= 1 }
    guard lengths.contains(end - start) else { return nil }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in start..<end { hash = (hash ^ UInt64(line[place])) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
