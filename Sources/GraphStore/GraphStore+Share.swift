extension GraphStore {
  /// Makes the generation of another work tree the lock's location's own as well, without copying it: both names
  /// are of one file, until either work tree's next generation takes its name. The base of a thin one is shared
  /// likewise.
  ///
  /// - Parameters:
  ///   - lock: the right to write there.
  ///   - shared: a generation that describes the files here, too.
  ///   - stamps: what the caller wants to know again of each file here.
  ///   - mayBeThin: if false, all pages of a thin generation are copied.
  /// - Returns: false if the two places cannot share a file; nothing has changed then.
  public static func share(
    _ lock: borrowing WriterLock, _ shared: GraphReader, stamps: [[UInt8]], mayBeThin: Bool
  ) throws -> Bool {
    let location = lock.location
    let temporary = location.temporaryPath(process: currentProcess())
    SystemFile.remove(temporary)
    guard lock.isHeld, SystemFile.link(shared.location.path, to: temporary) else { return false }
    do {
      // The name may have gone to another generation since the reader opened it, and may go to one meanwhile.
      let meta = try GraphReader(shared.location).meta()
      guard try meta == shared.meta(),
        try SystemFile.identity(temporary) == SystemFile.identity(shared.location.path),
        try takeBase(of: temporary, from: shared.location, to: location, mayBeThin: mayBeThin)
      else {
        SystemFile.remove(temporary)
        return false
      }
      try StampsFile.write(stamps, location, meta)
      try SystemFile.rename(temporary, to: location.path)
      try SystemFile.synchronize(location.folder)
      DatabaseFolder.removeBases(location)
      return true
    } catch {
      SystemFile.remove(temporary)
      // The other work tree's damage is its own.
      switch error {
      case GraphStoreError.damaged, GraphStoreError.notFound: return false
      default: throw error
      }
    }
  }

  /// Sees to it that the file at `path`, a link to the database at `shared`, can be read at `location`: links the base
  /// of a thin one there, or puts a copy of all pages in its place. False if the base has gone.
  private static func takeBase(
    of path: [UInt8], from shared: DatabaseLocation, to location: DatabaseLocation, mayBeThin: Bool
  ) throws -> Bool {
    guard let named = try PageFile(path, needsBase: false).base else { return true }
    if mayBeThin {
      let base = shared.basePath(named.digest)
      return try ThinLayer.link(base, PageFile(base), as: location.basePath(named.digest), location)
    }
    let file = try PageFile(shared.path)
    guard try file.identity() == SystemFile.identity(path) else { return false }
    SystemFile.remove(path)
    try file.copy(to: path)
    try SystemFile.synchronize(path)
    return true
  }
}
