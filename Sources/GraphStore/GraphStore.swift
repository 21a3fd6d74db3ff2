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
    guard lock.isHeld else {
      throw GraphStoreError.failed(
        path: location.description, operation: "write", reason: "the lock was released")
    }
    let generation = try nextGeneration(location)
    let temporary = DatabaseLocation(bytes: location.temporaryPath(process: currentProcess()))
    SystemFile.remove(temporary.path)
    try SystemFile.createPrivate(temporary.path)
    do {
      let meta = try write(contents, generation: generation, to: temporary, previous: previous)
      try SystemFile.synchronize(temporary.path)
      try SystemFile.rename(temporary.path, to: location.path)
      try SystemFile.synchronize(location.folder)
      return meta
    } catch {
      SystemFile.remove(temporary.path)
      throw error
    }
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

  private static func write(
    _ contents: GenerationContents, generation: Int64, to location: DatabaseLocation, previous: GraphReader?
  ) throws -> GraphMeta {
    let path = location.description
    do {
      let queue = try DatabaseQueue(
        path: location.openingPath(immutable: false), configuration: configuration)
      let meta = try queue.inDatabase { database in
        guard let connection = database.sqliteConnection else {
          throw GraphStoreError.failed(path: path, operation: "write", reason: "the connection is closed")
        }
        return try GenerationWriter(connection, path: path)
          .write(contents, generation: generation, previous: previous)
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
          PRAGMA secure_delete = OFF;
          PRAGMA cache_size = -16000;
          """)
    }
    return configuration
  }
}
