import Embedding
import GraphModel
import GraphStore
import LanguageSupport
import Linking
import SourceTree

/// The long way of a run, from the facts of all files to the next generation: what they say is linked, what follows from
/// the graph is derived, and what is other than before is written.
struct LinkRun {
  private let options: IndexOptions
  private let languages: [any Language]
  private let plan: RunPlan
  /// The generation before.
  private let previous: PreviousGeneration?
  /// The same, if it was made by the same rules: what it found out still holds for files that did not change.
  private let known: PreviousGeneration?
  private let files: [IndexedFile]
  private let results: [ParsePass.Result]
  private let texts: LateText

  /// - Parameters:
  ///   - known: `previous`, if it was made by the same rules.
  ///   - files: those of the scan, with what came of reading them.
  ///   - texts: reads those whose contents were not.
  init(
    _ options: IndexOptions, _ languages: [any Language], _ plan: RunPlan, _ previous: PreviousGeneration?,
    known: PreviousGeneration?, _ files: [IndexedFile], _ results: [ParsePass.Result], texts: LateText
  ) {
    self.options = options
    self.languages = languages
    self.plan = plan
    self.previous = previous
    self.known = known
    self.files = files
    self.results = results
    self.texts = texts
  }

  /// Runs, and writes the next generation.
  func run(
    _ keeping: FactsKeeping, _ lock: borrowing WriterLock, _ progress: @Sendable (IndexProgress) -> Void,
    _ cpu: inout CPUClock, _ report: inout IndexReport
  ) async throws {
    progress(IndexProgress(phase: .linking))
    let compiled = try await plan.compiler.read(files, results)
    if let warning = compiled.warning { report.warnings.append(warning) }
    report.compilerFiles = compiled.files
    report.cpuSeconds.compilerIndex = cpu.lap()
    // An edit of few files changes few chunks, and it is known in the end which.
    let matching =
      known?.meta.other[GraphMeta.rootKey] == plan.root
      ? known.flatMap { RowPatch.matching($0, files) } : nil
    let made = try await link(compiled, makesChunks: matching == nil, &report)
    report.cpuSeconds.link = cpu.lap() - made.text.tagSeconds - made.text.chunkSeconds

    let derived = try await derive(made)
    report.cpuSeconds.derive = cpu.lap() + made.text.tagSeconds

    progress(IndexProgress(phase: .storing))
    let meta = meta(of: derived, compiled)
    var written: GraphMeta?
    if compiled.warning == nil, let matching {
      written = try await patch(made, derived, meta, matching, keeping, lock)
    }
    let stored = if let written { written } else { try await write(made, derived, meta, keeping, lock) }
    report.cpuSeconds.store = cpu.lap() + made.text.chunkSeconds
    report.changed = true
    report.fill(graph: derived.graph, meta: stored)
  }

  // MARK: Linking

  /// What is made of the facts.
  private struct Made {
    var linked: LinkedProgram
    var pass: TextPass
    var text: TextPass.Result
  }

  private func link(
    _ compiled: CompilerIndexing.Outcome, makesChunks: Bool, _ report: inout IndexReport
  ) async throws -> Made {
    let links =
      plan.compiler.state.isEmpty
      ? try known.flatMap { try LinkReuse.known(files, results, $0, languages) } : nil
    let linker = ProgramLinker(
      languages: languages, passes: compiled.pass.map { [$0] } ?? [], threads: options.jobs)
    let defined = linker.define(files: files, facts: results.map(\.facts))
    let texts = texts
    let pass = TextPass(
      contents: results.filter { $0.facts != nil }.map(\.bytes), defined, previous: known,
      makesChunks: makesChunks
    ) { texts.read(Int(defined.program.fileIndices[$0])) }
    async let early = options.jobs > 1 ? pass.run() : nil
    let linked = linker.link(defined, others: plan.scan.unclaimed, known: links)
    let text = try await early ?? pass.run()
    report.linkedFiles = results.indices.count { index in
      results[index].facts != nil && links?.isStale(Int32(index), results[index].language) ?? true
    }
    return Made(linked: linked, pass: pass, text: text)
  }

