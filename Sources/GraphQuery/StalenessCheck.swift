import GraphModel
import GraphStore
import SourceTree

/// Finds out which files changed since they were indexed, by what the file system says about them.
struct StalenessCheck {
  let session: GraphSession

  /// The files among `paths` whose stamp is not the stored one, and whose content is not either; sorted.
  func stale(among paths: [SourcePath]) throws -> [SourcePath] {
    let wanted = Set(paths)
    guard !wanted.isEmpty else { return [] }
    var result: [SourcePath] = []
    for path in wanted.sorted() {
      guard let stored = try session.reader.storedFile(path), let blob = stored.file.blob else { continue }
      let stamp = stored.stamp.flatMap { StampCoding.decode($0) }
      if !TreeFile.isCurrent(path, below: session.location.root, stamp: stamp, blob: blob) { result.append(path) }
    }
    return result
  }
}
