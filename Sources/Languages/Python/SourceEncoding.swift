/// Whether a file's bytes can be read as they are: UTF-8 and every encoding in which ASCII bytes mean ASCII
/// characters.
enum SourceEncoding {
  /// True for a byte order mark of UTF-16 or UTF-32, and for a coding cookie (PEP 263) of an encoding that
  /// uses ASCII bytes for something else.
  static func isUnreadable(_ source: [UInt8]) -> Bool {
    if source.count >= 2 {
      let mark = UInt16(source[0]) << 8 | UInt16(source[1])
      if mark == 0xFEFF || mark == 0xFFFE { return true }
      if mark == 0, source.count >= 4, source[2] == 0xFE, source[3] == 0xFF { return true }
    }
    guard let cookie = cookie(in: source) else { return false }
    let name = cookie.lowercased().replacing("_", with: "-")
    return ["utf-16", "utf16", "utf-32", "utf32", "utf-7", "utf7", "iso-2022", "iso2022", "hz"]
      .contains { name.hasPrefix($0) }
  }

  /// The encoding that a comment in the first two lines names.
  private static func cookie(in source: [UInt8]) -> String? {
    var lines = 0
    var start = 0
    while lines < 2, start < source.count {
      // A line longer than this names no encoding.
      let window = source[start..<min(source.count, start + 500)]
      let end = window.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? window.endIndex
      if let name = cookie(inLine: source[start..<end]) { return name }
      start = end
      if start < source.count { start += source[start...].starts(with: [0x0D, 0x0A]) ? 2 : 1 }
      lines += 1
    }
    return nil
  }

  private static func cookie(inLine line: ArraySlice<UInt8>) -> String? {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
    guard text.first == UInt8(ascii: "#") else { return nil }
    let word = Array("coding".utf8)
    var rest = text
    while let found = rest.firstIndex(of: word[0]) {
      rest = rest[found...]
      guard rest.starts(with: word) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(word.count)
      guard rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: "=") else { continue }
      let name = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }.prefix { byte in
        Lexer.continuesName(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      }
      return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
    return nil
  }
}
