import CPageChecksums
import CStorage
import GraphModel

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
    // Also pages that nothing refers to.
    if damage.isEmpty, let finding = try PageChecksums.damage(location) { add(finding) }
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
  /// What is first found wrong with a database's pages, those of the base of a thin one among them; nil if nothing
  /// is.
  ///
  /// O(size), about a gigabyte a second.
  ///
  /// - Throws: ``GraphStoreError``: `damaged` also where the pages of a thin file cannot be found.
  static func damage(_ location: DatabaseLocation) throws(GraphStoreError) -> String? {
    let file = try PageFile(location.path)
    if let page = try firstDamagedPage(file) { return "page \(page) is not what was written" }
    if let base = file.base, try PageFile(location.basePath(base.digest)).digest() != base.digest {
      return "its base is not what it was made with"
    }
    return nil
  }

  /// The number, from 1, of the first page whose checksum does not hold; nil if all do. Pages of zeros were
  /// never written; one of them that is in use is found by whoever reads it.
  private static func firstDamagedPage(_ file: PageFile) throws(GraphStoreError) -> Int? {
    var page = [UInt8](repeating: 0, count: Schema.pageSize)
    for number in stride(from: 1, through: file.count, by: 1) {
      guard try file.read(number, into: &page) == page.count else { return number }
      if !isIntact(page, number: number), page.contains(where: { $0 != 0 }) { return number }
    }
    return nil
  }

  private static func isIntact(_ page: [UInt8], number: Int) -> Bool {
    let content = page.count - Int(length)
    let stored = page[content...].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return page.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { kg_page_checksum($0, bytes.count, UInt64(number)) } == stored
    }
  }
}
