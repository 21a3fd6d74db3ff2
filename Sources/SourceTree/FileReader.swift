#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import GraphModel

/// What reading a file gave.
public enum ReadOutcome: Sendable {
  /// The content to parse.
  case content(SourceContent)
  /// The file is refused. `blob` names its content where it was read in full, and `stamp` is what to
  /// store in the ``KnownFile``.
  case skipped(SkipReason, blob: BlobID?, stamp: FileStamp)
}

/// A file's content with its proof of identity.
public struct SourceContent: Sendable {
  /// The bytes on the disk, credentials overwritten; see ``SecretRedaction``.
  public let bytes: [UInt8]
  /// Git's id of the bytes on the disk.
  public let blob: BlobID
  /// What to store in the ``KnownFile``. Not always equal to the file's stamp: see ``FileStamp``.
  public let stamp: FileStamp
}

/// Reads the entries of a scan; may be used from many threads at once.
///
/// Never follows a symbolic link below the root, never blocks on a pipe or a device, never reads more
/// than the size limit, and gives only contents that the file had as a whole at one time, as far as
/// the system's file times tell.
public final class FileReader: Sendable {
  private let root: Descriptor
  private let format: ObjectFormat
  private let sizeLimit: Int
  private let contentGuard: ContentGuard

  /// Opens the root of a scan.
  public init(_ scan: TreeScan) throws(SourceTreeError) {
    do {
      root = try Descriptor.open(scan.rootBytes[...], in: AT_FDCWD, flags: O_RDONLY | O_DIRECTORY)
    } catch {
      throw .rootUnusable(path: scan.root, cause: error)
    }
    format = scan.objectFormat
    sizeLimit = scan.options.maximumFileSize
    contentGuard = ContentGuard(
      maximumLineLength: scan.options.maximumLineLength, includesGenerated: scan.options.includesGenerated)
  }

  /// Reads a file, also one that the scan could have spared; an entry with a skip reason is not read.
  /// Synchronous. O(bytes).
  public func read(_ entry: TreeEntry) -> ReadOutcome {
    if let skip = entry.skip { return .skipped(skip, blob: entry.blob, stamp: entry.stamp) }
    do {
      // A file that changes while it is read gets one more chance.
      if let outcome = try attempt(entry) { return outcome }
      if let outcome = try attempt(entry) { return outcome }
      return .skipped(.unstable, blob: nil, stamp: entry.stamp)
    } catch {
      return .skipped(Self.reason(error), blob: nil, stamp: entry.stamp)
    }
  }

  /// One try; nil if the file changed meanwhile.
  private func attempt(_ entry: TreeEntry) throws(SystemFailure) -> ReadOutcome? {
    let start = FileStamp.now()
    let file = try open(entry)
    let before = try file.stamp()
    guard before.kind == S_IFREG else { return .skipped(.specialFile, blob: nil, stamp: before) }
    guard before.size <= sizeLimit else { return .skipped(.tooLarge, blob: nil, stamp: before) }
    // One byte more shows a file that has grown.
    var bytes = try file.read(upTo: Int(before.size) + 1)
    guard bytes.count == Int(before.size), try file.stamp() == before else { return nil }
    let blob = format.blobID(of: bytes)
    let stamp = before.settled(readFrom: start)
    if let reason = contentGuard.refusal(of: bytes) { return .skipped(reason, blob: blob, stamp: stamp) }
    SecretRedaction.redact(&bytes)
    return .content(SourceContent(bytes: bytes, blob: blob, stamp: stamp))
  }

  private func open(_ entry: TreeEntry) throws(SystemFailure) -> Descriptor {
    let bytes = entry.path.bytes
    let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
    let cursor = DirectoryCursor(root: root.number)
    let directory = try cursor.move(to: bytes[..<(slash ?? 0)])
    return try Descriptor.open(
      bytes[(slash.map { $0 + 1 } ?? 0)...], in: directory, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
  }

  private static func reason(_ failure: SystemFailure) -> SkipReason {
    switch failure.code {
    case EACCES, EPERM: .permission
    case ELOOP: .symlink
    // What opening a socket or a device without a driver gives.
    case ENXIO, ENODEV, EOPNOTSUPP: .specialFile
    default: .unreadable
    }
  }
}
