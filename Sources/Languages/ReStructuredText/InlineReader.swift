import LanguageSupport
import Markup

/// Literals, roles, links and plain text within a paragraph.
extension BlockReader {
  /// Reads the inline markup of `source[start..<end]`, which may span lines. O(length): a search for a closing mark
  /// that fails is not made again.
  mutating func readInlines(_ start: Int, _ end: Int) {
    var index = start
    var textStart = start
    var hasLiterals = true
    var hasQuotes = true
    while index < end {
      guard source[index] == UInt8(ascii: "`") else {
        if source[index] == UInt8(ascii: "\\") { index += 1 }
        index += 1
        continue
      }
      let isLiteral = source.has("``", at: index, before: end)
      let open = index + (isLiteral ? 2 : 1)
      guard isLiteral ? hasLiterals : hasQuotes,
        let close = isLiteral
          ? source.find("``", from: open, before: end) : source.find("`", from: open, before: end)
      else {
        if isLiteral { hasLiterals = false } else { hasQuotes = false }
        index = open
        continue
      }
      let prefix = isLiteral ? nil : roleBefore(index, from: textStart)
      readText(textStart, prefix?.lowerBound ?? index)
      index = close + (isLiteral ? 2 : 1)
      if isLiteral {
        add(literal: open, close)
      } else {
        index = addInterpreted(open, close, prefix: prefix, end)
      }
      textStart = index
    }
    readText(textStart, end)
  }

  private mutating func add(literal start: Int, _ end: Int) {
    let name = InlineText.collapsed(source.text(start, end))
    guard !name.isEmpty else { return }
    let beside = BesideWords.of(source, start - 2, end + 2)
    let hint = MentionForm.hint(before: beside.before, after: beside.after, initial: name.utf8.first) ?? ""
    outline.add(
      .mention, outline.facts.names.intern(name), at: start, detail: outline.facts.names.intern(hint))
  }

  /// The role's name with its colons that ends at `index`: `:class:`.
  private func roleBefore(_ index: Int, from start: Int) -> Range<Int>? {
    guard index > start, source[index - 1] == UInt8(ascii: ":") else { return nil }
    var place = index - 1
    while place > start, isRole(source[place - 1]) { place -= 1 }
    guard place < index - 1, source[place] == UInt8(ascii: ":") else { return nil }
    return place..<index
  }

  private func isRole(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "_")
  }

  /// Text in single backquotes: with a role before or after it, a link before `_`, or by itself. Returns where
  /// to go on.
  private mutating func addInterpreted(_ start: Int, _ end: Int, prefix: Range<Int>?, _ limit: Int) -> Int {
    let text = InlineText.collapsed(source.text(start, end))
    var next = end + 1
    if let prefix {
      add(role: source.text(prefix.lowerBound + 1, prefix.upperBound - 1), text, at: start)
    } else if next < limit, source[next] == UInt8(ascii: "_") {
      next += source.has("__", at: next, before: limit) ? 2 : 1
      addLink(text, at: start, isAnonymous: next == end + 3)
    } else if next < limit, source[next] == UInt8(ascii: ":"),
      let close = source.find(":", from: next + 1, before: min(limit, next + 30)),
      source[next + 1..<close].allSatisfy({ isRole($0) }), close > next + 1
    {
      add(role: source.text(next + 1, close), text, at: start)
      next = close + 1
    } else {
      add(role: "any", text, at: start)
    }
    return next
  }

  private mutating func add(role: String, _ text: String, at start: Int) {
    guard let use = SphinxRole(role, text) else { return }
    let detail = use.isLink ? NameID.empty : outline.facts.names.intern(use.role)
    outline.add(
      use.isLink ? .link : .mention, outline.facts.names.intern(use.target), at: start + use.targetOffset,
      detail: detail)
  }

  private mutating func addLink(_ text: String, at start: Int, isAnonymous: Bool) {
    if text.last == ">", let open = text.lastIndex(of: "<") {
      let address = text[text.index(after: open)...].dropLast().filter { $0 != " " }
      let offset = start + text.utf8.distance(from: text.startIndex, to: open) + 1
      guard !address.isEmpty else { return }
      if !isAnonymous { targets[InlineText.normalized(String(text[..<open]))] = String(address) }
      if address.hasSuffix("_") && !address.contains("/") {
        namedLinks.append((String(address.dropLast()), offset, outline.owner))
      } else {
        outline.add(.link, outline.facts.names.intern(String(address)), at: offset)
      }
    } else if !isAnonymous {
      namedLinks.append((text, start, outline.owner))
    }
  }

  /// Plain text: identifiers, and links by a single word (`word_`).
  private mutating func readText(_ start: Int, _ end: Int) {
    guard start < end else { return }
    let form = outline.facts.names.intern(MentionForm.prose)
    ProseNames.scan(UnsafeBufferPointer(rebasing: source[start..<end])) { range in
      let place = start + range.lowerBound
      let word = source.text(place, start + range.upperBound)
      if word.hasSuffix("_") {
        namedLinks.append((String(word.dropLast()), place, outline.owner))
      } else {
        outline.add(.mention, outline.facts.names.intern(word), at: place, detail: form)
      }
    }
  }
}

/// Text with its marks taken away.
enum InlineText {
  /// What a reader sees of a title or paragraph: without roles and backquotes, with single spaces.
  static func plain(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let quote = rest.firstIndex(of: "`") {
      var before = rest[..<quote]
      if before.last == ":", let colon = before.dropLast().lastIndex(of: ":"),
        before[colon...].allSatisfy({ !$0.isWhitespace })
      {
        before = before[..<roleStart(before, colon)]
      }
      result += before
      rest = rest[quote...].drop { $0 == "`" }
    }
    result += rest
    return collapsed(result.replacing("**", with: ""))
  }

  private static func roleStart(_ text: Substring, _ colon: String.Index) -> String.Index {
    // `:py:class:` has a domain before the role.
    guard let domain = text[..<colon].lastIndex(of: ":"),
      text[domain..<colon].allSatisfy({ !$0.isWhitespace })
    else { return colon }
    return domain
  }

  static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The form in which names of links are compared: without case, with single spaces.
  static func normalized(_ name: String) -> String { collapsed(name).lowercased() }
}
