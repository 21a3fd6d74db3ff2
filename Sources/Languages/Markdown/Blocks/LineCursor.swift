/// The place in the current line while its block structure is found. Columns count from 0 with tab stops of 4.
struct LineCursor {
  var start = 0
  /// The end of the line's text, without the line ending.
  var end = 0
  var offset = 0
  var column = 0
  /// True if `offset` is at a tab of which some columns are taken already.
  var isInsideTab = false

  /// The first byte at or after `offset` that is no space or tab, its column, and its distance from `column`;
  /// valid after `findText`.
  private(set) var text = 0
  private(set) var textColumn = 0
  private(set) var indent = 0

  init() {}

  init(start: Int, end: Int) {
    self.start = start
    self.end = end
    offset = start
  }

  /// True if nothing but spaces and tabs is left; valid after `findText`.
  var isBlank: Bool { text == end }

  /// True if the text is indented as code is; valid after `findText`.
  var isIndented: Bool { indent >= 4 }

  /// Finds the next text.
  @inline(__always)
  mutating func findText(_ source: Bytes) {
    var index = offset
    var column = column
    while index < end {
      if source[index] == ASCII.space {
        column += 1
      } else if source[index] == ASCII.tab {
        column += 4 - column % 4
      } else {
        break
      }
      index += 1
    }
    text = index
    textColumn = column
    indent = column - self.column
  }

  /// Moves to the text found.
  @inline(__always)
  mutating func moveToText() {
    offset = text
    column = textColumn
    isInsideTab = false
  }

  /// Moves to a byte at or after the text found, with no tab between.
  mutating func move(to offset: Int) {
    column = textColumn + offset - text
    self.offset = offset
    isInsideTab = false
  }

  /// Moves over `count` columns; a tab may be taken in part.
  mutating func advance(columns count: Int, _ source: Bytes) {
    var rest = count
    while rest > 0 && offset < end {
      if source[offset] == ASCII.tab {
        let width = 4 - column % 4
        isInsideTab = width > rest
        column += min(width, rest)
        if !isInsideTab { offset += 1 }
        rest -= min(width, rest)
      } else {
        isInsideTab = false
        offset += 1
        column += 1
        rest -= 1
      }
    }
  }
}
