#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Makes files whose names are bytes, which Foundation's paths cannot carry. All paths are absolute.
public enum RawFiles {
  /// A call of the operating system failed.
  public struct Failure: Error, CustomStringConvertible {
    /// The call, for example `open`.
    public let call: String
    /// What it was called for.
    public let path: [UInt8]
    /// The value of `errno`.
    public let code: Int32

    /// Call, path and the system's words for the code.
    public var description: String {
      "\(call) \(String(decoding: path, as: UTF8.self)): \(String(cString: strerror(code)))"
    }
  }

  /// Creates or replaces a file.
  public static func write(_ bytes: [UInt8], to path: [UInt8]) throws {
    let descriptor = open(cString(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(call: "open", path: path, code: errno) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(call: "write", path: path, code: errno) }
      written += count
    }
  }

  /// Makes a directory; one that is there already is fine.
  public static func makeDirectory(_ path: [UInt8]) throws {
    guard mkdir(cString(path), 0o755) == 0 || errno == EEXIST else {
      throw Failure(call: "mkdir", path: path, code: errno)
    }
  }

  /// Makes a symbolic link at `path` that says `target`.
  public static func link(_ path: [UInt8], to target: String) throws {
    guard symlink(target, cString(path)) == 0 else {
      throw Failure(call: "symlink", path: path, code: errno)
    }
  }

  /// Makes a FIFO.
  public static func makePipe(_ path: [UInt8]) throws {
    guard mkfifo(cString(path), 0o644) == 0 else { throw Failure(call: "mkfifo", path: path, code: errno) }
  }

  /// Makes a file of `size` bytes that takes no blocks on the disk.
  public static func makeSparse(_ path: [UInt8], size: Int) throws {
    try write([], to: path)
    guard truncate(cString(path), off_t(size)) == 0 else {
      throw Failure(call: "truncate", path: path, code: errno)
    }
  }

  private static func cString(_ path: [UInt8]) -> [CChar] { (path + [0]).map { CChar(bitPattern: $0) } }

  private static func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, start, count)
    #else
      Darwin.write(descriptor, start, count)
    #endif
  }
}
