import CPageChecksums
import Crypto

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The pages of a database file, whether it holds all of them or is thin (see ``ThinLayer``), without SQLite.
///
/// What was opened stays what it was, whatever takes its name. Pages are read as they lie on the disk: whether a
/// checksum holds is for the caller to ask.
final class PageFile {
  /// What a thin file says of its base.
  struct Base: Equatable {
    /// See ``PageFile/digest()``.
    var digest: UInt64
    /// How many pages it has.
    var count: Int
  }

  /// Open until ``deinit``; not used outside of the calls here.
  private let file: OpaquePointer
  private let path: [UInt8]

  /// Opens the file at `path`, and its base if it is thin. Links are not followed.
  ///
  /// - Parameter needsBase: if false, a base is not opened, and its pages cannot be read.
  /// - Throws: ``GraphStoreError``: `damaged` where the map of a thin file is no map, or its base is missing.
  init(_ path: [UInt8], needsBase: Bool = true) throws(GraphStoreError) {
    var opened: OpaquePointer?
    let code = SystemFile.withPath(path) {
      kg_page_file_open($0, UInt32(Schema.pageSize), needsBase ? 1 : 0, &opened)
    }
    let reason = errno
    guard let opened else {
      let name = String(decoding: path, as: UTF8.self)
      switch Int(code) {
      case KG_PAGE_FILE_DAMAGED: throw .damaged(path: name, reason: "it does not say where its pages lie")
      case KG_PAGE_FILE_WITHOUT_BASE:
        throw .damaged(path: name, reason: "the base of this thin index is missing")
      default: throw SystemFile.error(path, "read", reason)
      }
    }
    file = opened
    self.path = path
  }

  deinit { kg_page_file_close(file) }

  /// How many pages the database has; the last may be cut off.
  var count: Int { Int(kg_page_file_count(file)) }

  /// The bytes that the file itself takes.
  var size: Int { Int(kg_page_file_size(file)) }

  /// The base of a thin file; nil if the file holds all pages.
  var base: Base? {
    var (digest, count) = (UInt64(0), UInt32(0))
    return kg_page_file_base(file, &digest, &count) == 0 ? nil : Base(digest: digest, count: Int(count))
  }

  /// Which file on the disk it is.
  func identity() throws(GraphStoreError) -> SystemFile.Identity {
    try SystemFile.identity(ofOpen: kg_page_file_descriptor(file), path)
  }

  /// Reads the page `number`, from 1, into `page`, which has the size of one.
  ///
  /// - Returns: how many bytes there were: all, but for a file that ends within the page.
  func read(_ number: Int, into page: inout [UInt8]) throws(GraphStoreError) -> Int {
    let count = page.withUnsafeMutableBytes {
      kg_page_file_read(file, UInt32(number), 0, $0.baseAddress, UInt32($0.count))
    }
    guard count >= 0 else { throw SystemFile.error(path, "read", errno) }
    return count
  }

  /// The digest that names a base: of the checksums of all pages, which stand for their contents.
  func digest() throws(GraphStoreError) -> UInt64 {
    var digest = PagesDigest()
    var page = [UInt8](repeating: 0, count: Schema.pageSize)
    for number in stride(from: 1, through: count, by: 1) {
      _ = try read(number, into: &page)
      digest.add(page)
    }
    return digest.value
  }

  /// Writes all pages to a new file that only its owner can read.
  func copy(to copy: [UInt8]) throws(GraphStoreError) {
    var writer = try PageWriter(copy)
    var page = [UInt8](repeating: 0, count: Schema.pageSize)
    for number in stride(from: 1, through: count, by: 1) {
      let length = try read(number, into: &page)
      try writer.append(page[..<length])
    }
    try writer.finish()
  }
}

/// The digest of a sequence of pages by their checksums.
struct PagesDigest {
  private var hash = SHA256()

  /// Adds the next page.
  mutating func add(_ page: [UInt8]) { hash.update(data: page.suffix(Int(PageChecksums.length))) }

  /// The first 64 bits of SHA-256: nobody chooses contents to make them equal.
  var value: UInt64 { hash.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}

/// Writes a new file in large pieces.
struct PageWriter: ~Copyable {
  private static let room = 1 << 20

  private let file: Int32
  private let path: [UInt8]
  private var pending: [UInt8] = []

  /// Makes the file, which only its owner can read; fails if there is one.
  init(_ path: [UInt8]) throws(GraphStoreError) {
    file = try SystemFile.open(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600, operation: "create")
    self.path = path
    pending.reserveCapacity(Self.room + Schema.pageSize)
  }

  deinit { SystemFile.close(file) }

  /// Adds bytes at the end.
  mutating func append(_ bytes: some Collection<UInt8>) throws(GraphStoreError) {
    pending += bytes
    if pending.count >= Self.room { try finish() }
  }

  /// Writes what is pending.
  mutating func finish() throws(GraphStoreError) {
    try SystemFile.write(pending[...], to: file, path)
    pending.removeAll(keepingCapacity: true)
  }
}
