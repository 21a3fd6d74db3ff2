import GraphModel
import LanguageSupport

/// Cuts a file into the pieces that search returns.
///
/// A definition of more than ``smallest`` lines is a piece with its documentation. A type is cut further:
/// its header reaches to the first member that is a piece of its own; small members after that are
/// gathered in pieces between the larger ones. The file's top level is cut the same way.
struct ChunkPlanner {
  /// Definitions of at most this many lines do not stand alone.
  private static let smallest = 3

  private let facts: FileFacts
  private let starts: [UInt32]
  private let statements: [UInt32]
  private let source: UnsafeBufferPointer<UInt8>
  /// For each definition its members; local ones and type parameters left out. Index 0 is the file.
  private let members: [[DefinitionIndex]]
  private var found: [Chunk] = []

  init(_ extractor: FactsExtractor) {
    facts = extractor.facts
    starts = extractor.documentedStarts
    statements = extractor.statementStarts
    // Used only before the planner's caller returns; see `FactsExtractor.source`.
    source = extractor.source
    var members = [[DefinitionIndex]](repeating: [], count: extractor.facts.definitions.count + 1)
    for (index, definition) in extractor.facts.definitions.enumerated() {
      guard !definition.modifiers.contains(.isLocal), definition.kind != .typeParameter else { continue }
      members[Int(definition.parent) + 1].append(DefinitionIndex(index))
    }
    self.members = members
  }

  /// The pieces in order of their start.
  func chunks() -> [Chunk] {
    var copy = self
    copy.cut(container: -1, from: 0, to: UInt32(source.count))
    return copy.found
  }

  private mutating func cut(container: DefinitionIndex, from start: UInt32, to end: UInt32) {
    var isHeader = true
    var gapStart = start
    var gap: [DefinitionIndex] = []
    for member in members[Int(container) + 1] {
      let definition = facts.definitions[Int(member)]
      guard standsAlone(definition) else {
        if !isHeader && gap.isEmpty && container >= 0 { gapStart = starts[Int(member)] }
        gap.append(member)
        continue
      }
      let pieceStart = max(starts[Int(member)], gapStart)
      add(container, gap, from: gapStart, to: pieceStart, isHeader: isHeader)
      if definition.kind.isType {
        cut(container: member, from: pieceStart, to: definition.end)
      } else {
        addTrimmed(member, pieceStart, definition.end)
      }
      isHeader = false
      gapStart = definition.end
      gap = []
    }
    add(container, gap, from: gapStart, to: end, isHeader: isHeader)
  }

  private func standsAlone(_ definition: Definition) -> Bool {
    if definition.kind.isType { return true }
    if definition.kind == .enumCase { return false }
    let first = facts.lines.position(definition.start).line
    return facts.lines.position(definition.end).line - first >= Self.smallest
  }

  /// Adds what lies between two pieces, unless it says nothing: no member and no statement.
  private mutating func add(
    _ container: DefinitionIndex, _ gap: [DefinitionIndex], from start: UInt32, to end: UInt32,
    isHeader: Bool
  ) {
    guard start < end else { return }
    if isHeader { return addTrimmed(container, start, end) }
    if container >= 0 {
      guard let last = gap.last else { return }
      return addTrimmed(gap.count == 1 ? last : container, start, facts.definitions[Int(last)].end)
    }
    guard !gap.isEmpty || hasStatement(from: start, to: end) else { return }
    addTrimmed(container, start, end)
  }

  private func hasStatement(from start: UInt32, to end: UInt32) -> Bool {
    var low = 0
    var high = statements.count
    while low < high {
      let middle = (low + high) / 2
      if statements[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < statements.count && statements[low] < end
  }

  private mutating func addTrimmed(_ definition: DefinitionIndex, _ start: UInt32, _ end: UInt32) {
    var start = start
    var end = end
    while start < end && source[Int(start)] <= 0x20 { start += 1 }
    while end > start && source[Int(end) - 1] <= 0x20 { end -= 1 }
    if start < end { found.append(Chunk(definition: definition, start: start, end: end)) }
  }
}
