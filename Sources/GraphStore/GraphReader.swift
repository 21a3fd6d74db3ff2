import CStorage
import GRDB
import GraphModel
import Synchronization

/// Reads one generation of a graph database.
///
/// A reader keeps the file it opened: when a writer puts a new generation in its place, the reader goes on
/// seeing the old one, whole. Nothing is ever written, so a read-only folder is fine. A reader may be used
/// from several threads; its questions are answered one after the other.
///
/// The file is not trusted: it is opened read-only and defensively, its schema must be ours to the letter
/// (so no foreign trigger or view can run), and values that do not fit are errors.
public final class GraphReader: Sendable {
  /// Where the database was when it was opened.
  public let location: DatabaseLocation
  private let queue: DatabaseQueue
  /// What ``StampsFile`` says, once somebody asked.
  private let stamps = Mutex<[[UInt8]]??>(nil)
  /// The names of all nodes, once somebody asked for similar ones.
  private let names = Mutex<NameList?>(nil)

  /// The orders of numbers that somebody asked for.
  let orders = Mutex<[NumberOrder.Kind: NumberOrder]>([:])

  /// Opens the database.
  ///
  /// - Throws: ``GraphStoreError``: `notFound`, what makes a file no index of ours, `olderSchema`,
  ///   `newerSchema`, `damaged`.
  public init(_ location: DatabaseLocation) throws {
    let path = location.description
    switch try DatabaseHeader.inspect(location, followsLinks: true) {
    case .absent: throw GraphStoreError.notFound(path: path)
    case .refused(let error): throw error
    case .older(let version):
      throw GraphStoreError.olderSchema(path: path, found: version, supported: Schema.version)
    case .current: break
    }
    self.location = location
    do {
      queue = try DatabaseQueue(
        path: location.openingPath(immutable: true), configuration: Self.configuration)
      try queue.unsafeRead { try Self.checkSchema($0, path: path) }
    } catch let error as DatabaseError {
      // What is wrong with a thin file or its base SQLite cannot say.
      do { _ = try PageFile(location.path) } catch GraphStoreError.damaged(_, let reason) {
        throw GraphStoreError.damaged(path: path, reason: reason)
      } catch {}
      throw Self.storeError(error, path)
    } catch let error as StatementError {
      throw error.storeError(path, "read")
    }
  }

  /// Runs `body` on the connection, with errors as ``GraphStoreError``.
  func read<Result>(_ body: (OpaquePointer) throws -> Result) throws -> Result {
    try readDatabase { database in
      guard let connection = database.sqliteConnection else { throw StatementError.closed }
      return try body(connection)
    }
  }

  /// Runs `body` on the connection with what GRDB knows of it, with errors as ``GraphStoreError``. May be
  /// called by code that such a `body` calls: whoever is handed rows may ask the reader more.
  func readDatabase<Result>(_ body: (Database) throws -> Result) throws -> Result {
    do {
      return try queue.unsafeReentrantRead(body)
    } catch let error as StatementError {
      throw error.storeError(location.description, "read")
    } catch let error as DatabaseError {
      throw Self.storeError(error, location.description)
    }
  }

  /// The stamps of this work tree's files, where the generation is shared with another one.
  func ownStamps() throws -> [[UInt8]]? {
    if let known = stamps.withLock({ $0 }) { return known }
    let found = StampsFile.read(location, try meta())
    stamps.withLock { $0 = .some(found) }
    return found
  }

  /// The names of all nodes.
  func nameList() throws -> NameList {
    if let known = names.withLock({ $0 }) { return known }
    let order = try order(.text)
    let list = try read { try NameList($0, order) }
    names.withLock { $0 = list }
    return list
  }

  /// The error for content that no writer of ours leaves.
  public func damaged(_ reason: String) -> GraphStoreError {
    .damaged(path: location.description, reason: reason)
  }

  private static func storeError(_ error: DatabaseError, _ path: String) -> GraphStoreError {
    GraphStoreError.sqlite(
      code: error.extendedResultCode.rawValue, message: error.message ?? "", path: path, operation: "read")
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      guard let connection = database.sqliteConnection else { return }
      let code = kg_sqlite3_make_defensive(connection)
      guard code == SQLITE_OK else { throw StatementError(connection, code) }
      sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
      sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 256 << 20)
      sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, 1 << 20)
      sqlite3_limit(connection, SQLITE_LIMIT_TRIGGER_DEPTH, 0)
      try Statement.execute(connection, "PRAGMA query_only = ON; PRAGMA cell_size_check = ON")
    }
    return configuration
  }

  /// Compares the tables, indexes and views with ours.
  private static func checkSchema(_ database: Database, path: String) throws {
    guard let connection = database.sqliteConnection else { return }
    let expected = Set(Schema.statements)
    var found = 0
    let rows = try Statement(connection, "SELECT name, sql FROM sqlite_schema")
    while try rows.step() {
      let name = rows.string(0)
      if rows.isNull(1), name.hasPrefix("sqlite_autoindex_") { continue }
      guard expected.contains(rows.string(1)) else {
        throw GraphStoreError.damaged(path: path, reason: "unexpected schema entry")
      }
      found += 1
    }
    guard found == expected.count else {
      throw GraphStoreError.damaged(path: path, reason: "a table or view is missing")
    }
  }
}

extension DatabaseLocation {
  /// The path as SQLite should be given it: a URI where SQLite takes them, as that can say any bytes, that
  /// the file never changes, which spares locks and lookups of journals, and that pages have checksums.
  func openingPath(immutable: Bool) throws -> String {
    let takesURIs = sqlite3_compileoption_used("USE_URI") != 0
    try PageChecksums.register(takesURIs: takesURIs)
    guard takesURIs else {
      guard let text = String(validating: path, as: UTF8.self) else {
        throw GraphStoreError.failed(
          path: description, operation: "open", reason: "the path is not UTF-8")
      }
      return text
    }
    var uri = path.first == Self.slash ? "file://" : "file:"
    for byte in path {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), Self.slash, UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16)
        uri += hex.count == 1 ? "%0" + hex : "%" + hex
      }
    }
    uri += "?vfs=\(PageChecksums.name)"
    return immutable ? uri + "&immutable=1" : uri
  }
}
