import GraphModel

/// Splits text into the words that tags are made of: runs of letters, parted at case changes as in identifiers, in
/// lower case (ASCII). `parseHTMLPage` gives parse, html, page.
struct WordScanner {
  /// Longer runs of letters are data.
  static let longest = 24
  static let shortest = 3

  /// Calls `body` with each word in lower case and its place; the bytes are valid during the call only. O(bytes).
  static func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { buffer in
      var index = 0
      while index < text.count {
        guard isLetter(text[index]) else {
          index += 1
          continue
        }
        let start = index
        index += 1
        while index < text.count, isLetter(text[index]), !isBoundary(text, index) { index += 1 }
        guard index - start <= longest else { continue }
        for offset in start..<index { buffer[offset - start] = lowercased(text[offset]) }
        body(UnsafeBufferPointer(start: buffer.baseAddress, count: index - start), start..<index)
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private static func lowercased(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

  /// True if a new word begins with the letter at `index`: a capital after a small letter, or the last of several
  /// capitals before a small one.
  private static func isBoundary(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard isUpper(text[index]) else { return false }
    if !isUpper(text[index - 1]) { return true }
    return index + 1 < text.count && text[index + 1] &- 0x61 < 26
  }
}
