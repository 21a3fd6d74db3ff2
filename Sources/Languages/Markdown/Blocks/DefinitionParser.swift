/// Takes link reference definitions from the beginning of a paragraph (CommonMark 0.31, section 4.7).
struct DefinitionParser {
  let text: Bytes
  /// True if labels that begin with `^` are footnotes instead.
  let footnotes: Bool

  /// A definition's parts, as ranges of the text, and where the line after it starts.
  struct Found {
    var label: LinkSyntax.Piece
    var destination: LinkSyntax.Piece
    var title: LinkSyntax.Piece?
    var end: Int
  }

  /// The definition that starts at `start`, or nil. O(length of the definition), but a title that turns out
  /// to be none may be looked for up to the paragraph's end: after that no further definition follows.
  func definition(at start: Int) -> Found? {
    let first = text.skipSpaces(start, text.count)
    guard let labelEnd = LinkSyntax.label(text, first), text.at(labelEnd) == ASCII.colon else { return nil }
    let label = LinkSyntax.Piece(start: first + 1, end: labelEnd - 1)
    guard hasText(label), !(footnotes && text[label.start] == ASCII.caret) else { return nil }
    let destinationStart = LinkSyntax.skipWhitespace(text, labelEnd + 1)
    guard destinationStart < text.count,
      let destination = LinkSyntax.destination(text, destinationStart),
      destination.end > destinationStart
    else { return nil }
    let titleStart = LinkSyntax.skipWhitespace(text, destination.end)
    if titleStart > destination.end, let title = LinkSyntax.title(text, titleStart),
      let end = lineEnd(title.end)
    {
      return Found(label: label, destination: destination.piece, title: title.piece, end: end)
    }
    guard let end = lineEnd(destination.end) else { return nil }
    return Found(label: label, destination: destination.piece, title: nil, end: end)
  }

  private func hasText(_ label: LinkSyntax.Piece) -> Bool {
    for index in label.start..<label.end where !text[index].isWhitespace { return true }
    return false
  }

  /// The start of the next line if nothing but spaces remains on this one.
  private func lineEnd(_ start: Int) -> Int? {
    let index = text.skipSpaces(start, text.count)
    if index >= text.count { return text.count }
    return text[index] == ASCII.lineFeed ? index + 1 : nil
  }
}
