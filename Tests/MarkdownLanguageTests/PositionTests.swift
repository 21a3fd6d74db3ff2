import LanguageSupport
import Testing

@testable import MarkdownLanguage

/// Every position that the parser gives leads back to exactly the bytes it speaks of.
struct PositionTests {
  @Test func leavesReSlice() throws {
    var checker = PositionChecker()
    for sample in try Samples.all() {
      for extensions in [MarkdownExtensions.all, .gfm, []] {
        checker.check(sample.source, extensions, "\(sample.name)")
      }
    }
    #expect(checker.codeSpans > 20)
    #expect(checker.destinations > 10)
    #expect(checker.fences > 5)
    #expect(checker.failures.isEmpty, "\(checker.failures.count): \(checker.failures.prefix(10))")
  }
}

/// Checks the structure of documents against their bytes and collects what is wrong.
struct PositionChecker {
  var failures: [String] = []
  var codeSpans = 0
  var destinations = 0
  var fences = 0

  mutating func check(_ source: [UInt8], _ extensions: MarkdownExtensions, _ name: String) {
    let before = failures.count
    source.withUnsafeBufferPointer { bytes in
      let tree = BlockParser.parse(bytes, lineStarts: LineTable(source).starts, extensions: extensions)
      checkBlocks(tree, bytes)
      var inlines = InlineParser(tree, extensions: extensions)
      var leafText = LeafText()
      for block in tree.blocks where block.kind.hasInlines {
        let segments = tree.segments[Int(block.segments.lowerBound)..<Int(block.segments.upperBound)]
        leafText.with(segments, of: bytes, isCell: block.kind == .tableCell) { text, map in
          inlines.parse(text)
          checkText(text, map, bytes)
          checkNodes(inlines, map, bytes)
        }
      }
    }
    if failures.count > before {
      failures[before] +=
        " in \(name): \(String(decoding: source.prefix(200), as: UTF8.self).debugDescription)"
    }
  }

  private mutating func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { failures.append(message()) }
  }

  // MARK: Blocks

  private mutating func checkBlocks(_ tree: BlockTree, _ source: Bytes) {
    var lastChildEnd = [Int32](repeating: -1, count: tree.blocks.count)
    for (index, block) in tree.blocks.enumerated() {
      expect(block.start <= block.end && block.end <= source.count, "span \(block.kind)")
      guard index > 0 else { continue }
      let parent = Int(block.parent)
      expect(parent < index, "parent after child \(block.kind)")
      let outer = tree.blocks[parent]
      expect(outer.start <= block.start && block.end <= outer.end, "\(block.kind) outside \(outer.kind)")
      expect(lastChildEnd[parent] <= block.start, "\(block.kind) overlaps its sibling")
      lastChildEnd[parent] = block.end
      checkMarks(block, source)
      for segment in tree.segments[Int(block.segments.lowerBound)..<Int(block.segments.upperBound)] {
        expect(segment.start <= segment.end && segment.end <= block.end, "segment of \(block.kind)")
        for byte in source[Int(segment.start)..<Int(segment.end)] {
          expect(byte != ASCII.lineFeed && byte != ASCII.carriageReturn, "line ending in \(block.kind)")
        }
      }
    }
  }

  /// The first bytes of a block are its mark.
  private mutating func checkMarks(_ block: Block, _ source: Bytes) {
    let first = source.at(Int(block.start))
    switch block.kind {
    case .heading: expect(block.isSetext || first == ASCII.hash, "mark of heading")
    case .blockQuote: expect(first == ASCII.greater, "mark of quote")
    case .fencedCode:
      fences += 1
      expect(first == block.marker, "mark of fence")
    case .html: expect(first == ASCII.less, "mark of HTML")
    case .footnoteDefinition, .linkDefinitions: expect(first == ASCII.openBracket, "mark of definition")
    case .item: expect(first == block.marker || first.isDigit, "mark of item")
    case .paragraph, .indentedCode: expect(!first.isSpaceOrTab, "start of \(block.kind)")
    default: break
    }
  }

  // MARK: Inlines

  private mutating func checkText(_ text: Bytes, _ map: SourceMap, _ source: Bytes) {
    for index in 0..<text.count where text[index] != ASCII.lineFeed {
      expect(source[map.start(index)] == text[index], "text")
      expect(map.end(index + 1) == map.start(index) + 1, "end")
    }
  }

  private mutating func checkNodes(_ inlines: InlineParser, _ map: SourceMap, _ source: Bytes) {
    let text = inlines.text
    var stack: [Inline] = []
    var last: Int32 = -1
    for node in inlines.nodes {
      expect(node.start > last, "order of \(node.kind)")
      last = node.start
      expect(
        node.start <= node.contentStart && node.contentStart <= node.contentEnd && node.contentEnd <= node.end
          && node.end <= text.count && node.start < node.end, "bounds of \(node.kind)")
      while let top = stack.last, top.end <= node.start { stack.removeLast() }
      if let top = stack.last {
        expect(
          node.start >= top.contentStart && node.end <= top.contentEnd, "\(node.kind) across \(top.kind)")
      }
      stack.append(node)
      let start = map.start(Int(node.start))
      let end = map.end(Int(node.end))
      switch node.kind {
      case .code:
        codeSpans += 1
        expect(source[start] == ASCII.backtick && source[end - 1] == ASCII.backtick, "code marks")
      case .link, .image:
        expect(source[start] == (node.kind == .link ? ASCII.openBracket : ASCII.exclamation), "link mark")
        expect(
          source[end - 1] == ASCII.closeParenthesis || source[end - 1] == ASCII.closeBracket, "link end")
        if case .inline(let destination, _) = inlines.targets[Int(node.target)], !destination.isEmpty {
          destinations += 1
          let from = map.start(Int(destination.lowerBound))
          let to = map.end(Int(destination.upperBound))
          expect(
            source[from..<to].elementsEqual(text[Int(destination.lowerBound)..<Int(destination.upperBound)])
              || source[from..<to].contains(ASCII.backslash), "destination")
        }
      default: break
      }
    }
  }
}
