import GraphModel
import LanguageSupport

@testable import MarkdownLanguage

/// Renders a document as the specifications' examples do. For tests alone: recursion follows the nesting of
/// blocks, which the parser limits.
struct HTMLRenderer {
  let source: Bytes
  let tree: BlockTree
  let lines: LineTable
  var inlines: InlineParser
  var leafText = LeafText()
  var out = HTMLText()
  /// How often each footnote has been referred to, and the numbers in order of first reference.
  var footnotes: [String: (number: Int, uses: Int)] = [:]
  private var children: [[Int]]

  static func html(_ text: String, _ extensions: MarkdownExtensions) -> String {
    html(Array(text.utf8), extensions)
  }

  static func html(_ source: [UInt8], _ extensions: MarkdownExtensions) -> String {
    source.withUnsafeBufferPointer { bytes in
      let lines = LineTable(source)
      var renderer = HTMLRenderer(bytes, lines, extensions)
      renderer.block(0)
      return String(decoding: renderer.out.bytes, as: UTF8.self)
    }
  }

  private init(_ source: Bytes, _ lines: LineTable, _ extensions: MarkdownExtensions) {
    self.source = source
    self.lines = lines
    tree = BlockParser.parse(source, lineStarts: lines.starts, extensions: extensions)
    inlines = InlineParser(tree, extensions: extensions)
    children = Array(repeating: [], count: tree.blocks.count)
    for (index, block) in tree.blocks.enumerated().dropFirst() { children[Int(block.parent)].append(index) }
  }

  private mutating func block(_ index: Int) {
    let block = tree.blocks[index]
    switch block.kind {
    case .document: for child in children[index] { self.block(child) }
    case .blockQuote: wrap(index, "blockquote")
    case .list:
      if block.marker == ASCII.period || block.marker == ASCII.closeParenthesis {
        wrap(index, "ol", block.number == 1 ? "" : " start=\"\(block.number)\"")
      } else {
        wrap(index, "ul")
      }
    case .item: item(index)
    case .thematicBreak:
      out.line()
      out.raw("<hr />\n")
    case .heading: leaf(block, "h\(block.level)")
    case .paragraph: paragraph(block)
    case .fencedCode, .indentedCode: code(block)
    case .html:
      out.line()
      verbatim(block) { $0.raw($1) }
      if out.bytes.last == ASCII.lineFeed { break }
      out.line()
    case .table: table(index)
    case .frontMatter, .linkDefinitions, .footnoteDefinition, .tableRow, .tableCell: break
    }
  }

  private mutating func wrap(_ index: Int, _ tag: String, _ attributes: String = "") {
    out.line()
    out.raw("<\(tag)\(attributes)>\n")
    for child in children[index] { block(child) }
    out.line()
    out.raw("</\(tag)>\n")
  }

  private mutating func item(_ index: Int) {
    out.line()
    out.raw("<li>")
    for child in children[index] { block(child) }
    out.raw("</li>\n")
  }

  private mutating func leaf(_ block: Block, _ tag: String, _ attributes: String = "") {
    out.line()
    out.raw("<\(tag)\(attributes)>")
    content(of: block)
    out.raw("</\(tag)>\n")
  }

  private mutating func paragraph(_ block: Block) {
    let parent = tree.blocks[Int(block.parent)]
    let isTight = parent.kind == .item && !isLoose(Int(parent.parent))
    if !isTight {
      out.line()
      out.raw("<p>")
    }
    if block.isTask {
      let isDone = source[Int(block.text.lowerBound) + 1] | 0x20 == 0x78
      out.raw("<input type=\"checkbox\"\(isDone ? " checked=\"\"" : "") disabled=\"\" /> ")
    }
    content(of: block)
    if !isTight { out.raw("</p>\n") }
  }

  private mutating func code(_ block: Block) {
    out.line()
    out.raw("<pre><code")
    let info = source[Int(block.text.lowerBound)..<Int(block.text.upperBound)]
    if let word = info.split(whereSeparator: \.isWhitespace).first {
      out.raw(" class=\"language-")
      var text: [UInt8] = []
      Unescape.append(source, word.startIndex, word.endIndex, to: &text)
      out.escaped(text)
      out.raw("\"")
    }
    out.raw(">")
    verbatim(block) { $0.escaped($1) }
    out.raw("</code></pre>\n")
  }

  private mutating func verbatim(_ block: Block, _ write: (inout HTMLText, [UInt8]) -> Void) {
    for index in block.segments {
      let segment = tree.segments[Int(index)]
      var line = [UInt8](repeating: ASCII.space, count: Int(segment.padding))
      line += source[Int(segment.start)..<Int(segment.end)]
      write(&out, line + [ASCII.lineFeed])
    }
  }

  private mutating func table(_ index: Int) {
    let block = tree.blocks[index]
    out.line()
    out.raw("<table>\n<thead>\n")
    for (place, row) in children[index].enumerated() {
      if place == 1 { out.raw("<tbody>\n") }
      self.row(row, of: block, place == 0 ? "th" : "td")
      if place == 0 { out.raw("</thead>\n") }
    }
    if children[index].count > 1 { out.raw("</tbody>\n") }
    out.raw("</table>\n")
  }

  private mutating func row(_ index: Int, of table: Block, _ tag: String) {
    out.raw("<tr>\n")
    for column in 0..<Int(table.width) {
      let alignment = tree.alignments[Int(table.number) + column]
      let attribute = alignment == .none ? "" : " align=\"\(alignment)\""
      if column < children[index].count {
        leaf(tree.blocks[children[index][column]], tag, attribute)
      } else {
        out.raw("<\(tag)\(attribute)></\(tag)>\n")
      }
    }
    out.raw("</tr>\n")
  }

  // MARK: Looseness

  /// A list is loose if blank lines stand between its items or between the blocks of one.
  private func isLoose(_ list: Int) -> Bool {
    let items = children[list]
    return hasGap(items) || items.contains { hasGap(children[$0]) }
  }

  private func hasGap(_ siblings: [Int]) -> Bool {
    zip(siblings, siblings.dropFirst()).contains { first, second in
      let next = tree.blocks[second]
      let start = next.kind == .paragraph ? next.number : next.start
      return line(start) > line(max(tree.blocks[first].start, tree.blocks[first].end - 1)) + 1
    }
  }

  private func line(_ offset: Int32) -> Int32 { lines.position(UInt32(offset)).line }
}
