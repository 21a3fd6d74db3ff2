import GraphModel

/// Collects the facts of a document that is read from top to bottom: sections that enclose each other by their
/// levels, one chunk from each heading to the next, and references owned by the innermost section.
public struct DocumentOutline {
  /// Documentation of a section or document is cut after this many bytes.
  public static let docLimit = 300

  /// The facts so far; definition 0 is the document.
  public var facts: FileFacts
  /// The open sections, outermost first.
  private var sections: [(level: Int, definition: DefinitionIndex)] = []
  private var chunkStart: Int
  private let size: Int
  private var hasTitle = false

  /// Starts the document of a file of these lines, whose text begins at `textStart` (after a byte order mark).
  public init(lines: LineTable, textStart: Int = 0) {
    facts = FileFacts(lines: lines)
    size = Int(lines.byteCount)
    chunkStart = min(textStart, size)
    facts.definitions.append(
      Definition(
        kind: .document, name: .empty, parent: -1, scope: 0, start: 0, end: lines.byteCount, nameStart: 0,
        nameLength: 0))
  }

  /// The innermost section, or the document.
  public var owner: DefinitionIndex { sections.last?.definition ?? 0 }

  /// The level of the innermost section; 0 in none.
  public var level: Int { sections.last?.level ?? 0 }

  /// Names the document, unless a title was set before.
  public mutating func setTitle(_ name: NameID, _ start: Int, _ end: Int) {
    guard !hasTitle else { return }
    hasTitle = true
    facts.definitions[0].name = name
    let place = inFile(start)
    facts.definitions[0].nameStart = UInt32(place)
    facts.definitions[0].nameLength = UInt32(inFile(max(start, end)) - place)
  }

  /// Ends the sections that a heading ends and opens its own, without a name yet.
  ///
  /// - Parameters:
  ///   - level: from 1, the outermost.
  ///   - start: where the heading begins; `lineStart` is that of its first line.
  ///   - name: where the heading's text stands.
  ///   - signature: the heading as written.
  public mutating func startSection(
    level: Int, start: Int, lineStart: Int, name: Range<Int>, signature: NameID,
    in source: UnsafeBufferPointer<UInt8>
  ) {
    endChunk(lineStart, in: source)
    chunkStart = start
    while let last = sections.last, last.level >= level {
      end(last.definition, at: UInt32(lineStart))
      sections.removeLast()
    }
    var definition = Definition(
      kind: .section, name: .empty, parent: owner, scope: 0, start: UInt32(start), end: UInt32(size),
      nameStart: UInt32(name.lowerBound), nameLength: UInt32(name.count))
    definition.signature = signature
    sections.append((level, DefinitionIndex(facts.definitions.count)))
    facts.definitions.append(definition)
  }

  /// Ends a section. Its name ends with it: where a heading is left open, the next one may begin inside of its text.
  private mutating func end(_ section: DefinitionIndex, at offset: UInt32) {
    let index = Int(section)
    let nameStart = min(facts.definitions[index].nameStart, offset)
    facts.definitions[index].end = offset
    facts.definitions[index].nameStart = nameStart
    facts.definitions[index].nameLength = min(facts.definitions[index].nameLength, offset - nameStart)
  }

  /// Names the section just opened; one of level 1 may give the document its title.
  public mutating func nameSection(_ name: NameID) {
    let index = Int(owner)
    facts.definitions[index].name = name
    guard level == 1 else { return }
    let start = Int(facts.definitions[index].nameStart)
    setTitle(name, start, start + Int(facts.definitions[index].nameLength))
  }

  /// True if the innermost section or the document has no text that documents it yet.
  public var needsDoc: Bool {
    facts.definitions[Int(owner)].doc == .empty || facts.definitions[0].doc == .empty
  }

  /// The first paragraph documents its section, and the first of all the document. `text` is cut to
  /// ``docLimit``.
  public mutating func addDoc(_ text: [UInt8]) {
    guard needsDoc, !text.isEmpty else { return }
    let end = text.count > Self.docLimit ? DisplayText.cut(text, Self.docLimit) : text.count
    let doc = facts.names.intern(text, 0, end)
    if facts.definitions[Int(owner)].doc == .empty { facts.definitions[Int(owner)].doc = doc }
    if facts.definitions[0].doc == .empty { facts.definitions[0].doc = doc }
  }

  /// Adds a reference of the innermost section.
  public mutating func add(
    _ role: Reference.Role, _ name: NameID, at offset: Int, detail: NameID = .empty
  ) {
    add(role, name, at: offset, detail: detail, owner: owner)
  }

  /// Adds a reference of a definition.
  public mutating func add(
    _ role: Reference.Role, _ name: NameID, at offset: Int, detail: NameID = .empty, owner: DefinitionIndex
  ) {
    // At a byte of the file: a reference is of something that is written.
    let place = min(inFile(offset), max(0, Int(facts.lines.byteCount) - 1))
    var reference = Reference(role: role, name: name, offset: UInt32(place), scope: 0, owner: owner)
    reference.detail = detail
    facts.references.append(reference)
  }

  /// The offset, at most the end of the file. Places that were computed in a decoded text may lie beyond it: bytes
  /// that are no UTF-8 become longer, and a text that was put together ends with a line feed of its own.
  private func inFile(_ offset: Int) -> Int { min(offset, Int(facts.lines.byteCount)) }

  /// The innermost section around an offset, or the document. O(log definitions + depth).
  public func section(at offset: Int) -> DefinitionIndex {
    let definitions = facts.definitions
    var low = 0
    var high = definitions.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if definitions[middle].start <= offset { low = middle } else { high = middle }
    }
    var index = DefinitionIndex(low)
    while index > 0, definitions[Int(index)].kind != .section || definitions[Int(index)].end <= offset {
      index = definitions[Int(index)].parent
    }
    return max(0, index)
  }

  /// Gives each reference to the innermost section around it, where sections were told after what is in them.
  public mutating func assignOwners() {
    for index in facts.references.indices {
      facts.references[index].owner = section(at: Int(facts.references[index].offset))
    }
  }

  /// Ends the document; puts the references in the order of their places.
  public mutating func finish(in source: UnsafeBufferPointer<UInt8>) {
    endChunk(size, in: source)
    facts.references.sort { $0.offset < $1.offset }
    facts.doc = facts.definitions[0].doc
  }

  /// Ends the running chunk, without the white space at its ends; one without text is left out.
  private mutating func endChunk(_ end: Int, in source: UnsafeBufferPointer<UInt8>) {
    var last = end
    while last > chunkStart && Self.isBlank(source[last - 1]) { last -= 1 }
    var first = chunkStart
    while first < last && Self.isBlank(source[first]) { first += 1 }
    guard first < last else { return }
    facts.chunks.append(Chunk(definition: owner, start: UInt32(first), end: UInt32(last)))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}
