extension InlineParser {
  /// Appends the text that a reader sees to `output`: without marks, destinations and raw HTML, with
  /// characters instead of references and spaces instead of line breaks. The text of images is left out unless
  /// `images` is set. O(length).
  func appendPlainText(to output: inout [UInt8], images: Bool) {
    var hiddenDepth = 0
    forEachEvent { event in
      switch event {
      case .enter(let node):
        if node.kind == .image && !images { hiddenDepth += 1 }
      case .exit(let node):
        if node.kind == .image && !images { hiddenDepth -= 1 }
      case .text(let start, let end):
        if hiddenDepth == 0 { output.append(contentsOf: text[start..<end]) }
      case .leaf(let node):
        if hiddenDepth == 0 { append(node, to: &output) }
      }
    }
  }

  private func append(_ node: Inline, to output: inout [UInt8]) {
    switch node.kind {
    case .softBreak, .hardBreak: output.append(ASCII.space)
    case .entity: _ = Entities.scan(text, Int(node.start), into: &output)
    case .code: appendCode(node, to: &output)
    case .html, .footnoteReference: break
    default: output.append(contentsOf: text[Int(node.contentStart)..<Int(node.contentEnd)])
    }
  }

  /// Appends a code span's content, with spaces instead of line breaks.
  func appendCode(_ node: Inline, to output: inout [UInt8]) {
    for byte in text[Int(node.contentStart)..<Int(node.contentEnd)] {
      output.append(byte == ASCII.lineFeed ? ASCII.space : byte)
    }
  }

  /// Appends a link's destination without escapes; what the short forms leave out is added.
  func appendDestination(of node: Inline, to output: inout [UInt8]) {
    switch node.kind {
    case .link, .image:
      switch targets[Int(node.target)] {
      case .inline(let destination, _):
        Unescape.append(text, Int(destination.lowerBound), Int(destination.upperBound), to: &output)
      case .definition(let index):
        output.append(contentsOf: definitions.all[Int(index)].destination)
      }
    case .wikiLink: output.append(contentsOf: text[Int(node.start) + 2..<Int(node.target)])
    case .mailAutolink, .wwwAutolink, .autolink:
      if node.kind == .mailAutolink { output.append(contentsOf: "mailto:".utf8) }
      if node.kind == .wwwAutolink { output.append(contentsOf: "http://".utf8) }
      output.append(contentsOf: text[Int(node.contentStart)..<Int(node.contentEnd)])
    default: break
    }
  }

  /// Appends a link's title without escapes.
  func appendTitle(of node: Inline, to output: inout [UInt8]) {
    guard node.kind == .link || node.kind == .image else { return }
    switch targets[Int(node.target)] {
    case .inline(_, let title):
      Unescape.append(text, Int(title.lowerBound), Int(title.upperBound), to: &output)
    case .definition(let index): output.append(contentsOf: definitions.all[Int(index)].title)
    }
  }
}
