#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import GraphModel

/// Tells whether a symbolic link leads out of the tree. Links are never followed; this is for the report.
struct LinkResolver {
  /// The real path of the tree's root.
  let rootPath: [UInt8]

  /// True if the target of the link at `link` is outside of the tree. Links that lead nowhere (dangling
  /// or in a loop) are judged by the text of their target.
  func leadsOutside(_ link: SourcePath) -> Bool {
    let path = rootPath + [slash] + link.bytes
    let real = withCString(path[...]) { name -> [UInt8]? in
      guard let real = realpath(name, nil) else { return nil }
      defer { free(real) }
      return Array(UnsafeRawBufferPointer(start: real, count: strlen(real)))
    }
    if let real { return !contains(real) }
    guard let target = target(path) else { return false }
    let start = target.first == slash ? target : rootPath + [slash] + link.directory.bytes + [slash] + target
    return !contains(Self.normalized(start))
  }

  private let slash = UInt8(ascii: "/")

  private func contains(_ path: [UInt8]) -> Bool {
    rootPath == [slash] || path == rootPath || path.starts(with: rootPath + [slash])
  }

  private func target(_ path: [UInt8]) -> [UInt8]? {
    withCString(path[...]) { name in
      var text = [CChar](repeating: 0, count: Int(PATH_MAX))
      let length = readlink(name, &text, text.count)
      return length > 0 ? text.prefix(length).map { UInt8(bitPattern: $0) } : nil
    }
  }

  /// Resolves `.` and `..` by the text alone.
  private static func normalized(_ path: [UInt8]) -> [UInt8] {
    var components: [ArraySlice<UInt8>] = []
    for component in path.split(separator: UInt8(ascii: "/")) {
      if component.elementsEqual(".".utf8) { continue }
      if component.elementsEqual("..".utf8) { _ = components.popLast() } else { components.append(component) }
    }
    return components.flatMap { [UInt8(ascii: "/")] + $0 }
  }
}
