/// Where the last run of backticks of each length starts in a leaf's text: tells at once that an opening run
/// has no closing one, so that a search is made only if it succeeds.
struct BacktickRuns {
  /// By length; -1 for none.
  private var last: [Int32] = []
  private var isScanned = false

  mutating func reset() {
    guard isScanned else { return }
    last.removeAll(keepingCapacity: true)
    isScanned = false
  }

  /// True if a run of `length` starts at or after `start`. The first call looks at the whole text.
  mutating func hasRun(of length: Int, from start: Int, in text: Bytes) -> Bool {
    if !isScanned { scan(text) }
    return length < last.count && Int(last[length]) >= start
  }

  private mutating func scan(_ text: Bytes) {
    isScanned = true
    var index = 0
    while index < text.count {
      guard text[index] == ASCII.backtick else {
        index += 1
        continue
      }
      let start = index
      while index < text.count && text[index] == ASCII.backtick { index += 1 }
      while last.count <= index - start { last.append(-1) }
      last[index - start] = Int32(start)
    }
  }
}

extension InlineParser {
  /// A run of backticks: a code span if a run of the same length follows, else text.
  mutating func codeSpan(_ start: Int) -> Int {
    var contentStart = start
    while contentStart < text.count && text[contentStart] == ASCII.backtick { contentStart += 1 }
    let length = contentStart - start
    guard backticks.hasRun(of: length, from: contentStart, in: text) else { return contentStart }
    var contentEnd = contentStart
    var end = contentStart
    while end < text.count {
      contentEnd = end
      while contentEnd < text.count && text[contentEnd] != ASCII.backtick { contentEnd += 1 }
      end = contentEnd
      while end < text.count && text[end] == ASCII.backtick { end += 1 }
      if end - contentEnd == length { break }
    }
    var content = (start: contentStart, end: contentEnd)
    if isSpace(content.start) && isSpace(content.end - 1) && hasText(content.start, content.end) {
      content.start += 1
      content.end -= 1
    }
    nodes.append(Inline(.code, start, end, content: content))
    return end
  }

  private func isSpace(_ index: Int) -> Bool {
    text[index] == ASCII.space || text[index] == ASCII.lineFeed
  }

  private func hasText(_ start: Int, _ end: Int) -> Bool {
    for index in start..<end where !isSpace(index) { return true }
    return false
  }
}
