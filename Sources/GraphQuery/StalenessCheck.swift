import GraphModel
import GraphStore
import SourceTree

/// Finds out which files changed since they were indexed, by what the file system says about them.
struct StalenessCheck {
  /// Larger files are not compared by content; they count as changed when their stamps differ.
  private static let byteLimit = 64 << 20

  let session: GraphSession

  /// The files among `paths` whose stamp is not the stored one, and whose content is not either; sorted.
  func stale(among paths: [SourcePath]) throws -> [SourcePath] {
    let wanted = Set(paths)
    guard !wanted.isEmpty else { return [] }
    let tree = TreeFile(root: session.location.root)
    var result: [SourcePath] = []
    for path in wanted.sorted() {
      guard let stored = try session.reader.storedFile(path), let blob = stored.file.blob else { continue }
      let stamp = stored.stamp.flatMap { FileStamp(encoded: $0) }
      if !tree.isCurrent(path, stamp: stamp, blob: blob, limit: Self.byteLimit) { result.append(path) }
    }
    return result
  }
}
