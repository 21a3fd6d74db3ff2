import GraphModel

/// Takes facts out of a generation that no file of it needs any longer: what was deleted from a file is then not
/// on the disk either.
struct StaleFacts {
  private let connection: OpaquePointer

  /// - Parameter connection: of a database whose files are those of the new generation.
  init(_ connection: OpaquePointer) { self.connection = connection }

  /// Removes the facts of those of the contents that no file has. One scan of the files.
  ///
  /// The bytes are overwritten where they lie, so that other facts keep their places.
  func remove(of contents: [BlobID]) throws(StatementError) {
    var stale = Set(contents.map(BlobColumn.encode))
    let files = try Statement(connection, "SELECT blob FROM file WHERE blob IS NOT NULL")
    while !stale.isEmpty, try files.step() { stale.remove(files.bytes(0)) }
    let stored = try Statement(connection, "SELECT place, length FROM facts WHERE blob = ?")
    let delete = try Statement(connection, "DELETE FROM facts WHERE blob = ?")
    for blob in stale.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      stored.reset()
      stored.bindBlob(1, blob)
      while try stored.step() {
        try FactsStream.erase(connection, place: stored.int(0), length: stored.int(1))
      }
      delete.bindBlob(1, blob)
      try delete.run()
    }
  }
}
