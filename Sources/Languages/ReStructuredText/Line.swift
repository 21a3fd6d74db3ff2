/// One line of the source, without its end.
struct Line {
  /// The first byte, that of the text after the indentation, and the end of the text.
  var start: Int
  var textStart: Int
  var end: Int

  var isBlank: Bool { textStart == end }
  /// Bytes of white space before the text.
  var indent: Int { textStart - start }

  /// The lines of a source; `starts` are the offsets of their first bytes.
  static func lines(of source: UnsafeBufferPointer<UInt8>, starts: [UInt32]) -> [Line] {
    starts.indices.map { index in
      let start = Int(starts[index])
      var end = index + 1 < starts.count ? Int(starts[index + 1]) : source.count
      while end > start, source[end - 1] <= 0x20 { end -= 1 }
      var textStart = start
      while textStart < end, source[textStart] <= 0x20 { textStart += 1 }
      return Line(start: start, textStart: textStart, end: end)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: self[start..<Swift.max(start, end)], as: UTF8.self)
  }

  func has(_ word: StaticString, at index: Int, before end: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= end else { return false }
    return word.withUTF8Buffer { wanted in wanted.indices.allSatisfy { self[index + $0] == wanted[$0] } }
  }

  /// The first place of `word` in `start..<end`.
  func find(_ word: StaticString, from start: Int, before end: Int) -> Int? {
    var index = start
    while index + word.utf8CodeUnitCount <= end {
      if has(word, at: index, before: end) { return index }
      index += 1
    }
    return nil
  }
}
