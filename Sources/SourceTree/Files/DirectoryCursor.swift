#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Moves through the directories below a root without ever following a symbolic link and with a bounded
/// number of open descriptors.
///
/// Going to a directory costs one `openat` for each component that it does not share with the last one, so
/// a visit in sorted order is cheap. Paths may be longer than the system's limit for one call.
final class DirectoryCursor {
  private struct Level {
    /// Length of the path of this directory.
    let end: Int
    let number: Int32
  }

  private let root: Int32
  private var path: [UInt8] = []
  /// Enclosing directories that are open, outermost first; the last one is the present directory, if it
  /// is not the root.
  private var levels: [Level] = []
  private static let maximumLevels = 40

  /// Starts at `root`, which stays open as long as the cursor is used.
  init(root: Int32) { self.root = root }

  deinit { for level in levels { close(level.number) } }

  /// Goes to a directory (empty for the root) and returns its descriptor, which holds until the next move.
  ///
  /// - Throws: what the system says, `ENOTDIR` or `ELOOP` if a component is a symbolic link. The cursor
  ///   then stays at the last directory that could be opened.
  func move(to directory: ArraySlice<UInt8>) throws(SystemFailure) -> Int32 {
    if directory.elementsEqual(path) { return current }
    let shared = sharedLength(directory)
    while let last = levels.last, last.end > shared { close(levels.removeLast().number) }
    path.removeSubrange((levels.last?.end ?? 0)...)
    while path.count < directory.count {
      let start = directory.startIndex + path.count + (path.isEmpty ? 0 : 1)
      let end = directory[start...].firstIndex(of: UInt8(ascii: "/")) ?? directory.endIndex
      try descend(directory[start..<end], path: directory[..<end])
    }
    return current
  }

  private var current: Int32 { levels.last?.number ?? root }

  private func descend(_ name: ArraySlice<UInt8>, path: ArraySlice<UInt8>) throws(SystemFailure) {
    let number = try Descriptor.openNumber(name, in: current, flags: Self.flags)
    // Beyond the maximum only the present directory stays open; the way back up starts from the last
    // one that is open still.
    if levels.count == Self.maximumLevels { close(levels.removeLast().number) }
    levels.append(Level(end: path.count, number: number))
    self.path = Array(path)
  }

  /// Length of the longest leading part of `directory` that ends between components and is a leading
  /// part of the present path, too.
  private func sharedLength(_ directory: ArraySlice<UInt8>) -> Int {
    var length = 0
    var boundary = 0
    for (mine, other) in zip(path, directory) {
      guard mine == other else { return boundary }
      if mine == UInt8(ascii: "/") { boundary = length }
      length += 1
    }
    let slash = UInt8(ascii: "/")
    let mineEnds = length == path.count || path[length] == slash
    let otherEnds = length == directory.count || directory[directory.startIndex + length] == slash
    return mineEnds && otherEnds ? length : boundary
  }

  #if canImport(Glibc)
    /// `O_PATH`, which the C library's module does not export: a directory that may be searched but not
    /// read is good enough. The value holds on x86-64 and arm64.
    private static let flags: Int32 = 0o10_000_000 | O_DIRECTORY
  #else
    private static let flags = O_RDONLY | O_DIRECTORY
  #endif
}
