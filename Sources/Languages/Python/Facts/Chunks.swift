import GraphModel
import LanguageSupport

/// Divides a file into the pieces that text search returns.
///
/// A function is one piece, with the functions inside it, unless it is long; a class and a long function are
/// split at the definitions inside: what lies before, between and behind them are pieces of their own if they hold
/// any statement. The file's top level is split in the same way. Comments right above a definition belong
/// to its piece.
struct ChunkDivider {
  /// Functions of more lines are split.
  static let longFunction: Int32 = 80

  private let source: UnsafeBufferPointer<UInt8>
  private let facts: FileFacts
  /// The definitions that can be pieces, in order.
  private let definitions: [DefinitionIndex]
  private var next = 0
  private(set) var chunks: [Chunk] = []

  /// `source` must be the bytes that `facts` were made of, and outlive this value.
  init(_ facts: FileFacts, _ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    self.facts = facts
    definitions = facts.definitions.indices.filter { Self.isPiece(facts.definitions[$0]) }
      .map { DefinitionIndex($0) }
  }

  private static func isPiece(_ definition: Definition) -> Bool {
    switch definition.kind {
    case .class, .function, .method, .initializer: true
    case .property: !definition.modifiers.contains(.isInstanceAttribute)
    default: false
    }
  }

  /// Divides the whole file.
  mutating func divide() {
    split(-1, from: 0, to: UInt32(source.count))
  }

  /// Adds the pieces of a definition (or the file) that is split. Recursion is as deep as blocks are nested.
  private mutating func split(_ definition: DefinitionIndex, from start: UInt32, to end: UInt32) {
    var cursor = start
    var isFirst = definition >= 0
    while next < definitions.count {
      let inner = definitions[next]
      let item = facts.definitions[Int(inner)]
      guard item.start < end else { break }
      next += 1
      let lead = startOfComments(above: item.start, after: cursor)
      add(definition, cursor, lead, always: isFirst)
      isFirst = false
      if item.kind == .class || isLong(item) {
        split(inner, from: lead, to: item.end)
      } else {
        chunks.append(Chunk(definition: inner, start: lead, end: item.end))
        while next < definitions.count, facts.definitions[Int(definitions[next])].start < item.end {
          next += 1
        }
      }
      cursor = max(cursor, item.end)
    }
    add(definition, cursor, end, always: isFirst)
  }

  private func isLong(_ item: Definition) -> Bool {
    facts.lines.position(item.end).line - facts.lines.position(item.start).line >= Self.longFunction
  }

  /// Adds what is between two places, blank lines at its ends dropped, if it holds a statement.
  private mutating func add(_ definition: DefinitionIndex, _ start: UInt32, _ end: UInt32, always: Bool) {
    var start = Int(start)
    var end = Int(end)
    while start < end, source[start] <= 0x20 { start += 1 }
    while end > start, source[end - 1] <= 0x20 { end -= 1 }
    guard start < end, always || holdsStatement(start, end) else { return }
    chunks.append(Chunk(definition: definition, start: UInt32(start), end: UInt32(end)))
  }

  /// True if some line between the places begins with anything but a comment. A semicolon alone, left over
  /// behind a definition, is nothing.
  private func holdsStatement(_ start: Int, _ end: Int) -> Bool {
    var place = start
    while place < end {
      while place < end, source[place] <= 0x20 || source[place] == UInt8(ascii: ";") { place += 1 }
      if place < end && source[place] != UInt8(ascii: "#") { return true }
      while place < end, source[place] != 0x0A, source[place] != 0x0D { place += 1 }
    }
    return false
  }

  /// The beginning of the comment lines right above `start`, none of them before `bound`.
  private func startOfComments(above start: UInt32, after bound: UInt32) -> UInt32 {
    var line = Int(facts.lines.position(start).line) - 1
    var result = start
    while line > 0, facts.lines.starts[line - 1] >= bound {
      line -= 1
      var place = Int(facts.lines.starts[line])
      let end = Int(facts.lines.starts[line + 1])
      while place < end, source[place] == 0x20 || source[place] == 0x09 { place += 1 }
      guard place < end, source[place] == UInt8(ascii: "#") else { break }
      result = UInt32(place)
    }
    return result
  }
}
