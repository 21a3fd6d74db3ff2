import CStorage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few calls of the system that the store makes, with paths as bytes and typed errors.
enum SystemFile {
  /// What `lstat` says about a path.
  struct Status {
    enum Kind { case regular, folder, link, other }

    var kind: Kind
    var owner: UInt32
    /// The nine bits for reading, writing and executing.
    var permissions: mode_t
    var size: Int64
  }

  /// Calls `body` with the path as a C string.
  static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      // Never empty: the terminator is there.
      guard let start = buffer.baseAddress else { preconditionFailure("empty C string") }
      return body(start)
    }
  }

  /// The status of what lies at `path` itself, links not followed; nil if there is nothing.
  static func status(_ path: [UInt8]) throws(GraphStoreError) -> Status? {
    var result = stat()
    guard withPath(path, { lstat($0, &result) }) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw error(path, "read", errno)
    }
    let kind: Status.Kind =
      switch result.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return Status(
      kind: kind, owner: result.st_uid, permissions: result.st_mode & 0o777, size: Int64(result.st_size))
  }

  /// Which file on the disk something is, whatever its names.
  struct Identity: Equatable {
    var device: UInt64
    var number: UInt64
    var owner: UInt32

    fileprivate init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
      owner = status.st_uid
    }
  }

  /// The identity of the regular file at `path`, links not followed; nil if there is none.
  static func identity(_ path: [UInt8]) throws(GraphStoreError) -> Identity? {
    var result = stat()
    guard withPath(path, { lstat($0, &result) }) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw error(path, "read", errno)
    }
    return result.st_mode & S_IFMT == S_IFREG ? Identity(result) : nil
  }

  /// The identity of an open file.
  static func identity(ofOpen file: Int32, _ path: [UInt8]) throws(GraphStoreError) -> Identity {
    var result = stat()
    guard fstat(file, &result) == 0 else { throw error(path, "read", errno) }
    return Identity(result)
  }

  /// Opens a file; the descriptor closes with ``close(_:)``. Never follows a link at the path itself.
  static func open(
    _ path: [UInt8], _ flags: Int32, mode: mode_t = 0, operation: String
  ) throws(GraphStoreError) -> Int32 {
    #if canImport(Glibc)
      let descriptor = withPath(path) { Glibc.open($0, flags | O_CLOEXEC | O_NOFOLLOW, mode) }
    #elseif canImport(Musl)
      let descriptor = withPath(path) { Musl.open($0, flags | O_CLOEXEC | O_NOFOLLOW, mode) }
    #else
      let descriptor = withPath(path) { Darwin.open($0, flags | O_CLOEXEC | O_NOFOLLOW, mode) }
    #endif
    guard descriptor >= 0 else { throw error(path, operation, errno) }
    return descriptor
  }

  /// Closes a descriptor of ``open(_:_:mode:operation:)``.
  static func close(_ descriptor: Int32) {
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #else
      _ = Darwin.close(descriptor)
    #endif
  }

  /// Waits until the content of a file or the entries of a folder are on the disk.
  static func synchronize(_ path: [UInt8]) throws(GraphStoreError) {
    let descriptor = try open(path, O_RDONLY, operation: "write")
    let code = fsync(descriptor) == 0 ? 0 : errno
    close(descriptor)
    guard code == 0 || code == EINVAL || code == EROFS else { throw error(path, "write", code) }
  }

  /// Gives a file another name, replacing what has it, as one step.
  static func rename(_ old: [UInt8], to new: [UInt8]) throws(GraphStoreError) {
    #if canImport(Glibc)
      let result = withPath(old) { old in withPath(new) { Glibc.rename(old, $0) } }
    #elseif canImport(Musl)
      let result = withPath(old) { old in withPath(new) { Musl.rename(old, $0) } }
    #else
      let result = withPath(old) { old in withPath(new) { Darwin.rename(old, $0) } }
    #endif
    guard result == 0 else { throw error(new, "replace", errno) }
  }

  /// The bytes of a regular file of at most 64 MiB; nil if there is none that can be read.
  static func content(_ path: [UInt8]) -> [UInt8]? {
    guard let status = try? status(path), status.kind == .regular, status.size <= 64 << 20,
      let file = try? open(path, O_RDONLY, operation: "read")
    else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    var count = 0
    while count < bytes.count {
      let taken = bytes[count...].withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if taken < 0 && errno == EINTR { continue }
      guard taken > 0 else { return nil }
      count += taken
    }
    return bytes
  }

  /// Makes a file of these bytes that only its owner can read; fails if there is one.
  static func create(_ path: [UInt8], _ bytes: [UInt8]) throws(GraphStoreError) {
    let file = try open(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600, operation: "create")
    defer { close(file) }
    try write(bytes[...], to: file, path)
  }

  /// Writes all bytes to an open file.
  static func write(
    _ bytes: ArraySlice<UInt8>, to file: Int32, _ path: [UInt8]
  ) throws(GraphStoreError) {
    var rest = bytes
    while !rest.isEmpty {
      #if canImport(Glibc)
        let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      #elseif canImport(Musl)
        let written = rest.withUnsafeBytes { Musl.write(file, $0.baseAddress, $0.count) }
      #else
        let written = rest.withUnsafeBytes { Darwin.write(file, $0.baseAddress, $0.count) }
      #endif
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw error(path, "write", errno) }
      rest = rest.dropFirst(written)
    }
  }

  /// Gives a file a second name; false where that cannot be (another file system).
  static func link(_ old: [UInt8], to new: [UInt8]) -> Bool {
    withPath(old) { old in withPath(new) { linkat(AT_FDCWD, old, AT_FDCWD, $0, 0) == 0 } }
  }

  /// Copies a file's content into a new file that only its owner can read, within the kernel where it can: file
  /// systems that share blocks then copy nothing.
  static func copy(_ old: [UInt8], to new: [UInt8]) throws(GraphStoreError) {
    let source = try open(old, O_RDONLY, operation: "read")
    defer { close(source) }
    let copy = try open(new, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600, operation: "create")
    defer { close(copy) }
    #if os(Linux)
      while true {
        let count = kg_copy_file_range(source, nil, copy, nil, 1 << 30, 0)
        if count == 0 { return }
        if count < 0 && errno == EINTR { continue }
        // Between file systems, or where it is not known: by hand, from where it stopped.
        if count < 0 { break }
      }
    #endif
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw error(old, "read", errno)
      }
      try write(buffer[..<count], to: copy, new)
    }
  }

  /// The path of what a path leads to, all links followed; the path itself if it leads nowhere.
  static func resolved(_ path: [UInt8]) -> [UInt8] {
    guard let real = withPath(path, { realpath($0, nil) }) else { return path }
    defer { free(real) }
    return UnsafeBufferPointer(start: real, count: strlen(real)).map { UInt8(bitPattern: $0) }
  }

  /// Removes a file if it is there.
  static func remove(_ path: [UInt8]) { _ = withPath(path) { unlink($0) } }

  /// The names in a folder, in no order; empty if it cannot be read.
  static func names(in folder: [UInt8]) -> [[UInt8]] {
    guard let stream = withPath(folder, { opendir($0) }) else { return [] }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        // `d_name` ends with NUL within its size.
        pointer.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name))
        {
          Array(
            UnsafeBufferPointer(
              start: $0, count: strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))))
        }
      }
      names.append(name)
    }
    return names
  }

  /// The error for a failed call.
  static func error(_ path: [UInt8], _ operation: String, _ code: Int32) -> GraphStoreError {
    let name = String(decoding: path, as: UTF8.self)
    switch code {
    case ENOENT: return .notFound(path: name)
    case EACCES, EPERM, EROFS: return .permission(path: name, operation: operation)
    case ENOSPC, EDQUOT, EFBIG: return .noSpace(path: name)
    case EISDIR: return .isFolder(path: name)
    case ELOOP: return .unsafeFolder(path: name, reason: "it is a symbolic link")
    default: return .failed(path: name, operation: operation, reason: String(cString: strerror(code)))
    }
  }
}

extension SystemFile {
  /// Makes an empty file that only its owner can read; fails if there is one.
  static func createPrivate(_ path: [UInt8]) throws(GraphStoreError) {
    close(try open(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600, operation: "create"))
  }
}

/// The number of this process.
func currentProcess() -> Int32 { getpid() }
