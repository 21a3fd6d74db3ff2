import CPageChecksums
import CStorage

/// The layer below SQLite that gives every page of a database a checksum and refuses to read a page whose
/// checksum does not hold, so that damage of the disk is an error and never an answer.
enum PageChecksums {
  /// Bytes that each page reserves.
  static let length = Int32(KG_CHECKSUM_LENGTH)

  /// The layer's name for the parameter `vfs` of a URI.
  static let name = String(cString: kg_checksum_vfs_name())

  /// The extended result code for a page whose checksum does not hold: SQLITE_IOERR_DATA, which C defines by
  /// an expression that Swift does not import.
  static let failure = SQLITE_IOERR | 32 << 8

  /// Makes the layer known to SQLite. It is the one for all databases where URIs, which could name it, are not
  /// taken.
  static func register(takesURIs: Bool) throws(GraphStoreError) {
    let code = kg_checksum_vfs_register(takesURIs ? 0 : 1)
    guard code == SQLITE_OK else {
      throw .failed(path: "SQLite", operation: "extend", reason: "code \(code)")
    }
  }

  /// Has a new database leave the room for checksums. Before anything is written.
  static func reserve(_ connection: OpaquePointer) throws(StatementError) {
    var length = length
    let code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &length)
    guard code == SQLITE_OK else { throw StatementError(connection, code) }
  }
}