  // MARK: Deriving

  /// What follows from the graph and from earlier commits.
  private struct Derived {
    var graph: Graph
    var communities: [Community]
    /// See ``PreviousGeneration/communityInputKey``.
    var communityInput: String
    var history: StoredHistory?
  }

  private func derive(_ made: Made) async throws -> Derived {
    var graph = TagPass.graph(of: made.linked, with: made.text.tags)
    let (communities, communityInput) = try CommunityFinder.find(in: graph) { input in
      guard !options.full, let previous, previous.communityInput == input else { return nil }
      return try previous.reader.communities()
    }
    let history = try await plan.history.run(files: files, previous: previous)
    history?.coChanges.addEdges(to: &graph)
    return Derived(
      graph: graph, communities: communities, communityInput: communityInput, history: history?.stored)
  }

  /// The entries of the `meta` table beside the store's own.
  private func meta(of derived: Derived, _ compiled: CompilerIndexing.Outcome) -> [String: String] {
    var meta = [
      // An index that could not be read is tried again by the next run.
      PreviousGeneration.fingerprintKey: compiled.warning == nil
        ? plan.fingerprint : plan.fingerprint + ";unread",
      PreviousGeneration.othersKey: plan.others,
      GraphMeta.vectorsKey: String(EmbeddingTable.builtIn?.checksum ?? 0),
      PreviousGeneration.communityInputKey: derived.communityInput,
      GraphMeta.compilerFilesKey: String(compiled.files),
      GraphMeta.definitionsKey: String(IndexReport.definitions(in: derived.graph)),
    ]
    // A database in the tree it describes can be moved with it; one elsewhere says what it describes.
    meta[GraphMeta.rootKey] = plan.root
    meta[HistoryPass.stateKey] = derived.history == nil ? nil : plan.history.state
    meta[IndexOptions.storedKey] = options.stored
    meta[GraphMeta.unreadFilesKey] = String(files.count { $0.skipReason?.isFailure ?? false })
    return meta
  }

  // MARK: Storing

  /// Writes what is other than before; nil if that cannot be said in rows.
  private func patch(
    _ made: Made, _ derived: Derived, _ meta: [String: String], _ matching: FileMatching,
    _ keeping: FactsKeeping, _ lock: borrowing WriterLock
  ) async throws -> GraphMeta? {
    guard let previous,
      var patch = try RowPatch(previous, matching, made.linked, results).patch(
        derived.graph, derived.communities, derived.history, meta: meta, threads: options.jobs,
        content: made.pass.content)
    else { return nil }
    try await keeping.settle(&patch, previous)
    return try GraphStore.replace(lock, applying: patch, to: previous.reader)
  }

  /// Writes all of the generation.
  private func write(
    _ made: Made, _ derived: Derived, _ meta: [String: String], _ keeping: FactsKeeping,
    _ lock: borrowing WriterLock
  ) async throws -> GraphMeta {
    let tables = try made.text.chunks ?? made.pass.chunks.tables()
    let spareFacts = options.full ? [] : try await keeping.spare(in: previous, files: files)
    let contents = GenerationContents(
      graph: derived.graph, communities: derived.communities, stamps: results.map(\.stamp.encoded),
      history: derived.history, meta: meta,
      facts: { sink in
        for result in results {
          guard let key = result.key else { continue }
          if let encoded = result.encoded { try sink.add(key, encoded) } else { try sink.keep(key) }
        }
      },
      spareFacts: spareFacts,
      chunks: { sink in try tables.write(to: &sink, made.linked) }, threads: options.jobs)
    return try GraphStore.replace(lock, with: contents, previous: previous?.reader)
  }
}
