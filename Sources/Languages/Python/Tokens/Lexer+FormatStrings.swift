/// The literal text of f-strings and t-strings, which may nest to any depth (PEP 701): what is open is on
/// the lexer's own stack, not on the thread's.
extension Lexer {
  /// Reads text until something other than text comes: a field, the end of the string or of a field's
  /// format specification.
  mutating func scanLiteral(_ top: Nest) {
    // In a format specification doubled braces are no escape, and the quotes are those of the literal.
    let isSpecification = top.kind == .specification
    while index < limit {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "{"):
        if !isSpecification && self.byte(index + 1) == byte {
          index += 2
        } else {
          index += 1
          nest.append(
            Nest(
              kind: .field, quote: top.quote, prefix: top.prefix,
              token: Int32(truncatingIfNeeded: tokens.count)))
          add(.fieldOpen, from: index - 1)
          return
        }
      case UInt8(ascii: "}"):
        if isSpecification {
          index += 1
          nest.removeLast(2)
          add(.fieldClose, from: index - 1)
          return
        }
        if self.byte(index + 1) == byte {
          index += 2
        } else {
          index += 1
          add(.invalid, from: index - 1)
        }
      case UInt8(ascii: "\\"):
        skipEscape(isRaw: top.prefix & StringPrefix.raw != 0)
      case top.quote where !top.isTriple:
        index += 1
        endLiteral(quotes: 1)
        return
      case top.quote where self.byte(index + 1) == byte && self.byte(index + 2) == byte:
        index += 3
        endLiteral(quotes: 3)
        return
      case 0x0A where !top.isTriple, 0x0D where !top.isTriple:
        add(.invalid, from: index)
        leaveSingleQuotedFormats()
        return
      default:
        index += 1
      }
    }
    // The end of the file: ``finish()`` decides.
    if !mendOpenEnds() { leaveAll() }
  }

  private mutating func skipEscape(isRaw: Bool) {
    index += 1
    let escaped = byte(index)
    // A brace after a backslash still begins or ends a field.
    if escaped == UInt8(ascii: "{") || escaped == UInt8(ascii: "}") { return }
    if !isRaw && escaped == UInt8(ascii: "N") && byte(index + 1) == UInt8(ascii: "{") {
      // A character's name: letters, digits, spaces and hyphens between braces.
      index += 2
      while index < limit, Self.continuesName(source[index]) || source[index] == 0x20 || source[index] == 0x2D
      {
        index += 1
      }
      if byte(index) == UInt8(ascii: "}") { index += 1 }
      return
    }
    if !skipLineBreak() { index = min(index + 1, limit) }
  }

  /// Closes the innermost literal and whatever is still open inside it.
  private mutating func endLiteral(quotes: Int) {
    while let top = nest.popLast() {
      guard top.kind == .literal else { continue }
      if !top.isTriple { openSingleQuoted -= 1 }
      break
    }
    add(.formatEnd, from: index - quotes)
  }

  /// Forgets everything that is open.
  mutating func leaveAll() {
    nest.removeAll(keepingCapacity: true)
    openSingleQuoted = 0
  }
}
