#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file descriptor that is closed when the value goes away.
struct Descriptor: ~Copyable {
  let number: Int32

  deinit { close(number) }

  /// Opens the file `name` of `directory` without following a symbolic link at its end.
  static func open(
    _ name: ArraySlice<UInt8>, in directory: Int32, flags: Int32
  ) throws(SystemFailure) -> Descriptor {
    try Descriptor(number: openNumber(name, in: directory, flags: flags))
  }

  /// The same for code that keeps descriptors in arrays and closes them itself.
  static func openNumber(
    _ name: ArraySlice<UInt8>, in directory: Int32, flags: Int32
  ) throws(SystemFailure) -> Int32 {
    let (number, code) = withCString(name) { name -> (Int32, Int32) in
      while true {
        let number = openat(directory, name, flags | O_CLOEXEC | O_NOFOLLOW)
        if number >= 0 { return (number, 0) }
        if errno != EINTR { return (-1, errno) }
      }
    }
    guard number >= 0 else { throw SystemFailure(call: "open", code: code) }
    return number
  }

  /// The state of the open file.
  func stamp() throws(SystemFailure) -> FileStamp {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw SystemFailure(call: "stat", code: errno) }
    return FileStamp(status)
  }

  /// The state of the file `name` of `directory`, of the link itself if it is a symbolic link.
  static func stamp(of name: ArraySlice<UInt8>, in directory: Int32) throws(SystemFailure) -> FileStamp {
    var status = stat()
    let code = withCString(name) { fstatat(directory, $0, &status, AT_SYMLINK_NOFOLLOW) == 0 ? 0 : errno }
    guard code == 0 else { throw SystemFailure(call: "stat", code: code) }
    return FileStamp(status)
  }

  /// Reads from the file's present place until its end or until `limit` bytes.
  func read(upTo limit: Int) throws(SystemFailure) -> [UInt8] {
    var failure: Int32 = 0
    // The closure initializes exactly the bytes that `read` reported.
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit {
        let got = systemRead(number, buffer.baseAddress.map { $0 + count }, limit - count)
        if got == 0 { return }
        if got > 0 {
          count += got
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    guard failure == 0 else { throw SystemFailure(call: "read", code: failure) }
    return bytes
  }
}

private func systemRead(_ number: Int32, _ target: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  read(number, target, count)
}

/// Calls `body` with the bytes as a C string. A NUL among them ends it, as everywhere in the system.
func withCString<Result>(_ bytes: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { buffer in
    // Both regions have room for bytes.count bytes and the terminator; they live as long as this call.
    let end = buffer.update(fromContentsOf: bytes)
    buffer[end] = 0
    return buffer.withMemoryRebound(to: CChar.self) { name in
      name.baseAddress.map { body($0) } ?? "".withCString(body)
    }
  }
}
