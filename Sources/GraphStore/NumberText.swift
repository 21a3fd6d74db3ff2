/// Lists of numbers as UTF-8 text, one character a number: number n is the scalar n + 1, as NUL would end the
/// text. Small numbers take one byte, the largest three, and plain SQL reads them back
/// (`unicode(substr(list, place, 1)) - 1`), which a binary encoding would not allow.
enum NumberText {
  /// Numbers are in `0..<limit`, which keeps them below the surrogates.
  static let limit = 1 << 15

  /// Appends a number in `0..<limit`.
  @inline(__always)
  static func append(_ number: Int, to list: inout [UInt8]) {
    let scalar = UInt32(truncatingIfNeeded: number) + 1
    if scalar < 0x80 {
      list.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      list.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      list.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    } else {
      list.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      list.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F))
      list.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }
  }

  /// Reads the number at `place` and moves on behind it; nil if the bytes are not what ``append(_:to:)``
  /// writes.
  @inline(__always)
  static func read(_ list: UnsafeBufferPointer<UInt8>, at place: inout Int) -> Int? {
    guard place < list.count else { return nil }
    let lead = list[place]
    place += 1
    if lead < 0x80 { return lead == 0 ? nil : Int(lead) - 1 }
    let more = lead >= 0xE0 ? 2 : 1
    guard lead >= 0xC0, lead < 0xF0, place + more <= list.count else { return nil }
    var scalar = Int(lead & (more == 2 ? 0x0F : 0x1F))
    for _ in 0..<more {
      guard list[place] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | Int(list[place] & 0x3F)
      place += 1
    }
    return scalar - 1
  }
}
