public import GraphModel
import LanguageSupport

/// What shall be read of index stores.
public struct ReadRequest: Sendable, Equatable {
  /// The library to read with; nil to look for it.
  public var library: String?
  /// The stores. Paths below the folder that the compiler ran in are taken for paths below the store's package, so that
  /// a tree can be moved with its build.
  public var stores: [IndexStoreLocation]
  /// The real path of the indexed root.
  public var root: [UInt8]
  /// The files asked for, relative to the root, sorted.
  public var files: [SourcePath]

  /// Makes a request of its parts.
  public init(
    library: String? = nil, stores: [IndexStoreLocation], root: [UInt8], files: [SourcePath]
  ) {
    self.library = library
    self.stores = stores
    self.root = root
    self.files = files
  }

  /// The bytes of this request, as the reading process gets them.
  public var encoded: [UInt8] {
    var out = ByteWriter()
    out.run(Array((library ?? "").utf8))
    out.run(root)
    out.unsigned(UInt64(stores.count))
    for store in stores {
      out.run(Array(store.path.utf8))
      out.run(store.package.bytes)
    }
    out.unsigned(UInt64(files.count))
    for file in files { out.run(file.bytes) }
    return out.bytes
  }

  /// Reads what `encoded` wrote; nil if the bytes are anything else.
  public init?(encoded bytes: [UInt8]) {
    do { try self.init(decoding: bytes) } catch { return nil }
  }

  private init(decoding bytes: [UInt8]) throws(ByteReader.Damage) {
    var input = ByteReader(bytes)
    let library = String(decoding: try input.run(), as: UTF8.self)
    self.library = library.isEmpty ? nil : library
    root = try input.run()
    stores = []
    for _ in 0..<(try input.count()) {
      let path = String(decoding: try input.run(), as: UTF8.self)
      stores.append(IndexStoreLocation(path: path, package: SourcePath(bytes: try input.run())))
    }
    files = []
    for _ in 0..<(try input.count()) { files.append(SourcePath(bytes: try input.run())) }
    guard input.isAtEnd else { throw ByteReader.Damage() }
  }

  /// The path below the root of a file that a unit names, or nil if it is elsewhere.
  func path(of main: [UInt8], workingDirectory: [UInt8], package: SourcePath) -> SourcePath? {
    if let inside = Self.rest(of: main, below: root) { return SourcePath(bytes: Array(inside)) }
    guard let inside = Self.rest(of: main, below: workingDirectory) else { return nil }
    return SourcePath(bytes: package.bytes.isEmpty ? Array(inside) : package.bytes + [0x2F] + inside)
  }

  private static func rest(of path: [UInt8], below folder: [UInt8]) -> ArraySlice<UInt8>? {
    guard !folder.isEmpty, path.count > folder.count + 1, path.starts(with: folder),
      path[folder.count] == 0x2F
    else { return nil }
    return path[(folder.count + 1)...]
  }
}
