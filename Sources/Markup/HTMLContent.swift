/// What a reader of an HTML text can follow, jump to or look up.
public enum HTMLItem: Equatable {
  /// Where a link, an image, a script or a style sheet leads, as written.
  case link(String, offset: Int)
  /// An `id`, or the `name` of an `a`.
  case anchor(String, offset: Int)
  /// A heading's text with single spaces; `start` is its tag, `textStart..<textEnd` what stands between its tags.
  case heading(level: Int, String, start: Int, textStart: Int, textEnd: Int)
  /// The text of a `code` element that is no block.
  case code(String, offset: Int)
  /// The text of a `pre` element: its start tag, and where it ends; `language` is taken from its class.
  case codeBlock(language: String, start: Int, end: Int)
  /// The page's title.
  case title(String, offset: Int)
  /// The text of a paragraph or of another block, in the pieces that lie between tags.
  case text(String, offset: Int)
  /// The end of a `p`.
  case paragraphEnd
}

/// Reads an HTML text and tells the items in it, in the order in which they end.
public enum HTMLContent {
  /// Calls `body` with each item of `source`. O(bytes).
  ///
  /// - Returns: false if the text was nested too deep to be read to its end.
  public static func read(_ source: UnsafeBufferPointer<UInt8>, _ body: (HTMLItem) -> Void) -> Bool {
    var state = State()
    return HTMLReader.read(source) { event in
      switch event {
      case .open(let tag): state.open(tag, body)
      case .close(let name, let offset): state.close(name, offset, body)
      case .text(let bytes, let offset): state.text(bytes, offset, body)
      }
    }
  }

  /// What is open at a place.
  private struct State {
    /// A heading, a title, a code span or a code block whose text is being collected.
    private struct Collected {
      let name: String
      let tag: HTMLTag
      var text = ""
      var textStart = -1
    }

    private var open: [Collected] = []
    /// Depth of elements whose text is not for readers.
    private var hidden = 0
    private var preformatted = 0

    mutating func open(_ tag: HTMLTag, _ body: (HTMLItem) -> Void) {
      if let id = tag.attribute("id") ?? (tag.name == "a" ? tag.attribute("name") : nil), !id.value.isEmpty {
        body(.anchor(id.value, offset: id.offset))
      }
      if let key = HTMLContent.links[tag.name], let link = tag.attribute(key), !link.value.isEmpty {
        body(.link(link.value, offset: link.offset))
      }
      switch tag.name {
      case "script", "style": hidden += 1
      case "pre": preformatted += 1
      default: break
      }
      // Bounded: a text that opens code in code without end is cut by the reader's depth.
      if HTMLContent.collected.contains(tag.name) { open.append(Collected(name: tag.name, tag: tag)) }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ body: (HTMLItem) -> Void) {
      guard hidden == 0 else { return }
      let text = String(decoding: bytes, as: UTF8.self)
      for index in open.indices {
        open[index].text += text
        if open[index].textStart < 0 { open[index].textStart = offset }
      }
      if open.isEmpty && preformatted == 0 { body(.text(text, offset: offset)) }
    }

    mutating func close(_ name: String, _ offset: Int, _ body: (HTMLItem) -> Void) {
      switch name {
      case "script", "style": hidden = max(0, hidden - 1)
      case "pre": preformatted = max(0, preformatted - 1)
      case "p": body(.paragraphEnd)
      default: break
      }
      guard let index = open.lastIndex(where: { $0.name == name }) else { return }
      let item = open.remove(at: index)
      let start = item.textStart < 0 ? item.tag.end : item.textStart
      switch name {
      case "code", "tt":
        if preformatted == 0 { body(.code(item.text, offset: start)) }
      case "pre":
        body(
          .codeBlock(language: HTMLContent.language(item.tag), start: item.tag.start, end: offset))
      case "title": body(.title(HTMLContent.collapsed(item.text), offset: start))
      default:
        let level = name.utf8.last.map { Int($0) - 0x30 } ?? 1
        body(
          .heading(
            level: level, HTMLContent.collapsed(item.text), start: item.tag.start, textStart: start,
            textEnd: max(start, offset)))
      }
    }
  }

  fileprivate static let links = [
    "a": "href", "area": "href", "link": "href", "img": "src", "script": "src", "iframe": "src",
    "source": "src", "video": "src", "audio": "src", "embed": "src",
  ]

  fileprivate static let collected: Set<String> = [
    "h1", "h2", "h3", "h4", "h5", "h6", "code", "tt", "pre", "title",
  ]

  /// `python` of `class="language-python"` or `class="highlight-python"`, or empty.
  fileprivate static func language(_ tag: HTMLTag) -> String {
    let classes = tag.attribute("class")?.value.split(separator: " ") ?? []
    for word in classes {
      for prefix in ["language-", "lang-", "highlight-"] where word.hasPrefix(prefix) {
        return String(word.dropFirst(prefix.count))
      }
    }
    return ""
  }

  fileprivate static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
