extension BlockParser {
  /// How a line relates to an open block.
  enum Continuation {
    case belongs, ended
    /// The line ended the block and has nothing more to give.
    case lineTaken
  }

  /// Decides if the line belongs to the open block `index`, and moves the cursor over the block's marks.
  mutating func continuation(of index: Int) -> Continuation {
    switch tree.blocks[index].kind {
    case .document, .list: return .belongs
    case .blockQuote: return quoteContinues(index)
    case .item:
      let block = tree.blocks[index]
      return indentedContinues(block, columns: Int(block.indent + block.width))
    case .footnoteDefinition: return indentedContinues(tree.blocks[index], columns: 4)
    case .paragraph, .table: return line.isBlank ? .ended : .belongs
    case .fencedCode: return fenceContinues(index)
    case .indentedCode:
      if line.isIndented {
        line.advance(columns: 4, source)
      } else if line.isBlank {
        line.moveToText()
      } else {
        return .ended
      }
      return .belongs
    case .html: return line.isBlank && tree.blocks[index].level >= 6 ? .ended : .belongs
    default: return .ended
    }
  }

  private mutating func quoteContinues(_ index: Int) -> Continuation {
    guard !line.isIndented, source.at(line.text) == ASCII.greater, !line.isBlank else { return .ended }
    takeQuoteMark()
    tree.blocks[index].end = max(tree.blocks[index].end, Int32(line.text + 1))
    return .belongs
  }

  /// Moves over `>` and the space that may follow.
  mutating func takeQuoteMark() {
    line.move(to: line.text + 1)
    if line.offset < line.end && source[line.offset].isSpaceOrTab { line.advance(columns: 1, source) }
  }

  private mutating func indentedContinues(_ block: Block, columns: Int) -> Continuation {
    if line.isBlank {
      // An item that starts with a blank line has to go on in the next one.
      guard block.hasChildren else { return .ended }
      if line.indent >= columns { line.advance(columns: columns, source) } else { line.moveToText() }
      return .belongs
    }
    guard line.indent >= columns else { return .ended }
    line.advance(columns: columns, source)
    return .belongs
  }

  private mutating func fenceContinues(_ index: Int) -> Continuation {
    let block = tree.blocks[index]
    if !line.isIndented && !line.isBlank && source[line.text] == block.marker {
      var end = line.text
      while end < line.end && source[end] == block.marker { end += 1 }
      if end - line.text >= block.width && source.skipSpaces(end, line.end) == line.end {
        tree.blocks[index].end = Int32(line.end)
        closeTip()
        return .lineTaken
      }
    }
    line.advance(columns: min(Int(block.indent), line.indent), source)
    return .belongs
  }
}
