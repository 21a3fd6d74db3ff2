import GraphModel
import LanguageSupport

/// Reads a document line by line: sections, paragraphs, explicit markup, literal blocks. Indentation matters only
/// for where a literal block or a comment ends; lists, quotes and the content of other directives are read as
/// if they stood at the margin.
struct BlockReader {
  let source: UnsafeBufferPointer<UInt8>
  let lines: [Line]
  var outline: DocumentOutline
  /// Styles of section titles in the order in which they were met: the character, and whether it is above too.
  private var styles: [UInt16] = []
  /// Labels that wait for what they stand before.
  var pendingLabels: [(name: NameID, offset: Int)] = []
  /// What names in links stand for, by their normalised form: an address, or nothing for a place in the document.
  var targets: [String: String] = [:]
  /// Links by name, to be looked up when all targets are known.
  var namedLinks: [(name: String, offset: Int, owner: DefinitionIndex)] = []
  /// Lines below this index have been read.
  var next = 0
  private let code: EmbeddedCodeReader
  /// The language of code that does not say one: Sphinx's, until a directive says another.
  var highlighting = "python"

  static func facts(
    of source: UnsafeBufferPointer<UInt8>, lines table: LineTable, code: EmbeddedCodeReader
  ) -> FileFacts {
    var reader = BlockReader(source, table, code)
    reader.run()
    return reader.outline.facts
  }

