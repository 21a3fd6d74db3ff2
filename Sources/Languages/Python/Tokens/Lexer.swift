/// Splits Python source into tokens, lenient where the language is strict: it never fails, and marks what
/// it cannot read as ``TokenKind/invalid``. Linear in the length of the source.
///
/// Source: The Python Language Reference, "Lexical analysis"; PEP 701 for f-strings.
struct Lexer {
  /// Valid for the lexer's lifetime: lexers live only inside the closure that provides it
  /// (`withUnsafeBufferPointer`), and every read is below `limit`, which is at most its count.
  let source: UnsafeBufferPointer<UInt8>
  /// One past the last byte to read.
  let limit: Int
  var index: Int
  var tokens: [Token]
  /// Number of places that had to be mended here and that the parser will not notice.
  var errors = 0

  /// What is open around the current byte, outermost first.
  var nest: [Nest] = []
  /// Number of single-quoted format strings in `nest`.
  var openSingleQuoted = 0
  var indents = IndentStack()
  /// True where only an expression is read: line breaks are white space.
  let isExpression: Bool
  /// True once triple quotes of that kind were found to have no end anywhere behind.
  var endlessTripleQuote = false
  var endlessTripleApostrophe = false
  /// How many bytes may still be read again in order to mend what is never closed.
  var mendingBudget: Int

  /// Reads a whole file.
  init(file source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    limit = source.count
    let hasMark = source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF
    index = hasMark ? 3 : 0
    isExpression = false
    mendingBudget = source.count * 4
    tokens = []
    tokens.reserveCapacity(source.count / 4 + 16)
  }

  /// Reads an expression that stands in `range` of the file.
  init(expression source: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.source = source
    limit = range.upperBound
    index = range.lowerBound
    isExpression = true
    mendingBudget = 0
    tokens = []
  }

  /// The byte at `place`, or 0 behind the end.
  @inline(__always)
  func byte(_ place: Int) -> UInt8 { place < limit ? source[place] : 0 }

