import GraphModel
import LanguageSupport
import Markup

/// The raw HTML of a document, put together as one text with a way back to the source: elements are opened in
/// one block and closed in another.
struct EmbeddedHTML {
  private var text: [UInt8] = []
  /// Where pieces begin in `text` and in the source; ascending.
  private var textStarts: [Int32] = []
  private var sourceStarts: [Int32] = []

  var isEmpty: Bool { text.isEmpty }

  /// Adds the lines of an HTML block.
  mutating func add(_ segments: ArraySlice<Segment>, of source: Bytes) {
    for segment in segments {
      add(source.slice(Int(segment.start), Int(segment.end)), at: Int(segment.start))
    }
    text.append(ASCII.lineFeed)
  }

  /// Adds a leaf's text: tags as they are, and what stands between them without the characters that would make
  /// more of it.
  mutating func add(leaf: Bytes, _ nodes: [Inline], _ map: SourceMap) {
    var place = 0
    for node in nodes where !node.kind.isContainer {
      addText(leaf, place, Int(node.start), map)
      if node.kind == .html {
        addLines(leaf, Int(node.start), Int(node.end), map)
      } else if node.kind != .code {
        addText(leaf, Int(node.start), Int(node.end), map)
      }
      place = Int(node.end)
    }
    addText(leaf, place, leaf.count, map)
    text.append(ASCII.lineFeed)
  }

  private mutating func addText(_ leaf: Bytes, _ start: Int, _ end: Int, _ map: SourceMap) {
    guard start < end else { return }
    let place = text.count
    addLines(leaf, start, end, map)
    for index in place..<text.count {
      let byte = text[index]
      if byte == ASCII.less || byte == ASCII.greater || byte == ASCII.ampersand { text[index] = ASCII.space }
    }
  }

  private mutating func addLines(_ leaf: Bytes, _ start: Int, _ end: Int, _ map: SourceMap) {
    var lineStart = start
    while lineStart < end {
      var lineEnd = lineStart
      while lineEnd < end && leaf[lineEnd] != ASCII.lineFeed { lineEnd += 1 }
      lineEnd = min(end, lineEnd + 1)
      textStarts.append(Int32(text.count))
      sourceStarts.append(Int32(map.start(lineStart)))
      text.append(contentsOf: leaf[lineStart..<lineEnd])
      lineStart = lineEnd
    }
  }

  private mutating func add(_ line: Bytes, at start: Int) {
    textStarts.append(Int32(text.count))
    sourceStarts.append(Int32(start))
    text.append(contentsOf: line)
    text.append(ASCII.lineFeed)
  }

  /// Calls `body` with each item and the source offset at which it stands. O(bytes).
  func read(_ body: (HTMLItem, (Int) -> Int) -> Void) {
    guard !text.isEmpty else { return }
    let map = SourceMap(textStarts: textStarts, sourceStarts: sourceStarts)
    text.withUnsafeBufferPointer { bytes in
      _ = HTMLContent.read(bytes) { item in body(item) { map.start(min($0, max(0, bytes.count - 1))) } }
    }
  }
}

extension FactsBuilder {
  /// Adds the links, anchors and code spans that raw HTML holds.
  mutating func addHTMLReferences() {
    guard !html.isEmpty else { return }
    html.read { item, offset in
      switch item {
      case .link(let destination, let place):
        guard !destination.hasPrefix("data:") else { return }
        addHTML(.link, destination, offset(place))
      case .anchor(let name, let place): addHTML(.anchor, name, offset(place))
      case .heading(let level, let text, let start, let textStart, let textEnd):
        addHTML(.anchor, text, offset(start), detail: MentionForm.heading)
        if level == 1, !text.isEmpty {
          let place = offset(textStart)
          outline.setTitle(outline.facts.names.intern(text), place, max(place, offset(textEnd)))
        }
      case .code(let text, let place):
        if !text.isEmpty { addHTML(.mention, text, offset(place)) }
      case .codeBlock, .title, .text, .paragraphEnd: break
      }
    }
  }

  private mutating func addHTML(_ role: Reference.Role, _ name: String, _ offset: Int, detail: String = "") {
    let trimmed = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !trimmed.isEmpty else { return }
    outline.add(
      role, outline.facts.names.intern(trimmed), at: offset, detail: outline.facts.names.intern(detail),
      owner: outline.section(at: offset))
  }
}
