import GraphModel

/// Which files of a generation are which of the one before it: those of the same paths.
public struct FileMatching: Sendable, Equatable {
  /// For each file its number in the generation before, or -1. Ascending but for these.
  public let before: [Int32]
  /// For each file its number in the generation before or, if it is new, that of the next one that is not.
  public let following: [Int32]
  /// The numbers in the generation before of files that are gone, ascending.
  public let removed: [Int32]

  /// Matches paths, which are sorted. Linear.
  public init(_ old: [SourcePath], _ new: [SourcePath]) {
    var before: [Int32] = []
    var following: [Int32] = []
    var removed: [Int32] = []
    before.reserveCapacity(new.count)
    var place = 0
    for path in new {
      while place < old.count, old[place] < path {
        removed.append(Int32(place))
        place += 1
      }
      let isKnown = place < old.count && old[place] == path
      before.append(isKnown ? Int32(place) : -1)
      following.append(Int32(place))
      if isKnown { place += 1 }
    }
    removed += Int32(place)..<Int32(old.count)
    self.before = before
    self.following = following
    self.removed = removed
  }

  /// True if no file came or went.
  public var isSame: Bool { removed.isEmpty && !before.contains(-1) }

  /// How many files came or went.
  public var changes: Int { removed.count + before.count { $0 < 0 } }
}

/// The numbers of a patch's files in the tables.
struct PatchFiles {
  let matching: FileMatching
  /// The order after the patch.
  let order: NumberOrder
  private let old: NumberOrder

  /// - Throws: ``PatchRefusal`` if the files are not those of the generation.
  init(_ previous: GraphReader, _ matching: FileMatching) throws {
    self.matching = matching
    old = try previous.order(.file)
    let gone = Set(matching.removed.map(old.number))
    let new = matching.before.indices.filter { matching.before[$0] < 0 }
    let free = old.edited(removing: gone, adding: []).unused(new.count)
    order = old.edited(removing: gone, adding: zip(new, free).map { (matching.following[$0], $1) })
    guard order.count == matching.before.count, order.runs.count <= NumberOrderTable.mostRuns else {
      throw PatchRefusal()
    }
  }

  /// A file's place in the generation before; -1 for a new one, and for no file.
  func before(_ file: Int32) -> Int32 {
    matching.before.indices.contains(Int(file)) ? matching.before[Int(file)] : -1
  }

  /// A file's number in the tables; -1 for no file.
  func number(_ file: Int32) -> Int32 { order.number(at: file) }

  /// The number in the tables of a file of the generation before; -1 for no file.
  func numberBefore(_ file: Int32) -> Int32 { old.number(at: file) }
}
