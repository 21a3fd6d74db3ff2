import GraphModel
import GraphStore
import SourceTree

/// Says of which databases a work tree's generation may hold only the difference: those of other work trees of its
/// repository that hold nothing which the tree or git does not hold itself. So what an edit removes is gone from the
/// tree's disk, whatever other trees still had of it.
///
/// The main work tree holds all of its database, and so does one that lies elsewhere: other programs can read it.
struct BaseCandidates {
  /// Each is opened, and git is asked about it.
  private static let mostAsked = 2

  private let location: DatabaseLocation
  private let others: [DatabaseLocation]
  private let git: HeldContents?

  init(_ location: IndexLocation, _ git: HeldContents?) {
    self.location = DatabaseLocation(location.database)
    let mayBeThin = location.isDatabaseInRoot && Worktrees.isLinked(location.root)
    self.git = mayBeThin ? git : nil
    others =
      mayBeThin
      ? Worktrees.others(of: location.root).map { DatabaseLocation(IndexLocation.inRoot($0).database) } : []
  }

  /// The databases, best first: the base that the tree's own has now, or bases of other work trees before whole
  /// databases, so that many share one.
  ///
  /// - Parameter present: the contents of the tree's files.
  func allowed(beside present: Set<BlobID>) async -> [BaseCandidate] {
    guard let git else { return [] }
    if let own = await allowed(location.base, present, git) { return [own] }
    var found: [BaseCandidate] = []
    for candidate in candidates().prefix(Self.mostAsked) {
      if let candidate = await allowed(candidate, present, git) { found.append(candidate) }
    }
    return found
  }

  private func candidates() -> [DatabaseLocation] {
    let bases = others.map(\.base)
    return bases.compactMap { $0 } + zip(others, bases).filter { $1 == nil }.map(\.0)
  }

  private func allowed(
    _ location: DatabaseLocation?, _ present: Set<BlobID>, _ git: HeldContents
  ) async -> BaseCandidate? {
    guard let location, let candidate = BaseCandidate(location),
      let rest = try? candidate.reader.contents().subtracting(present)
    else { return nil }
    return await git.among(rest) == rest ? candidate : nil
  }
}
