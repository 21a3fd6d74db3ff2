/// The seven start conditions of HTML blocks and their ends (CommonMark 0.31, section 4.6).
enum HTMLBlockSyntax {
  /// The condition that the line fulfils at `start`, where `<` stands; `text` ends with the line.
  static func start(_ text: Bytes, _ start: Int) -> UInt8? {
    let next = text.at(start + 1)
    if next == ASCII.exclamation {
      if text.has("--", at: start + 2) { return 2 }
      if text.at(start + 2).isLetter { return 4 }
      return text.has("[CDATA[", at: start + 2) ? 5 : nil
    }
    if next == ASCII.question { return 3 }
    let isClosing = next == ASCII.slash
    let nameStart = start + (isClosing ? 2 : 1)
    guard let nameEnd = TagSyntax.name(text, nameStart) else { return nil }
    let name = String(decoding: text[nameStart..<nameEnd], as: UTF8.self).lowercased()
    let isEnded = nameEnd == text.count || text[nameEnd].isWhitespace || text[nameEnd] == ASCII.greater
    if rawNames.contains(name) {
      if !isClosing && isEnded { return 1 }
    } else if blockNames.contains(name), isEnded || text.has("/>", at: nameEnd) {
      return 6
    }
    guard isClosing || !rawNames.contains(name), let end = TagSyntax.tag(text, start) else { return nil }
    return text.skipSpaces(end, text.count) == text.count ? 7 : nil
  }

  /// True if a block of conditions 1 to 5 ends with this line.
  static func ends(_ text: Bytes, _ start: Int, _ end: Int, condition: UInt8) -> Bool {
    switch condition {
    case 1:
      var index = start
      while let close = text.find("</", from: index, to: end) {
        for word in ["script>", "pre>", "style>", "textarea>"] as [StaticString]
        where text.slice(0, end).has(word, at: close + 2, ignoringCase: true) {
          return true
        }
        index = close + 2
      }
      return false
    case 2: return text.find("-->", from: start, to: end) != nil
    case 3: return text.find("?>", from: start, to: end) != nil
    case 4: return text.find(">", from: start, to: end) != nil
    case 5: return text.find("]]>", from: start, to: end) != nil
    default: return false
    }
  }

  private static let rawNames: Set<String> = ["pre", "script", "style", "textarea"]

  private static let blockNames: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
    "html", "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol",
    "optgroup", "option", "p", "param", "search", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "title", "tr", "track", "ul",
  ]
}
