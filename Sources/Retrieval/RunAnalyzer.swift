/// Splits one run of letters, digits, underscores and bytes beyond ASCII into tokens.
struct RunAnalyzer: Sendable {
  /// No token is longer; parts are cut, wholes are left out.
  static let longestToken = 64
  /// Longer numbers are identifiers of machines, not of people.
  static let longestNumber = 10
  /// From this length on, a run of hexadecimal digits is a blob.
  static let shortestBlob = 16
  /// Longer ASCII runs without underscore are data, not names.
  static let longestName = 256

  private var stemmer = Porter2()
  /// Half-open offsets of the parts of the run at hand.
  private var parts: [Range<Int>] = []

  /// The token at hand.
  private var token: [UInt8] = []

  /// Hands the tokens of `run` to `emit`, one after the other; the bytes are valid during the call only.
  mutating func analyze(_ run: UnsafeBufferPointer<UInt8>, _ emit: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard run.contains(where: { $0 >= 0x80 }) else { return analyzeName(run, emit) }
    for piece in UnicodeRun.pieces(run) {
      piece.bytes.withUnsafeBufferPointer { bytes in
        if piece.isName { analyzeName(bytes, emit) } else { emit(bytes) }
      }
    }
  }

  /// `name` holds ASCII letters, digits, underscores and lower-case letters beyond ASCII.
  private mutating func analyzeName(
    _ name: UnsafeBufferPointer<UInt8>, _ emit: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard !isBlob(name) else { return }
    split(name)
    guard let first = parts.first, !isBlobOfParts(name) else { return }
    if parts.count == 1 { return emitPart(name[first], emit) }
    let length = parts.reduce(0) { $0 + $1.count }
    // `1_000`, `0xFF`, `3rd`: their parts mean nothing. But `0001_initial` is a name.
    let isNumber =
      parts.allSatisfy { ByteClass.of(name[$0.lowerBound]) == .digit }
      || (length == name.count && ByteClass.of(name[0]) == .digit)
    if length <= (isNumber ? Self.longestNumber : Self.longestToken) {
      token.removeAll(keepingCapacity: true)
      for part in parts { appendLowercased(name[part]) }
      stemAndEmit(emit)
    }
    guard !isNumber else { return }
    for part in parts where part.count > 1 || ByteClass.of(name[part.lowerBound]) != .digit {
      emitPart(name[part], emit)
    }
  }

  private mutating func emitPart(
    _ part: Slice<UnsafeBufferPointer<UInt8>>, _ emit: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if ByteClass.of(part[part.startIndex]) == .digit, part.count > Self.longestNumber { return }
    var end = min(part.endIndex, part.startIndex + Self.longestToken)
    while end < part.endIndex, part[end] & 0xC0 == 0x80 { end -= 1 }  // not inside a scalar
    token.removeAll(keepingCapacity: true)
    appendLowercased(part[..<end])
    stemAndEmit(emit)
  }

  private mutating func appendLowercased(_ part: Slice<UnsafeBufferPointer<UInt8>>) {
    for byte in part { token.append(byte &- 65 < 26 ? byte | 0x20 : byte) }
  }

  private mutating func stemAndEmit(_ emit: (UnsafeBufferPointer<UInt8>) -> Void) {
    stemmer.stem(&token, from: 0)
    // The buffer is used inside the closure only.
    token.withUnsafeBufferPointer(emit)
  }

  /// Finds the parts: `parseHTMLPage2` is parse, HTML, Page, 2.
  private mutating func split(_ name: UnsafeBufferPointer<UInt8>) {
    parts.removeAll(keepingCapacity: true)
    var start = 0
    var previous = ByteClass.underscore
    for index in name.indices {
      var current = ByteClass.of(name[index])
      if current == .beyond { current = .lower }
      defer { previous = current }
      if current == previous { continue }
      if current == .lower, previous == .upper {
        // The last capital begins the word: `HTMLPage` is HTML, Page.
        if index - 1 > start {
          parts.append(start..<index - 1)
          start = index - 1
        }
        continue
      }
      if previous != .underscore, index > start { parts.append(start..<index) }
      start = current == .underscore ? index + 1 : index
    }
    if start < name.count, previous != .underscore { parts.append(start..<name.count) }
  }

  private func isBlob(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count >= Self.shortestBlob else { return false }
    var hexadecimal = 0
    var digits = 0
    var underscores = 0
    for byte in name {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        hexadecimal += 1
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): hexadecimal += 1
      case UInt8(ascii: "_"): underscores += 1
      default: break
      }
    }
    if digits > 0, hexadecimal + underscores >= name.count - 1 { return true }  // one other: the x of 0x
    return name.count > Self.longestName && underscores == 0 && name[0] < 0x80
  }

  /// True for base64 and the like: long, with digits, and parts of less than four letters on average.
  private func isBlobOfParts(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.count >= 2 * Self.shortestBlob && parts.count * 4 > name.count
      && parts.contains { ByteClass.of(name[$0.lowerBound]) == .digit }
      && !name.contains(UInt8(ascii: "_"))
  }
}
