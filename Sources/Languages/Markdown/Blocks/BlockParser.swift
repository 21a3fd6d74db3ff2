/// Finds the block structure of a document, line by line (CommonMark 0.31, appendix "A parsing strategy",
/// phase 1).
///
/// Every line costs its own length plus at most ``maximumDepth`` steps, whatever came before.
struct BlockParser {
  /// Containers deeper than this are not opened: their marks stay text. No document that people read is
  /// nested a tenth as deep, and the limit bounds what one line can cost.
  static let maximumDepth = 200

  let source: Bytes
  let extensions: MarkdownExtensions
  var tree = BlockTree()
  /// The open blocks, the document first, each the parent of the next; the last one is the tip.
  var open: [Int32] = []
  /// How many of `open` the current line belongs to.
  var matched = 0
  var line = LineCursor()
  var leafText = LeafText()
  /// Where the last scan for a thematic break met the byte that ruled it out: scans that start before it
  /// would meet it again.
  var thematicBreakDeadEnd = -1
  private var lastLineWasEmpty = false

  init(_ source: Bytes, extensions: MarkdownExtensions) {
    self.source = source
    self.extensions = extensions
  }

  /// Parses the document; `lineStarts` are the offsets of its lines. O(bytes).
  static func parse(
    _ source: Bytes, lineStarts: [UInt32], extensions: MarkdownExtensions
  ) -> BlockTree {
    var parser = BlockParser(source, extensions: extensions)
    parser.run(lineStarts)
    return parser.tree
  }

  private mutating func run(_ lineStarts: [UInt32]) {
    tree.blocks.reserveCapacity(lineStarts.count)
    tree.segments.reserveCapacity(lineStarts.count)
    tree.blocks.append(Block(kind: .document, parent: -1, start: 0, end: source.count))
    open = [0]
    var first = 0
    if extensions.contains(.frontMatter), let frontMatter = FrontMatter.find(source, lineStarts) {
      add(.frontMatter, start: frontMatter.start, end: frontMatter.end)
      closeTip()
      first = frontMatter.nextLine
    }
    for index in first..<lineStarts.count {
      let start = Int(lineStarts[index])
      let next = index + 1 < lineStarts.count ? Int(lineStarts[index + 1]) : source.count
      if start == source.count { break }
      var end = next
      if end > start && source[end - 1] == ASCII.lineFeed { end -= 1 }
      if end > start && source[end - 1] == ASCII.carriageReturn { end -= 1 }
      let hasMark = index == 0 && source.has("\u{FEFF}", at: 0)
      parseLine(from: hasMark ? min(3, end) : start, to: end)
    }
    while open.count > 1 { closeTip() }
    tree.blocks[0].end = Int32(source.count)
  }

  // MARK: One line

  private mutating func parseLine(from start: Int, to end: Int) {
    line = LineCursor(start: start, end: end)
    if start == end {
      // After one empty line nothing open can end by another one; deep lists cost no step each.
      if lastLineWasEmpty && !tree.blocks[Int(tip)].kind.isVerbatim { return }
      lastLineWasEmpty = true
    } else {
      lastLineWasEmpty = false
    }

    matched = 1
    matching: while matched < open.count {
      line.findText(source)
      switch continuation(of: Int(open[matched])) {
      case .belongs: matched += 1
      case .ended: break matching
      case .lineTaken: return
      }
    }

    var container = open[matched - 1]
    if !tree.blocks[Int(container)].kind.isVerbatim {
      starting: while true {
        line.findText(source)
        switch startBlock(in: Int(container)) {
        case .none: break starting
        case .container: container = tip
        case .verbatim:
          container = tip
          break starting
        case .lineTaken: return
        }
      }
    }
    addText(to: Int(container))
  }

  private mutating func addText(to container: Int) {
    if matched < open.count && !line.isBlank && tree.blocks[Int(tip)].kind == .paragraph {
      addParagraphLine(Int(tip))  // a lazy continuation line
      return
    }
    closeUnmatched()
    switch tree.blocks[container].kind {
    case .paragraph: addParagraphLine(container)
    case .fencedCode, .indentedCode: addCodeLine(container)
    case .html:
      addCodeLine(container)
      if HTMLBlockSyntax.ends(source, line.offset, line.end, condition: tree.blocks[container].level) {
        closeTip()
      }
    case .table where isRow: addRow(to: container)
    default:
      if !line.isBlank {
        let paragraph = add(.paragraph, start: line.text, end: line.end)
        tree.blocks[paragraph].number = Int32(line.text)
        addParagraphLine(paragraph)
      }
    }
  }

  private mutating func addParagraphLine(_ block: Int) {
    appendSegment(Segment(start: Int32(line.text), end: Int32(line.end)), to: block)
  }

  private mutating func addCodeLine(_ block: Int) {
    var segment = Segment(start: Int32(line.offset), end: Int32(line.end))
    if line.isInsideTab {
      segment.start += 1
      segment.padding = Int32(4 - line.column % 4)
    }
    appendSegment(segment, to: block)
  }

  private mutating func appendSegment(_ segment: Segment, to block: Int) {
    let count = Int32(tree.segments.count)
    if tree.blocks[block].segments.isEmpty { tree.blocks[block].segments = count..<count }
    tree.segments.append(segment)
    tree.blocks[block].segments = tree.blocks[block].segments.lowerBound..<(count + 1)
    tree.blocks[block].end = segment.end
  }

  // MARK: Opening and closing

  var tip: Int32 { open[open.count - 1] }

  /// Adds a block at the tip, after closing blocks that cannot hold it, and makes it the tip.
  @discardableResult
  mutating func add(_ kind: Block.Kind, start: Int, end: Int) -> Int {
    while !canHold(tree.blocks[Int(tip)].kind, kind) { closeTip() }
    let parent = tip
    tree.blocks[Int(parent)].hasChildren = true
    let index = Int32(tree.blocks.count)
    tree.blocks.append(Block(kind: kind, parent: parent, start: start, end: end))
    open.append(index)
    matched = open.count
    return Int(index)
  }

  private func canHold(_ parent: Block.Kind, _ child: Block.Kind) -> Bool {
    switch parent {
    case .document, .blockQuote, .item, .footnoteDefinition: child != .item
    case .list: child == .item
    case .table: child == .tableRow
    case .tableRow: child == .tableCell
    default: false
    }
  }

  mutating func closeUnmatched() {
    while open.count > matched { closeTip() }
  }

  mutating func closeTip() {
    let index = Int(open.removeLast())
    switch tree.blocks[index].kind {
    case .paragraph: finishParagraph(index)
    case .indentedCode: finishIndentedCode(index)
    default: break
    }
    matched = min(matched, open.count)
    let parent = Int(tree.blocks[index].parent)
    tree.blocks[parent].end = max(tree.blocks[parent].end, tree.blocks[index].end)
  }

  /// Blank lines at the end of indented code are not part of it.
  private mutating func finishIndentedCode(_ index: Int) {
    var range = tree.blocks[index].segments
    while !range.isEmpty {
      let last = tree.segments[Int(range.upperBound) - 1]
      guard source.skipSpaces(Int(last.start), Int(last.end)) == last.end else { break }
      range = range.lowerBound..<(range.upperBound - 1)
    }
    tree.blocks[index].segments = range
    if !range.isEmpty { tree.blocks[index].end = tree.segments[Int(range.upperBound) - 1].end }
  }
}
