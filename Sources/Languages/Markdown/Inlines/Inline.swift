/// One inline node. Offsets are into the leaf's text; ``SourceMap`` leads to the source. Whatever lies between
/// nodes is plain text.
struct Inline {
  enum Kind: UInt8, Sendable {
    case softBreak, hardBreak
    /// A backslash and the character it escapes, which is the content.
    case escape
    /// A character reference.
    case entity
    case code
    case emphasis, strong, strikethrough
    case link, image
    /// `<https://…>` or, without brackets, a bare address.
    case autolink
    case mailAutolink
    /// A bare `www.…`, to which `http://` belongs.
    case wwwAutolink
    case html
    case footnoteReference
    case wikiLink

    /// True for nodes whose content is inline content again.
    var isContainer: Bool {
      switch self {
      case .emphasis, .strong, .strikethrough, .link, .image: true
      default: false
      }
    }
  }

  var kind: Kind
  var start: Int32
  var end: Int32
  /// What stands between the marks. Code: without the one space that may pad it. Wiki link: the text to show.
  var contentStart: Int32
  var contentEnd: Int32
  /// Link and image: an index into ``InlineParser/targets``. Wiki link: where the target ends, which starts two
  /// bytes after `start`. Else -1.
  var target: Int32 = -1

  init(_ kind: Kind, _ start: Int, _ end: Int, content: (start: Int, end: Int)) {
    self.kind = kind
    self.start = Int32(start)
    self.end = Int32(end)
    contentStart = Int32(content.start)
    contentEnd = Int32(content.end)
  }

  /// A node without marks.
  init(_ kind: Kind, _ start: Int, _ end: Int) { self.init(kind, start, end, content: (start, end)) }
}

/// Where a link leads.
enum LinkTarget {
  /// Written at the link: ranges of the leaf's text, with escapes; `title` is empty if there is none.
  case inline(destination: Range<Int32>, title: Range<Int32>)
  /// An index into ``LinkDefinitions/all``.
  case definition(Int32)
}
