import Foundation
import GraphModel
import GraphStore
import LanguageSupport
import SourceTree

/// What the database holds before a run.
struct PreviousGeneration {
  /// The entry of the `meta` table that says what decided the content.
  static let fingerprintKey = "fingerprint"

  /// The entry that names the files nothing parses, by a digest of their paths.
  static let othersKey = "otherFiles"

  /// The entry that says what decided which files belong together, by ``CommunityFinder/inputDigest(of:)``.
  static let communityInputKey = "communityInput"

  let reader: GraphReader
  let meta: GraphMeta
  /// Every file, sorted by path.
  let files: [IndexedFile]
  /// What is stored of each file beside it.
  let stamps: [[UInt8]]
  /// What the scan compares the tree with.
  let known: [SourcePath: KnownFile]
  /// True if it is another work tree's.
  var isShared = false

  var fingerprint: String? { meta.other[Self.fingerprintKey] }

  var communityInput: String? { meta.other[Self.communityInputKey] }

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
        reader: reader, meta: try reader.meta(), files: stored.map(\.file),
        stamps: stored.map { $0.stamp ?? [] }, known: known)
    } catch let error as GraphStoreError {
      switch error {
      case .notFound, .olderSchema: return nil
      default: throw error
      }
    }
  }

  /// The generation of another work tree of the repository at `root`, the first that there is: its facts spare
  /// parsing, and where the files are the same all of it can be shared. Of the files here it knows nothing.
  static func ofOtherWorktree(root: String) -> PreviousGeneration? {
    for other in Worktrees.others(of: root) {
      let location = DatabaseLocation(IndexLocation.inRoot(other).database)
      guard let found = try? open(location) else { continue }
      return PreviousGeneration(
        reader: found.reader, meta: found.meta, files: found.files, stamps: found.stamps, known: [:],
        isShared: true)
    }
    return nil
  }

  /// Makes the generation the one of a tree that holds the same: notes the stamps of its files, and takes it over
  /// where it is another work tree's. False if it cannot be taken over.
  ///
  /// - Parameter mayBeThin: whether the database taken over may hold only the difference from a base.
  func hold(
    _ stamps: [[UInt8]], _ lock: borrowing WriterLock, mayBeThin: Bool = false
  ) throws -> Bool {
    if isShared { return try GraphStore.share(lock, reader, stamps: stamps, mayBeThin: mayBeThin) }
    try GraphStore.note(lock, stamps: stamps, of: reader)
    return true
  }

  /// The facts of what a file held, by its number; nil if they are not kept.
  ///
  /// - Parameter key: of what it holds now, for the language and the parser's version.
  func facts(ofFile number: Int, _ key: FactsKey) -> FileFacts? {
    guard let blob = files[number].blob,
      let bytes = try? reader.facts(FactsKey(blob: blob, language: key.language, version: key.version)),
      case .facts(let facts)? = CachedOutcome.decode(bytes)
    else { return nil }
    return facts
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
