import LanguageSupport

/// Blocks that begin with `..`: directives, targets, comments.
extension BlockReader {
  mutating func readExplicitMarkup() {
    let index = next
    let line = lines[index]
    var place = line.textStart + 2
    while place < line.end, source[place] <= 0x20 { place += 1 }
    next += 1
    if place < line.end, source[place] == UInt8(ascii: "_") {
      readTarget(place + 1, line)
    } else if let directive = directive(place, line) {
      flushLabels()
      read(directive, at: index)
    } else if place < line.end, source[place] == UInt8(ascii: "[") {
      // A footnote's or citation's text is text.
      flushLabels()
      readInlines(place, line.end)
    } else {
      _ = skipIndented(deeperThan: line.indent)
    }
  }

  // MARK: Targets

  /// `_name: address`, `_name:` or `` _`a name`: address ``.
  private mutating func readTarget(_ start: Int, _ line: Line) {
    var nameEnd = start
    var name: String
    if start < line.end, source[start] == UInt8(ascii: "`"),
      let close = source.find("`:", from: start + 1, before: line.end)
    {
      name = source.text(start + 1, close)
      nameEnd = close + 1
    } else {
      while nameEnd < line.end,
        source[nameEnd] != UInt8(ascii: ":") || source[nameEnd - 1] == UInt8(ascii: "\\")
      {
        nameEnd += 1
      }
      name = source.text(start, nameEnd).replacing("\\", with: "")
    }
    guard nameEnd < line.end, !name.isEmpty else { return }
    var address = nameEnd + 1
    while address < line.end, source[address] <= 0x20 { address += 1 }
    if address < line.end {
      targets[InlineText.normalized(name)] = source.text(address, line.end)
    } else {
      targets[InlineText.normalized(name)] = ""
      pendingLabels.append((outline.facts.names.intern(name.lowercased()), start))
    }
  }

  // MARK: Directives

  /// A directive's name, without its domain, and where its argument begins.
  private struct Directive {
    var name: String
    var nameStart: Int
    var argument: Range<Int>
  }

