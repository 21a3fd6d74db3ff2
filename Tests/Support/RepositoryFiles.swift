import Foundation

/// Finds the files of this repository from inside a test.
public enum RepositoryFiles {
  /// The repository's root folder.
  public static let root: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file of the repository.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// All files below `folder` whose names end in `suffix`, sorted, as paths relative to the root.
  public static func files(below folder: String, suffix: String) -> [String] {
    let base = root.appendingPathComponent(folder)
    guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
    var found: [String] = []
    for case let path as String in walk where path.hasSuffix(suffix) { found.append(folder + "/" + path) }
    return found.sorted()
  }
}
