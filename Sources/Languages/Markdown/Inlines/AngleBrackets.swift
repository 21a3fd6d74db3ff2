/// Which closing marks are known not to occur in the rest of a leaf's text.
struct Exhausted {
  var comment = false
  var instruction = false
  var declaration = false
  var characterData = false
}

extension InlineParser {
  /// A `<`: an autolink, raw HTML, or text.
  mutating func angleBracket(_ index: Int) -> Int {
    if let end = uriEnd(index + 1) {
      nodes.append(Inline(.autolink, index, end, content: (index + 1, end - 1)))
      return end
    }
    if let end = mailEnd(index + 1) {
      nodes.append(Inline(.mailAutolink, index, end, content: (index + 1, end - 1)))
      return end
    }
    if let end = htmlEnd(index) {
      nodes.append(Inline(.html, index, end))
      return end
    }
    return index + 1
  }

  /// A URI with a scheme of 2 to 32 characters and the `>` after it.
  private func uriEnd(_ start: Int) -> Int? {
    guard text.at(start).isLetter else { return nil }
    var index = start + 1
    while index < text.count, index - start <= 32, isSchemeByte(text[index]) { index += 1 }
    guard index - start >= 2, index - start <= 32, text.at(index) == ASCII.colon else { return nil }
    while index < text.count {
      let byte = text[index]
      if byte == ASCII.greater { return index + 1 }
      if byte == ASCII.less || byte == ASCII.space || byte.isControl { return nil }
      index += 1
    }
    return nil
  }

  private func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == ASCII.plus || byte == ASCII.period || byte == ASCII.hyphen
  }

  /// A mail address as HTML5 defines it and the `>` after it.
  private func mailEnd(_ start: Int) -> Int? {
    var index = start
    while index < text.count, text[index].isAlphanumeric || Self.localPart.contains(text[index]) {
      index += 1
    }
    guard index > start, text.at(index) == ASCII.at else { return nil }
    while true {
      index += 1
      let labelStart = index
      while index < text.count, text[index].isAlphanumeric || text[index] == ASCII.hyphen { index += 1 }
      guard index > labelStart, index - labelStart <= 63, text[labelStart] != ASCII.hyphen,
        text[index - 1] != ASCII.hyphen
      else { return nil }
      if text.at(index) == ASCII.greater { return index + 1 }
      guard text.at(index) == ASCII.period else { return nil }
    }
  }

  private static let localPart = ByteSet(".!#$%&'*+/=?^_`{|}~-")

  /// The end of the tag, comment, processing instruction, declaration or CDATA section at `start`. A search
  /// for a closing mark that fails is not made again.
  private mutating func htmlEnd(_ start: Int) -> Int? {
    let count = text.count
    switch text.at(start + 1) {
    case ASCII.exclamation:
      if text.has("--", at: start + 2) {
        if text.at(start + 4) == ASCII.greater { return start + 5 }
        if text.has("->", at: start + 4) { return start + 6 }
        guard !exhausted.comment else { return nil }
        if let end = text.find("-->", from: start + 4, to: count) { return end + 3 }
        exhausted.comment = true
      } else if text.has("[CDATA[", at: start + 2) {
        guard !exhausted.characterData else { return nil }
        if let end = text.find("]]>", from: start + 9, to: count) { return end + 3 }
        exhausted.characterData = true
      } else if text.at(start + 2).isLetter {
        guard !exhausted.declaration else { return nil }
        if let end = text.find(">", from: start + 3, to: count) { return end + 1 }
        exhausted.declaration = true
      }
      return nil
    case ASCII.question:
      guard !exhausted.instruction else { return nil }
      if let end = text.find("?>", from: start + 2, to: count) { return end + 2 }
      exhausted.instruction = true
      return nil
    default: return TagSyntax.tag(text, start)
    }
  }
}
