extension BlockParser {
  /// A list item's marker.
  private struct Marker {
    /// The bullet, or the delimiter after the number.
    var byte: UInt8
    var number: Int
    var end: Int
  }

  /// Opens a list item at the cursor, and a list around it unless one of the same type is open.
  mutating func startItem(afterParagraph: Bool) -> BlockStart {
    guard matched + 1 < Self.maximumDepth, let marker = marker(afterParagraph: afterParagraph) else {
      return .none
    }
    let start = line.text
    let indent = line.indent
    line.move(to: marker.end)
    let afterMarker = line
    repeat {
      line.advance(columns: 1, source)
    } while line.column - afterMarker.column < 5 && line.offset < line.end && source[line.offset].isSpaceOrTab
    let isBlankItem = line.offset >= line.end
    var width = line.column - afterMarker.column
    if width >= 5 || width < 1 || isBlankItem {
      // Empty so far, or indented code: one column after the marker belongs to the item.
      width = 1
      line = afterMarker
      if line.offset < line.end && source[line.offset].isSpaceOrTab { line.advance(columns: 1, source) }
    }

    closeUnmatched()
    if !isList(tip, marker) {
      let list = add(.list, start: start, end: marker.end)
      tree.blocks[list].marker = marker.byte
      tree.blocks[list].number = Int32(marker.number)
    }
    let item = add(.item, start: start, end: marker.end)
    tree.blocks[item].marker = marker.byte
    tree.blocks[item].number = Int32(marker.number)
    tree.blocks[item].indent = Int32(indent)
    tree.blocks[item].width = Int32(marker.end - start + width)
    return .container
  }

  private func isList(_ index: Int32, _ marker: Marker) -> Bool {
    let block = tree.blocks[Int(index)]
    return block.kind == .list && block.marker == marker.byte
  }

  private func marker(afterParagraph: Bool) -> Marker? {
    let byte = source[line.text]
    var marker: Marker
    if byte.isDigit {
      var end = line.text
      var number = 0
      while end < line.end && end - line.text < 10 && source[end].isDigit {
        number = number * 10 + Int(source[end] - ASCII.zero)
        end += 1
      }
      guard end - line.text <= 9, end < line.end,
        source[end] == ASCII.period || source[end] == ASCII.closeParenthesis,
        !afterParagraph || number == 1
      else { return nil }
      marker = Marker(byte: source[end], number: number, end: end + 1)
    } else {
      guard byte == ASCII.hyphen || byte == ASCII.asterisk || byte == ASCII.plus else { return nil }
      marker = Marker(byte: byte, number: 0, end: line.text + 1)
    }
    guard marker.end == line.end || source[marker.end].isSpaceOrTab else { return nil }
    // An empty item cannot interrupt a paragraph.
    if afterParagraph && source.skipSpaces(marker.end, line.end) == line.end { return nil }
    return marker
  }
}
