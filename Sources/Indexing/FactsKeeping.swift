import GraphModel
import GraphStore
import LanguageSupport
import SourceTree

/// Says which facts stay though no file has their content: those that git holds, so that switching branches back
/// and forth parses nothing twice. What was never given to git is gone with the edit that removed it.
struct FactsKeeping {
  private let git: HeldContents?
  private let languages: [any Language]

  init(_ scan: TreeScan, _ languages: [any Language]) {
    git = HeldContents(scan)
    self.languages = languages
  }

  /// For a generation that is written as a whole: the facts of the one before that may stay.
  ///
  /// - Parameter files: those of the new generation.
  func spare(in previous: PreviousGeneration?, files: [IndexedFile]) async throws -> [SpareFacts] {
    // Another work tree keeps the facts of its own branches.
    guard let git, let previous, !previous.isShared else { return [] }
    let present = Set(files.compactMap(\.blob))
    let spare = try previous.reader.storedFacts().filter { facts in
      !present.contains(facts.key.blob)
        && languages.contains { $0.id == facts.key.language && $0.cacheVersion == facts.key.version }
    }
    let held = await git.among(spare.lazy.map(\.key.blob))
    return spare.filter { held.contains($0.key.blob) }
  }

  /// For a patch: which of the contents that it drops, and of those that were dropped before, are held.
  func held(_ patch: GenerationPatch, _ previous: PreviousGeneration) async throws -> Set<BlobID> {
    guard let git else { return [] }
    let left = patch.parts.compactMap { $0.number < 0 ? nil : patch.files.before[Int($0.number)] }
    let dropped = (left.filter { $0 >= 0 } + patch.files.removed).compactMap { previous.files[Int($0)].blob }
    return await git.among(dropped + (try previous.reader.spareFacts().map(\.key.blob)))
  }
}
