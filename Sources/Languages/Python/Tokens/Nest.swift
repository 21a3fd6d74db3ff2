/// Something open around the byte a lexer reads.
struct Nest {
  enum Kind: UInt8 {
    case parenthesis
    case bracket
    case brace
    /// A replacement field of an f-string, from `{` to `}`.
    case field
    /// The format specification of a field, from `:` on; its text is literal.
    case specification
    /// The literal text of an f-string.
    case literal
  }

  var kind: Kind
  /// The quote and the ``StringPrefix`` bits of the literal that this is or, for a field and a format
  /// specification, that it is in.
  var quote: UInt8 = 0
  var prefix: UInt8 = 0
  /// The index of the token that opened it.
  var token: Int32

  /// True where the bytes are text, not tokens.
  @inline(__always)
  var isLiteral: Bool { kind.rawValue >= Kind.specification.rawValue }

  var isTriple: Bool { prefix & StringPrefix.triple != 0 }
}

extension Lexer {
  @inline(__always)
  mutating func open(_ nestKind: Nest.Kind, _ kind: TokenKind) {
    index += 1
    nest.append(Nest(kind: nestKind, token: Int32(truncatingIfNeeded: tokens.count)))
    add(kind, from: index - 1)
  }

  /// A closing bracket that does not fit closes what is open all the same: of the two, the parser then
  /// meets an `invalid` token, and the next line is outside.
  @inline(__always)
  mutating func close(_ nestKind: Nest.Kind, _ kind: TokenKind) {
    index += 1
    guard let top = nest.popLast() else {
      add(.invalid, from: index - 1)
      return
    }
    if top.kind == nestKind {
      add(kind, from: index - 1)
    } else {
      // A field cannot be closed by another bracket: the literal around it goes on behind its brace.
      if top.kind == .field { nest.append(top) }
      add(.invalid, from: index - 1)
    }
  }

  /// Where the statement begins that a keyword begins, `async` included, if that is the first thing on its
  /// line.
  func startOfStatement(_ keyword: Int) -> Int? {
    if beginsItsLine(keyword) { return keyword }
    guard let last = tokens.last, last.kind == .async, beginsItsLine(Int(last.start)) else { return nil }
    return Int(last.start)
  }

  /// True if nothing but white space stands between the line's beginning and `place`.
  func beginsItsLine(_ place: Int) -> Bool {
    var place = place - 1
    while place >= 0 {
      switch source[place] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0C: place -= 1
      case 0x0A, 0x0D: return true
      default: return false
      }
    }
    return true
  }
}
