/// A database that may become the base of a thin one. It is the one that was looked at, whatever takes its name
/// meanwhile: only that one is linked.
public struct BaseCandidate: Sendable {
  /// Reads it; holds it open, so that no other file can become the same one.
  public let reader: GraphReader
  let identity: SystemFile.Identity

  /// Opens the database at a location; nil if there is none that can be read.
  public init?(_ location: DatabaseLocation) {
    guard let before = try? SystemFile.identity(location.path), let reader = try? GraphReader(location),
      (try? SystemFile.identity(location.path)) == before
    else { return nil }
    self.reader = reader
    identity = before
  }
}
