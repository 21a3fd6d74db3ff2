/// Metadata at the top of a file: YAML between `---` lines or TOML between `+++` lines.
///
/// A thematic break at the top of a file looks the same, so the first line that is neither empty nor a
/// comment has to begin like a key (`title:`, `title =`, `[table]`).
struct FrontMatter {
  var start: Int
  /// The end of the closing line, without the line ending.
  var end: Int
  /// Index of the line after it.
  var nextLine: Int

  /// Finds front matter. O(its length), or of the file's if the mark at the top is never closed.
  static func find(_ source: Bytes, _ lineStarts: [UInt32]) -> FrontMatter? {
    let start = source.has("\u{FEFF}", at: 0) ? 3 : 0
    let isTOML = source.has("+++", at: start)
    guard isTOML || source.has("---", at: start) else { return nil }
    var hasKey = false
    for line in 0..<lineStarts.count {
      let first = line == 0 ? start : Int(lineStarts[line])
      let end = lineEnd(source, lineStarts, line)
      if line == 0 {
        guard end == first + 3 else { return nil }
        continue
      }
      if end - first == 3,
        source.has(isTOML ? "+++" : "---", at: first) || !isTOML && source.has("...", at: first)
      {
        return hasKey ? FrontMatter(start: start, end: end, nextLine: line + 1) : nil
      }
      guard !hasKey, end > first, source[first] != ASCII.hash else { continue }
      guard entry(source, first, end, isTOML: isTOML) != nil || isTOML && source[first] == ASCII.openBracket
      else { return nil }
      hasKey = true
    }
    return nil
  }

  /// The value of a top-level key with a plain, quoted or block value on one or more lines: its text with
  /// lines joined by spaces, and where it stands. Nil if the key is missing or has no text.
  static func value(
    of key: StaticString, _ source: Bytes, _ block: Block
  ) -> (text: [UInt8], start: Int, end: Int)? {
    let isTOML = source[Int(block.start)] == ASCII.plus
    var index = Int(block.start)
    while index < block.end {
      var end = index
      while end < block.end, source[end] != ASCII.lineFeed, source[end] != ASCII.carriageReturn { end += 1 }
      if let entry = entry(source, index, end, isTOML: isTOML),
        entry.keyEnd - index == key.utf8CodeUnitCount, source.has(key, at: index)
      {
        return scalar(source, entry.value, end, Int(block.end))
      }
      if isTOML && source[index] == ASCII.openBracket { return nil }
      index = end + 1
    }
    return nil
  }

  private static func lineEnd(_ source: Bytes, _ lineStarts: [UInt32], _ line: Int) -> Int {
    let next = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : source.count
    var end = next
    let start = Int(lineStarts[line])
    while end > start, source[end - 1].isWhitespace { end -= 1 }
    return end
  }

  /// A line `key: value` or `key = value`: where the key ends and the value starts.
  private static func entry(
    _ source: Bytes, _ start: Int, _ end: Int, isTOML: Bool
  ) -> (keyEnd: Int, value: Int)? {
    var index = start
    while index < end, isKeyByte(source[index]) { index += 1 }
    guard index > start else { return nil }
    let mark = source.skipSpaces(index, end)
    guard mark < end, source[mark] == (isTOML ? ASCII.equals : ASCII.colon) else { return nil }
    guard isTOML || mark + 1 == end || source[mark + 1].isSpaceOrTab else { return nil }
    return (index, source.skipSpaces(mark + 1, end))
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == ASCII.underscore || byte == ASCII.hyphen || byte == ASCII.period
      || byte == ASCII.quotation || byte == ASCII.apostrophe || byte >= 0x80
  }

  private static func scalar(
    _ source: Bytes, _ start: Int, _ lineEnd: Int, _ blockEnd: Int
  ) -> (text: [UInt8], start: Int, end: Int)? {
    var first = start
    var last = source.trimSpaces(start, lineEnd)
    let head = source.at(first)
    let isBlockScalar = first < last && (head == ASCII.pipe || head == ASCII.greater)
    if isBlockScalar || first == last { return folded(source, lineEnd, blockEnd) }
    if last - first >= 2, head == ASCII.quotation || head == ASCII.apostrophe, source[last - 1] == head {
      first += 1
      last -= 1
    }
    guard last > first else { return nil }
    return (Array(source[first..<last]), first, last)
  }

  /// The indented lines after a key, joined by spaces.
  private static func folded(
    _ source: Bytes, _ keyEnd: Int, _ blockEnd: Int
  ) -> (text: [UInt8], start: Int, end: Int)? {
    var text: [UInt8] = []
    var start = 0
    var end = 0
    var index = keyEnd
    while index < blockEnd {
      while index < blockEnd, source[index] == ASCII.lineFeed || source[index] == ASCII.carriageReturn {
        index += 1
      }
      guard index < blockEnd, source[index].isSpaceOrTab else { break }
      let first = source.skipSpaces(index, blockEnd)
      index = first
      while index < blockEnd, source[index] != ASCII.lineFeed, source[index] != ASCII.carriageReturn {
        index += 1
      }
      let last = source.trimSpaces(first, index)
      if last == first { continue }
      if text.isEmpty { start = first } else { text.append(ASCII.space) }
      text.append(contentsOf: source[first..<last])
      end = last
    }
    return text.isEmpty ? nil : (text, start, end)
  }
}
