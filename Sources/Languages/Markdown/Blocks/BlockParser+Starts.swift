extension BlockParser {
  /// What was found where a block may start.
  enum BlockStart {
    case none
    /// A container was opened: more blocks may start on the line.
    case container
    /// A block was opened that takes the rest of the line as it is.
    case verbatim
    /// The line is used up.
    case lineTaken
  }

  private static let marks = ByteSet("#`~*+_=<>0123456789-:|[")

  /// Looks for the start of a block at the cursor; `container` is the innermost block the line belongs to.
  mutating func startBlock(in container: Int) -> BlockStart {
    if line.isBlank { return .none }
    let isParagraph = tree.blocks[container].kind == .paragraph
    if line.isIndented {
      guard tree.blocks[Int(tip)].kind != .paragraph else { return .none }
      return startIndentedCode()
    }
    let byte = source[line.text]
    guard Self.marks.contains(byte) else { return .none }
    switch byte {
    case ASCII.greater: return startQuote()
    case ASCII.hash: return startHeading()
    case ASCII.backtick, ASCII.tilde: return startFence()
    case ASCII.less: return startHTML(afterParagraph: isParagraph)
    case ASCII.equals: return isParagraph ? underline(container) : .none
    case ASCII.openBracket: return startFootnote()
    case ASCII.hyphen, ASCII.asterisk, ASCII.plus, ASCII.underscore:
      if byte == ASCII.hyphen && isParagraph {
        let result = underline(container)
        if case .none = result {} else { return result }
      }
      if byte != ASCII.plus && isThematicBreak() { return startThematicBreak() }
      let item = startItem(afterParagraph: isParagraph)
      if case .none = item {} else { return item }
    case ASCII.colon, ASCII.pipe: break
    default: return startItem(afterParagraph: isParagraph)
    }
    guard isParagraph, extensions.contains(.tables) else { return .none }
    return startTable(container)
  }

  /// True if another container may be opened inside the matched ones.
  var mayNest: Bool { matched < Self.maximumDepth }

  private mutating func startQuote() -> BlockStart {
    guard mayNest else { return .none }
    closeUnmatched()
    let start = line.text
    takeQuoteMark()
    add(.blockQuote, start: start, end: start + 1)
    return .container
  }

  private mutating func startHeading() -> BlockStart {
    var mark = line.text
    while mark < line.end && source[mark] == ASCII.hash { mark += 1 }
    let level = mark - line.text
    guard level <= 6, mark == line.end || source[mark].isSpaceOrTab else { return .none }
    closeUnmatched()
    let start = source.skipSpaces(mark, line.end)
    var end = source.trimSpaces(start, line.end)
    var closing = end
    while closing > start && source[closing - 1] == ASCII.hash { closing -= 1 }
    if closing == start || source[closing - 1].isSpaceOrTab { end = source.trimSpaces(start, closing) }
    let index = add(.heading, start: line.text, end: source.trimSpaces(line.text, line.end))
    tree.blocks[index].level = UInt8(level)
    if end > start { addLeafSegment(index, start, end) }
    closeTip()
    return .lineTaken
  }

  /// Gives a block on one line its text.
  private mutating func addLeafSegment(_ index: Int, _ start: Int, _ end: Int) {
    let count = Int32(tree.segments.count)
    tree.segments.append(Segment(start: Int32(start), end: Int32(end)))
    tree.blocks[index].segments = count..<(count + 1)
  }

  private mutating func startFence() -> BlockStart {
    let mark = source[line.text]
    var end = line.text
    while end < line.end && source[end] == mark { end += 1 }
    let length = end - line.text
    guard length >= 3 else { return .none }
    if mark == ASCII.backtick {
      for index in end..<line.end where source[index] == ASCII.backtick { return .none }
    }
    closeUnmatched()
    let index = add(.fencedCode, start: line.text, end: line.end)
    let info = source.skipSpaces(end, line.end)
    tree.blocks[index].marker = mark
    tree.blocks[index].width = Int32(length)
    tree.blocks[index].indent = Int32(line.indent)
    tree.blocks[index].text = Int32(info)..<Int32(source.trimSpaces(info, line.end))
    return .lineTaken
  }

  private mutating func startHTML(afterParagraph: Bool) -> BlockStart {
    let mayInterrupt = !afterParagraph && !(matched < open.count && tree.blocks[Int(tip)].kind == .paragraph)
    guard let condition = HTMLBlockSyntax.start(source.slice(0, line.end), line.text),
      condition < 7 || mayInterrupt
    else { return .none }
    closeUnmatched()
    let index = add(.html, start: line.text, end: line.end)
    tree.blocks[index].level = condition
    return .verbatim
  }

  private mutating func startIndentedCode() -> BlockStart {
    line.advance(columns: 4, source)
    closeUnmatched()
    add(.indentedCode, start: line.text, end: line.end)
    return .verbatim
  }

  /// A line of `=` or `-` under a paragraph makes it a heading, unless link reference definitions are all it
  /// holds.
  private mutating func underline(_ paragraph: Int) -> BlockStart {
    let mark = source[line.text]
    var end = line.text
    while end < line.end && source[end] == mark { end += 1 }
    guard source.skipSpaces(end, line.end) == line.end else { return .none }
    takeDefinitions(paragraph)
    guard !tree.blocks[paragraph].segments.isEmpty else { return .none }
    closeUnmatched()
    trimLastSegment(paragraph)
    tree.blocks[paragraph].kind = .heading
    tree.blocks[paragraph].isSetext = true
    tree.blocks[paragraph].level = mark == ASCII.equals ? 1 : 2
    tree.blocks[paragraph].end = Int32(end)
    closeTip()
    return .lineTaken
  }

  /// Three or more of the same mark and nothing else but spaces.
  private mutating func isThematicBreak() -> Bool {
    if thematicBreakDeadEnd > line.text && thematicBreakDeadEnd < line.end { return false }
    let mark = source[line.text]
    var count = 0
    for index in line.text..<line.end {
      if source[index] == mark {
        count += 1
      } else if !source[index].isSpaceOrTab {
        thematicBreakDeadEnd = index
        return false
      }
    }
    return count >= 3
  }

  private mutating func startThematicBreak() -> BlockStart {
    closeUnmatched()
    add(.thematicBreak, start: line.text, end: source.trimSpaces(line.text, line.end))
    closeTip()
    return .lineTaken
  }

  private mutating func startFootnote() -> BlockStart {
    guard extensions.contains(.footnotes), mayNest, source.at(line.text + 1) == ASCII.caret else {
      return .none
    }
    let start = line.text + 2
    var end = start
    while end < line.end, !source[end].isWhitespace, source[end] != ASCII.closeBracket { end += 1 }
    guard end > start, end + 1 < line.end, source[end] == ASCII.closeBracket, source[end + 1] == ASCII.colon,
      let label = LinkDefinitions.normalize(source, start, end)
    else { return .none }
    closeUnmatched()
    let mark = line.text
    line.move(to: end + 2)
    line.findText(source)
    line.moveToText()
    let index = add(.footnoteDefinition, start: mark, end: end + 2)
    tree.blocks[index].text = Int32(start)..<Int32(end)
    tree.footnotes.insert(label)
    return .container
  }
}
