#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the file system says about a file besides its content. Two equal stamps of one path mean equal
/// content; different stamps mean nothing, the content's hash decides.
///
/// The change time (`ctime`) is what makes that safe: unlike the modification time it cannot be set by
/// programs. The device is left out, as it changes when a disk is mounted anew.
public struct FileStamp: Sendable, Hashable {
  /// The file's number in its file system.
  public let inode: UInt64
  /// Size in bytes.
  public let size: Int64
  /// Time of the last modification, in nanoseconds since 1970 (modulo 2^64).
  public let modified: Int64
  /// Time of the last change of content or attributes, in nanoseconds since 1970 (modulo 2^64).
  public let changed: Int64
  /// Kind and permissions (`st_mode`).
  public let mode: UInt32

  /// Takes values that were stored before.
  public init(inode: UInt64, size: Int64, modified: Int64, changed: Int64, mode: UInt32) {
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
    self.mode = mode
  }

  /// Stands for a file whose state could not be had; never equal to the stamp of a file.
  public static let none = FileStamp(inode: 0, size: 0, modified: 0, changed: .min, mode: 0)

  init(_ status: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    self.modified = Self.nanoseconds(modified)
    self.changed = Self.nanoseconds(changed)
    mode = UInt32(status.st_mode)
  }

  /// The stamp to store for content that was read from a moment `start` on (``now()``).
  ///
  /// File times advance in ticks. A file that changed so shortly before it was read that a second change
  /// could have fallen into the same tick has a stamp that proves nothing; it is stored as one that
  /// equals no other (git calls this "racily clean"), so that the next run reads the file again.
  func settled(readFrom start: Int64) -> FileStamp {
    // The kernel's coarse clock ticks at least every 10 ms; file systems without fractions of a second
    // tick every 2 s at worst (FAT).
    let tick: Int64 = changed % 1_000_000_000 == 0 ? 2_000_000_000 : 50_000_000
    if changed < start &- tick { return self }
    return FileStamp(inode: inode, size: size, modified: modified, changed: .min, mode: mode)
  }

  /// The present time on the clock that file times are taken from, in nanoseconds since 1970.
  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  /// The kind of file: regular, directory, symbolic link, ….
  var kind: mode_t { mode_t(truncatingIfNeeded: mode) & S_IFMT }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
