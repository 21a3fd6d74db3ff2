import GraphModel
import LanguageSupport
import Markup

/// Turns the items of a page into facts.
struct PageFacts {
  private let source: UnsafeBufferPointer<UInt8>
  private var outline: DocumentOutline
  /// The text of the paragraph at hand.
  private var paragraph: [UInt8] = []
  private let prose: NameID

  static func outcome(of source: UnsafeBufferPointer<UInt8>, lines: LineTable) -> ParseOutcome {
    var facts = PageFacts(source, lines)
    guard HTMLContent.read(source, { facts.add($0) }) else { return .skipped(.nestingTooDeep) }
    facts.outline.assignOwners()
    facts.outline.finish(in: source)
    return .facts(facts.outline.facts)
  }

  private init(_ source: UnsafeBufferPointer<UInt8>, _ lines: LineTable) {
    self.source = source
    outline = DocumentOutline(lines: lines, textStart: source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    prose = outline.facts.names.intern(MentionForm.prose)
  }

  private mutating func add(_ item: HTMLItem) {
    switch item {
    case .link(let destination, let offset):
      if !destination.hasPrefix("data:") { add(.link, destination, offset) }
    case .anchor(let name, let offset): add(.anchor, name, offset)
    case .heading(let level, let text, let start, let textStart, let textEnd):
      addSection(level, text, start, textStart..<textEnd)
    case .code(let text, let offset): add(.mention, text, offset)
    case .codeBlock(let language, let start, let end): addCodeBlock(language, start, end)
    case .title(let text, let offset):
      if !text.isEmpty {
        outline.setTitle(
          outline.facts.names.intern(text), offset, min(source.count, offset + text.utf8.count))
      }
    case .text(let text, let offset): addText(text, offset)
    case .paragraphEnd:
      outline.addDoc(DisplayText.collapsed(paragraph))
      paragraph.removeAll()
    }
  }

  private mutating func add(_ role: Reference.Role, _ name: String, _ offset: Int) {
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty, offset < source.count else { return }
    outline.add(role, outline.facts.names.intern(name), at: offset)
  }

  private mutating func addSection(_ level: Int, _ text: String, _ start: Int, _ name: Range<Int>) {
    // What is reported late (a heading in a heading) would break the order of definitions.
    guard !text.isEmpty, isInOrder(start), name.upperBound <= source.count else { return }
    outline.startSection(
      level: level, start: start, lineStart: start, name: name, signature: .empty, in: source)
    outline.nameSection(outline.facts.names.intern(text))
    paragraph.removeAll()
  }

  private mutating func addCodeBlock(_ language: String, _ start: Int, _ end: Int) {
    guard isInOrder(start), end <= source.count, start < end else { return }
    outline.facts.definitions.append(
      Definition(
        kind: .codeBlock, name: outline.facts.names.intern(language.isEmpty ? "code" : language),
        parent: outline.owner, scope: 0, start: UInt32(start), end: UInt32(end), nameStart: UInt32(start),
        nameLength: 0))
  }

  private func isInOrder(_ start: Int) -> Bool {
    start >= Int(outline.facts.definitions.last.map { $0.kind == .codeBlock ? $0.end : $0.start } ?? 0)
  }

  private mutating func addText(_ text: String, _ offset: Int) {
    if outline.needsDoc { paragraph += text.utf8 }
    var text = text
    text.withUTF8 { bytes in
      ProseNames.scan(bytes) { range in
        guard offset + range.lowerBound < source.count else { return }
        let name = outline.facts.names.intern(UnsafeBufferPointer(rebasing: bytes[range]))
        outline.add(.mention, name, at: offset + range.lowerBound, detail: prose)
      }
    }
  }
}
