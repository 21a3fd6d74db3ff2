#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the first 100 bytes of a file say, read without SQLite: looking at a foreign file cannot change it,
/// and nothing in it is interpreted. Layout: "Database File Format", sqlite.org, section 1.3.
enum DatabaseHeader {
  /// `kgdb` in ASCII, stored as SQLite's `application_id`.
  static let applicationID: UInt32 = 0x6B67_6462

  /// What lies at the place of a database.
  enum Finding: Equatable {
    case absent
    /// A database of ours with the current schema.
    case current
    /// A database of ours with an older schema.
    case older(UInt32)
    /// Something that must neither be read nor replaced.
    case refused(GraphStoreError)
  }

  /// Classifies what lies at `location`. Links are followed only for reading.
  static func inspect(
    _ location: DatabaseLocation, followsLinks: Bool
  ) throws(GraphStoreError) -> Finding {
    let path = location.description
    guard let status = try SystemFile.status(location.path) else { return .absent }
    switch status.kind {
    case .folder: return .refused(.isFolder(path: path))
    case .other: return .refused(.notADatabase(path: path))
    case .link:
      guard followsLinks else {
        return .refused(.unsafeFolder(path: path, reason: "it is a symbolic link"))
      }
    case .regular:
      if status.size == 0 { return .refused(.empty(path: path)) }
    }
    let header = try read(location.path, followsLinks: followsLinks)
    if header.isEmpty { return .refused(.empty(path: path)) }
    guard header.count == size, header.starts(with: magic) else {
      return .refused(.notADatabase(path: path))
    }
    let application = integer(header, 68)
    guard application == applicationID else {
      return .refused(.otherApplication(path: path, applicationID: application))
    }
    let version = integer(header, 60)
    if version == Schema.version { return .current }
    if version < Schema.version { return .older(version) }
    return .refused(.newerSchema(path: path, found: version, supported: Schema.version))
  }

  private static let size = 100
  private static let magic = Array("SQLite format 3\0".utf8)

  private static func read(_ path: [UInt8], followsLinks: Bool) throws(GraphStoreError) -> [UInt8] {
    let name = String(decoding: path, as: UTF8.self)
    // O_NONBLOCK: a FIFO put there meanwhile must not make us wait.
    let descriptor: Int32
    if followsLinks {
      descriptor = SystemFile.withPath(path) { pointer in
        #if canImport(Glibc)
          Glibc.open(pointer, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        #elseif canImport(Musl)
          Musl.open(pointer, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        #else
          Darwin.open(pointer, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        #endif
      }
      guard descriptor >= 0 else { throw SystemFile.error(path, "read", errno) }
    } else {
      descriptor = try SystemFile.open(path, O_RDONLY | O_NONBLOCK, operation: "read")
    }
    defer { SystemFile.close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemFile.error(path, "read", errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw GraphStoreError.isFolder(path: name) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw GraphStoreError.notADatabase(path: name) }
    var header = [UInt8](repeating: 0, count: size)
    let count = header.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, size, 0) }
    guard count >= 0 else { throw SystemFile.error(path, "read", errno) }
    return Array(header.prefix(count))
  }

  private static func integer(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
