/// The inline content of one block as a contiguous text, and the way back to the source.
///
/// Containers' marks and indentation stand between the lines of a block, and `\|` in a table's cell means `|`:
/// the text leaves them out. Where nothing is left out, which is the common case, the text is the source itself.
struct LeafText {
  /// The copied text; empty where the source itself serves.
  private var copy: [UInt8] = []
  /// Where each segment starts in the text and in the source; ascending.
  private var textStarts: [Int32] = []
  private var sourceStarts: [Int32] = []

  /// Gives the text of `segments` to `body`. Lines are joined by a line feed unless `isCell` is set: a cell's
  /// segments touch each other.
  mutating func with<Result>(
    _ segments: ArraySlice<Segment>, of source: Bytes, isCell: Bool, _ body: (Bytes, SourceMap) -> Result
  ) -> Result {
    guard let first = segments.first, let last = segments.last else {
      return body(source.slice(0, 0), SourceMap(textStarts: [0], sourceStarts: [0]))
    }
    if segments.count == 1 || !isCell && Self.areAdjacent(segments, source) {
      let text = source.slice(Int(first.start), Int(last.end))
      return body(text, SourceMap(textStarts: [0], sourceStarts: [first.start]))
    }
    copy.removeAll(keepingCapacity: true)
    textStarts.removeAll(keepingCapacity: true)
    sourceStarts.removeAll(keepingCapacity: true)
    for segment in segments {
      if !isCell && !textStarts.isEmpty { copy.append(ASCII.lineFeed) }
      textStarts.append(Int32(copy.count))
      sourceStarts.append(segment.start)
      copy.append(contentsOf: source[Int(segment.start)..<Int(segment.end)])
    }
    let map = SourceMap(textStarts: textStarts, sourceStarts: sourceStarts)
    return copy.withUnsafeBufferPointer { body($0, map) }
  }

  private static func areAdjacent(_ segments: ArraySlice<Segment>, _ source: Bytes) -> Bool {
    var end = segments[segments.startIndex].end
    for segment in segments.dropFirst() {
      guard segment.start == end + 1, source[Int(end)] == ASCII.lineFeed else { return false }
      end = segment.end
    }
    return true
  }
}

/// Maps places in a leaf's text to the source.
struct SourceMap {
  let textStarts: [Int32]
  let sourceStarts: [Int32]

  /// The source offset of a text offset; the line feed after a line is the line's end in the source, and an
  /// end offset is to be mapped with `end(_:)`. O(log lines).
  func start(_ offset: Int) -> Int {
    let index = segment(Int32(offset))
    return Int(sourceStarts[index]) + offset - Int(textStarts[index])
  }

  /// The source offset of an exclusive end: directly after the byte before it.
  func end(_ offset: Int) -> Int { offset == 0 ? start(0) : start(offset - 1) + 1 }

  private func segment(_ offset: Int32) -> Int {
    if textStarts.count == 1 { return 0 }
    var low = 0
    var high = textStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if textStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
