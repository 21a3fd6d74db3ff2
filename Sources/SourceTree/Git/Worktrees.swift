import Foundation

/// The work trees of one git repository (`git worktree`), found by reading git's own files; git is not run.
///
/// Layout: gitrepository-layout(5), "commondir", "gitdir" and "worktrees".
public enum Worktrees {
  /// More are not looked at.
  private static let most = 64
  /// Files that name a folder are never longer.
  private static let longestName = 1 << 14

  /// The roots of the other work trees of the repository whose work tree has its root at `root`, the main one
  /// first, then by name; empty if `root` is no root of a work tree. Absolute paths; what they name may be gone.
  public static func others(of root: String) -> [String] {
    let own = folder(root)
    guard let common = commonFolder(of: own) else { return [] }
    var roots: [String] = []
    if common.lastPathComponent == ".git" { roots.append(common.deletingLastPathComponent().path) }
    let entries = common.appendingPathComponent("worktrees")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: entries.path)) ?? []
    for name in names.sorted().prefix(most) {
      // Holds the path of the work tree's `.git` file.
      let file = entries.appendingPathComponent(name).appendingPathComponent("gitdir")
      if let link = line(of: file, relativeTo: file.deletingLastPathComponent()) {
        roots.append(link.deletingLastPathComponent().path)
      }
    }
    var seen: Set<String> = [own.path]
    return roots.map { folder($0).path }.filter { seen.insert($0).inserted }
  }

  /// True if `root` is the root of a linked work tree: not of the main one, which has git's folder in it.
  public static func isLinked(_ root: String) -> Bool {
    var isFolder: ObjCBool = false
    let git = folder(root).appendingPathComponent(".git")
    return FileManager.default.fileExists(atPath: git.path, isDirectory: &isFolder) && !isFolder.boolValue
      && commonFolder(of: folder(root)) != nil
  }

  /// The folder that all work trees of a repository share.
  private static func commonFolder(of root: URL) -> URL? {
    let git = root.appendingPathComponent(".git")
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: git.path, isDirectory: &isFolder) else { return nil }
    if isFolder.boolValue { return git.resolvingSymlinksInPath() }
    guard let own = line(of: git, after: "gitdir: ", relativeTo: root) else { return nil }
    return line(of: own.appendingPathComponent("commondir"), relativeTo: own)?.resolvingSymlinksInPath()
  }

  /// The path that a file of one line holds.
  private static func line(of file: URL, after prefix: String = "", relativeTo base: URL) -> URL? {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return nil }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: longestName), let text = String(data: data, encoding: .utf8),
      text.hasPrefix(prefix)
    else { return nil }
    let path = text.dropFirst(prefix.count).prefix { $0 != "\n" && $0 != "\0" }
    return path.isEmpty ? nil : URL(fileURLWithPath: String(path), relativeTo: base).standardizedFileURL
  }

  private static func folder(_ path: String) -> URL {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
  }
}
