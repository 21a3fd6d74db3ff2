import GraphModel

/// Collects what a tree holds, from git's list or from a walk.
struct Listing {
  private let claims: @Sendable (SourcePath) -> Bool
  private(set) var claimed: [SourcePath] = []
  private(set) var unclaimed: [SourcePath] = []
  private(set) var submodules: [SourcePath] = []
  private(set) var nestedRepositories: [SourcePath] = []
  /// Directories below the root that hold a Python virtual environment.
  private(set) var environments: [SourcePath] = []
  private(set) var warnings: [TreeWarning] = []

  init(claims: @escaping @Sendable (SourcePath) -> Bool) { self.claims = claims }

  /// True if the tree holds nothing at all.
  var isEmpty: Bool {
    claimed.isEmpty && unclaimed.isEmpty && submodules.isEmpty && nestedRepositories.isEmpty
  }

  /// Takes the path of anything that is not a directory.
  mutating func addFile(_ bytes: [UInt8]) {
    let path = SourcePath(bytes: bytes)
    if bytes.last == UInt8(ascii: "g"), path.lastComponent == Self.environmentMark {
      let directory = path.directory
      if !directory.bytes.isEmpty { environments.append(directory) }
    }
    if claims(path) { claimed.append(path) } else { unclaimed.append(path) }
  }

  mutating func addSubmodule(_ path: [UInt8]) { submodules.append(SourcePath(bytes: path)) }

  mutating func addNestedRepository(_ path: [UInt8]) { nestedRepositories.append(SourcePath(bytes: path)) }

  mutating func add(_ warning: TreeWarning) { warnings.append(warning) }

  /// Sorts the paths by their bytes and drops repetitions.
  mutating func sort() {
    claimed = Self.sorted(claimed)
    unclaimed = Self.sorted(unclaimed)
    submodules = Self.sorted(submodules)
    nestedRepositories = Self.sorted(nestedRepositories)
  }

  /// Every virtual environment has this file at its top (PEP 405).
  private static let environmentMark = SourcePath("pyvenv.cfg")

  private static func sorted(_ paths: [SourcePath]) -> [SourcePath] {
    var result: [SourcePath] = []
    result.reserveCapacity(paths.count)
    for path in paths.sorted(by: { bytesPrecede($0.bytes, $1.bytes) }) where path != result.last {
      result.append(path)
    }
    return result
  }
}

/// Directories that belong to tools and are never part of a tree, wherever they are in it.
enum ToolDirectory {
  static let git: [UInt8] = Array(".git".utf8)
  private static let names: [[UInt8]] = [git] + [".kg", ".hg", ".svn"].map { Array($0.utf8) }

  static func isOne(_ name: ArraySlice<UInt8>) -> Bool {
    name.first == UInt8(ascii: ".") && name.count <= 4 && names.contains { $0.elementsEqual(name) }
  }

  /// True if a component of the path, the last one included, is such a directory's name.
  static func isOnPath(_ path: ArraySlice<UInt8>) -> Bool {
    var rest = path
    while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      if isOne(rest[..<slash]) { return true }
      rest = rest[(slash + 1)...]
    }
    return isOne(rest)
  }
}
