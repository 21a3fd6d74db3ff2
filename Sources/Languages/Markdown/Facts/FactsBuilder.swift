import GraphModel
import LanguageSupport

/// Turns the structure of a document into facts: one walk over the blocks in document order.
struct FactsBuilder {
  /// Documentation of a section or document is cut after this many bytes.
  static let docLimit = 300

  let source: Bytes
  let tree: BlockTree
  var facts: FileFacts
  var inlines: InlineParser
  private var leafText = LeafText()
  var scratch: [UInt8] = []
  /// For each link reference definition its names, once it has been referred to.
  var definitionNames: [DestinationNames?]
  /// The open sections, outermost first.
  private var sections: [(level: UInt8, definition: DefinitionIndex)] = []
  private var chunkStart = 0
  private var hasTitle = false

  private init(_ source: Bytes, _ lines: LineTable) {
    self.source = source
    tree = BlockParser.parse(source, lineStarts: lines.starts, extensions: .all)
    inlines = InlineParser(tree, extensions: .all)
    facts = FileFacts(lines: lines)
    definitionNames = Array(repeating: nil, count: tree.definitions.all.count)
  }

  /// The facts of a document. O(bytes).
  static func facts(of source: Bytes, lines: LineTable) -> FileFacts {
    var builder = FactsBuilder(source, lines)
    builder.run()
    return builder.facts
  }

  private mutating func run() {
    facts.definitions.append(
      Definition(
        kind: .document, name: .empty, parent: -1, scope: 0, start: 0, end: UInt32(source.count),
        nameStart: 0,
        nameLength: 0))
    if source.has("\u{FEFF}", at: 0) { chunkStart = 3 }
    for index in tree.blocks.indices {
      switch tree.blocks[index].kind {
      case .frontMatter: addFrontMatter(tree.blocks[index])
      case .heading, .paragraph, .tableCell: addLeaf(tree.blocks[index])
      case .fencedCode, .indentedCode: addCodeBlock(tree.blocks[index])
      default: break
      }
    }
    endChunk(source.count)
    facts.doc = facts.definitions[0].doc
  }

  /// The innermost section, or the document.
  var owner: DefinitionIndex { sections.last?.definition ?? 0 }

  // MARK: Blocks

  private mutating func addFrontMatter(_ block: Block) {
    if let title = FrontMatter.value(of: "title", source, block) {
      setTitle(facts.names.intern(title.text, 0, title.text.count), title.start, title.end)
    }
    if let description = FrontMatter.value(of: "description", source, block) {
      facts.definitions[0].doc = facts.names.intern(description.text, 0, description.text.count)
    }
  }

  private mutating func setTitle(_ name: NameID, _ start: Int, _ end: Int) {
    facts.definitions[0].name = name
    facts.definitions[0].nameStart = UInt32(start)
    facts.definitions[0].nameLength = UInt32(end - start)
    hasTitle = true
  }

