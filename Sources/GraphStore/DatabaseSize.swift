/// The bytes that a database takes on the disk.
public struct DatabaseSize: Sendable, Equatable {
  /// What the file itself takes.
  public var own: Int
  /// What the base of a thin one takes, which work trees share; nil for a whole one.
  public var base: Int?

  /// Asks the file system. A link is followed.
  ///
  /// - Throws: ``GraphStoreError`` if the file cannot be read, or the base of a thin one is missing.
  public init(_ location: DatabaseLocation) throws(GraphStoreError) {
    let file = try PageFile(SystemFile.resolved(location.path))
    own = file.size
    base = file.base.map { $0.count * Schema.pageSize }
  }
}

extension DatabaseLocation {
  /// The base of the thin database here, a database that holds all its pages; nil if the one here does so itself, or
  /// cannot be read.
  public var base: DatabaseLocation? {
    guard let base = try? PageFile(path).base else { return nil }
    return DatabaseLocation(bytes: basePath(base.digest))
  }
}
