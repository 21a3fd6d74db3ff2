import GraphModel
import LanguageSupport

/// Docstrings.
extension Parser {
  /// If the statement at hand is a docstring, keeps it as the documentation of `definition` (-1: the file).
  mutating func readDocumentation(of definition: DefinitionIndex) {
    guard kind == .string else { return }
    var end = position
    while tokens[end].kind == .string {
      if tokens[end].flags & StringPrefix.bytes != 0 { return }
      end += 1
    }
    guard tokens[end].kind == .newline || tokens[end].kind == .semicolon else { return }
    scratch.removeAll(keepingCapacity: true)
    for place in position..<end { appendContent(of: tokens[place]) }
    DocumentationText.clean(&scratch)
    let doc = internScratch()
    if definition < 0 { facts.doc = doc } else { facts.definitions[Int(definition)].doc = doc }
    CommentNames.add(
      in: Int(tokens[position].start)..<Int(tokens[end - 1].end), of: source, markup: .sphinx,
      owner: definition,
      to: &facts)
  }

  /// Appends what a string literal stands for.
  private mutating func appendContent(of literal: Token) {
    var place = Int(literal.start)
    while source[place] != UInt8(ascii: "\"") && source[place] != UInt8(ascii: "'") { place += 1 }
    let quotes = literal.flags & StringPrefix.triple != 0 ? 3 : 1
    place += quotes
    let end = Int(literal.end) - quotes
    let isRaw = literal.flags & StringPrefix.raw != 0
    while place < end {
      let byte = source[place]
      place += 1
      if byte == 0x0D {
        if place < end && source[place] == 0x0A { place += 1 }
        scratch.append(0x0A)
      } else if byte == UInt8(ascii: "\\") && !isRaw && place < end {
        appendEscape(&place, end)
      } else {
        scratch.append(byte)
      }
    }
  }

  /// Appends what the escape sequence stands for whose letter is at `place`. Names of characters (`\N{…}`),
  /// control characters (most are a forgotten raw prefix: `\frac`, `\beta`) and what is no escape stay as
  /// written.
  private mutating func appendEscape(_ place: inout Int, _ end: Int) {
    let letter = source[place]
    place += 1
    switch letter {
    case 0x0A: break
    case 0x0D: if place < end && source[place] == 0x0A { place += 1 }
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): scratch.append(letter)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "x"): appendScalar(&place, end, digits: 2, base: 16, letter)
    case UInt8(ascii: "u"): appendScalar(&place, end, digits: 4, base: 16, letter)
    case UInt8(ascii: "U"): appendScalar(&place, end, digits: 8, base: 16, letter)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      place -= 1
      appendScalar(&place, end, digits: 3, base: 8, letter)
    default: scratch += [UInt8(ascii: "\\"), letter]
    }
  }

  /// Appends the character with the number written at `place`: exactly so many hexadecimal digits, or up to
  /// so many octal ones. A number that is none, or no character's, stays as written.
  private mutating func appendScalar(
    _ place: inout Int, _ end: Int, digits: Int, base: UInt32, _ letter: UInt8
  ) {
    var value: UInt32 = 0
    var stop = place
    while stop < min(end, place + digits), let digit = Self.digit(source[stop]), digit < base {
      value = value &* base &+ digit
      stop += 1
    }
    guard base == 8 || stop == place + digits, value >= 0x20 && value != 0x7F || value == 0x0A,
      let scalar = Unicode.Scalar(value)
    else {
      scratch.append(UInt8(ascii: "\\"))
      if base == 16 { scratch.append(letter) }
      scratch.append(contentsOf: source[place..<stop])
      place = stop
      return
    }
    scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    place = stop
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x37
    default: nil
    }
  }
}

/// The indentation of docstrings, taken away as `inspect.cleandoc` does (PEP 257, "Handling Docstring
/// Indentation").
enum DocumentationText {
  /// Expands tabs to multiples of eight, takes the common indentation of all lines but the first away,
  /// strips the first line, and drops blank lines at both ends and white space at the end. Linear.
  static func clean(_ text: inout [UInt8]) {
    if text.contains(0x09) { text = expandTabs(text) }
    let margin = margin(of: text)
    var result = 0
    var place = 0
    var isFirst = true
    var lastContent = 0
    // In place: what is kept never overtakes what is read.
    while place <= text.count {
      var start = place
      while place < text.count && text[place] != 0x0A { place += 1 }
      let end = place
      place += 1
      var indent = start
      while indent < end && text[indent] == 0x20 { indent += 1 }
      let isBlank = indent == end
      start = isFirst ? indent : min(start + margin, indent)
      isFirst = false
      if isBlank && result == 0 { continue }
      for index in start..<end {
        text[result] = text[index]
        result += 1
      }
      if !isBlank { lastContent = result }
      if end < text.count {
        text[result] = 0x0A
        result += 1
      }
    }
    while lastContent > 0, text[lastContent - 1] == 0x20 { lastContent -= 1 }
    text.removeLast(text.count - lastContent)
  }

  /// The smallest indentation of the lines after the first that are not blank.
  private static func margin(of text: [UInt8]) -> Int {
    var margin = Int.max
    var place = 0
    while place < text.count, text[place] != 0x0A { place += 1 }
    while place < text.count {
      place += 1
      let start = place
      while place < text.count, text[place] == 0x20 { place += 1 }
      if place < text.count, text[place] != 0x0A { margin = min(margin, place - start) }
      while place < text.count, text[place] != 0x0A { place += 1 }
    }
    return margin == Int.max ? 0 : margin
  }

  private static func expandTabs(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var column = 0
    for byte in text {
      if byte == 0x09 {
        let spaces = 8 - column % 8
        result.append(contentsOf: repeatElement(0x20, count: spaces))
        column += spaces
      } else {
        result.append(byte)
        // Columns are characters, so the following bytes of one do not count.
        column = byte == 0x0A ? 0 : byte & 0xC0 == 0x80 ? column : column + 1
      }
    }
    return result
  }
}
