import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The right to write one database: an advisory lock (`flock`) that the system drops with the process, so a
/// killed writer never leaves it behind. Readers do not need it.
public final class WriterLock: Sendable {
  /// The database that may be written.
  public let location: DatabaseLocation
  /// The open lock file, or -1 once released.
  private let descriptor: Mutex<Int32>

  /// Takes the lock without waiting, makes the folder ready and removes what dead writers left.
  ///
  /// - Throws: ``GraphStoreError/locked(path:process:since:)`` if another process (or another part of this
  ///   one) holds it; folder and permission errors.
  public init(_ location: DatabaseLocation) throws {
    self.location = location
    try DatabaseFolder.prepare(location)
    let path = location.lockPath
    let file = try SystemFile.open(path, O_RDWR | O_CREAT | O_NONBLOCK, mode: 0o600, operation: "lock")
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let holder = Self.holder(file)
      SystemFile.close(file)
      guard code == EWOULDBLOCK else { throw SystemFile.error(path, "lock", code) }
      throw GraphStoreError.locked(
        path: location.description, process: holder.process, since: holder.since)
    }
    descriptor = Mutex(file)
    Self.sign(file)
    DatabaseFolder.sweep(location)
  }

  deinit { release() }

  /// Gives the lock back. Further calls do nothing.
  public func release() {
    descriptor.withLock { file in
      guard file >= 0 else { return }
      _ = ftruncate(file, 0)
      // Closing is not enough while a child that is being started has a copy of the descriptor.
      _ = flock(file, LOCK_UN)
      SystemFile.close(file)
      file = -1
    }
  }

  /// True until ``release()``.
  var isHeld: Bool { descriptor.withLock { $0 >= 0 } }

  /// Writes who holds the lock since when; only for messages, so failing to write is no error.
  private static func sign(_ file: Int32) {
    let since = Date.now.formatted(.iso8601)
    let text = Array("\(getpid()) \(since)\n".utf8)
    _ = ftruncate(file, 0)
    _ = text.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
  }

  private static func holder(_ file: Int32) -> (process: Int32?, since: String?) {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
    guard count > 0, let text = String(validating: bytes.prefix(count), as: UTF8.self) else {
      return (nil, nil)
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    // Anything may stand in the file; only what looks like a date goes into a message.
    let since = words.dropFirst().first.map(String.init)
      .flatMap { text in text.allSatisfy { $0.isASCII && ($0.isNumber || "-:TZ+.".contains($0)) } ? text : nil
      }
    return (words.first.flatMap { Int32($0) }, since)
  }
}
