extension BlockParser {
  /// Ends a paragraph: takes link reference definitions and a task's mark from its beginning, and white space
  /// from its end.
  mutating func finishParagraph(_ index: Int) {
    takeDefinitions(index)
    guard !tree.blocks[index].segments.isEmpty else {
      tree.blocks[index].kind = .linkDefinitions
      tree.blocks[index].start = tree.blocks[index].number
      return
    }
    trimLastSegment(index)
    if extensions.contains(.taskLists) { takeTaskMark(index) }
  }

  mutating func trimLastSegment(_ index: Int) {
    let last = Int(tree.blocks[index].segments.upperBound) - 1
    let segment = tree.segments[last]
    let end = Int32(source.trimSpaces(Int(segment.start), Int(segment.end)))
    tree.segments[last].end = end
    tree.blocks[index].end = end
  }

  /// Removes the definitions at the beginning of a paragraph's text.
  mutating func takeDefinitions(_ index: Int) {
    let range = tree.blocks[index].segments
    guard let first = range.first, source.at(Int(tree.segments[Int(first)].start)) == ASCII.openBracket else {
      return
    }
    let segments = tree.segments[Int(range.lowerBound)..<Int(range.upperBound)]
    var leafText = LeafText()
    swap(&leafText, &self.leafText)
    let taken = leafText.with(segments, of: source, isCell: false) { text, map in
      addDefinitions(text, map)
    }
    self.leafText = leafText
    guard taken > 0 else { return }
    // Definitions end with their lines, so whole segments go.
    tree.blocks[index].segments = (range.lowerBound + Int32(taken))..<range.upperBound
    if taken < range.count {
      tree.blocks[index].start = tree.segments[Int(range.lowerBound) + taken].start
    }
  }

  /// Adds the definitions that the text begins with; returns how many lines they take.
  private mutating func addDefinitions(_ text: Bytes, _ map: SourceMap) -> Int {
    let parser = DefinitionParser(text: text, footnotes: extensions.contains(.footnotes))
    var place = 0
    var lines = 0
    while place < text.count, let found = parser.definition(at: place) {
      for index in place..<found.end where text[index] == ASCII.lineFeed { lines += 1 }
      if found.end == text.count && text[found.end - 1] != ASCII.lineFeed { lines += 1 }
      place = found.end
      guard let label = LinkDefinitions.normalize(text, found.label.start, found.label.end) else { continue }
      var definition = LinkDefinitions.Definition(
        destination: [], title: [],
        destinationSpan: Int32(
          map.start(found.destination.start))..<Int32(map.end(found.destination.end)))
      if found.destination.start == found.destination.end {
        let start = Int32(map.start(found.destination.start))
        definition.destinationSpan = start..<start
      }
      Unescape.append(text, found.destination.start, found.destination.end, to: &definition.destination)
      if let title = found.title { Unescape.append(text, title.start, title.end, to: &definition.title) }
      tree.definitions.add(label, definition)
    }
    return lines
  }

  /// `[ ]`, `[x]` or `[X]` and white space at the beginning of an item's first paragraph (GFM, section 5.3).
  private mutating func takeTaskMark(_ index: Int) {
    let parent = Int(tree.blocks[index].parent)
    guard tree.blocks[parent].kind == .item, index == parent + 1 else { return }
    let first = Int(tree.blocks[index].segments.lowerBound)
    let segment = tree.segments[first]
    let start = Int(segment.start)
    guard segment.end - segment.start >= 4, source[start] == ASCII.openBracket,
      source[start + 2] == ASCII.closeBracket, source[start + 3].isSpaceOrTab
    else { return }
    let state = source[start + 1]
    guard state == ASCII.space || state == ASCII.tab || state | 0x20 == 0x78 else { return }
    tree.blocks[index].isTask = true
    tree.blocks[index].text = segment.start..<(segment.start + 3)
    tree.segments[first].start = Int32(source.skipSpaces(start + 3, Int(segment.end)))
  }
}
