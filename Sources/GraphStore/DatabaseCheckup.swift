import CPageChecksums
import CStorage
import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a thorough examination of a database found.
public struct DatabaseCheckup: Sendable, Equatable {
  /// What the database says about itself; nil if that cannot be read.
  public var meta: GraphMeta?
  /// What is not as it was written, one line each; at most ``limit`` of them.
  public var damage: [String] = []
  /// What is no damage but should be known: files that others can read, what interrupted writers left.
  public var notices: [String] = []

  /// So many findings are enough.
  public static let limit = 20

  /// Reads all of the database: every page against its checksum, SQLite's own structures, the graph
  /// against its digest. Nothing is changed. O(size).
  ///
  /// - Throws: ``GraphStoreError`` if there is no database, or none that is ours and of this version.
  public init(_ location: DatabaseLocation) throws {
    notices = try DatabaseFolder.notices(location)
    do {
      let reader = try GraphReader(location)
      try examine(reader)
    } catch GraphStoreError.damaged(_, let reason) {
      add(reason)
    }
    if damage.isEmpty, let page = try PageChecksums.firstDamagedPage(location) {
      // A page that nothing refers to.
      add("page \(page) is not what was written")
    }
  }

  private mutating func examine(_ reader: GraphReader) throws {
    for finding in try reader.structuralFindings(limit: Self.limit) { add(finding) }
    guard damage.isEmpty else { return }
    meta = try reader.meta()
    try reader.checkDigest()
  }

  private mutating func add(_ finding: String) {
    if damage.count < Self.limit { damage.append(finding) }
  }
}

extension PageChecksums {
  /// The number, from 1, of the first page whose checksum does not hold; nil if all do. Pages of zeros were
  /// never written; one of them that is in use is found by whoever reads it.
  ///
  /// O(size), about a gigabyte a second.
  static func firstDamagedPage(_ location: DatabaseLocation) throws(GraphStoreError) -> Int? {
    let file = try SystemFile.open(location.path, O_RDONLY | O_NONBLOCK, operation: "read")
    defer { SystemFile.close(file) }
    let size = Schema.pageSize
    var page = [UInt8](repeating: 0, count: size)
    var number = 0
    while true {
      let count = page.withUnsafeMutableBytes { pread(file, $0.baseAddress, size, off_t(number * size)) }
      guard count >= 0 else { throw SystemFile.error(location.path, "read", errno) }
      if count == 0 { return nil }
      number += 1
      guard count == size else { return number }
      if !isIntact(page, number: number), page.contains(where: { $0 != 0 }) { return number }
    }
  }

  private static func isIntact(_ page: [UInt8], number: Int) -> Bool {
    let content = page.count - Int(length)
    let stored = page[content...].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return page.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { kg_page_checksum($0, bytes.count, UInt64(number)) } == stored
    }
  }
}
