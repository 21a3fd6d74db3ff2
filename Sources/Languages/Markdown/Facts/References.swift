import LanguageSupport
import Markup

extension FactsBuilder {
  /// Adds the links and mentions of the leaf that `inlines` has just parsed, and keeps its raw HTML.
  mutating func addReferences(_ map: SourceMap) {
    var hasHTML = false
    for node in inlines.nodes {
      switch node.kind {
      case .code: addMention(node, map)
      case .link, .image, .autolink, .mailAutolink, .wwwAutolink, .wikiLink: addLink(node, map)
      case .html: hasHTML = true
      default: break
      }
    }
    addProseNames(map)
    addTarget(map)
    if hasHTML { html.add(leaf: inlines.text, inlines.nodes, map) }
  }

  private mutating func addMention(_ node: Inline, _ map: SourceMap) {
    scratch.removeAll(keepingCapacity: true)
    inlines.appendCode(node, to: &scratch)
    let offset = map.start(Int(node.contentStart))
    if let role = role(before: Int(node.start)) {
      addRole(role, at: offset)
    } else {
      let isSymbol = node.contentStart - node.start == 2 && !scratch.contains { $0 <= ASCII.space }
      let name = outline.facts.names.intern(scratch, 0, scratch.count)
      let beside = BesideWords.of(inlines.text, Int(node.start), Int(node.end))
      let hint = MentionForm.hint(before: beside.before, after: beside.after, initial: scratch.first)
      let form = isSymbol ? MentionForm.symbolLink : hint ?? ""
      outline.add(.mention, name, at: offset, detail: outline.facts.names.intern(form))
    }
  }

  /// The name of the role in braces directly before a code span (MyST): `{class}`.
  private func role(before end: Int) -> Range<Int>? {
    let text = inlines.text
    guard text.at(end - 1) == UInt8(ascii: "}") else { return nil }
    var start = end - 1
    while start > 0,
      text[start - 1].isAlphanumeric || text[start - 1] == ASCII.colon || text[start - 1] == ASCII.hyphen
    {
      start -= 1
    }
    guard start < end - 1, text.at(start - 1) == UInt8(ascii: "{") else { return nil }
    return start..<end - 1
  }

  /// Adds what a role around the text in `scratch` says.
  private mutating func addRole(_ role: Range<Int>, at offset: Int) {
    let name = String(decoding: inlines.text[role], as: UTF8.self)
    guard let use = SphinxRole(name, String(decoding: scratch, as: UTF8.self)) else { return }
    let target = outline.facts.names.intern(use.target)
    outline.add(
      use.isLink ? .link : .mention, target, at: offset + use.targetOffset,
      detail: use.isLink ? .empty : outline.facts.names.intern(use.role))
  }

  /// Adds identifiers in plain text.
  private mutating func addProseNames(_ map: SourceMap) {
    let text = inlines.text
    let form = outline.facts.names.intern(MentionForm.prose)
    inlines.forEachEvent { event in
      guard case .text(let start, let end) = event else { return }
      ProseNames.scan(text.slice(start, end)) { range in
        let name = outline.facts.names.intern(
          text.slice(start + range.lowerBound, start + range.upperBound))
        outline.add(.mention, name, at: map.start(start + range.lowerBound), detail: form)
      }
    }
  }

  private mutating func addTarget(_ map: SourceMap) {
    guard let name = target(inlines.text) else { return }
    outline.add(
      .anchor, outline.facts.names.intern(inlines.text.slice(name.lowerBound, name.upperBound)),
      at: map.start(1))
  }

  /// The name in MyST's targets: `(name)=` on a line of its own.
  func target(_ text: Bytes) -> Range<Int>? {
    guard text.at(0) == ASCII.openParenthesis, text.at(text.count - 1) == ASCII.equals,
      text.at(text.count - 2) == ASCII.closeParenthesis, text.count > 3,
      !text.contains(where: { $0 == ASCII.lineFeed })
    else { return nil }
    return 1..<text.count - 2
  }

  private mutating func addLink(_ node: Inline, _ map: SourceMap) {
    let names = destinationNames(of: node)
    guard let destination = names.destination else { return }
    let title = node.kind == .wikiLink ? outline.facts.names.intern("[[") : names.title
    outline.add(.link, destination, at: map.start(destinationStart(of: node)), detail: title)
  }

  /// The destination and the title; no destination if it is empty or holds the data itself.
  private mutating func destinationNames(of node: Inline) -> DestinationNames {
    if node.kind == .link || node.kind == .image,
      case .definition(let index) = inlines.targets[Int(node.target)]
    {
      // A definition's are interned once, however long they are and often it is referred to.
      if let known = definitionNames[Int(index)] { return known }
      let names = internDestination(of: node)
      definitionNames[Int(index)] = names
      return names
    }
    return internDestination(of: node)
  }

  private mutating func internDestination(of node: Inline) -> DestinationNames {
    scratch.removeAll(keepingCapacity: true)
    inlines.appendTitle(of: node, to: &scratch)
    let title = outline.facts.names.intern(scratch, 0, scratch.count)
    scratch.removeAll(keepingCapacity: true)
    inlines.appendDestination(of: node, to: &scratch)
    guard !scratch.isEmpty, !scratch.starts(with: "data:".utf8) else {
      return DestinationNames(destination: nil, title: .empty)
    }
    return DestinationNames(destination: outline.facts.names.intern(scratch, 0, scratch.count), title: title)
  }

  /// Where the destination stands in the leaf's text; the link itself where it stands elsewhere.
  private func destinationStart(of node: Inline) -> Int {
    switch node.kind {
    case .wikiLink: return Int(node.start) + 2
    case .link, .image:
      if case .inline(let destination, _) = inlines.targets[Int(node.target)] {
        return Int(destination.lowerBound)
      }
      return Int(node.start)
    default: return Int(node.contentStart)
    }
  }
}

/// A link's destination and title in the names of the file.
struct DestinationNames {
  var destination: NameID?
  var title: NameID
}
