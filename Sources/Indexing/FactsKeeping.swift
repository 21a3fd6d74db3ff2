import GraphModel
import GraphStore
import LanguageSupport
import SourceTree

/// Says what may stay on the disk though no file has its content: what git holds. So switching branches back
/// and forth parses nothing twice, and work trees can share a base. What was never given to git is gone with the edit
/// that removed it.
struct FactsKeeping {
  private let git: HeldContents?
  private let bases: BaseCandidates
  private let languages: [any Language]

  init(_ scan: TreeScan, _ languages: [any Language], _ location: IndexLocation) {
    git = HeldContents(scan)
    bases = BaseCandidates(location, git)
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

  /// For a patch: notes which of the contents that it drops, and of those that were dropped before, are held, and of
  /// which databases the next generation may hold only the difference.
  func settle(_ patch: inout GenerationPatch, _ previous: PreviousGeneration) async throws {
    guard let git else { return }
    let changed = Set(patch.parts.map(\.number))
    var present = Set(patch.parts.compactMap(\.file?.blob))
    var dropped = patch.files.removed.compactMap { previous.files[Int($0)].blob }
    for (number, before) in patch.files.before.enumerated() where before >= 0 {
      guard let blob = previous.files[Int(before)].blob else { continue }
      if changed.contains(Int32(number)) { dropped.append(blob) } else { present.insert(blob) }
    }
    patch.held = await git.among(dropped + (try previous.reader.spareFacts().map(\.key.blob)))
    patch.bases = await bases.allowed(beside: present)
  }
}
