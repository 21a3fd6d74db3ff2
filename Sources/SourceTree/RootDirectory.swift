#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The open root of a tree.
struct RootDirectory: ~Copyable {
  let descriptor: Descriptor
  /// The real, absolute path.
  let path: [UInt8]

  /// Opens the directory at `path`, which may be relative and may lead through symbolic links.
  init(_ path: [UInt8]) throws(SourceTreeError) {
    let (real, code) = withCString(path[...]) { name -> ([UInt8]?, Int32) in
      guard let real = realpath(name, nil) else { return (nil, errno) }
      defer { free(real) }
      return (Array(UnsafeRawBufferPointer(start: real, count: strlen(real))), 0)
    }
    guard let real else { throw Self.unusable(path, SystemFailure(call: "realpath", code: code)) }
    do {
      descriptor = try Descriptor.open(real[...], in: AT_FDCWD, flags: O_RDONLY | O_DIRECTORY)
    } catch {
      throw Self.unusable(path, error)
    }
    self.path = real
  }

  /// The path for people.
  var display: String { String(decoding: path, as: UTF8.self) }

  /// True if the directory itself is a bare repository or the inside of a `.git`.
  var isBareRepository: Bool {
    kind("HEAD") == S_IFREG && kind("objects") == S_IFDIR && kind("refs") == S_IFDIR && kind(".git") == nil
  }

  /// How the root relates to the git repository around it.
  enum Place { case outside, top, inside }

  /// Looks for a `.git` in the root and in the directories above. Whether it is a good one is git's to say.
  var placeInRepository: Place {
    if kind(".git") != nil { return .top }
    var end = path.endIndex
    while let slash = path[..<end].lastIndex(of: UInt8(ascii: "/")) {
      if (try? Descriptor.stamp(of: path[..<slash] + Array("/.git".utf8), in: AT_FDCWD)) != nil {
        return .inside
      }
      end = slash
    }
    return .outside
  }

  private func kind(_ name: String) -> mode_t? {
    try? Descriptor.stamp(of: Array(name.utf8)[...], in: descriptor.number).kind
  }

  private static func unusable(_ path: [UInt8], _ cause: SystemFailure) -> SourceTreeError {
    .rootUnusable(path: String(decoding: path, as: UTF8.self), cause: cause)
  }
}
