/// Private keys in PEM's form (RFC 7468): lines of base64 between two marks.
enum PrivateKeyBlock {
  private static let begin = Array("-----BEGIN".utf8)
  private static let mark = Array("PRIVATE KEY".utf8)
  private static let end = Array("-----END".utf8)
  /// The longest key that is looked for.
  private static let limit = 16 << 10

  /// What is between the marks, if a run of token bytes begins with the first one; without an end, what is
  /// left of the key. O(key).
  static func content(_ bytes: UnsafeBufferPointer<UInt8>, from run: Range<Int>) -> Range<Int>? {
    guard matches(bytes, begin, at: run.lowerBound) else { return nil }
    // The kind of key stands on the same line, in words.
    let line = run.lowerBound..<min(bytes.count, run.lowerBound + 80)
    guard let kind = line.first(where: { matches(bytes, mark, at: $0) }) else { return nil }
    let start = min(bytes.count, kind + mark.count + 5)
    let limit = min(bytes.count, start + limit)
    let stop = (start..<limit).first { bytes[$0] == end[0] && matches(bytes, end, at: $0) } ?? limit
    return start < stop ? start..<stop : nil
  }

  private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ text: [UInt8], at place: Int) -> Bool {
    place + text.count <= bytes.count && bytes[place..<place + text.count].elementsEqual(text)
  }
}
