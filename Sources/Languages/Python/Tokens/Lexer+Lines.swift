/// The columns of the blocks around the current line, outermost first.
///
/// Columns are counted twice, as CPython does: with tabs to multiples of eight, and with tabs of one; where
/// the two disagree about what is deeper, indentation depends on the width of tabs.
struct IndentStack {
  private var columns: [Int32] = [0]
  private var alternates: [Int32] = [0]

  /// The column of the innermost block.
  var column: Int32 { columns[columns.count - 1] }

  enum Change {
    case none
    case indent
    case dedent(Int)
  }

  /// Moves to a line's columns. `isConsistent` becomes false if they fit no block around it, or depend on
  /// the width of tabs; the line is then taken into the block that fits best.
  mutating func move(to column: Int32, _ alternate: Int32, isConsistent: inout Bool) -> Change {
    let last = columns.count - 1
    if column == columns[last] {
      if alternate != alternates[last] { isConsistent = false }
      return .none
    }
    if column > columns[last] {
      if alternate <= alternates[last] { isConsistent = false }
      columns.append(column)
      alternates.append(alternate)
      return .indent
    }
    var count = 0
    while let top = columns.last, top > column {
      columns.removeLast()
      alternates.removeLast()
      count += 1
    }
    if columns.last != column {
      // Between two blocks: the inner one goes on at this column.
      isConsistent = false
      columns.append(column)
      alternates.append(alternate)
      count -= 1
    } else if alternates.last != alternate {
      isConsistent = false
    }
    return count == 0 ? .none : .dedent(count)
  }

  /// Leaves all blocks and says how many there were.
  mutating func unwind() -> Int {
    let count = columns.count - 1
    columns.removeLast(count)
    alternates.removeLast(count)
    return count
  }
}

extension Lexer {
  /// Skips blank lines and comments, then compares the next line's indentation with the one before.
  mutating func beginLine() {
    var column: Int32 = 0
    var alternate: Int32 = 0
    // The indentation of a line that is continued by a backslash is the first part's.
    var continued: (Int32, Int32)?
    while index < limit {
      switch source[index] {
      case UInt8(ascii: " "):
        column &+= 1
        alternate &+= 1
        index += 1
      case UInt8(ascii: "\t"):
        column = (column / 8 &+ 1) &* 8
        alternate &+= 1
        index += 1
      case 0x0C:
        (column, alternate) = (0, 0)
        index += 1
      case UInt8(ascii: "#"):
        skipComment()
      case 0x0A, 0x0D:
        _ = skipLineBreak()
        (column, alternate, continued) = (0, 0, nil)
      case UInt8(ascii: "\\"):
        let start = index
        index += 1
        guard skipLineBreak() else {
          index = start
          indent(to: continued ?? (column, alternate))
          return
        }
        if continued == nil { continued = (column, alternate) }
      default:
        indent(to: continued ?? (column, alternate))
        return
      }
    }
  }

  private mutating func indent(to columns: (Int32, Int32)) {
    var isConsistent = true
    switch indents.move(to: columns.0, columns.1, isConsistent: &isConsistent) {
    case .none: break
    case .indent: add(.indent, from: index)
    case .dedent(let count): for _ in 0..<count { add(.dedent, from: index) }
    }
    if !isConsistent { errors += 1 }
  }

  /// A line break in the middle of tokens: ends the logical line unless brackets are open.
  mutating func lineBreak() {
    let start = index
    _ = skipLineBreak()
    guard nest.isEmpty && !isExpression else { return }
    endLine(from: start)
    beginLine()
  }

  /// Adds the token that ends a logical line, unless the line has none so far.
  private mutating func endLine(from start: Int) {
    switch tokens.last?.kind {
    case nil, .newline, .indent, .dedent: break
    default: add(.newline, from: start)
    }
  }

  /// Skips LF, CR LF or CR; false if none is here.
  mutating func skipLineBreak() -> Bool {
    switch byte(index) {
    case 0x0A where index < limit: index += 1
    case 0x0D: index += byte(index + 1) == 0x0A ? 2 : 1
    default: return false
    }
    return true
  }

  mutating func skipComment() {
    while index < limit, source[index] != 0x0A, source[index] != 0x0D { index += 1 }
  }

  /// Adds what the end of the file implies. False if reading has to go on, because something that
  /// never ended was taken back.
  mutating func finish() -> Bool {
    if mendOpenEnds() { return false }
    leaveAll()
    if !isExpression {
      endLine(from: index)
      for _ in 0..<indents.unwind() { add(.dedent, from: index) }
    }
    add(.endOfFile, from: index)
    return true
  }
}
