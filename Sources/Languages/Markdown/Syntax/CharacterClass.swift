/// What a delimiter run looks at in its neighbours (CommonMark 0.31, section 2.1).
enum CharacterClass {
  case whitespace
  case punctuation
  case other

  /// The class of the character that ends before `index`; the text's start counts as white space.
  static func before(_ index: Int, in text: Bytes) -> CharacterClass {
    guard index > 0 else { return .whitespace }
    let last = text[index - 1]
    if last < 0x80 { return ascii(last) }
    var start = index - 1
    while start > 0 && index - start < 4 && text[start] & 0xC0 == 0x80 { start -= 1 }
    return unicode(text, start, index)
  }

  /// The class of the character that starts at `index`; the text's end counts as white space.
  static func after(_ index: Int, in text: Bytes) -> CharacterClass {
    guard index < text.count else { return .whitespace }
    let first = text[index]
    if first < 0x80 { return ascii(first) }
    var end = index + 1
    while end < text.count && end - index < 4 && text[end] & 0xC0 == 0x80 { end += 1 }
    return unicode(text, index, end)
  }

  @inline(__always)
  private static func ascii(_ byte: UInt8) -> CharacterClass {
    byte.isWhitespace ? .whitespace : byte.isPunctuation ? .punctuation : .other
  }

  /// Unicode white space is category Zs; punctuation is any P or S category.
  private static func unicode(_ text: Bytes, _ start: Int, _ end: Int) -> CharacterClass {
    var decoder = UTF8()
    var bytes = text[start..<end].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return .other }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: return .whitespace
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return .punctuation
    default: return .other
    }
  }
}
