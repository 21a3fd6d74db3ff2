/// Turns source text and prose into the tokens that search works on.
///
/// A run of letters, digits and underscores gives one token for the whole, with underscores dropped, and
/// one for each part between case changes, digits and underscores; all lower-cased and stemmed. So
/// `getQuerySet`, `get_query_set` and the words "query set" meet. Tokens hold only `a`-`z`, `0`-`9` and
/// UTF-8 of letters beyond ASCII, which is what the index's tokenizer takes for one token.
///
/// What is not text is dropped: hexadecimal and other blobs, long numbers. Each distinct run is analysed
/// once and remembered, so a repeated one costs a hash and a copy.
public struct CodeTokenizer: Sendable {
  private var memo = RunMemo()
  private var analyzer = RunAnalyzer()
  /// Advanced for each text, so that counts of occurrences need no clearing.
  private var text: UInt32 = 0

  /// Makes a tokenizer without memory of any text.
  public init() {}

  /// Appends the tokens of `text` to `output`, each followed by a space. Linear.
  ///
  /// - Parameter cap: how many times at most the same run is taken; BM25 gains little from more.
  public mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], cap: UInt32 = .max
  ) {
    beginText()
    var index = 0
    while index < text.count {
      // In bounds: `index` only grows to values checked against `count`.
      if ByteClass.of(text[index]) == .separator {
        index += 1
        continue
      }
      let start = index
      var hash = RunMemo.seed
      while index < text.count, ByteClass.of(text[index]) != .separator {
        hash = RunMemo.combine(hash, text[index])
        index += 1
      }
      appendRun(UnsafeBufferPointer(rebasing: text[start..<index]), hash: hash, to: &output, cap: cap)
    }
  }

  /// Appends the tokens of a string; see ``append(_:to:cap:)-(UnsafeBufferPointer<UInt8>,_,_)``.
  public mutating func append(_ text: String, to output: inout [UInt8], cap: UInt32 = .max) {
    var text = text
    // The buffer is used inside the closure only.
    text.withUTF8 { append($0, to: &output, cap: cap) }
  }

  /// The tokens of `text` in order, repeated ones included.
  public mutating func tokens(_ text: String) -> [String] {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return bytes.split(separator: RunAnalyzer.space).map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func beginText() {
    if text == .max || memo.isFull { memo = RunMemo() }
    text = text == .max ? 1 : text + 1
  }

  private mutating func appendRun(
    _ run: UnsafeBufferPointer<UInt8>, hash: UInt64, to output: inout [UInt8], cap: UInt32
  ) {
    guard run.count <= RunMemo.longestRun else {
      analyzer.append(run, to: &output)
      return
    }
    let entry =
      memo.find(run, hash: hash)
      ?? memo.insert(run, hash: hash) { analyzer.append(run, to: &$0) }
    memo.append(entry, to: &output, text: text, cap: cap)
  }
}

/// What a byte means to the tokenizer.
enum ByteClass: UInt8 {
  case separator, lower, upper, digit, underscore
  /// Part of a scalar beyond ASCII; whether that is a letter is decided run by run.
  case beyond

  @inline(__always)
  static func of(_ byte: UInt8) -> ByteClass {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "_"): .underscore
    case 0x80...: .beyond
    default: .separator
    }
  }
}
