import Embedding
import Foundation
import GraphModel
import GraphStore
import LanguageSupport
import Linking
import Retrieval
import SourceTree

/// What a run finds before it reads any file: the tree as it is, and all that decides the content of the graph
/// beside the files. Comparing it with a generation says whether there is anything to do.
struct RunPlan {
  let scan: TreeScan
  let compiler: CompilerIndexing
  /// See ``PreviousGeneration/fingerprintKey``.
  let fingerprint: String
  /// See ``PreviousGeneration/othersKey``.
  let others: String
  /// Where the history of the tree stands.
  let history: HistoryPass
  /// The indexed folder, where the database is elsewhere: one that described another folder is written anew
  /// even where all contents are equal.
  let root: String?

  /// Scans the tree, sparing what `previous` knows to be unchanged.
  init(
    _ options: IndexOptions, _ languages: [any Language], previous: PreviousGeneration?
  ) async throws {
    var rules = ScanOptions { path in languages.contains { $0.claims(path) } }
    rules.maximumFileSize = options.maximumFileSize
    rules.includesVendored = options.includesGenerated
    rules.includesGenerated = options.includesGenerated
    scan = try await TreeScanner(root: options.location.root, options: rules).scan(
      known: previous?.known ?? [:])
    compiler = CompilerIndexing(options.compilerIndex, scan: scan)
    fingerprint = options.fingerprint(
      languages, linker: ProgramLinker.version, communities: CommunityFinder.version,
      tokens: LexicalIndexBuilder.version, vectors: EmbeddingTable.builtIn?.checksum ?? 0,
      tags: TagPass.version, compiler: compiler.state)
    // Links may lead to files that nothing parses.
    others = scan.unclaimedDigest
    history = await HistoryPass(scan)
    root = options.location.isDatabaseInRoot ? nil : options.location.root
  }

  /// True if nothing but the files' contents can have changed since `previous`.
  func suits(_ previous: PreviousGeneration) -> Bool {
    hasRules(of: previous) && history.isRead(in: previous)
  }

  /// True if nothing but the files' contents and the commits can have changed since `previous`.
  func hasRules(of previous: PreviousGeneration) -> Bool {
    previous.fingerprint == fingerprint && previous.meta.other[GraphMeta.rootKey] == root
      && previous.meta.other[PreviousGeneration.othersKey] == others
  }

  /// True if nothing at all has, as far as the system's file times tell: a run would write nothing.
  func isDone(in previous: PreviousGeneration) -> Bool { suits(previous) && previous.holds(scan) }
}
