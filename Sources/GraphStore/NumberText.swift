/// Lists of numbers as UTF-8 text, one character a number: small numbers take one byte, those up to a
/// million three or four, and plain SQL reads them back (`unicode(substr(list, place, 1))`), which a binary
/// encoding would not allow.
///
/// Number n is the scalar n + 1, since NUL would end the text; moved on past the surrogates, and past
/// U+FFFE and U+FFFF, which SQLite does not read as themselves.
enum NumberText {
  /// The greatest number that a character can stand for is at least this.
  static let limit = 1 << 20

  /// Appends a number in `0..<limit`.
  @inline(__always)
  static func append(_ number: Int, to list: inout [UInt8]) {
    var scalar = UInt32(truncatingIfNeeded: number) + 1
    if scalar < 0x80 {
      list.append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    if scalar >= 0xD800 { scalar += 0x800 }
    if scalar >= 0xFFFE { scalar += 2 }
    if scalar < 0x800 {
      list.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
    } else {
      if scalar < 0x10000 {
        list.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      } else {
        list.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
        list.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 12) & 0x3F))
      }
      list.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F))
    }
    list.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
  }

  /// Reads the number at `place` and moves on behind it; nil if the bytes are not what ``append(_:to:)``
  /// writes.
  static func read(_ list: UnsafeBufferPointer<UInt8>, at place: inout Int) -> Int? {
    guard place < list.count else { return nil }
    let lead = list[place]
    place += 1
    if lead < 0x80 { return lead == 0 ? nil : Int(lead) - 1 }
    let more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0
    guard more > 0, place + more <= list.count else { return nil }
    var scalar = UInt32(lead) & (0x3F >> UInt32(more))
    for _ in 0..<more {
      guard list[place] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(list[place] & 0x3F)
      place += 1
    }
    if scalar > 0xFFFF { scalar -= 2 }
    if scalar >= 0xE000 { scalar -= 0x800 }
    return Int(scalar) - 1
  }
}
