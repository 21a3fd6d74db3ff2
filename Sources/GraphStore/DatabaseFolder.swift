#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder a database lies in, made ready for writing.
enum DatabaseFolder {
  /// Makes kg's own folder if it is missing (0700, with a `.gitignore` of `*`), and checks that it is a real
  /// folder of this user. Other folders, which `--db` may name, must exist and are left alone.
  static func prepare(_ location: DatabaseLocation) throws(GraphStoreError) {
    let folder = location.folder
    let name = String(decoding: folder, as: UTF8.self)
    if location.isInOwnFolder {
      let made = SystemFile.withPath(folder) { mkdir($0, 0o700) }
      if made != 0, errno != EEXIST { throw SystemFile.error(folder, "create", errno) }
    }
    guard let status = try SystemFile.status(folder) else { throw GraphStoreError.notFound(path: name) }
    guard location.isInOwnFolder else { return }
    switch status.kind {
    case .folder: break
    case .link: throw GraphStoreError.unsafeFolder(path: name, reason: "it is a symbolic link")
    default: throw GraphStoreError.unsafeFolder(path: name, reason: "it is not a folder")
    }
    guard status.owner == geteuid() else {
      throw GraphStoreError.unsafeFolder(path: name, reason: "it belongs to another user")
    }
    try hideFromVersionControl(folder)
  }

  /// Removes what interrupted writers left. Only for the holder of the lock.
  static func sweep(_ location: DatabaseLocation) {
    for name in SystemFile.names(in: location.folder) where location.isTemporaryName(name) {
      SystemFile.remove(location.folder + [DatabaseLocation.slash] + name)
    }
    removeBases(location)
  }

  /// Removes bases that the database does not name. Only for the holder of the lock.
  static func removeBases(_ location: DatabaseLocation) {
    guard let orphans = try? orphanedBases(location) else { return }
    for name in orphans { SystemFile.remove(location.folder + [DatabaseLocation.slash] + name) }
  }

  /// The names of the bases in the folder that the database does not name; an error where the database cannot say
  /// which it names.
  private static func orphanedBases(_ location: DatabaseLocation) throws(GraphStoreError) -> [[UInt8]] {
    let bases = SystemFile.names(in: location.folder).filter { location.baseDigest(ofName: $0) != nil }
    if bases.isEmpty { return [] }
    var named: UInt64?
    if try SystemFile.status(location.path) != nil {
      named = try PageFile(location.path, needsBase: false).base?.digest
    }
    return bases.filter { location.baseDigest(ofName: $0) != named }
  }

  /// What should be known about the folder and the files in it: what others can read or write, what
  /// interrupted writers left, copies that were set aside.
  static func notices(_ location: DatabaseLocation) throws(GraphStoreError) -> [String] {
    var notices: [String] = []
    if location.isInOwnFolder, let folder = try SystemFile.status(location.folder) {
      if folder.owner != geteuid() { notices.append("the folder of the index belongs to another user") }
      if folder.permissions & 0o077 != 0 { notices.append("others may look into the folder of the index") }
    }
    if let file = try SystemFile.status(location.path), file.permissions & 0o077 != 0 {
      notices.append("others may read the index")
    }
    let orphans = (try? orphanedBases(location)) ?? []
    for name in SystemFile.names(in: location.folder).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let text = String(decoding: name, as: UTF8.self)
      if location.isTemporaryName(name) {
        notices.append("\(text) is being written, or was left by an interrupted run; the next run removes it")
      } else if location.isSetAsideName(name) {
        notices.append("\(text) is a damaged index that was set aside; it may be removed")
      } else if location.baseDigest(ofName: name) != nil {
        let path = location.folder + [DatabaseLocation.slash] + name
        if let file = try SystemFile.status(path), file.permissions & 0o077 != 0 {
          notices.append("others may read \(text), the base of the index")
        }
        if orphans.contains(name) {
          notices.append("\(text) is no longer the base of the index; the next run removes it")
        }
      }
    }
    return notices
  }

  private static func hideFromVersionControl(_ folder: [UInt8]) throws(GraphStoreError) {
    let path = folder + Array("/.gitignore".utf8)
    guard try SystemFile.status(path) == nil else { return }
    let descriptor = try SystemFile.open(
      path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600, operation: "create")
    defer { SystemFile.close(descriptor) }
    let text: [UInt8] = Array("*\n".utf8)
    let count = text.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count == text.count else { throw SystemFile.error(path, "write", errno) }
  }
}
