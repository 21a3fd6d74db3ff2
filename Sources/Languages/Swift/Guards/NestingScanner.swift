/// Reads a file's bytes as tokens, coarsely: words, brackets, operators, literals.
///
/// Strings are followed into their interpolations. Regular expressions are not recognised; instead, in files
/// where `/` may begin one, and in others where it is not sure what is text, brackets in strings and comments
/// count too (``NestingGuard/Limit/text``): a quote inside a regular expression makes it take code for text.
struct NestingScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let count: Int
  private var offset = 0
  private var state = NestingState()
  /// Strings that the scan is inside an interpolation of, innermost last.
  private var strings: [Literal] = []

  /// How a string literal ends.
  private struct Literal {
    var pounds: Int
    var isMultiline: Bool
  }

  /// `bytes` must stay valid while the scanner is used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    count = bytes.count
  }

  /// Scans to the end or to the first place that is beyond a limit.
  mutating func isTooDeep() -> Bool {
    while offset < count {
      step()
      if state.isBeyondLimit { return true }
    }
    return state.isBeyondTextLimit
  }

  private func byte(_ place: Int) -> UInt8 { place < count ? bytes[place] : 0 }

  private mutating func step() {
    let first = bytes[offset]
    switch first {
    case 0x0A, 0x0D:
      // Where a line ends inside the interpolation of a one-line string, readers differ.
      if let literal = strings.last, !literal.isMultiline { state.isAmbiguous = true }
      offset += 1
    case 0x00...0x20, 0x80...:
      // Whether other characters belong to names does not matter: they are neither brackets nor keywords.
      offset += 1
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "$"), UInt8(ascii: "`"):
      word()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      number()
    case UInt8(ascii: "\""):
      string(pounds: 0)
    case UInt8(ascii: "#"): pound()
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      offset += 1
      state.open(first)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      offset += 1
      state.close(first)
      if let literal = strings.last, state.interpolations < strings.count {
        strings.removeLast()
        text(literal)
      }
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "."),
      UInt8(ascii: "\\"):
      offset += 1
      state.punctuation(first)
    case UInt8(ascii: "'"):
      offset += 1
      state.isAmbiguous = true
      state.punctuation(first)
    case UInt8(ascii: "/"): slash()
    default: operatorRun()
    }
  }

  // MARK: Words and numbers

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  private mutating func word() {
    let start = offset
    while offset < count && Self.isWord(bytes[offset]) { offset += 1 }
    let dot = UInt8(ascii: ".")
    let isMember = start > 0 && bytes[start - 1] == dot && (start == 1 || bytes[start - 2] != dot)
    state.word(UnsafeBufferPointer(rebasing: bytes[start..<offset]), isMember: isMember)
  }

  private mutating func number() {
    while offset < count && Self.isWord(bytes[offset]) { offset += 1 }
    state.literal()
  }

  // MARK: Operators

  private mutating func operatorRun() {
    let start = offset
    while offset < count {
      switch bytes[offset] {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="),
        UInt8(ascii: "*"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "^"),
        UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "?"):
        offset += 1
        continue
      default: break
      }
      break
    }
    if offset == start { offset += 1 }
    let length = offset - start
    let first = bytes[start]
    if length >= 4 && (first == UInt8(ascii: "<") || first == UInt8(ascii: ">")) {
      state.isAmbiguous = true  // perhaps a marker of a merge conflict
    }
    state.operators(
      UnsafeBufferPointer(rebasing: bytes[start..<offset]), isLeftBound: start > 0 && closes(bytes[start - 1])
    )
  }

  /// True for the last byte of what an operator may follow without a space.
  private func closes(_ before: UInt8) -> Bool {
    Self.isWord(before) || before == UInt8(ascii: ")") || before == UInt8(ascii: "]")
      || before == UInt8(ascii: "}") || before == UInt8(ascii: "\"")
  }

  private mutating func slash() {
    switch byte(offset + 1) {
    case UInt8(ascii: "/"):
      while offset < count && bytes[offset] != 0x0A && bytes[offset] != 0x0D {
        state.text(bytes[offset])
        offset += 1
      }
    case UInt8(ascii: "*"): blockComment()
    default:
      let isInfix = offset > 0 && closes(bytes[offset - 1])
      if byte(offset + 1) > 0x20 && !isInfix { state.isAmbiguous = true }
      offset += 1
      state.literal()
    }
  }

  private mutating func blockComment() {
    var depth = 0
    while offset < count {
      let current = bytes[offset]
      if current == UInt8(ascii: "/") && byte(offset + 1) == UInt8(ascii: "*") {
        depth += 1
        offset += 2
      } else if current == UInt8(ascii: "*") && byte(offset + 1) == UInt8(ascii: "/") {
        depth -= 1
        offset += 2
        if depth == 0 { return }
      } else {
        state.text(current)
        offset += 1
      }
    }
    offset = min(offset, count)
  }

  // MARK: Strings

  private mutating func pound() {
    if offset > 0 && bytes[offset - 1] == UInt8(ascii: "<") {
      // A placeholder; the parser looks for its end.
      state.isAmbiguous = true
      state.stray()
    }
    var pounds = 0
    while byte(offset + pounds) == UInt8(ascii: "#") { pounds += 1 }
    switch byte(offset + pounds) {
    case UInt8(ascii: "\""):
      offset += pounds
      string(pounds: pounds)
    case UInt8(ascii: "/"):
      state.isAmbiguous = true
      offset += pounds + 1
      state.literal()
    default:
      offset += pounds
      let start = offset
      while offset < count && Self.isWord(bytes[offset]) { offset += 1 }
      state.directive(UnsafeBufferPointer(rebasing: bytes[start..<offset]))
    }
  }

  /// A string literal whose first quote is at ``offset``.
  private mutating func string(pounds: Int) {
    state.literal()
    let quote = UInt8(ascii: "\"")
    let isMultiline = byte(offset + 1) == quote && byte(offset + 2) == quote
    offset += isMultiline ? 3 : 1
    text(Literal(pounds: pounds, isMultiline: isMultiline))
  }

  /// Reads a literal's text up to its end or to an interpolation, which is then scanned as code.
  private mutating func text(_ literal: Literal) {
    let quotes = literal.isMultiline ? 3 : 1
    while offset < count {
      let current = bytes[offset]
      if current == UInt8(ascii: "\\") {
        let pounds = run(of: UInt8(ascii: "#"), from: offset + 1, atMost: literal.pounds)
        offset += 1
        guard pounds == literal.pounds else { continue }
        offset += pounds
        if byte(offset) == UInt8(ascii: "(") {
          offset += 1
          state.openInterpolation()
          strings.append(literal)
          return
        }
        // An escaped character, never a line's end.
        if offset < count && bytes[offset] != 0x0A && bytes[offset] != 0x0D { offset += 1 }
        continue
      }
      if current == UInt8(ascii: "\""), run(of: current, from: offset, atMost: quotes) == quotes,
        run(of: UInt8(ascii: "#"), from: offset + quotes, atMost: literal.pounds) == literal.pounds
      {
        offset += quotes + literal.pounds
        return
      }
      if !literal.isMultiline && (current == 0x0A || current == 0x0D) { return }
      state.text(current)
      offset += 1
    }
  }

  private func run(of wanted: UInt8, from start: Int, atMost limit: Int) -> Int {
    var length = 0
    while length < limit && byte(start + length) == wanted { length += 1 }
    return length
  }
}
