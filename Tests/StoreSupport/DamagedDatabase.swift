import CPageChecksums
import Foundation
import GraphModel
import GraphStore

/// A small stored graph, whole and as a thin file over a base, whose bytes are changed, with the checksums of its pages made right again, so that what
/// looks at the content is reached and not only what guards it.
///
/// Not for several threads: the changed database is one file.
public final class DamagedDatabase {
  private static let pageSize = 4096

  private let folder: URL
  private let location: DatabaseLocation
  private let good: [UInt8]
  /// The same pages in a thin file: some of them its own, the others its base's.
  private let thin: [UInt8]
  private static let ownPages: [UInt32] = [2, 3, 5, 7, 11, 13]

  /// Stores the graph in a new folder, which is removed with this object.
  public init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("kg-damaged-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let database = folder.appendingPathComponent("graph.db")
    location = DatabaseLocation(database.path)
    let lock = try WriterLock(location)
    _ = try GraphStore.replace(lock, with: GenerationContents(graph: Self.graph))
    lock.release()
    good = Array(try Data(contentsOf: database))
    thin = Self.thin(good)
    try Data(good).write(
      to: folder.appendingPathComponent("graph.db.base-" + String(repeating: "0", count: 16)))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Changes the database and reads all of it.
  ///
  /// - Parameter changes: three bytes of place and one that is added to what is there (exclusive or), again and
  ///   again; one byte more, and half of the file is missing.
  /// - Throws: `GraphStoreError` where the damage was noticed. Anything else is a mistake of the reader.
  public func read(changedBy changes: [UInt8]) throws {
    var bytes = changed(good, by: changes)
    for page in 0..<bytes.count / Self.pageSize { Self.seal(&bytes, page: page, as: UInt64(page) + 1) }
    try read(bytes)
  }

  /// As ``read(changedBy:)``, with the thin file: its map may then name other pages than it holds.
  public func readThin(changedBy changes: [UInt8]) throws {
    var bytes = changed(thin, by: changes)
    for page in 0..<bytes.count / Self.pageSize {
      let number: UInt64
      switch page {
      case 0: number = 1
      // A map's page is sealed under a number that no page has.
      case 1: number = .max
      default: number = UInt64(Self.number(at: page - 2, inMapOf: bytes))
      }
      Self.seal(&bytes, page: page, as: number)
    }
    try read(bytes)
  }

  private func changed(_ bytes: [UInt8], by changes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for change in stride(from: 0, to: changes.count - changes.count % 4, by: 4) {
      let place = Int(changes[change]) << 16 | Int(changes[change + 1]) << 8 | Int(changes[change + 2])
      bytes[place % bytes.count] ^= changes[change + 3]
    }
    if changes.count % 4 == 1 { bytes.removeLast(bytes.count / 2) }
    return bytes
  }

  private func read(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: folder.appendingPathComponent("graph.db"))
    try readAll(GraphReader(location))
  }

  private func readAll(_ reader: GraphReader) throws {
    _ = try reader.meta()
    _ = try reader.nodes(matching: "alpha")
    _ = try reader.namesNear("alhpa", limit: 3)
    _ = try reader.chunkLengths()
    _ = try reader.chunksPerFile()
    _ = try reader.historyIndex()
    _ = try reader.historyRecords()
    _ = try reader.storedFiles()
    for node in 0..<NodeIndex(Self.graph.nodes.count + 1) {
      _ = try reader.edges(from: node)
      _ = try reader.edges(to: node)
      _ = try reader.unresolved(from: node)
    }
    _ = try reader.communities()
    _ = try reader.graph()
    try reader.verify()
  }

  /// Gives a page the checksum that it has under a number.
  private static func seal(_ bytes: inout [UInt8], page: Int, as number: UInt64) {
    let start = page * pageSize
    let checksum = bytes[start..<start + pageSize].withUnsafeBufferPointer { page -> UInt64 in
      guard let first = page.baseAddress else { return 0 }
      return kg_page_checksum(first, pageSize, number)
    }
    for index in 0..<8 {
      bytes[start + pageSize - 8 + index] = UInt8(truncatingIfNeeded: checksum >> UInt64(8 * index))
    }
  }

  private static func thin(_ good: [UInt8]) -> [UInt8] {
    let count = UInt32(good.count / pageSize)
    let own = ownPages.filter { $0 <= count }
    var map = [UInt8](repeating: 0, count: kg_thin_map_size(UInt32(own.count), UInt32(pageSize)))
    kg_thin_map_write(&map, UInt32(pageSize), 0, count, count, own, UInt32(own.count))
    return good[..<pageSize] + map + own.flatMap { good[Int($0 - 1) * pageSize..<Int($0) * pageSize] }
  }

  /// What the map of a thin file, one page long, says of the page it holds at `index`.
  private static func number(at index: Int, inMapOf thin: [UInt8]) -> UInt32 {
    let place = pageSize + 36 + 4 * index
    return thin[place..<place + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Three files, eleven functions that call each other.
  private static let graph: Graph = {
    let files = (0..<3).map { index in
      IndexedFile(
        path: SourcePath("src/file\(index).py"), language: .python, blob: BlobID(hex: "0123abcd"), lines: 9,
        parseErrors: 0, skipReason: nil)
    }
    let names = [
      "alpha", "beta", "delta", "epsilon", "eta", "gamma", "iota", "kappa", "lambda", "theta", "zeta",
    ]
    let nodes = names.map { name in
      Node(id: "python . . . \(name).", kind: .function, name: name, qualifiedName: name, language: .python)
    }
    var edges: [Edge] = []
    for source in nodes.indices {
      for target in nodes.indices where (source + target) % 3 == 0 {
        edges.append(
          Edge(
            kind: .calls, source: NodeIndex(source), target: NodeIndex(target), file: Int32(source % 3),
            position: Position(line: Int32(source + 1), column: Int32(target + 1)), resolution: .exact,
            candidates: 1))
      }
    }
    return Graph(files: files, nodes: nodes, edges: edges)
  }()
}
