import GraphModel

/// The number of a token in its tokenizer.
public typealias TokenID = Int32

/// Turns source text and prose into the tokens that search works on.
///
/// A run of letters, digits and underscores gives one token for the whole, with underscores dropped, and
/// one for each part between case changes, digits and underscores; all lower-cased and stemmed. So
/// `getQuerySet`, `get_query_set` and the words "query set" meet. Tokens hold only `a`-`z`, `0`-`9` and
/// UTF-8 of letters beyond ASCII.
///
/// What is not text is dropped: hexadecimal and other blobs, long numbers. Each distinct run is analysed
/// once and remembered, so a repeated one costs a hash and a copy of a few numbers.
public struct CodeTokenizer: Sendable {
  /// More distinct runs than this are forgotten, which bounds memory to about 100 MB.
  private static let mostRuns = 1 << 20

  /// All distinct tokens met so far.
  public private(set) var tokens = ByteInterner()
  /// Longer runs are rare and not worth remembering.
  private var runs = RunTable()
  private var runTokens: [TokenID] = []
  private var analyzer = RunAnalyzer()
  /// Advanced for each text, so that counts of runs need no clearing.
  private var text: UInt32 = 0

  /// Makes a tokenizer without memory of any text.
  public init() {}

  /// Appends the tokens of `text` to `output`. Linear.
  ///
  /// - Parameter cap: how many times at most the same run is taken; BM25 gains little from more.
  public mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, to output: inout [TokenID], cap: UInt32 = .max
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
      while index < text.count, ByteClass.of(text[index]) != .separator { index += 1 }
      appendRun(UnsafeBufferPointer(rebasing: text[start..<index]), to: &output, cap: cap)
    }
  }

  /// Appends the tokens of a string.
  public mutating func append(_ text: String, to output: inout [TokenID], cap: UInt32 = .max) {
    var text = text
    // The buffer is used inside the closure only.
    text.withUTF8 { append($0, to: &output, cap: cap) }
  }

  /// The tokens of `text` in order, repeated ones included.
  public mutating func tokenStrings(_ text: String) -> [String] {
    var ids: [TokenID] = []
    append(text, to: &ids)
    return ids.map { String(decoding: tokens[$0], as: UTF8.self) }
  }

  private mutating func beginText() {
    if text == .max || runs.count >= Self.mostRuns {
      runs.removeAll()
      runTokens.removeAll()
      text = 0
    }
    text += 1
  }

  private mutating func appendRun(
    _ name: UnsafeBufferPointer<UInt8>, to output: inout [TokenID], cap: UInt32
  ) {
    guard name.count <= RunTable.longest else {
      analyzer.analyze(name) { output.append(tokens.intern($0)) }
      return
    }
    let bytes = UnsafeRawBufferPointer(name)
    let key = RunTable.Key(bytes)
    let place = runs.find(bytes, key) ?? learn(name, key)
    let run = runs[place]
    let count = run.text == text ? run.count : 0
    guard count < cap else { return }
    runs[place].text = text
    runs[place].count = count == .max ? .max : count + 1
    let first = Int(run.firstToken)
    for place in first..<first + Int(run.tokenCount) { output.append(runTokens[place]) }
  }

  /// Analyses a run that was not met before.
  private mutating func learn(_ name: UnsafeBufferPointer<UInt8>, _ key: RunTable.Key) -> Int {
    let first = runTokens.count
    analyzer.analyze(name) { runTokens.append(tokens.intern($0)) }
    return runs.insert(
      UnsafeRawBufferPointer(name), key, firstToken: first, tokenCount: runTokens.count - first)
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
