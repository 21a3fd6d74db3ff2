import Foundation
import TestSupport

/// A working copy of a real tree that edits are made in: the texts of all its files, in memory and on the disk.
struct EditedTree {
  let folder: TemporaryDirectory
  private(set) var texts: [String: String] = [:]

  /// Copies what lies below `origin`, files that are UTF-8 and of a language that is indexed.
  init(copying origin: URL, limit: Int) throws {
    folder = try TemporaryDirectory()
    let names = FileManager.default.enumerator(atPath: origin.path)?.compactMap { $0 as? String } ?? []
    let wanted = [".py", ".pyi", ".swift", ".md", ".rst", ".html", ".plist", ".json", ".toml"]
    for name in names.sorted() where wanted.contains(where: name.hasSuffix) && texts.count < limit {
      guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
      guard let text = try? String(contentsOf: origin.appendingPathComponent(name), encoding: .utf8) else {
        continue
      }
      try set(text, of: name)
    }
  }

  /// The paths, sorted.
  var paths: [String] { texts.keys.sorted() }

  /// Writes a file, or removes it for nil.
  mutating func set(_ text: String?, of path: String) throws {
    guard texts[path] != text else { return }
    if let text { try folder.write(text, to: path) } else { try folder.remove(path) }
    texts[path] = text
  }

  /// Makes the tree a git repository, with one commit.
  func initRepository() throws {
    try runGit(["init", "-q"], in: folder.path)
    try commit("Begin")
  }

  /// Gives all files to git.
  func commit(_ message: String) throws {
    try runGit(["add", "-A"], in: folder.path)
    try runGit(["commit", "-q", "--allow-empty", "-m", message], in: folder.path)
  }

  /// Takes back the last commit, but not what it says of files.
  func uncommit() throws { try runGit(["reset", "-q", "--soft", "HEAD~1"], in: folder.path) }

  /// Makes the tree hold just these files, as a switch of branches does.
  mutating func switchTo(_ other: [String: String]) throws {
    for path in paths where other[path] == nil { try set(nil, of: path) }
    for path in other.keys.sorted() { try set(other[path], of: path) }
  }
}
