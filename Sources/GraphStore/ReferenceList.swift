/// One entry of a list: an edge or an unresolved reference, without what the whole row says.
struct ListEntry: Equatable {
  /// Kind and resolution; see ``EdgeCode``.
  var code: Int
  /// The target's node or the name's text.
  var other: Int
  var line: Int
  var column: Int
}

/// What all entries of a row have in common, so that it is stored once.
struct ListCommon: Hashable {
  /// The file, as the table codes it.
  var file: Int32?
  /// The number of candidates, or the reason.
  var extra: Int
  /// `other` and `column` divided by ``NumberText/limit``, nearly always 0.
  var otherHigh: Int
  var columnHigh: Int
  /// `line` divided by ``NumberText/limit``; not stored, it keeps lines of one row close together.
  var lineHigh: Int
}

/// One row of a list table: up to ``Schema/listLength`` entries of one source.
///
/// The text holds four numbers an entry: code, other, line less the row's line, column.
struct ReferenceList {
  private(set) var common: ListCommon
  /// The smallest line of the entries.
  private(set) var line = 0
  private(set) var count = 0
  private(set) var text: [UInt8] = []

  /// Cuts the entries of one source, in their order, into rows and hands each to `body`.
  static func rows<Failure: Error>(
    _ entries: [(common: ListCommon, entry: ListEntry)],
    _ body: (borrowing ReferenceList) throws(Failure) -> Void
  ) throws(Failure) {
    // Buckets in order of first appearance; nearly always there is one.
    var buckets: [(common: ListCommon, entries: [ListEntry])] = []
    var places: [ListCommon: Int] = [:]
    var last = -1
    for (common, entry) in entries {
      if last < 0 || buckets[last].common != common {
        last = places[common] ?? buckets.count
        if last == buckets.count {
          places[common] = last
          buckets.append((common, []))
        }
      }
      buckets[last].entries.append(entry)
    }
    for bucket in buckets {
      var rest = bucket.entries[...]
      while !rest.isEmpty {
        try body(ReferenceList(bucket.common, rest.prefix(Schema.listLength)))
        rest = rest.dropFirst(Schema.listLength)
      }
    }
  }

  private init(_ common: ListCommon, _ entries: ArraySlice<ListEntry>) {
    self.common = common
    line = entries.reduce(Int.max) { min($0, $1.line) }
    count = entries.count
    for entry in entries {
      NumberText.append(entry.code, to: &text)
      NumberText.append(entry.other % NumberText.limit, to: &text)
      NumberText.append(entry.line - line, to: &text)
      NumberText.append(entry.column % NumberText.limit, to: &text)
    }
  }

  /// Hands each entry of a stored row to `body`; false if the text is damaged.
  static func read(
    _ text: UnsafeBufferPointer<UInt8>, otherHigh: Int, columnHigh: Int, line: Int,
    _ body: (ListEntry) -> Void
  ) -> Bool {
    var place = 0
    while place < text.count {
      guard let code = NumberText.read(text, at: &place), let other = NumberText.read(text, at: &place),
        let lines = NumberText.read(text, at: &place), let column = NumberText.read(text, at: &place)
      else { return false }
      body(
        ListEntry(
          code: code, other: other + otherHigh * NumberText.limit, line: line + lines,
          column: column + columnHigh * NumberText.limit))
    }
    return true
  }
}
