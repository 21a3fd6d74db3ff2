import Foundation
import GraphModel
import GraphStore
import SourceTree

/// What the database holds before a run.
struct PreviousGeneration {
  /// The entry of the `meta` table that says what decided the content.
  static let fingerprintKey = "fingerprint"

  /// The entry that names the files nothing parses, by a digest of their paths.
  static let othersKey = "otherFiles"

  let reader: GraphReader
  let meta: GraphMeta
  /// Every file, sorted by path.
  let files: [IndexedFile]
  /// What the scan compares the tree with.
  let known: [SourcePath: KnownFile]

  var fingerprint: String? { meta.other[Self.fingerprintKey] }

  /// Nil if there is none, or one of an older schema. What is damaged, not ours or newer than this program is
  /// an error: it would be replaced otherwise.
  static func open(_ location: DatabaseLocation) throws -> PreviousGeneration? {
    do {
      let reader = try GraphReader(location)
      let stored = try reader.storedFiles()
      var known: [SourcePath: KnownFile] = [:]
      for item in stored {
        guard let stamp = item.stamp.flatMap({ FileStamp(encoded: $0) }) else { continue }
        known[item.file.path] = KnownFile(
          stamp: stamp, blob: item.file.blob, skip: ofReading(item.file.skipReason))
      }
      return PreviousGeneration(
        reader: reader, meta: try reader.meta(), files: stored.map(\.file), known: known)
    } catch let error as GraphStoreError {
      switch error {
      case .notFound, .olderSchema: return nil
      default: throw error
      }
    }
  }

  /// True if the scan found just the files that are stored, all unchanged.
  func holds(_ scan: TreeScan) -> Bool {
    scan.entries.count == files.count && scan.entries.allSatisfy(\.isUnchanged)
  }

  /// Reasons that parsers gave are no concern of the scan.
  private static func ofReading(_ reason: SkipReason?) -> SkipReason? {
    switch reason {
    case .nestingTooDeep, .parserCrashed, .parserTimeout: nil
    default: reason
    }
  }
}
