/// What can go wrong with a graph database. Every case names the file and what to do is in the text.
public enum GraphStoreError: Error, Sendable, Equatable {
  /// There is no database.
  case notFound(path: String)
  /// A folder is where the database file should be.
  case isFolder(path: String)
  /// The file is empty.
  case empty(path: String)
  /// The file is not an SQLite database.
  case notADatabase(path: String)
  /// The file is an SQLite database of another application, whose `application_id` is given.
  case otherApplication(path: String, applicationID: UInt32)
  /// The database was written by a newer kg.
  case newerSchema(path: String, found: UInt32, supported: UInt32)
  /// The database was written by an older kg; indexing replaces it.
  case olderSchema(path: String, found: UInt32, supported: UInt32)
  /// The database is ours but its content is damaged.
  case damaged(path: String, reason: String)
  /// Another process is writing. `process` is nil if it has not said who it is.
  case locked(path: String, process: Int32?, since: String?)
  /// The folder for the database is not one that kg may write into.
  case unsafeFolder(path: String, reason: String)
  /// The system refused for lack of permission, or because the file system is read-only.
  case permission(path: String, operation: String)
  /// No space is left, or a quota or size limit is reached.
  case noSpace(path: String)
  /// Another failure of the system or of SQLite.
  case failed(path: String, operation: String, reason: String)
  /// The graph to be written breaks an invariant of `Graph`.
  case invalidGraph(reason: String)
}

extension GraphStoreError: CustomStringConvertible {
  /// One line: what happened, to which file, and what to do.
  public var description: String {
    switch self {
    case .notFound(let path):
      "no index at \(path); run `kg index` first"
    case .isFolder(let path):
      "\(path) is a folder, not an index; move it away or choose another file with --db"
    case .empty(let path):
      "\(path) is an empty file, not an index; remove it or choose another file with --db"
    case .notADatabase(let path):
      "\(path) is not an index of kg; it is left as it is; choose another file with --db"
    case .otherApplication(let path, let id):
      "\(path) is a database of another application (id \(id)); it is left as it is; "
        + "choose another file with --db"
    case .newerSchema(let path, let found, let supported):
      "\(path) has schema \(found), this kg knows up to \(supported); it is left as it is; "
        + "install a newer kg or choose another file with --db"
    case .olderSchema(let path, let found, let supported):
      "\(path) has schema \(found), this kg needs \(supported); run `kg index` to rebuild it"
    case .damaged(let path, let reason):
      "\(path) is damaged (\(reason)); run `kg index --full` to rebuild it"
    case .locked(let path, let process, let since):
      "\(path) is locked by process \(process.map(String.init) ?? "unknown")"
        + (since.map { " since \($0)" } ?? "") + "; wait for it to end"
    case .unsafeFolder(let path, let reason):
      "\(path) cannot hold an index: \(reason); remove it or choose another file with --db"
    case .permission(let path, let operation):
      "no permission to \(operation) \(path)"
    case .noSpace(let path):
      "no space left to write \(path); the previous index is unchanged"
    case .failed(let path, let operation, let reason):
      "could not \(operation) \(path): \(reason)"
    case .invalidGraph(let reason):
      "the graph breaks an invariant: \(reason)"
    }
  }
}