  private func directive(_ start: Int, _ line: Line) -> Directive? {
    var start = start
    // A substitution's definition: `|name| image:: address`.
    if start < line.end, source[start] == UInt8(ascii: "|"),
      let close = source.find("| ", from: start + 1, before: line.end)
    {
      start = close + 2
    }
    guard let colons = source.find("::", from: start, before: line.end), colons > start,
      source[start..<colons].allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "`") })
    else { return nil }
    var argument = colons + 2
    while argument < line.end, source[argument] <= 0x20 { argument += 1 }
    let name = source.text(start, colons).split(separator: ":").last.map(String.init) ?? ""
    return Directive(name: name, nameStart: start, argument: argument..<line.end)
  }

  private mutating func read(_ directive: Directive, at index: Int) {
    let indent = lines[index].indent
    let argument = source.text(directive.argument.lowerBound, directive.argument.upperBound)
    let start = directive.argument.lowerBound
    switch directive.name {
    case "code-block", "code", "sourcecode", "parsed-literal", "highlight", "prompt", "doctest", "testcode":
      guard directive.name != "highlight" else {
        highlighting = argument
        return
      }
      skipOptions(indent)
      let first = skipBlankLines()
      let end = skipIndented(deeperThan: indent)
      let last = first < end ? end : index + 1
      let language = argument.isEmpty ? directive.name == "doctest" ? "pycon" : "code" : argument
      addCodeBlock(index, last, language: language, written: argument.isEmpty ? nil : directive.argument)
      readCode(first, last, tag: language == "code" ? nil : language)
    case "raw", "math", "graphviz", "digraph", "productionlist", "csv-table", "testsetup":
      _ = skipIndented(deeperThan: indent)
    case "toctree": readTableOfContents(indent)
    case "image", "figure", "include", "literalinclude":
      add(.link, argument, at: start)
      skipOptions(indent)
    case "module", "currentmodule": add(.mention, argument, at: start, form: MentionForm.module)
    case "automodule":
      add(.mention, argument, at: start, form: MentionForm.module)
      add(.mention, argument, at: start, form: MentionForm.documents)
      skipOptions(indent)
    case let name where Self.documenting.contains(name):
      let form = name.hasPrefix("auto") ? MentionForm.documents : MentionForm.declares
      // Further signatures stand below the first, aligned with it.
      add(.mention, Self.declaredName(argument), at: start, form: form)
      while next < lines.count, !lines[next].isBlank, lines[next].textStart - lines[next].start > indent,
        source[lines[next].textStart] != UInt8(ascii: ":")
      {
        let more = source.text(lines[next].textStart, lines[next].end)
        add(.mention, Self.declaredName(more), at: lines[next].textStart, form: form)
        next += 1
      }
      skipOptions(indent)
    case let name where Self.textual.contains(name):
      // The argument of an admonition is text, and so is what follows.
      if !argument.isEmpty { readInlines(start, directive.argument.upperBound) }
      skipOptions(indent)
    default:
      // What an unknown directive holds may be anything, code above all.
      _ = skipIndented(deeperThan: indent)
    }
  }

  /// Directives that document the definition they name.
  private static let documenting: Set<String> = [
    "class", "function", "method", "attribute", "exception", "data", "decorator", "property", "classmethod",
    "staticmethod", "decoratormethod", "autoclass", "autofunction", "automethod", "autoattribute",
    "autoexception", "autodata", "autodecorator", "autoproperty",
  ]

  /// Directives that hold paragraphs.
  private static let textual: Set<String> = [
    "note", "warning", "tip", "important", "hint", "caution", "danger", "attention", "error", "seealso",
    "versionadded", "versionchanged", "versionremoved", "deprecated", "deprecated-removed", "admonition",
    "topic",
    "sidebar", "rubric", "container", "only", "list-table", "table", "centered", "epigraph", "compound",
    "tab",
    "tabs", "tab-set", "tab-item", "grid", "grid-item", "grid-item-card", "card", "dropdown", "details",
    "todo",
    "contents", "glossary", "option", "cmdoption", "envvar", "confval", "setting", "describe", "object",
    "impl-detail",
    "availability", "class-attribute", "hlist", "replace", "line-block", "pull-quote", "highlights",
  ]

  /// `Name.method` of `async Name.method(arguments) -> result`.
  private static func declaredName(_ argument: String) -> String {
    var text = argument.prefix { $0 != "(" && $0 != ":" && $0 != "=" && $0 != "[" }
    while text.last == " " { text = text.dropLast() }
    return text.split(separator: " ").last.map(String.init) ?? ""
  }

  /// Passes the lines `:option: value` below a directive.
  private mutating func skipOptions(_ indent: Int) {
    while next < lines.count, !lines[next].isBlank, lines[next].indent > indent,
      source[lines[next].textStart] == UInt8(ascii: ":")
    {
      next += 1
    }
  }

  /// Each line names a document, or ends with one in angle brackets.
  private mutating func readTableOfContents(_ indent: Int) {
    let first = next
    let last = skipIndented(deeperThan: indent)
    for index in first..<max(first, last) {
      let line = lines[index]
      guard !line.isBlank, source[line.textStart] != UInt8(ascii: ":") else { continue }
      let entry = source.text(line.textStart, line.end)
      guard let role = SphinxRole("doc", entry), entry != "self", !entry.contains("*") else { continue }
      outline.add(.link, outline.facts.names.intern(role.target), at: line.textStart + role.targetOffset)
    }
  }

  private mutating func add(_ role: Reference.Role, _ name: String, at offset: Int, form: String = "") {
    guard !name.isEmpty, !name.hasPrefix("data:") else { return }
    outline.add(
      role, outline.facts.names.intern(name), at: offset, detail: outline.facts.names.intern(form))
  }
}
