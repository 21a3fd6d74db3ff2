import LanguageSupport

/// Documentation comments: `///` lines and `/** */` blocks before a declaration.
extension FactsExtractor {
  /// The documentation between `from`, where the trivia before a declaration begins, and `before`, where the
  /// declaration does: its text without comment marks, and where it starts (`before` if there is none).
  ///
  /// Only the last stretch counts: a blank line after a documentation comment parts it from the next one.
  /// Ordinary comments in between are left out.
  mutating func documentation(before: Int, from: Int) -> (text: NameID, start: Int) {
    // Most declarations without documentation have only white space before them.
    guard source[from..<before].contains(UInt8(ascii: "/")) else { return (.empty, before) }
    var offset = from
    if from > 0 && !isNewline(source[from - 1]) {
      // The rest of a line that belongs to what stands before.
      while offset < before && !isNewline(source[offset]) { offset += 1 }
    }
    var start = before
    var newlines = 0
    scratch.removeAll(keepingCapacity: true)
    while offset < before {
      let byte = source[offset]
      if isNewline(byte) {
        newlines += byte == 0x0A || source[offset + 1] != 0x0A ? 1 : 0
        offset += 1
        continue
      }
      guard byte == UInt8(ascii: "/"), offset + 1 < before else {
        offset += 1
        continue
      }
      let isBlock = source[offset + 1] == UInt8(ascii: "*")
      let end = isBlock ? endOfBlock(offset, before) : endOfLine(offset, before)
      if isDocumentation(offset, end, isBlock) {
        if newlines > 1 { scratch.removeAll(keepingCapacity: true) }
        if scratch.isEmpty { start = offset }
        if isBlock { appendBlock(offset + 3, end - 2) } else { appendLine(offset + 3, end) }
        newlines = 0
      } else if !isBlock && newlines > 0 {
        // An ordinary comment's line is not blank.
        newlines -= 1
      }
      offset = max(end, offset + 1)
    }
    while let last = scratch.last, last == 0x0A || last == 0x20 { scratch.removeLast() }
    return (internScratch(), start)
  }

  private func isNewline(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func endOfLine(_ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit && !isNewline(source[end]) { end += 1 }
    return end
  }

  /// Where the block comment at `start` ends; blocks nest.
  private func endOfBlock(_ start: Int, _ limit: Int) -> Int {
    var depth = 0
    var offset = start
    while offset + 1 < limit {
      if source[offset] == UInt8(ascii: "/") && source[offset + 1] == UInt8(ascii: "*") {
        depth += 1
        offset += 2
      } else if source[offset] == UInt8(ascii: "*") && source[offset + 1] == UInt8(ascii: "/") {
        depth -= 1
        offset += 2
        if depth == 0 { return offset }
      } else {
        offset += 1
      }
    }
    return limit
  }

  /// `///` but not `////`, `/**` but not `/***` nor `/**/`.
  private func isDocumentation(_ start: Int, _ end: Int, _ isBlock: Bool) -> Bool {
    let mark = isBlock ? UInt8(ascii: "*") : UInt8(ascii: "/")
    guard end - start >= (isBlock ? 5 : 3), source[start + 2] == mark else { return false }
    return end - start == 3 || source[start + 3] != mark
  }

  private mutating func appendLine(_ start: Int, _ end: Int) {
    var first = start
    if first < end && source[first] == 0x20 { first += 1 }
    if first < end { scratch.append(contentsOf: source[first..<end]) }
    scratch.append(0x0A)
  }

  /// Appends the lines of a block: without stars if its first line of its own begins with one, else without
  /// the indentation that this line has.
  private mutating func appendBlock(_ start: Int, _ end: Int) {
    var offset = start
    var indentation = -1
    var isStarred = false
    while offset < end {
      let lineEnd = endOfLine(offset, end)
      var first = offset
      while first < lineEnd && (source[first] == 0x20 || source[first] == 0x09) { first += 1 }
      // The text beside the opening mark has no indentation.
      if offset > start && first < lineEnd {
        if indentation < 0 {
          indentation = first - offset
          isStarred = source[first] == UInt8(ascii: "*")
        }
        if !isStarred {
          first = min(first, offset + indentation)
        } else if source[first] == UInt8(ascii: "*") {
          first += 1
          if first < lineEnd && source[first] == 0x20 { first += 1 }
        }
      }
      if first < lineEnd || !scratch.isEmpty {
        scratch.append(contentsOf: source[first..<lineEnd])
        scratch.append(0x0A)
      }
      offset = lineEnd + 1
      if offset < end && source[lineEnd] == 0x0D && source[offset] == 0x0A { offset += 1 }
    }
  }
}
