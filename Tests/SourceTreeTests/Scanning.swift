import GraphModel
import SourceTree

/// Scans with every file claimed, unless options say otherwise.
func scan(
  _ root: String, known: [SourcePath: KnownFile] = [:],
  _ adjust: (inout ScanOptions) -> Void = { _ in }
) async throws -> TreeScan {
  var options = ScanOptions { _ in true }
  adjust(&options)
  return try await TreeScanner(root: root, options: options).scan(known: known)
}

extension TreeScan {
  /// The paths of the entries, as shown to people.
  var paths: [String] { entries.map { $0.path.display } }

  /// The entry of a path.
  subscript(path: String) -> TreeEntry? { entries.first { $0.path == SourcePath(path) } }

  /// What the entries would be known as after a run.
  func known() throws -> [SourcePath: KnownFile] {
    let reader = try FileReader(self)
    var result: [SourcePath: KnownFile] = [:]
    for entry in entries {
      switch reader.read(entry) {
      case .content(let content):
        result[entry.path] = KnownFile(stamp: content.stamp, blob: content.blob, skip: nil)
      case .skipped(let reason, let blob, let stamp):
        result[entry.path] = KnownFile(stamp: stamp, blob: blob, skip: reason)
      }
    }
    return result
  }

  /// Reads a file of the tree.
  func read(_ path: String) throws -> ReadOutcome? {
    guard let entry = self[path] else { return nil }
    return try FileReader(self).read(entry)
  }
}

extension ReadOutcome {
  var content: SourceContent? {
    if case .content(let content) = self { content } else { nil }
  }

  var reason: SkipReason? {
    if case .skipped(let reason, _, _) = self { reason } else { nil }
  }
}
