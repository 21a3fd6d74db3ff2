import CStorage
import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A prepared statement of SQLite's C interface, for loops over many rows; never outlives its connection.
///
/// GRDB's own statements box every value; binding and reading here costs no allocation.
/// Columns and parameters are read and bound by index, so the order in the SQL matters.
struct Statement: ~Copyable {
  private let handle: OpaquePointer
  private let connection: OpaquePointer
  /// False if the connection keeps the compiled statement for the next time.
  private let isOwned: Bool

  /// Compiles one statement.
  init(_ connection: OpaquePointer, _ sql: String) throws(StatementError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
    guard code == SQLITE_OK, let handle else { throw StatementError(connection, code) }
    self.handle = handle
    self.connection = connection
    isOwned = true
  }

  /// Compiles a statement, or takes the one that an earlier call with the same text compiled. Only for
  /// statements that are done with before other code can ask for the same.
  init(cachedIn database: Database, _ sql: String) throws {
    guard let connection = database.sqliteConnection else { throw StatementError.closed }
    handle = try database.cachedStatement(sql: sql).sqliteStatement
    self.connection = connection
    isOwned = false
  }

  deinit {
    if isOwned {
      sqlite3_finalize(handle)
    } else {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
  }

  /// Runs every statement of `sql`.
  static func execute(_ connection: OpaquePointer, _ sql: String) throws(StatementError) {
    let code = sqlite3_exec(connection, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw StatementError(connection, code) }
  }

  // MARK: Binding, by 1-based index

  borrowing func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

  borrowing func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(handle, index, Int64(value)) }

  borrowing func bind(_ index: Int32, _ value: Int32) { sqlite3_bind_int64(handle, index, Int64(value)) }

  /// Binds NULL for nil.
  borrowing func bind(_ index: Int32, _ value: Double) { sqlite3_bind_double(handle, index, value) }
  borrowing func bind(_ index: Int32, _ value: Int32?) {
    if let value { bind(index, value) } else { bindNull(index) }
  }

  borrowing func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

  /// Binds a copy of the text.
  borrowing func bind(_ index: Int32, _ text: String) {
    var text = text
    text.withUTF8 { bindText(index, $0) }
  }

  /// Binds a copy of the text, or NULL for nil.
  borrowing func bind(_ index: Int32, _ text: String?) {
    if let text { bind(index, text) } else { bindNull(index) }
  }

  /// Binds a copy of UTF-8 bytes as text.
  borrowing func bindText(_ index: Int32, _ bytes: UnsafeBufferPointer<UInt8>) {
    bytes.withMemoryRebound(to: CChar.self) { characters in
      _ = sqlite3_bind_text64(
        handle, index, characters.baseAddress ?? Self.empty, UInt64(characters.count), Self.transient,
        UInt8(SQLITE_UTF8))
    }
  }

  /// Binds a copy of UTF-8 bytes as text.
  borrowing func bindText(_ index: Int32, _ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bindText(index, $0) }
  }

  /// Binds a copy of the bytes as a blob.
  borrowing func bindBlob(_ index: Int32, _ bytes: some Collection<UInt8>) {
    let copied: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      if buffer.isEmpty {
        sqlite3_bind_zeroblob(handle, index, 0)
      } else {
        sqlite3_bind_blob64(handle, index, buffer.baseAddress, UInt64(buffer.count), Self.transient)
      }
    }
    if copied == nil { bindBlob(index, Array(bytes)) }
  }

  // MARK: Stepping

  /// Goes to the next row; false at the end.
  borrowing func step() throws(StatementError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw StatementError(connection, code)
    }
  }

  /// Runs a statement without rows and makes it ready for the next values.
  borrowing func run() throws(StatementError) {
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE else { throw StatementError(connection, code) }
    sqlite3_reset(handle)
  }

  /// Makes the statement ready to be run again; bound values stay.
  borrowing func reset() { sqlite3_reset(handle) }

  // MARK: Reading, by 0-based index

  var columnCount: Int32 { sqlite3_column_count(handle) }

  borrowing func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  borrowing func isText(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_TEXT }

  borrowing func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  borrowing func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  /// The value as 32 bits; what does not fit is cut off, as only a damaged database holds it.
  borrowing func int32(_ column: Int32) -> Int32 {
    Int32(truncatingIfNeeded: sqlite3_column_int64(handle, column))
  }

  /// The value, or nil for NULL.
  borrowing func optionalInt32(_ column: Int32) -> Int32? { isNull(column) ? nil : int32(column) }

  borrowing func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  /// The text with undecodable bytes replaced; empty for NULL.
  borrowing func string(_ column: Int32) -> String {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The text, or nil for NULL.
  borrowing func optionalString(_ column: Int32) -> String? { isNull(column) ? nil : string(column) }

  /// The bytes of a text or a blob; empty for NULL.
  borrowing func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

  /// Calls `body` with the bytes of a text or a blob, which are valid until the next step only.
  borrowing func withBytes<Result>(
    _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    // The order of the calls is the one SQLite asks for: the pointer first, then the count.
    let start =
      isText(column)
      ? UnsafeRawPointer(sqlite3_column_text(handle, column)) : sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    let bytes = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    return try bytes.withMemoryRebound(to: UInt8.self, body)
  }

  /// SQLITE_TRANSIENT, which C defines as a cast that Swift does not import: "copy before returning".
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// A valid address for texts without bytes, since a null pointer would bind NULL.
  private static var empty: UnsafePointer<CChar> { emptyText.pointer }

  private static let emptyText = EmptyText()

  /// Owns one NUL byte for the life of the process.
  private struct EmptyText: @unchecked Sendable {
    /// Never written after initialisation, never freed; so sharing it between threads is safe.
    let pointer: UnsafePointer<CChar>

    init() {
      let memory = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
      memory.initialize(to: 0)
      pointer = UnsafePointer(memory)
    }
  }
}

/// A result code of SQLite with its message.
struct StatementError: Error {
  /// The extended result code.
  let code: Int32
  let message: String
  /// The system's error behind it; 0 if there is none.
  var systemError: Int32 = 0

  /// The connection was closed.
  static let closed = StatementError(code: SQLITE_MISUSE, message: "the connection is closed")

  private init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  init(_ connection: OpaquePointer, _ code: Int32) {
    self.code = sqlite3_extended_errcode(connection)
    if self.code & 0xFF == SQLITE_IOERR {
      // The file remembers; `sqlite3_system_errno` tells what happened last anywhere.
      sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &systemError)
    }
    message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? "code \(code)"
  }

  /// The store's error for this one, met while `operation` was done to `path`.
  func storeError(_ path: String, _ operation: String) -> GraphStoreError {
    // A limit on the size of files, which SQLite does not tell from other failures.
    systemError == EFBIG
      ? .noSpace(path: path)
      : GraphStoreError.sqlite(code: code, message: message, path: path, operation: operation)
  }
}

extension GraphStoreError {
  /// The case for a result code of SQLite.
  static func sqlite(code: Int32, message: String, path: String, operation: String) -> Self {
    // What a page says whose checksum does not hold.
    if code == PageChecksums.failure { return .damaged(path: path, reason: "a page is not what was written") }
    return switch code & 0xFF {
    case SQLITE_NOTADB: .notADatabase(path: path)
    case SQLITE_CORRUPT, SQLITE_FORMAT, SQLITE_MISMATCH, SQLITE_ERROR: .damaged(path: path, reason: message)
    case SQLITE_FULL: .noSpace(path: path)
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .permission(path: path, operation: operation)
    default: .failed(path: path, operation: operation, reason: message)
    }
  }
}
