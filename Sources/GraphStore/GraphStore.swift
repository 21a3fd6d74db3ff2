import CStorage
import GRDB
import GraphModel

/// Writes generations of a graph database.
///
/// A generation is a file: it is written beside the database under a temporary name, brought to the disk and
/// then given the database's name in one step. So readers see the old generation or the new one, never a
/// mixture, a writer that dies at any moment leaves the old one, and no journal stays behind that would keep
/// a read-only folder from being read.
public enum GraphStore {
  /// Replaces the database at the lock's location by a new generation.
  ///
  /// Linear in the contents, apart from sorting names.
  ///
  /// - Parameters:
  ///   - lock: the right to write there.
  ///   - contents: what the new generation holds.
  ///   - previous: the generation that facts are taken over from, if there is one.
  /// - Returns: what the new generation says about itself.
  /// - Throws: ``GraphStoreError``, and what the closures of `contents` throw. The old generation is
  ///   then unchanged.
  public static func replace(
    _ lock: borrowing WriterLock, with contents: GenerationContents, previous: GraphReader? = nil
  ) throws -> GraphMeta {
    let location = lock.location
    return try replace(lock) { temporary in
      let generation = try nextGeneration(location)
      try SystemFile.createPrivate(temporary.path)
      return try withConnection(to: temporary) { connection in
        try GenerationWriter(connection, path: temporary.description)
          .write(contents, generation: generation, previous: previous)
      }
    }
  }

  /// Replaces the database at the lock's location by the generation `previous` with the changes of a patch.
  ///
  /// The file is copied and rows of the copy are changed, so it is replaced as a whole here too. Linear in the
  /// patch, but for copying the file (which some file systems do without reading it) and a digest a file; and for
  /// comparing it with a base, where it may have one.
  ///
  /// - Parameters:
  ///   - lock: the right to write there.
  ///   - patch: what changes.
  ///   - previous: the generation that is there, or another work tree's.
  /// - Returns: what the new generation says about itself; nil if the patch cannot say all that changes, and
  ///   the generation must be written as a whole. The old generation is then unchanged.
  public static func replace(
    _ lock: borrowing WriterLock, applying patch: GenerationPatch, to previous: GraphReader
  ) throws -> GraphMeta? {
    do {
      return try replace(lock, bases: patch.bases) { temporary in
        try copy(previous, to: temporary, isOwn: previous.location == lock.location)
        return try withConnection(to: temporary) { connection in
          try GenerationPatcher(connection, previous: previous, path: temporary.description).apply(patch)
        }
      }
    } catch is PatchRefusal {
      return nil
    }
  }

  /// Notes what the caller wants to know again of each file of the generation that is there, whose content is
  /// what it was.
  public static func note(_ lock: borrowing WriterLock, stamps: [[UInt8]], of current: GraphReader) throws {
    guard lock.isHeld else { return }
    try StampsFile.write(stamps, lock.location, current.meta())
  }

  /// Copies a generation, all its pages, into a new file.
  ///
  /// - Parameter isOwn: false if it is another work tree's, whose name may have gone to another generation since the
  ///   reader opened it.
  private static func copy(_ previous: GraphReader, to copy: DatabaseLocation, isOwn: Bool) throws {
    let source = previous.location.path
    let file = try PageFile(source)
    if file.base == nil { try SystemFile.copy(source, to: copy.path) } else { try file.copy(to: copy.path) }
    if isOwn { return }
    let (found, expected) = (try GraphReader(copy).meta(), try previous.meta())
    guard found == expected else { throw PatchRefusal() }
  }

  /// Lets `write` make a file and puts it in the place of the database; only what one of the bases does not hold, if
  /// that is little.
  private static func replace(
    _ lock: borrowing WriterLock, bases: [BaseCandidate] = [],
    _ write: (DatabaseLocation) throws -> GraphMeta
  ) throws -> GraphMeta {
    let location = lock.location
    guard lock.isHeld else {
      throw GraphStoreError.failed(
        path: location.description, operation: "write", reason: "the lock was released")
    }
    let temporary = DatabaseLocation(bytes: location.temporaryPath(process: currentProcess()))
    SystemFile.remove(temporary.path)
    // Also what a thin file was made of.
    defer { SystemFile.remove(temporary.path) }
    let meta = try write(temporary)
    let thin = try ThinLayer.make(of: temporary.path, over: bases, at: location)
    let next = thin ?? temporary.path
    do {
      try SystemFile.synchronize(next)
      try SystemFile.rename(next, to: location.path)
    } catch {
      SystemFile.remove(next)
      throw error
    }
    SystemFile.remove(location.stampsPath)
    try SystemFile.synchronize(location.folder)
    DatabaseFolder.removeBases(location)
    return meta
  }

  /// One more than the generation that is there. What is not ours is refused.
  private static func nextGeneration(_ location: DatabaseLocation) throws -> Int64 {
    switch try DatabaseHeader.inspect(location, followsLinks: false) {
    case .refused(let error): throw error
    case .absent, .older: return 1
    case .current:
      // A damaged index is replaced like any other: it is derived from the sources.
      guard let reader = try? GraphReader(location) else { return 1 }
      return (try? reader.meta().generation + 1) ?? 1
    }
  }

  /// Runs `body` on a connection that writes the file, with errors as ``GraphStoreError``.
  private static func withConnection(
    to location: DatabaseLocation, _ body: (OpaquePointer) throws -> GraphMeta
  ) throws -> GraphMeta {
    let path = location.description
    do {
      let queue = try DatabaseQueue(
        path: location.openingPath(immutable: false), configuration: configuration)
      let meta = try queue.inDatabase { database in
        guard let connection = database.sqliteConnection else {
          throw GraphStoreError.failed(path: path, operation: "write", reason: "the connection is closed")
        }
        return try body(connection)
      }
      try queue.close()
      return meta
    } catch let error as DatabaseError {
      throw GraphStoreError.sqlite(
        code: error.extendedResultCode.rawValue, message: error.message ?? "", path: path, operation: "write")
    } catch let error as StatementError {
      throw error.storeError(path, "write")
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    // After an error the transaction stays open and the file is thrown away.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      guard let connection = database.sqliteConnection else { return }
      try PageChecksums.reserve(connection)
      // Nothing reads this file before it is complete and on the disk, so SQLite need not guard it.
      try database.execute(
        sql: """
          PRAGMA page_size = \(Schema.pageSize);
          PRAGMA encoding = 'UTF-8';
          PRAGMA journal_mode = OFF;
          PRAGMA synchronous = OFF;
          PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA temp_store = MEMORY;
          PRAGMA secure_delete = ON;
          PRAGMA cache_size = -16000;
          """)
    }
    return configuration
  }
}
