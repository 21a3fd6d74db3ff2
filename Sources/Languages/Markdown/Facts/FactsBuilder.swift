import GraphModel
import LanguageSupport

/// Turns the structure of a document into facts: one walk over the blocks in document order.
struct FactsBuilder {
  let source: Bytes
  let tree: BlockTree
  var outline: DocumentOutline
  var inlines: InlineParser
  var html = EmbeddedHTML()
  private var leafText = LeafText()
  var scratch: [UInt8] = []
  /// For each link reference definition its names, once it has been referred to.
  var definitionNames: [DestinationNames?]
  private let code: EmbeddedCodeReader

  private init(_ source: Bytes, _ lines: LineTable, _ code: EmbeddedCodeReader) {
    self.source = source
    self.code = code
    tree = BlockParser.parse(source, lineStarts: lines.starts, extensions: .all)
    inlines = InlineParser(tree, extensions: .all)
    outline = DocumentOutline(lines: lines, textStart: source.has("\u{FEFF}", at: 0) ? 3 : 0)
    definitionNames = Array(repeating: nil, count: tree.definitions.all.count)
  }

  /// The facts of a document. O(bytes), but for what raw HTML adds, which is sorted in.
  static func facts(of source: Bytes, lines: LineTable, code: EmbeddedCodeReader) -> FileFacts {
    var builder = FactsBuilder(source, lines, code)
    builder.run()
    return builder.outline.facts
  }

