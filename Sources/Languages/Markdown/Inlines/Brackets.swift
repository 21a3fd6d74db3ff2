/// A `[` or `![` that may begin a link or an image.
struct Bracket {
  /// Where the mark starts, and the content after it.
  var start: Int32
  var contentStart: Int32
  var isImage: Bool
  /// True if another bracket was opened after it: then its content is no label.
  var hasInnerBracket = false
  /// How many delimiters and nodes there were before it.
  var delimiterCount: Int32
  var nodeCount: Int32
}

extension InlineParser {
  mutating func openBracket(_ index: Int, isImage: Bool) -> Int {
    if !brackets.isEmpty { brackets[brackets.count - 1].hasInnerBracket = true }
    let contentStart = index + (isImage ? 2 : 1)
    brackets.append(
      Bracket(
        start: Int32(index), contentStart: Int32(contentStart), isImage: isImage,
        delimiterCount: Int32(delimiters.count), nodeCount: Int32(nodes.count)))
    return contentStart
  }

  /// A `]`: ends a link, an image, a footnote reference or a wiki link, or is text (CommonMark's "look for
  /// link or image").
  mutating func closeBracket(_ index: Int) -> Int {
    guard let bracket = brackets.popLast() else { return index + 1 }
    let isActive = bracket.isImage || brackets.count >= inactiveBrackets
    inactiveBrackets = min(inactiveBrackets, brackets.count)
    guard isActive else { return index + 1 }
    if let end = footnoteReference(bracket, index) { return end }
    guard let (target, end) = linkTarget(bracket, index) else {
      return wikiLink(bracket, index) ?? index + 1
    }
    var node = Inline(
      bracket.isImage ? .image : .link, Int(bracket.start), end, content: (Int(bracket.contentStart), index))
    node.target = Int32(targets.count)
    targets.append(target)
    matchDelimiters(from: Int(bracket.delimiterCount))
    nodes.append(node)
    if !bracket.isImage { inactiveBrackets = brackets.count }
    return end
  }

  /// What stands after the `]` at `index`, or what its content refers to, and where the link ends.
  private func linkTarget(_ bracket: Bracket, _ index: Int) -> (LinkTarget, end: Int)? {
    if let inline = inlineTarget(index + 1) { return inline }
    guard !definitions.isEmpty else { return nil }
    var label = (start: Int(bracket.contentStart), end: index)
    var end = index + 1
    if let labelEnd = LinkSyntax.label(text, index + 1) {
      end = labelEnd
      if labelEnd - index > 3 {
        label = (index + 2, labelEnd - 1)
      } else if bracket.hasInnerBracket {
        return nil
      }
    } else if bracket.hasInnerBracket {
      return nil
    }
    guard label.end - label.start <= 999,
      let normalized = LinkDefinitions.normalize(text, label.start, label.end),
      let definition = definitions.index(of: normalized)
    else { return nil }
    return (.definition(definition), end)
  }

  /// `(destination "title")`.
  private func inlineTarget(_ start: Int) -> (LinkTarget, end: Int)? {
    guard text.at(start) == ASCII.openParenthesis else { return nil }
    let first = skipWhitespace(start + 1)
    guard let destination = LinkSyntax.destination(text, first) else { return nil }
    var title = LinkSyntax.Piece(start: destination.end, end: destination.end)
    var index = skipWhitespace(destination.end)
    if index > destination.end, let found = LinkSyntax.title(text, index) {
      title = found.piece
      index = skipWhitespace(found.end)
    }
    guard text.at(index) == ASCII.closeParenthesis else { return nil }
    let target = LinkTarget.inline(
      destination: Int32(destination.piece.start)..<Int32(destination.piece.end),
      title: Int32(title.start)..<Int32(title.end))
    return (target, index + 1)
  }

  private func skipWhitespace(_ start: Int) -> Int {
    var index = start
    while index < text.count && text[index].isWhitespace { index += 1 }
    return index
  }

  /// `[^label]` with a footnote of that label.
  private mutating func footnoteReference(_ bracket: Bracket, _ index: Int) -> Int? {
    let start = Int(bracket.contentStart)
    guard !footnotes.isEmpty, text.at(start) == ASCII.caret, !bracket.hasInnerBracket, index - start <= 999,
      let label = LinkDefinitions.normalize(text, start + 1, index), footnotes.contains(label)
    else { return nil }
    dropContent(of: bracket)
    // `!` before it is text: an image has no such form.
    nodes.append(Inline(.footnoteReference, start - 1, index + 1, content: (start + 1, index)))
    return index + 1
  }

  /// `[[target]]` or `[[target|text]]` on one line; `bracket` is the inner one and `index` the first `]`.
  private mutating func wikiLink(_ bracket: Bracket, _ index: Int) -> Int? {
    guard extensions.contains(.wikiLinks), !bracket.isImage, !bracket.hasInnerBracket,
      let outer = brackets.last,
      outer.contentStart == bracket.start,
      text.at(index + 1) == ASCII.closeBracket
    else { return nil }
    let after = text.at(index + 2)
    let start = Int(bracket.contentStart)
    guard after != ASCII.openParenthesis, after != ASCII.openBracket, index > start else { return nil }
    var separator = index
    for place in start..<index {
      if text[place] == ASCII.lineFeed { return nil }
      if text[place] == ASCII.pipe && separator == index { separator = place }
    }
    brackets.removeLast()
    inactiveBrackets = min(inactiveBrackets, brackets.count)
    dropContent(of: outer)
    var node = Inline(
      .wikiLink, start - 2, index + 2, content: (separator == index ? start : separator + 1, index))
    node.target = Int32(separator)
    nodes.append(node)
    return index + 2
  }

  /// Forgets what was found inside a bracket whose content is no inline content after all.
  private mutating func dropContent(of bracket: Bracket) {
    nodes.removeSubrange(Int(bracket.nodeCount)...)
    delimiters.removeSubrange(Int(bracket.delimiterCount)...)
  }
}