  @inline(__always)
  mutating func add(_ kind: TokenKind, from start: Int, flags: UInt8 = 0) {
    tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: index), kind: kind,
        flags: flags))
  }

  /// Reads everything; ends with `endOfFile`.
  mutating func run() {
    if !isExpression { beginLine() }
    while true {
      if let top = nest.last, top.isLiteral {
        scanLiteral(top)
      } else if index >= limit {
        if finish() { return }
      } else {
        scanToken()
      }
    }
  }

  private mutating func scanToken() {
    let start = index
    let first = source[index]
    switch first {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0C:
      index += 1
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      0x80...:
      scanWord()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      scanNumber()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      scanString(from: start, prefix: 0)
    case 0x0A, 0x0D:
      lineBreak()
    case UInt8(ascii: "#"):
      skipComment()
    case UInt8(ascii: "\\"):
      index += 1
      if !skipLineBreak() { add(.invalid, from: start) }
    case UInt8(ascii: "."):
      if byte(index + 1) >= 0x30 && byte(index + 1) <= 0x39 {
        scanNumber()
      } else if byte(index + 1) == first && byte(index + 2) == first {
        index += 3
        add(.ellipsis, from: start)
      } else {
        index += 1
        add(.dot, from: start)
      }
    case UInt8(ascii: "("): open(.parenthesis, .openParenthesis)
    case UInt8(ascii: "["): open(.bracket, .openBracket)
    case UInt8(ascii: "{"): open(.brace, .openBrace)
    case UInt8(ascii: ")"): close(.parenthesis, .closeParenthesis)
    case UInt8(ascii: "]"): close(.bracket, .closeBracket)
    case UInt8(ascii: "}"):
      if nest.last?.kind == .field {
        close(.field, .fieldClose)
      } else {
        close(.brace, .closeBrace)
      }
    default:
      scanOperator(first)
    }
  }

  /// Reads a name, a keyword or the prefix of a string.
  @inline(__always)
  private mutating func scanWord() {
    let start = index
    // The last eight bytes; what is longer is no keyword.
    var packed: UInt64 = 0
    var seen: UInt8 = 0
    var place = index
    while place < limit {
      let byte = source[place]
      guard Self.continuesName(byte) else { break }
      packed = packed << 8 | UInt64(byte)
      seen |= byte
      place += 1
    }
    let length = place - start
    index = place
    if length <= 2, byte(place) == UInt8(ascii: "\"") || byte(place) == UInt8(ascii: "'"),
      let prefix = Self.stringPrefix(packed)
    {
      scanString(from: start, prefix: prefix)
      return
    }
    guard length <= Keywords.longest, length >= 2 else {
      add(.name, from: start, flags: seen >> 7)
      return
    }
    let kind = Keywords.kind(packed)
    if !nest.isEmpty {
      if kind == .for {
        tokens[Int(nest[nest.count - 1].token)].flags |= Token.opensComprehension
      } else if kind.onlyBeginsStatement && !isExpression, let statement = startOfStatement(start) {
        abandonBrackets(at: statement)
        return
      }
    }
    add(kind, from: start, flags: seen >> 7)
  }

  /// Letters, digits, the underscore and every byte beyond ASCII.
  @inline(__always)
  static func continuesName(_ byte: UInt8) -> Bool {
    if byte >= 0x80 { return true }
    let bits: UInt64 = byte < 64 ? 0x03FF_0000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return bits >> UInt64(byte & 63) & 1 != 0
  }

  private mutating func scanOperator(_ first: UInt8) {
    let start = index
    let second = byte(index + 1)
    let third = byte(index + 2)
    var kind = TokenKind.otherOperator
    var length = 1
    switch first {
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: ":"):
      if nest.last?.kind == .field {
        kind = .fieldColon
      } else if second == UInt8(ascii: "=") {
        (kind, length) = (.colonEqual, 2)
      } else {
        kind = .colon
      }
    case UInt8(ascii: ";"): kind = .semicolon
    case UInt8(ascii: "="):
      if second == UInt8(ascii: "=") { length = 2 } else { kind = .equal }
    case UInt8(ascii: "*"):
      kind = .star
      if second == UInt8(ascii: "*") { (kind, length) = (.doubleStar, 2) }
    case UInt8(ascii: "+"): kind = .plus
    case UInt8(ascii: "-"):
      kind = .minus
      if second == UInt8(ascii: ">") { (kind, length) = (.arrow, 2) }
    case UInt8(ascii: "~"): kind = .tilde
    case UInt8(ascii: "@"): kind = .at
    case UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      if second == first { length = 2 }
    case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "^"): break
    case UInt8(ascii: "!"):
      if second == UInt8(ascii: "=") {
        length = 2
      } else {
        kind = nest.last?.kind == .field ? .exclamation : .invalid
      }
    default: kind = .invalid
    }
    switch kind {
    case .otherOperator where first == UInt8(ascii: "=") || first == UInt8(ascii: "!"): break
    case .otherOperator, .star, .doubleStar, .plus, .minus, .at:
      if (length == 1 ? second : third) == UInt8(ascii: "=") {
        length += 1
        // `<=` and `>=` compare, everything else assigns.
        let compares = length == 2 && (first == UInt8(ascii: "<") || first == UInt8(ascii: ">"))
        if !compares { kind = .augmentedEqual }
      }
    default: break
    }
    index += length
    add(kind, from: start)
    if kind == .fieldColon, let field = nest.last {
      nest.append(
        Nest(kind: .specification, quote: field.quote, prefix: field.prefix, token: Int32(tokens.count - 1)))
    }
  }

  /// Digits, underscores, a fraction, an exponent, a suffix; as far as a number can go and not further, so
  /// that `1if x` is a number and a keyword.
  private mutating func scanNumber() {
    let start = index
    if source[index] == UInt8(ascii: "0") {
      let base = byte(index + 1) | 0x20
      if base == UInt8(ascii: "x") || base == UInt8(ascii: "o") || base == UInt8(ascii: "b") {
        index += 2
        while index < limit, Self.isDigit(source[index], hexadecimal: base == UInt8(ascii: "x")) {
          index += 1
        }
        add(.number, from: start)
        return
      }
    }
    skipDigits()
    if byte(index) == UInt8(ascii: ".") {
      index += 1
      skipDigits()
    }
    if byte(index) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(index + 1) == UInt8(ascii: "+") || byte(index + 1) == UInt8(ascii: "-") ? 1 : 0
      if Self.isDigit(byte(index + 1 + sign), hexadecimal: false) {
        index += 1 + sign
        skipDigits()
      }
    }
    if byte(index) | 0x20 == UInt8(ascii: "j") { index += 1 }
    add(.number, from: start)
  }

  private mutating func skipDigits() {
    while index < limit, Self.isDigit(source[index], hexadecimal: false) { index += 1 }
  }

  private static func isDigit(_ byte: UInt8, hexadecimal: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): hexadecimal
    default: false
    }
  }
}
