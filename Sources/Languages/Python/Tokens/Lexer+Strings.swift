extension Lexer {
  /// The bits of a string's prefix, whose at most two letters are packed in a number; nil if it is none.
  static func stringPrefix(_ packed: UInt64) -> UInt8? {
    // The bit 0x20 makes ASCII letters small; a single letter's upper byte is that bit alone.
    switch packed | 0x2020 {
    case pair(" ", "r"): StringPrefix.raw
    case pair(" ", "b"): StringPrefix.bytes
    case pair(" ", "u"): 0
    case pair(" ", "f"), pair(" ", "t"): StringPrefix.format
    case pair("r", "b"), pair("b", "r"): StringPrefix.raw | StringPrefix.bytes
    case pair("r", "f"), pair("f", "r"), pair("r", "t"), pair("t", "r"):
      StringPrefix.raw | StringPrefix.format
    default: nil
    }
  }

  @inline(__always)
  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 8 | UInt64(second.value)
  }

  /// Reads a string whose opening quote is at `index` and whose prefix begins at `start`. Of a format string
  /// only the opening; ``scanLiteral(_:)`` goes on.
  mutating func scanString(from start: Int, prefix: UInt8) {
    let quote = source[index]
    let isTriple = byte(index + 1) == quote && byte(index + 2) == quote
    index += isTriple ? 3 : 1
    let prefix = isTriple ? prefix | StringPrefix.triple : prefix
    if prefix & StringPrefix.format != 0 {
      if !isTriple { openSingleQuoted += 1 }
      nest.append(
        Nest(kind: .literal, quote: quote, prefix: prefix, token: Int32(truncatingIfNeeded: tokens.count)))
      add(.formatStart, from: start, flags: prefix)
    } else if isTriple {
      scanTriple(from: start, quote: quote, prefix: prefix)
    } else {
      scanSingle(from: start, quote: quote, prefix: prefix)
    }
  }

  @inline(__always)
  private mutating func scanSingle(from start: Int, quote: UInt8, prefix: UInt8) {
    var place = index
    while place < limit {
      let byte = source[place]
      if byte == quote {
        index = place + 1
        add(.string, from: start, flags: prefix)
        return
      }
      if byte == UInt8(ascii: "\\") {
        index = place + 1
        if !skipLineBreak() { index += 1 }
        place = index
        continue
      }
      if byte == 0x0A || byte == 0x0D { break }
      place += 1
    }
    index = min(place, limit)
    add(.invalid, from: start)
    leaveSingleQuotedFormats()
  }

  private mutating func scanTriple(from start: Int, quote: UInt8, prefix: UInt8) {
    var place = index
    if !isEndless(quote) {
      while place < limit {
        let byte = source[place]
        if byte == quote, self.byte(place + 1) == quote, self.byte(place + 2) == quote {
          index = place + 3
          add(.string, from: start, flags: prefix)
          return
        }
        place += byte == UInt8(ascii: "\\") ? 2 : 1
      }
      setEndless(quote)
    }
    // Never closed: only its first line is lost, and the rest is read as code.
    skipComment()
    add(.invalid, from: start)
  }

  private func isEndless(_ quote: UInt8) -> Bool {
    quote == UInt8(ascii: "'") ? endlessTripleApostrophe : endlessTripleQuote
  }

  private mutating func setEndless(_ quote: UInt8) {
    if quote == UInt8(ascii: "'") { endlessTripleApostrophe = true } else { endlessTripleQuote = true }
  }
}
