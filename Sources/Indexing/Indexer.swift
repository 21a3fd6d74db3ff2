import Foundation
import GraphModel
import GraphStore
import LanguageSupport
import SourceTree

/// One run of `kg index`: scan, parse, link, store.
///
/// The database is replaced as a whole and only if the graph can have changed: an unchanged tree (by file
/// stamps, or by content where stamps prove nothing) writes nothing.
public struct Indexer: Sendable {
  private let options: IndexOptions
  private let languages: [any Language]

  /// Makes a run with these options.
  public init(options: IndexOptions) {
    self.options = options
    languages = LanguageRegistry.all.filter { options.languages.contains($0.id) }
  }

  /// Runs, and reports how far it is.
  public func run(
    progress: @escaping @Sendable (IndexProgress) -> Void = { _ in }
  ) async throws(IndexingError) -> IndexReport {
    let clock = ContinuousClock.now
    do {
      var report = try await runOnce(progress)
      let elapsed = clock.duration(to: .now).components
      report.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
      return report
    } catch { throw IndexingError(error) }
  }

  /// Takes the lock and runs; if the database turns out to be damaged, once more without it and without those of
  /// other work trees: it may have pages of theirs, or what is damaged is theirs.
  private func runOnce(_ progress: @escaping @Sendable (IndexProgress) -> Void) async throws -> IndexReport {
    let location = DatabaseLocation(options.location.database)
    let lock = try await WriterLock.take(location, patience: options.patience) {
      progress(IndexProgress(phase: .waiting))
    }
    do {
      // What is read of a damaged database while it is replaced as a whole would show no damage.
      if options.full && GraphStore.isDamaged(location) {
        throw GraphStoreError.damaged(path: location.description, reason: "a page is not what was written")
      }
      return try await perform(lock, progress)
    } catch GraphStoreError.damaged(_, let reason) {
      let copy = try GraphStore.setAside(lock)
      var report = try await perform(lock, progress, asksOthers: false)
      report.warnings.append(
        copy.map { "the index was damaged (\(reason)); it is set aside as \($0)" }
          ?? "the index of another work tree is damaged (\(reason)); nothing is taken from it")
      return report
    }
  }

  private func perform(
    _ lock: WriterLock, _ progress: @escaping @Sendable (IndexProgress) -> Void, asksOthers: Bool = true
  ) async throws -> IndexReport {
    var cpu = CPUClock()
    var previous = try PreviousGeneration.open(lock.location)
    if previous == nil, asksOthers, options.location.isDatabaseInRoot, !options.full {
      previous = PreviousGeneration.ofOtherWorktree(root: options.location.root)
    }

    progress(IndexProgress(phase: .scanning))
    let plan = try await RunPlan(options, languages, previous: previous)
    let scan = plan.scan
    guard !scan.entries.isEmpty else {
      throw IndexingError(
        .nothingToIndex, "no source file or document in \(scan.root)",
        advice: "\(scan.unclaimed.count) files of other kinds were passed over.")
    }
    var report = IndexReport(options: options, warnings: Self.warnings(scan))
    report.cpuSeconds.scan = cpu.lap()
    let mayReuse = !options.full && previous.map { plan.suits($0) } ?? false
    if mayReuse, let previous, previous.holds(scan) {
      report.fill(from: previous)
      return report
    }
    let mayPatch = !options.full && previous.map { !$0.isShared && plan.hasRules(of: $0) } ?? false

    let keeping = FactsKeeping(scan, languages, options.location)
    let journal = CrashJournal(path: options.location.journal)
    let reader = try FileReader(scan)
    var finished: [Int: ParsePass.Result] = [:]
    if mayPatch, plan.compiler.state.isEmpty, let previous,
      let run = PatchRun(plan, previous, languages)
    {
      let pass = ParsePass(
        entries: run.changed.map { scan.entries[$0] }, languages: languages, reader: reader,
        cache: previous.reader, journal: journal, timeLimit: options.parserTimeLimit, progress: progress)
      let (results, seconds) = pass.run(jobs: options.jobs)
      report.cpuSeconds.parse = seconds
      report.parsedFiles = results.count { $0.encoded != nil }
      finished = Dictionary(uniqueKeysWithValues: zip(run.changed, results))
      if try await run.apply(finished, keeping, lock, progress, &cpu, &report) {
        journal.finish()
        return report
      }
    }
    // What an earlier run of the same versions found out still holds for files that did not change.
    let known = options.full || previous?.fingerprint != plan.fingerprint ? nil : previous
    let pass = ParsePass(
      entries: scan.entries, languages: languages, reader: reader,
      cache: options.full ? nil : previous?.reader, journal: journal, timeLimit: options.parserTimeLimit,
      readsAll: known == nil || !plan.compiler.state.isEmpty, finished: finished, progress: progress)
    let (results, parseSeconds) = pass.run(jobs: options.jobs)
    journal.finish()
    report.cpuSeconds.facts += cpu.lap()
    report.cpuSeconds.parse += parseSeconds
    report.parsedFiles = results.count { $0.encoded != nil }
    let files = zip(scan.entries, results).map { indexedFile($0, $1) }
    if mayReuse, let previous, previous.files == files,
      try previous.hold(
        results.map(\.stamp.encoded), lock, mayBeThin: Worktrees.isLinked(options.location.root))
    {
      report.changed = previous.isShared
      report.cpuSeconds.store = cpu.lap()
      report.fill(from: previous)
      return report
    }

    let run = LinkRun(
      options, languages, plan, previous, known: known, files, results,
      texts: LateText(reader: reader, entries: scan.entries, files: files))
    try await run.run(keeping, lock, progress, &cpu, &report)
    return report
  }

  private func indexedFile(_ entry: TreeEntry, _ result: ParsePass.Result) -> IndexedFile {
    IndexedFile(
      path: entry.path, language: result.language, blob: result.blob,
      lines: Int32(result.facts?.lines.lineCount ?? 0), parseErrors: result.facts?.parseErrors ?? 0,
      skipReason: result.skip)
  }

  private static func warnings(_ scan: TreeScan) -> [String] {
    var lines = scan.warnings.map(\.description)
    for path in scan.submodules {
      lines.append("\(path.display) is a submodule and not indexed with this tree")
    }
    for path in scan.nestedRepositories {
      lines.append("\(path.display) is a repository of its own and not indexed with this tree")
    }
    return lines
  }
}
