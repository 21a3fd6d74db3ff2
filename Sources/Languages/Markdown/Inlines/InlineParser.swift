/// Finds the inline structure of one leaf block after the other (CommonMark 0.31, appendix "A parsing
/// strategy", phase 2), in time linear in the text.
///
/// Nothing recurses. Searches that may fail (for the end of a code span, a comment, an autolink's domain) are
/// remembered, so that no stretch of text is searched for the same thing twice.
struct InlineParser {
  let extensions: MarkdownExtensions
  let definitions: LinkDefinitions
  let footnotes: Set<[UInt8]>
  private let special: ByteSet

  /// The leaf's text; valid during `parse` alone.
  var text: Bytes
  /// The nodes found, after `parse` in the order of their starts; a container comes before its content.
  var nodes: [Inline] = []
  var targets: [LinkTarget] = []
  var delimiters: [Delimiter] = []
  /// For each class of closers the delimiter below which no opener is left; see `matchDelimiters`.
  var openerFloors: [Int32] = Array(repeating: -1, count: Delimiter.classCount)
  var brackets: [Bracket] = []
  /// Brackets below this index can no longer open a link, because a link stands inside them.
  var inactiveBrackets = 0
  /// Places where a bare address might stand that has to be looked at when links and emphasis are known.
  var candidates: [Int32] = []
  /// Text up to here was searched in vain for a valid domain.
  var badDomainEnd = 0
  var backticks = BacktickRuns()
  /// For each construct that ends with a fixed mark: true when no such mark is left.
  var exhausted = Exhausted()
  private var scratch: [UInt8] = []

  init(_ tree: BlockTree, extensions: MarkdownExtensions) {
    self.extensions = extensions
    definitions = tree.definitions
    footnotes = tree.footnotes
    var special = ByteSet("\n\\`*_[]!<&")
    if extensions.contains(.strikethrough) { special.insert(ASCII.tilde) }
    if extensions.contains(.autolinks) {
      for byte in [ASCII.colon, ASCII.period, ASCII.at] { special.insert(byte) }
    }
    self.special = special
    text = Bytes(start: nil, count: 0)
  }

  /// Parses a leaf's text. The result is in `nodes` and `targets` until the next call.
  mutating func parse(_ text: Bytes) {
    self.text = text
    nodes.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    delimiters.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    inactiveBrackets = 0
    badDomainEnd = 0
    backticks.reset()
    exhausted = Exhausted()

    var index = 0
    while index < text.count {
      if special.contains(text[index]) { index = parseSpecial(index) } else { index += 1 }
    }
    matchDelimiters(from: 0)
    sortNodes()
    if !candidates.isEmpty { addLateAutolinks() }
  }

  /// Handles the special character at `index`; returns where to go on.
  private mutating func parseSpecial(_ index: Int) -> Int {
    switch text[index] {
    case ASCII.lineFeed: return lineBreak(index)
    case ASCII.backslash: return escape(index)
    case ASCII.backtick: return codeSpan(index)
    case ASCII.asterisk, ASCII.underscore, ASCII.tilde: return delimiterRun(index)
    case ASCII.openBracket: return openBracket(index, isImage: false)
    case ASCII.exclamation:
      return text.at(index + 1) == ASCII.openBracket ? openBracket(index, isImage: true) : index + 1
    case ASCII.closeBracket: return closeBracket(index)
    case ASCII.less: return angleBracket(index)
    case ASCII.ampersand: return entity(index)
    default: return bareAutolink(index)
    }
  }

  private mutating func lineBreak(_ index: Int) -> Int {
    var start = index
    while start > 0 && text[start - 1] == ASCII.space { start -= 1 }
    nodes.append(Inline(index - start >= 2 ? .hardBreak : .softBreak, start, index + 1))
    return index + 1
  }

  private mutating func escape(_ index: Int) -> Int {
    let next = text.at(index + 1)
    if next == ASCII.lineFeed {
      nodes.append(Inline(.hardBreak, index, index + 2))
      return index + 2
    }
    guard next.isPunctuation else { return index + 1 }
    nodes.append(Inline(.escape, index, index + 2, content: (index + 1, index + 2)))
    return index + 2
  }

  private mutating func entity(_ index: Int) -> Int {
    scratch.removeAll(keepingCapacity: true)
    guard let end = Entities.scan(text, index, into: &scratch) else { return index + 1 }
    nodes.append(Inline(.entity, index, end))
    return end
  }

  /// Puts containers, which are found at their ends, before their content. No two nodes share a start.
  mutating func sortNodes() {
    for index in nodes.indices.dropFirst() where nodes[index].start < nodes[index - 1].start {
      nodes.sort { $0.start < $1.start }
      return
    }
  }
}
