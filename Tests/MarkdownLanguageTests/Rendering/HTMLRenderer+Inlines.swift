@testable import MarkdownLanguage

extension HTMLRenderer {
  mutating func content(of block: Block) {
    let segments = tree.segments[Int(block.segments.lowerBound)..<Int(block.segments.upperBound)]
    let isCell = block.kind == .tableCell
    var leafText = LeafText()
    leafText.with(segments, of: source, isCell: isCell) { text, _ in
      inlines.parse(text)
      var events: [InlineEvent] = []
      inlines.forEachEvent { events.append($0) }
      render(events)
    }
  }

  private mutating func render(_ events: [InlineEvent]) {
    var imageDepth = 0
    for event in events {
      switch event {
      case .text(let start, let end): out.escaped(inlines.text[start..<end])
      case .leaf(let node): leaf(node, isHidden: imageDepth > 0)
      case .enter(let node):
        if imageDepth == 0 { enter(node) }
        if node.kind == .image { imageDepth += 1 }
      case .exit(let node):
        if node.kind == .image { imageDepth -= 1 }
        if imageDepth == 0 { exit(node) }
      }
    }
  }

  private mutating func enter(_ node: Inline) {
    switch node.kind {
    case .emphasis: out.raw("<em>")
    case .strong: out.raw("<strong>")
    case .strikethrough: out.raw("<del>")
    case .link:
      out.raw("<a href=\"")
      destination(node)
      out.raw("\"")
      title(node)
      out.raw(">")
    case .image:
      out.raw("<img src=\"")
      destination(node)
      out.raw("\" alt=\"")
    default: break
    }
  }

  private mutating func exit(_ node: Inline) {
    switch node.kind {
    case .emphasis: out.raw("</em>")
    case .strong: out.raw("</strong>")
    case .strikethrough: out.raw("</del>")
    case .link: out.raw("</a>")
    case .image:
      out.raw("\"")
      title(node)
      out.raw(" />")
    default: break
    }
  }

  private mutating func leaf(_ node: Inline, isHidden: Bool) {
    let text = inlines.text
    let content = text[Int(node.contentStart)..<Int(node.contentEnd)]
    switch node.kind {
    case .softBreak: out.raw("\n")
    case .hardBreak: out.raw(isHidden ? "\n" : "<br />\n")
    case .escape: out.escaped(content)
    case .entity:
      var value: [UInt8] = []
      _ = Entities.scan(text, Int(node.start), into: &value)
      out.escaped(value)
    case .code:
      var value: [UInt8] = []
      inlines.appendCode(node, to: &value)
      if !isHidden { out.raw("<code>") }
      out.escaped(value)
      if !isHidden { out.raw("</code>") }
    case .autolink, .mailAutolink, .wwwAutolink:
      if !isHidden {
        out.raw("<a href=\"")
        destination(node)
        out.raw("\">")
      }
      out.escaped(content)
      if !isHidden { out.raw("</a>") }
    case .html: if !isHidden { out.raw(content) }
    case .footnoteReference: footnote(content)
    default: out.escaped(text[Int(node.start)..<Int(node.end)])
    }
  }

  private mutating func destination(_ node: Inline) {
    var value: [UInt8] = []
    inlines.appendDestination(of: node, to: &value)
    out.url(value)
  }

  private mutating func title(_ node: Inline) {
    var value: [UInt8] = []
    inlines.appendTitle(of: node, to: &value)
    guard !value.isEmpty else { return }
    out.raw(" title=\"")
    out.escaped(value)
    out.raw("\"")
  }

  private mutating func footnote(_ label: Slice<Bytes>) {
    let key = String(decoding: label, as: UTF8.self)
    var state = footnotes[key] ?? (footnotes.count + 1, 0)
    state.uses += 1
    footnotes[key] = state
    out.raw("<sup class=\"footnote-ref\"><a href=\"#fn-")
    out.url(label)
    out.raw("\" id=\"fnref-")
    out.url(label)
    out.raw("\(state.uses > 1 ? "-\(state.uses)" : "")\" data-footnote-ref>\(state.number)</a></sup>")
  }
}
