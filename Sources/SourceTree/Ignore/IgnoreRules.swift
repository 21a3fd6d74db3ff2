/// The ignore files that are in force in a directory: its own and those of the directories above.
struct IgnoreRules: Sendable {
  private struct Scope: Sendable {
    /// Length of the directory's path with its `/`, which paths inside begin with.
    let baseLength: Int
    let file: IgnoreFile
  }

  private var scopes: [Scope] = []

  /// Adds the ignore file of a directory inside of those that have theirs already.
  mutating func add(_ file: IgnoreFile, of directory: [UInt8]) {
    scopes.append(Scope(baseLength: directory.isEmpty ? 0 : directory.count + 1, file: file))
  }

  /// True if the path (relative to the root of the walk) is ignored. Says nothing about directories above
  /// it: what is in an ignored directory is ignored whatever the rules say about it.
  func ignores(_ path: [UInt8], isDirectory: Bool) -> Bool {
    if scopes.isEmpty { return false }
    let name = path[(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
    for scope in scopes.reversed() {
      let inside = path[scope.baseLength...]
      if let answer = scope.file.ignores(path: inside, name: name, isDirectory: isDirectory) { return answer }
    }
    return false
  }
}
