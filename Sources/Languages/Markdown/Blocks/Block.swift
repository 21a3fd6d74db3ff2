/// One block of a document. Blocks are kept in one flat array in the order in which they start, so a block
/// comes after its parent and before its next sibling.
struct Block {
  enum Kind: UInt8, Sendable {
    case document, blockQuote, list, item, footnoteDefinition
    case frontMatter, thematicBreak, heading, paragraph, fencedCode, indentedCode, html
    case table, tableRow, tableCell
    /// A paragraph of which nothing remained but link reference definitions.
    case linkDefinitions

    /// True for blocks that hold other blocks.
    var isContainer: Bool {
      switch self {
      case .document, .blockQuote, .list, .item, .footnoteDefinition, .table, .tableRow: true
      default: false
      }
    }

    /// True for blocks whose text is inline content.
    var hasInlines: Bool { self == .heading || self == .paragraph || self == .tableCell }

    /// True for blocks that take lines as they are.
    var isVerbatim: Bool { self == .fencedCode || self == .indentedCode || self == .html }
  }

  var kind: Kind
  /// Heading: 1–6. HTML block: its start condition, 1–7.
  var level: UInt8 = 0
  /// List and item: the bullet, or what follows the number. Fenced code: the fence's character.
  var marker: UInt8 = 0
  /// List, item, footnote definition: whether a block has been added to it.
  var hasChildren = false
  /// Heading: underlined instead of marked with `#`.
  var isSetext = false
  /// Paragraph: begins with the mark of a task, which stands in `text`.
  var isTask = false
  /// The block it is in; -1 for the document.
  var parent: Int32
  /// The span: from the first byte that makes the block (a marker, a fence, text) to the end of its last
  /// line, without the line ending.
  var start: Int32
  var end: Int32
  /// The lines of its text: a range of ``BlockTree/segments``.
  var segments: Range<Int32> = 0..<0
  /// Fenced code: the info string. Footnote definition: the label. Task: `[ ]` or `[x]`. Row: nothing.
  var text: Range<Int32> = 0..<0
  /// List and item: columns from the marker's container to the content. Fenced code: the fence's length.
  /// Table: the number of columns.
  var width: Int32 = 0
  /// Fenced code: columns the fence is indented. Item: columns its marker is indented.
  var indent: Int32 = 0
  /// Ordered list: the first number. Paragraph: where it started before link reference definitions were taken
  /// from its beginning. Table: index of its first column in ``BlockTree/alignments``.
  var number: Int32 = 0

  init(kind: Kind, parent: Int32, start: Int, end: Int) {
    self.kind = kind
    self.parent = parent
    self.start = Int32(start)
    self.end = Int32(end)
  }
}

/// A stretch of source that belongs to a block's text, on one line.
struct Segment {
  var start: Int32
  /// The end of the text, without the line ending.
  var end: Int32
  /// Code: columns left of a tab of which the block structure took some; they stand before the text as spaces.
  var padding: Int32 = 0
}

/// The alignment of a table's column.
enum ColumnAlignment: UInt8, Sendable {
  case none, left, center, right
}

/// The block structure of a document.
struct BlockTree {
  var blocks: [Block] = []
  var segments: [Segment] = []
  var alignments: [ColumnAlignment] = []
  var definitions = LinkDefinitions()
  /// Normalised labels of the footnotes.
  var footnotes: Set<[UInt8]> = []
}