  private mutating func run() {
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      switch block.kind {
      case .frontMatter: addFrontMatter(block)
      case .heading, .paragraph, .tableCell: addLeaf(block)
      case .fencedCode, .indentedCode: addCodeBlock(block)
      case .html: html.add(segments(of: block), of: source)
      default: break
      }
    }
    addHTMLReferences()
    outline.finish(in: source)
  }

  private func segments(of block: Block) -> ArraySlice<Segment> {
    tree.segments[Int(block.segments.lowerBound)..<Int(block.segments.upperBound)]
  }

  // MARK: Blocks

  private mutating func addFrontMatter(_ block: Block) {
    if let title = FrontMatter.value(of: "title", source, block) {
      let name = outline.facts.names.intern(title.text, 0, title.text.count)
      outline.setTitle(name, title.start, title.end)
    }
    if let description = FrontMatter.value(of: "description", source, block) {
      let text = outline.facts.names.intern(description.text, 0, description.text.count)
      outline.facts.definitions[0].doc = text
    }
  }

  private mutating func addLeaf(_ block: Block) {
    let isTopLevel = block.parent == 0
    if isTopLevel && block.kind == .heading { startSection(block) }
    guard !block.segments.isEmpty else { return }
    var leafText = LeafText()
    swap(&leafText, &self.leafText)
    leafText.with(segments(of: block), of: source, isCell: block.kind == .tableCell) { text, map in
      inlines.parse(text)
      addReferences(map)
      if block.kind == .heading {
        if isTopLevel { nameSection(block, map) } else { addHeadingAnchor(block) }
      } else if isTopLevel {
        addDoc(text)
      }
    }
    swap(&leafText, &self.leafText)
  }

  private mutating func addCodeBlock(_ block: Block) {
    let info = Int(block.text.lowerBound)..<Int(block.text.upperBound)
    var wordEnd = info.lowerBound
    while wordEnd < info.upperBound, !source[wordEnd].isWhitespace, source[wordEnd] != UInt8(ascii: ",") {
      wordEnd += 1
    }
    let hasLanguage = wordEnd > info.lowerBound
    let name =
      hasLanguage ? internUnescaped(info.lowerBound, wordEnd) : outline.facts.names.intern("code")
    var definition = Definition(
      kind: .codeBlock, name: name, parent: outline.owner, scope: 0, start: UInt32(block.start),
      end: UInt32(block.end),
      nameStart: UInt32(hasLanguage ? info.lowerBound : Int(block.start)),
      nameLength: UInt32(hasLanguage ? wordEnd - info.lowerBound : 0))
    if !info.isEmpty { definition.attributes = [internUnescaped(info.lowerBound, info.upperBound)] }
    outline.facts.definitions.append(definition)
    readCode(block, info)
  }

  /// What a block's code refers to, if its language is one that is known here.
  private mutating func readCode(_ block: Block, _ info: Range<Int>) {
    var lines = segments(of: block).map { Int($0.start)..<Int(max($0.start, $0.end)) }
    var tag = String(decoding: source.slice(info.lowerBound, info.upperBound), as: UTF8.self)
    if let directive = Self.directives.first(where: { tag.hasPrefix($0) }) {
      // MyST: the directive's argument is the language, and its options stand before the code.
      tag = String(tag.dropFirst(directive.utf8.count).drop { $0 == " " })
      lines.removeFirst(lines.prefix { source.at($0.lowerBound) == ASCII.colon }.count)
    }
    tag = String(tag.prefix { $0 != "," && $0 != " " })
    let definition = DefinitionIndex(outline.facts.definitions.count - 1)
    if let found = code.read(lines, tag: tag, definition: definition, in: source, outline.facts.lines) {
      outline.facts.embedded.append(found)
    }
  }

  private static let directives = ["{code-block}", "{code}", "{sourcecode}", "{doctest}"]

  private mutating func internUnescaped(_ start: Int, _ end: Int) -> NameID {
    guard Unescape.isNeeded(source, start, end) else {
      return outline.facts.names.intern(source.slice(start, end))
    }
    scratch.removeAll(keepingCapacity: true)
    Unescape.append(source, start, end, to: &scratch)
    return outline.facts.names.intern(scratch, 0, scratch.count)
  }

  // MARK: Sections

  private mutating func startSection(_ block: Block) {
    var lineStart = Int(block.start)
    while lineStart > 0 && source[lineStart - 1].isSpaceOrTab { lineStart -= 1 }
    let segments = segments(of: block)
    let nameStart = Int(segments.first?.start ?? block.start)
    let nameEnd = Int(segments.last?.end ?? block.start)
    let signatureEnd = Int(block.isSetext ? segments.first?.end ?? block.end : block.end)
    let signature = outline.facts.names.intern(source.slice(Int(block.start), signatureEnd))
    outline.startSection(
      level: Int(block.level), start: Int(block.start), lineStart: lineStart,
      name: nameStart..<max(nameStart, nameEnd), signature: signature, in: source)
  }

  /// Names the section just opened after its heading, whose inlines are parsed. An identifier in braces at the
  /// heading's end (`{#name}`) is an anchor.
  private mutating func nameSection(_ block: Block, _ map: SourceMap) {
    headingText()
    if scratch.last == UInt8(ascii: "}"), let open = scratch.lastIndex(of: UInt8(ascii: "{")),
      open + 2 < scratch.count, scratch[open + 1] == ASCII.hash
    {
      let name = outline.facts.names.intern(scratch, open + 2, scratch.count - 1)
      outline.add(.anchor, name, at: map.start(0))
      scratch.removeSubrange(open...)
      while scratch.last == ASCII.space { scratch.removeLast() }
    }
    outline.nameSection(outline.facts.names.intern(scratch, 0, scratch.count))
  }

  /// A heading in a quote or a list is no section, but links may point at it.
  private mutating func addHeadingAnchor(_ block: Block) {
    headingText()
    let name = outline.facts.names.intern(scratch, 0, scratch.count)
    let form = outline.facts.names.intern(MentionForm.heading)
    outline.add(.anchor, name, at: Int(block.start), detail: form)
  }

  private mutating func headingText() {
    plainText(images: false)
    if scratch.isEmpty { plainText(images: true) }
  }

  /// The first paragraph with text documents its section, and the first of all the document. DocC's
  /// directives (`@Metadata { … }`), which are paragraphs to CommonMark, are no text.
  private mutating func addDoc(_ text: Bytes) {
    if text.at(0) == ASCII.at && text.at(1).lowercasedASCII != text.at(1) { return }
    guard outline.needsDoc, target(text) == nil else { return }
    plainText(images: false)
    outline.addDoc(scratch)
  }

  private mutating func plainText(images: Bool) {
    scratch.removeAll(keepingCapacity: true)
    inlines.appendPlainText(to: &scratch, images: images)
    scratch = DisplayText.collapsed(scratch)
  }
}
