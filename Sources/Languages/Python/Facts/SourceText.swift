import Foundation
import GraphModel
import LanguageSupport

/// Texts put together from tokens.
extension Parser {
  mutating func internScratch() -> NameID {
    scratch.withUnsafeBufferPointer { facts.names.intern($0) }
  }

  /// The tokens `start..<end` on one line: comments dropped, white space between tokens made one space and
  /// dropped inside brackets' edges, a comma before a bracket on the next line dropped. What exceeds
  /// `limit` bytes is replaced by `…`.
  mutating func text(from start: Int, to end: Int, limit: Int) -> NameID {
    scratch.removeAll(keepingCapacity: true)
    var place = start
    var last = TokenKind.newline
    var lastEnd: UInt32 = 0
    while place < end && scratch.count <= limit {
      let token = tokens[place]
      if place > start && token.start > lastEnd {
        let closes =
          token.kind == .closeParenthesis || token.kind == .closeBracket || token.kind == .closeBrace
        let opened = last == .openParenthesis || last == .openBracket || last == .openBrace
        if closes && last == .comma && hasLineBreak(lastEnd, token.start) {
          scratch.removeLast()
        } else if !closes && !opened && token.kind != .comma {
          scratch.append(UInt8(ascii: " "))
        }
      }
      var stop = token.end
      if token.kind == .formatStart {
        place = endOfFormat(place, before: end)
        stop = tokens[place].end
      }
      append(source: token.start, stop, limit: limit)
      last = token.kind
      lastEnd = stop
      place += 1
    }
    if scratch.count > limit { truncate(to: limit) }
    return internScratch()
  }

  /// The index of the token that ends the format string begun at `place`.
  private func endOfFormat(_ place: Int, before end: Int) -> Int {
    var open = 0
    var place = place
    while place < end {
      if tokens[place].kind == .formatStart { open += 1 }
      if tokens[place].kind == .formatEnd {
        open -= 1
        if open == 0 { return place }
      }
      place += 1
    }
    return end - 1
  }

  private func hasLineBreak(_ start: UInt32, _ end: UInt32) -> Bool {
    source[Int(start)..<Int(end)].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Appends source bytes, control characters as spaces; at most one byte more than `limit` in all.
  private mutating func append(source start: UInt32, _ end: UInt32, limit: Int) {
    let end = min(Int(end), Int(start) + limit + 1 - scratch.count)
    for place in Int(start)..<max(Int(start), end) {
      let byte = source[place]
      // CR LF is one line break.
      if byte == 0x0D && place + 1 < end && source[place + 1] == 0x0A { continue }
      scratch.append(byte < 0x20 ? 0x20 : byte)
    }
  }

  /// Cuts at a character's beginning, so that the whole, ellipsis included, has at most `limit` bytes.
  private mutating func truncate(to limit: Int) {
    let ellipsis: [UInt8] = [0xE2, 0x80, 0xA6]
    var count = max(0, limit - ellipsis.count)
    while count > 0, scratch[count] & 0xC0 == 0x80 { count -= 1 }
    while count > 0, scratch[count - 1] == UInt8(ascii: " ") { count -= 1 }
    scratch.removeLast(scratch.count - count)
    scratch.append(contentsOf: ellipsis)
  }

  /// Identifiers are compared in normal form NFKC (Reference, "Identifiers and keywords").
  mutating func internNormalized(_ token: Token) -> NameID {
    let bytes = source[Int(token.start)..<Int(token.end)]
    guard let string = String(validating: bytes, as: UTF8.self) else {
      return facts.names.intern(UnsafeBufferPointer(rebasing: bytes))
    }
    return facts.names.intern(string.precomposedStringWithCompatibilityMapping)
  }
}
