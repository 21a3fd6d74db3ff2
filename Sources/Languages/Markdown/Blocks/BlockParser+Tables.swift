extension BlockParser {
  /// Makes the last line of a paragraph a table's header if this line is its delimiter row (GFM, section 4.10).
  /// Lines before the header stay a paragraph.
  mutating func startTable(_ paragraph: Int) -> BlockStart {
    guard let header = tree.blocks[paragraph].segments.last else { return .none }
    let columnCount = tree.alignments.count
    guard addAlignments() else {
      tree.alignments.removeSubrange(columnCount...)
      return .none
    }
    let width = tree.alignments.count - columnCount
    let headerLine = tree.segments[Int(header)]
    guard countCells(Int(headerLine.start), Int(headerLine.end)) == width else {
      tree.alignments.removeSubrange(columnCount...)
      return .none
    }
    let delimiterEnd = source.trimSpaces(line.text, line.end)
    closeUnmatched()
    tree.segments.removeLast()  // the header's: no line was added since
    let rest = tree.blocks[paragraph].segments.dropLast()
    let table: Int
    if rest.isEmpty {
      table = paragraph
      tree.blocks[table].kind = .table
      tree.blocks[table].segments = 0..<0
    } else {
      tree.blocks[paragraph].segments = rest
      tree.blocks[paragraph].end = tree.segments[Int(rest.upperBound) - 1].end
      closeTip()
      table = add(.table, start: Int(headerLine.start), end: delimiterEnd)
    }
    tree.blocks[table].width = Int32(width)
    tree.blocks[table].number = Int32(columnCount)
    addCells(to: table, Int(headerLine.start), Int(headerLine.end))
    tree.blocks[table].end = Int32(delimiterEnd)
    matched = open.count
    return .lineTaken
  }

  /// True if the current line has a cell: a lone pipe has none and ends the table.
  var isRow: Bool {
    !line.isBlank
      && !(source[line.text] == ASCII.pipe && source.trimSpaces(line.text, line.end) == line.text + 1)
  }

  /// Adds the current line as a row.
  mutating func addRow(to table: Int) {
    addCells(to: table, line.text, line.end)
    matched = open.count
  }

  /// Reads `:--`, `:-:` and so on between pipes and appends the alignments; false if the line is no
  /// delimiter row.
  private mutating func addAlignments() -> Bool {
    let end = source.trimSpaces(line.text, line.end)
    var index = line.text
    if source[index] == ASCII.pipe { index = source.skipSpaces(index + 1, end) }
    while index < end {
      let isLeft = source[index] == ASCII.colon
      if isLeft { index += 1 }
      let dashes = index
      while index < end && source[index] == ASCII.hyphen { index += 1 }
      guard index > dashes else { return false }
      let isRight = index < end && source[index] == ASCII.colon
      if isRight { index += 1 }
      tree.alignments.append(isLeft ? isRight ? .center : .left : isRight ? .right : .none)
      index = source.skipSpaces(index, end)
      if index == end { return true }
      guard source[index] == ASCII.pipe else { return false }
      index = source.skipSpaces(index + 1, end)
    }
    return true
  }

  /// The number of cells of a row.
  private func countCells(_ start: Int, _ end: Int) -> Int {
    let end = source.trimSpaces(start, end)
    var index = start
    var count = 0
    if index < end && source[index] == ASCII.pipe { index += 1 }
    while index < end {
      index = cellEnd(index, end) + 1
      count += 1
    }
    return count
  }

  /// The index of the pipe that ends the cell at `start`, or `end`.
  private func cellEnd(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end && source[index] != ASCII.pipe {
      index += source[index] == ASCII.backslash && index + 1 < end && source[index + 1].isPunctuation ? 2 : 1
    }
    return min(index, end)
  }

  /// Adds a row with its cells; cells beyond the table's columns are left out, as GFM says.
  private mutating func addCells(to table: Int, _ start: Int, _ lineEnd: Int) {
    let end = source.trimSpaces(start, lineEnd)
    let row = add(.tableRow, start: start, end: end)
    var index = start
    if index < end && source[index] == ASCII.pipe { index += 1 }
    var rest = tree.blocks[table].width
    while index < end && rest > 0 {
      let cellEnd = cellEnd(index, end)
      let textStart = source.skipSpaces(index, cellEnd)
      let textEnd = source.trimSpaces(textStart, cellEnd)
      let cell = tree.blocks.count
      tree.blocks.append(Block(kind: .tableCell, parent: Int32(row), start: textStart, end: textEnd))
      addCellText(cell, textStart, textEnd)
      index = cellEnd + 1
      rest -= 1
    }
    closeTip()
  }

  /// Gives a cell its text; the backslash of `\|` is left out.
  private mutating func addCellText(_ cell: Int, _ start: Int, _ end: Int) {
    let first = Int32(tree.segments.count)
    var segment = start
    var index = start
    while index < end {
      if source[index] == ASCII.backslash && index + 1 < end && source[index + 1].isPunctuation {
        if source[index + 1] == ASCII.pipe {
          if index > segment { tree.segments.append(Segment(start: Int32(segment), end: Int32(index))) }
          segment = index + 1
        }
        index += 2
      } else {
        index += 1
      }
    }
    if end > segment { tree.segments.append(Segment(start: Int32(segment), end: Int32(end))) }
    tree.blocks[cell].segments = first..<Int32(tree.segments.count)
  }
}