  private mutating func addLeaf(_ block: Block) {
    let isTopLevel = block.parent == 0
    if isTopLevel && block.kind == .heading { startSection(block) }
    guard !block.segments.isEmpty else { return }
    var leafText = LeafText()
    swap(&leafText, &self.leafText)
    let segments = tree.segments[Int(block.segments.lowerBound)..<Int(block.segments.upperBound)]
    leafText.with(segments, of: source, isCell: block.kind == .tableCell) { text, map in
      inlines.parse(text)
      addReferences(map)
      guard isTopLevel else { return }
      if block.kind == .heading { nameSection(block) } else { addDoc(text) }
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
      hasLanguage ? internUnescaped(info.lowerBound, wordEnd) : facts.names.intern("code")
    var definition = Definition(
      kind: .codeBlock, name: name, parent: owner, scope: 0, start: UInt32(block.start),
      end: UInt32(block.end),
      nameStart: UInt32(hasLanguage ? info.lowerBound : Int(block.start)),
      nameLength: UInt32(hasLanguage ? wordEnd - info.lowerBound : 0))
    if !info.isEmpty { definition.attributes = [internUnescaped(info.lowerBound, info.upperBound)] }
    facts.definitions.append(definition)
  }

  private mutating func internUnescaped(_ start: Int, _ end: Int) -> NameID {
    guard Unescape.isNeeded(source, start, end) else { return facts.names.intern(source.slice(start, end)) }
    scratch.removeAll(keepingCapacity: true)
    Unescape.append(source, start, end, to: &scratch)
    return facts.names.intern(scratch, 0, scratch.count)
  }

  // MARK: Sections

  /// Ends the sections that a heading ends and opens its own.
  private mutating func startSection(_ block: Block) {
    var lineStart = Int(block.start)
    while lineStart > 0 && source[lineStart - 1].isSpaceOrTab { lineStart -= 1 }
    endChunk(lineStart)
    chunkStart = Int(block.start)
    while let last = sections.last, last.level >= block.level {
      facts.definitions[Int(last.definition)].end = UInt32(lineStart)
      sections.removeLast()
    }

    let first = block.segments.isEmpty ? nil : tree.segments[Int(block.segments.lowerBound)]
    let last = block.segments.isEmpty ? nil : tree.segments[Int(block.segments.upperBound) - 1]
    let nameStart = Int(first?.start ?? block.start)
    var definition = Definition(
      kind: .section, name: .empty, parent: owner, scope: 0, start: UInt32(block.start),
      end: UInt32(source.count), nameStart: UInt32(nameStart),
      nameLength: UInt32(Int(last?.end ?? block.start) - nameStart))
    let signatureEnd = block.isSetext ? Int(first?.end ?? block.end) : Int(block.end)
    definition.signature = facts.names.intern(source.slice(Int(block.start), signatureEnd))
    sections.append((block.level, DefinitionIndex(facts.definitions.count)))
    facts.definitions.append(definition)
  }

  /// Names the section just opened after its heading, whose inlines are parsed.
  private mutating func nameSection(_ block: Block) {
    plainText(images: false)
    if scratch.isEmpty { plainText(images: true) }
    let name = facts.names.intern(scratch, 0, scratch.count)
    let index = Int(owner)
    facts.definitions[index].name = name
    if block.level == 1 && !hasTitle {
      let start = Int(facts.definitions[index].nameStart)
      setTitle(name, start, start + Int(facts.definitions[index].nameLength))
    }
  }

  /// The first paragraph with text documents its section, and the first of all the document. DocC's
  /// directives (`@Metadata { … }`), which are paragraphs to CommonMark, are no text.
  private mutating func addDoc(_ text: Bytes) {
    if text.at(0) == ASCII.at && text.at(1).lowercasedASCII != text.at(1) { return }
    let index = Int(owner)
    guard facts.definitions[index].doc == .empty || facts.definitions[0].doc == .empty else { return }
    plainText(images: false)
    guard !scratch.isEmpty else { return }
    cutScratch()
    let doc = facts.names.intern(scratch, 0, scratch.count)
    if facts.definitions[index].doc == .empty { facts.definitions[index].doc = doc }
    if facts.definitions[0].doc == .empty { facts.definitions[0].doc = doc }
  }

  private mutating func plainText(images: Bool) {
    scratch.removeAll(keepingCapacity: true)
    inlines.appendPlainText(to: &scratch, images: images)
    scratch = DisplayText.collapsed(scratch)
  }

  private mutating func cutScratch() {
    guard scratch.count > Self.docLimit else { return }
    scratch.removeSubrange(DisplayText.cut(scratch, Self.docLimit)...)
  }

  /// Ends the running chunk, without the white space at its end; one without text is left out.
  private mutating func endChunk(_ end: Int) {
    var last = end
    while last > chunkStart && source[last - 1].isWhitespace { last -= 1 }
    var first = chunkStart
    while first < last && source[first].isWhitespace { first += 1 }
    guard first < last else { return }
    facts.chunks.append(Chunk(definition: owner, start: UInt32(first), end: UInt32(last)))
  }
}