  private init(
    _ source: UnsafeBufferPointer<UInt8>, _ table: LineTable, _ code: EmbeddedCodeReader
  ) {
    self.source = source
    self.code = code
    lines = Line.lines(of: source, starts: table.starts)
    outline = DocumentOutline(lines: table, textStart: source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  private mutating func run() {
    while next < lines.count {
      let line = lines[next]
      if line.isBlank {
        next += 1
      } else if let title = title(at: next) {
        addSection(title)
      } else if source.has(".. ", at: line.textStart, before: line.end)
        || line.end - line.textStart == 2 && source.has("..", at: line.textStart, before: line.end)
      {
        readExplicitMarkup()
      } else if source.has(">>>", at: line.textStart, before: line.end) {
        readDoctest()
      } else {
        readParagraph()
      }
    }
    flushLabels()
    addNamedLinks()
    outline.finish(in: source)
  }

  // MARK: Sections

  /// A title found at a line.
  private struct Title {
    var firstLine: Int
    var textLine: Int
    var lastLine: Int
    var style: UInt16
  }

  /// The section title that begins with line `index`: text over a row of one punctuation character, or between
  /// two such rows.
  private func title(at index: Int) -> Title? {
    let line = lines[index]
    if let mark = row(index), index + 2 < lines.count, row(index + 2) == mark, !lines[index + 1].isBlank,
      row(index + 1) == nil
    {
      return Title(firstLine: index, textLine: index + 1, lastLine: index + 2, style: UInt16(mark) << 1 | 1)
    }
    guard line.indent == 0, index + 1 < lines.count, let mark = row(index + 1), row(index) == nil else {
      return nil
    }
    let rowLength = lines[index + 1].end - lines[index + 1].start
    // Columns are not counted: a row may be shorter than the bytes of a title beyond ASCII.
    guard rowLength >= min(4, line.end - line.start) else { return nil }
    return Title(firstLine: index, textLine: index, lastLine: index + 1, style: UInt16(mark) << 1)
  }

  /// The character that a line at the margin repeats, if it does nothing else, at least twice.
  private func row(_ index: Int) -> UInt8? {
    let line = lines[index]
    guard line.indent == 0, line.end - line.start >= 2 else { return nil }
    let mark = source[line.start]
    guard mark > 0x20, mark < 0x7F, !(mark &- 0x30 < 10), !((mark | 0x20) &- 0x61 < 26),
      source[line.start..<line.end].allSatisfy({ $0 == mark })
    else { return nil }
    // `::` alone begins a literal block.
    return mark == UInt8(ascii: ":") && line.end - line.start == 2 ? nil : mark
  }

  private mutating func addSection(_ title: Title) {
    let level: Int
    if let known = styles.firstIndex(of: title.style) {
      level = known + 1
    } else {
      styles.append(title.style)
      level = styles.count
    }
    let text = lines[title.textLine]
    let start = lines[title.firstLine].start
    outline.startSection(
      level: level, start: start, lineStart: start, name: text.textStart..<text.end,
      signature: outline.facts.names.intern(source.text(text.textStart, text.end)), in: source)
    flushLabels()
    readInlines(text.textStart, text.end)
    let name = InlineText.plain(source.text(text.textStart, text.end))
    outline.nameSection(outline.facts.names.intern(name))
    if targets[InlineText.normalized(name)] == nil { targets[InlineText.normalized(name)] = "" }
    next = title.lastLine + 1
  }

  /// Gives the labels before a block to the section at hand.
  mutating func flushLabels() {
    for label in pendingLabels { outline.add(.anchor, label.name, at: label.offset) }
    pendingLabels.removeAll()
  }

  // MARK: Paragraphs

  private mutating func readParagraph() {
    flushLabels()
    let first = next
    // The first line may carry a list's mark, so the next ones may be indented deeper.
    while next < lines.count, !lines[next].isBlank, next == first || title(at: next) == nil,
      next == first || !source.has(".. ", at: lines[next].textStart, before: lines[next].end)
    {
      next += 1
    }
    let start = lines[first].textStart
    let end = lines[next - 1].end
    readInlines(start, end)
    if outline.needsDoc { outline.addDoc(Array(InlineText.plain(source.text(start, end)).utf8)) }
    if source.has("::", at: end - 2, before: end) { readLiteralBlock(indent: lines[first].indent) }
  }

  /// The indented lines after a paragraph that ends with `::`.
  private mutating func readLiteralBlock(indent: Int) {
    let first = skipBlankLines()
    let last = skipIndented(deeperThan: indent)
    guard first < last else { return }
    addCodeBlock(first, last, language: "code", written: nil)
    readCode(first, last, tag: nil)
  }

  private mutating func readDoctest() {
    flushLabels()
    let first = next
    while next < lines.count, !lines[next].isBlank { next += 1 }
    addCodeBlock(first, next, language: "pycon", written: nil)
    readCode(first, next, tag: "pycon")
  }

  /// The next line with text.
  mutating func skipBlankLines() -> Int {
    while next < lines.count, lines[next].isBlank { next += 1 }
    return next
  }

  /// Passes blank lines and those indented deeper; returns the end of the last one with text.
  mutating func skipIndented(deeperThan indent: Int) -> Int {
    var last = next
    while next < lines.count, lines[next].isBlank || lines[next].indent > indent {
      next += 1
      if !lines[next - 1].isBlank { last = next }
    }
    return last
  }

  /// Adds the block of lines `first..<last`; `written` is where its language stands, if it says one.
  mutating func addCodeBlock(_ first: Int, _ last: Int, language: String, written: Range<Int>?) {
    let start = lines[first].start
    var definition = Definition(
      kind: .codeBlock, name: outline.facts.names.intern(language), parent: outline.owner, scope: 0,
      start: UInt32(start), end: UInt32(lines[last - 1].end),
      nameStart: UInt32(written?.lowerBound ?? start), nameLength: UInt32(written?.count ?? 0))
    if written != nil { definition.attributes = [definition.name] }
    outline.facts.definitions.append(definition)
  }

  /// Reads the code in lines `first..<last`, which the last definition shows; without a tag it is in the language at
  /// hand, if it is in any.
  mutating func readCode(_ first: Int, _ last: Int, tag: String?) {
    guard first < last else { return }
    let text = lines[first..<last].map { $0.start..<$0.end }
    let definition = DefinitionIndex(outline.facts.definitions.count - 1)
    if let found = code.read(
      text, tag: tag ?? highlighting, definition: definition, in: source, outline.facts.lines,
      mustParse: tag == nil)
    {
      outline.facts.embedded.append(found)
    }
  }

  // MARK: Links by name

  private mutating func addNamedLinks() {
    for link in namedLinks {
      guard let target = targets[InlineText.normalized(link.name)] else { continue }
      let destination = target.isEmpty ? "#" + HeadingSlug.docutils(link.name) : target
      outline.add(
        .link, outline.facts.names.intern(destination), at: link.offset, owner: link.owner)
    }
  }
}
