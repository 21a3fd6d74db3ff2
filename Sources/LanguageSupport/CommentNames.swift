import GraphModel

/// The names that a documentation comment marks as such: code spans, DocC's symbol links, Sphinx's roles.
///
/// Looks at the source as it is, line by line, so that every name has its place; a span that goes over a line's end is
/// none. Blocks of code and sessions of an interpreter are passed over.
public enum CommentNames {
  /// What a comment's marks mean.
  public enum Markup: Sendable {
    /// Swift: one backquote for code, two for a symbol link.
    case docc
    /// Python: roles before single backquotes, two backquotes for code.
    case sphinx
  }

  /// Adds the names that stand in a range of the source to the mentions of `facts`; `owner` is what the comment
  /// documents, -1 for the file. O(bytes).
  public static func add(
    in range: Range<Int>, of source: UnsafeBufferPointer<UInt8>, markup: Markup, owner: DefinitionIndex,
    to facts: inout FileFacts
  ) {
    var isCode = false
    var start = range.lowerBound
    while start < range.upperBound {
      let end = source[start..<range.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
      let text = start + source[start..<end].prefix { isMark($0, markup) }.count
      if begins(with: UInt8(ascii: "`"), text, end, source)
        || begins(with: UInt8(ascii: "~"), text, end, source)
      {
        isCode.toggle()
      } else if !isCode, !begins(with: UInt8(ascii: ">"), text, end, source) {
        addLine(text..<end, source, markup, owner, &facts)
      }
      start = end + 1
    }
  }

  /// What may stand before the text of a line.
  private static func isMark(_ byte: UInt8, _ markup: Markup) -> Bool {
    byte <= 0x20 || markup == .docc && (byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*"))
  }

  /// True if three of the byte begin the line: a fence, a prompt.
  private static func begins(
    with byte: UInt8, _ start: Int, _ end: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    start + 3 <= end && source[start..<start + 3].allSatisfy { $0 == byte }
  }

  private static func addLine(
    _ line: Range<Int>, _ source: UnsafeBufferPointer<UInt8>, _ markup: Markup, _ owner: DefinitionIndex,
    _ facts: inout FileFacts
  ) {
    var index = line.lowerBound
    while let open = source[index..<line.upperBound].firstIndex(of: quote) {
      let start = open + run(open, line.upperBound, source)
      guard let close = closing(start - open, from: start, line.upperBound, source) else { return }
      index = close + (start - open)
      // `Text`_ is a link.
      if markup == .sphinx, index < line.upperBound, source[index] == UInt8(ascii: "_") { continue }
      addSpan(open, start..<close, line, source, markup, owner, &facts)
    }
  }

  private static let quote = UInt8(ascii: "`")

  private static func run(_ start: Int, _ end: Int, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    source[start..<end].prefix { $0 == quote }.count
  }

  /// Where as many backquotes stand as opened the span.
  private static func closing(
    _ count: Int, from start: Int, _ end: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var index = start
    while let found = source[index..<end].firstIndex(of: quote) {
      let length = run(found, end, source)
      if length == count { return found }
      index = found + length
    }
    return nil
  }

  private static func addSpan(
    _ open: Int, _ span: Range<Int>, _ line: Range<Int>, _ source: UnsafeBufferPointer<UInt8>,
    _ markup: Markup,
    _ owner: DefinitionIndex, _ facts: inout FileFacts
  ) {
    let isSingle = span.lowerBound - open == 1
    guard !span.isEmpty, span.count <= 200, !source[span].contains(0x20) || isSingle else { return }
    var name = String(decoding: source[span], as: UTF8.self)
    var offset = span.lowerBound
    var form = ""
    if isSingle, markup == .sphinx {
      let role = role(before: open, line.lowerBound, source) ?? "any"
      guard let use = SphinxRole(role, name), !use.isLink else { return }
      (name, form) = (use.target, use.role)
      // Bytes that are no UTF-8 become longer where they are decoded.
      offset = min(offset + use.targetOffset, span.upperBound - 1)
    } else if !isSingle, markup == .docc {
      form = MentionForm.symbolLink
    } else {
      let text = UnsafeBufferPointer(rebasing: source[line])
      let beside = BesideWords.of(
        text, open - line.lowerBound, span.upperBound + (span.lowerBound - open) - line.lowerBound)
      if MentionForm.hint(before: beside.before, after: beside.after, initial: name.utf8.first)
        == MentionForm.parameter
      {
        return
      }
    }
    guard !name.contains(" ") else { return }
    var reference = Reference(
      role: .mention, name: facts.names.intern(name), offset: UInt32(offset), scope: 0, owner: owner)
    reference.detail = facts.names.intern(form)
    facts.mentions.append(reference)
  }

  /// `py:class` of `:py:class:` directly before a backquote.
  private static func role(before open: Int, _ limit: Int, _ source: UnsafeBufferPointer<UInt8>) -> String? {
    guard open - 1 > limit, source[open - 1] == UInt8(ascii: ":") else { return nil }
    let name = source[limit..<open - 1].reversed().prefix {
      ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-")
    }
    guard name.last == UInt8(ascii: ":"), name.count > 1 else { return nil }
    return String(decoding: Array(name.dropLast().reversed()), as: UTF8.self)
  }
}
