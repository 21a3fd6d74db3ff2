import GraphModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A look at single files of a tree as they are now, for answers. Symbolic links below the root are not
/// followed and paths that leave the root are refused: they come out of a database that is not trusted.
public struct TreeFile: Sendable {
  private let root: [UInt8]

  /// - Parameter root: the absolute path of the tree's root.
  public init(root: String) { self.root = Array(root.utf8) }

  /// The content of a file; nil if it is gone, unreadable, no regular file or larger than `limit` bytes.
  public func read(_ path: SourcePath, limit: Int) -> [UInt8]? {
    try? withFile(path) { file throws(SystemFailure) -> [UInt8]? in
      let stamp = try file.stamp()
      guard stamp.kind == S_IFREG, stamp.size <= limit else { return nil }
      return try file.read(upTo: Int(stamp.size))
    }
  }

  /// True if the file has the content of `blob`: by its stamp, or where that proves nothing by its bytes.
  public func isCurrent(_ path: SourcePath, stamp: FileStamp?, blob: BlobID, limit: Int) -> Bool {
    let now = try? withFile(path) { file throws(SystemFailure) in try file.stamp() }
    guard let now else { return false }
    if now == stamp { return true }
    guard let bytes = read(path, limit: limit) else { return false }
    return blob.isOf(bytes)
  }

  private func withFile<Result>(
    _ path: SourcePath, _ body: (borrowing Descriptor) throws(SystemFailure) -> Result
  ) throws(SystemFailure) -> Result {
    let components = path.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard components.allSatisfy({ !$0.isEmpty && $0 != [0x2E] && $0 != [0x2E, 0x2E] }) else {
      throw SystemFailure(call: "open", code: EACCES)
    }
    let folder = try Descriptor.open(root[...], in: AT_FDCWD, flags: O_RDONLY | O_DIRECTORY)
    let cursor = DirectoryCursor(root: folder.number)
    let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
    let directory = try cursor.move(to: path.bytes[..<(slash ?? 0)])
    let name = path.bytes[(slash.map { $0 + 1 } ?? 0)...]
    return try body(
      Descriptor.open(name, in: directory, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY))
  }
}

extension BlobID {
  /// True if it names this content. O(bytes).
  public func isOf(_ content: [UInt8]) -> Bool {
    let format: ObjectFormat = hex.utf8.count == 64 ? .sha256 : .sha1
    return format.blobID(of: content) == self
  }
}
