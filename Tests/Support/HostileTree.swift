/// Builds the directory of files that an indexer must survive: every file of it ends in facts or in a
/// skip reason, within seconds, and `ordinary/` is indexed all the same.
public enum HostileTree {
  /// Builds the whole tree in `directory`, an existing and empty one, given by its absolute path.
  ///
  /// - Parameter depth: levels of nesting of each shape (files stay below about two megabytes).
  public static func build(in directory: String, depth: Int = 100_000) throws {
    try buildOrdinaryFiles(in: directory)
    try buildShapes(in: directory, depth: depth)
    try buildTexts(in: directory)
    try buildNames(in: directory)
    try buildLinksAndSpecialFiles(in: directory)
  }

  /// One harmless file a language in `ordinary/`; each defines `ordinary`.
  public static func buildOrdinaryFiles(in directory: String) throws {
    let folder = try makeFolder("ordinary", in: directory)
    try RawFiles.write(Array("def ordinary():\n    return 1\n".utf8), to: folder + "/ordinary.py".utf8)
    try RawFiles.write(Array("func ordinary() -> Int { 1 }\n".utf8), to: folder + "/ordinary.swift".utf8)
    try RawFiles.write(Array("# ordinary\n\nText.\n".utf8), to: folder + "/ordinary.md".utf8)
  }

  /// Every ``HostileShape`` in `nesting/`.
  public static func buildShapes(in directory: String, depth: Int) throws {
    let folder = try makeFolder("nesting", in: directory)
    for shape in HostileShape.all {
      try RawFiles.write(shape.bytes(depth), to: folder + "/\(shape.name).\(shape.fileExtension)".utf8)
    }
  }

  /// Encodings, line ends and sizes in `text/`.
  public static func buildTexts(in directory: String) throws {
    let folder = try makeFolder("text", in: directory)
    for (name, bytes) in texts { try RawFiles.write(bytes, to: folder + "/\(name)".utf8) }
    let line =
      Array("x = '".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: 20_000_000) + Array("'\n".utf8)
    try RawFiles.write(line, to: folder + "/line-20-megabytes.py".utf8)
    let lineBelowSizeLimit = line.prefix(1_500_000) + Array("'\n".utf8)
    for name in ["line.py", "line.swift", "line.md"] {
      try RawFiles.write(Array(lineBelowSizeLimit), to: folder + "/\(name)".utf8)
    }
    try RawFiles.makeSparse(folder + "/sparse-10-gigabytes.py".utf8, size: 10 << 30)
  }

  /// Awkward names in `names/`.
  public static func buildNames(in directory: String) throws {
    let folder = try makeFolder("names", in: directory)
    for name in names { try RawFiles.write(Array("x = 1\n".utf8), to: folder + [UInt8(ascii: "/")] + name) }
    var deep = try makeFolder("deep", in: directory)
    for _ in 0..<100 {
      deep += "/d".utf8
      try RawFiles.makeDirectory(deep)
    }
    try RawFiles.write(Array("x = 1\n".utf8), to: deep + "/deep.py".utf8)
  }

  /// Symbolic links and pipes in `links/` and `special/`.
  public static func buildLinksAndSpecialFiles(in directory: String) throws {
    let folder = try makeFolder("links", in: directory)
    let links = [
      ("loop.py", "loop.py"), ("ping.py", "pong.py"), ("pong.py", "ping.py"), ("dangling.py", "nowhere.py"),
      ("inside.py", "../ordinary/ordinary.py"), ("outside.py", "/etc/passwd"),
      ("outside-relative.py", "../../../../../../../../../../etc/passwd"), ("parent", ".."), ("self", "."),
      ("root", "/"), ("device.py", "/dev/zero"),
    ]
    for (name, target) in links { try RawFiles.link(folder + "/\(name)".utf8, to: target) }
    let special = try makeFolder("special", in: directory)
    for name in ["pipe.py", "pipe.swift", "pipe.md"] { try RawFiles.makePipe(special + "/\(name)".utf8) }
    try RawFiles.makeDirectory(special + "/directory.py".utf8)
  }

  private static func makeFolder(_ name: String, in directory: String) throws -> [UInt8] {
    let folder = Array("\(directory)/\(name)".utf8)
    try RawFiles.makeDirectory(folder)
    return folder
  }
}
