import GraphModel

/// The words that names are made of: `HTTPResponseHead2` gives `http`, `response`, `head`.
struct NameWords {
  /// All words met so far, in lower case.
  private(set) var words = ByteInterner()
  private var buffer: [UInt8] = []
  /// Shorter words say too little.
  private static let shortest = 3

  /// Appends the words of a name in order, repeated ones included.
  mutating func append(_ name: String, to output: inout [Int32]) {
    var previous: UInt8 = 0
    let bytes = Array(name.utf8)
    for (place, byte) in bytes.enumerated() {
      let isUpper = (0x41...0x5A).contains(byte)
      guard isUpper || (0x61...0x7A).contains(byte) || byte >= 0x80 else {
        flush(to: &output)
        previous = 0
        continue
      }
      let isWordBefore = (0x61...0x7A).contains(previous) || previous >= 0x80
      let isWordAfter = place + 1 < bytes.count && (0x61...0x7A).contains(bytes[place + 1])
      // A new word begins where upper case follows lower, or the last capital of several is followed by lower.
      if isUpper && (isWordBefore || (previous != 0 && isWordAfter)) { flush(to: &output) }
      buffer.append(isUpper ? byte | 0x20 : byte)
      previous = byte
    }
    flush(to: &output)
  }

  /// The text of a word.
  func text(_ word: Int32) -> String { String(decoding: words[word], as: UTF8.self) }

  /// True for two words of one stem, or what looks like it: at least four letters in common from the first on, and at
  /// most three more in either.
  static func areAlike(_ left: String, _ right: String) -> Bool {
    let common = zip(left.utf8, right.utf8).prefix { $0 == $1 }.count
    return common >= 4 && max(left.utf8.count, right.utf8.count) <= common + 3
  }

  private mutating func flush(to output: inout [Int32]) {
    if buffer.count >= Self.shortest {
      // The buffer is not changed while it is read.
      output.append(buffer.withUnsafeBufferPointer { words.intern($0) })
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
