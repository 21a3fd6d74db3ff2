import GraphModel
import GraphStore
import LanguageSupport
import SourceTree

/// The short way of a run: where some files changed in nothing that linking reads (comments, white space,
/// literal text), or there are other commits, everything is known from the generation before but places, full text
/// and history.
///
/// The result is the one of indexing anew: what may differ beyond that refuses the patch, and the run goes the
/// long way.
struct PatchRun {
  /// With more changed files the long way costs no more.
  private static let most = 200
  /// After so many patches in a row the generation is written as a whole, so that the room of what nothing needs
  /// any longer does not pile up.
  private static let mostInARow = 500
  /// The entry of the `meta` table that counts them.
  static let countKey = "patches"

  private let previous: PreviousGeneration
  private let languages: [any Language]
  /// The history, if it is not the one of the generation before.
  private let history: HistoryPass?
  /// The numbers of the changed files, ascending; entries and stored files have the same numbers.
  let changed: [Int]

  /// Nil if files came, went or changed their language, or too many changed.
  init?(_ plan: RunPlan, _ previous: PreviousGeneration, _ languages: [any Language]) {
    let scan = plan.scan
    guard Self.nextCount(previous) != nil, scan.entries.count == previous.files.count else { return nil }
    var changed: [Int] = []
    for (index, entry) in scan.entries.enumerated() {
      let stored = previous.files[index]
      guard entry.path == stored.path else { return nil }
      if entry.isUnchanged { continue }
      guard changed.count < Self.most, entry.skip == nil, stored.skipReason == nil,
        let language = languages.first(where: { $0.claims(entry.path) }), language.id == stored.language
      else { return nil }
      changed.append(index)
    }
    history = plan.history.isRead(in: previous) ? nil : plan.history
    guard !changed.isEmpty || history != nil else { return nil }
    self.previous = previous
    self.languages = languages
    self.changed = changed
  }

  /// Writes the next generation, if a patch can say it; false if the run must go the long way.
  func apply(
    _ results: [Int: ParsePass.Result], _ keeping: FactsKeeping, _ lock: borrowing WriterLock,
    _ progress: @Sendable (IndexProgress) -> Void, _ cpu: inout CPUClock, _ report: inout IndexReport
  ) async throws -> Bool {
    let patch = try patch(results)
    report.cpuSeconds.facts = cpu.lap()
    guard var patch else { return false }
    if let history {
      guard try await note(history, in: &patch) else { return false }
      report.cpuSeconds.derive = cpu.lap()
    } else if patch.parts.isEmpty {
      // What was touched holds what it held.
      var stamps = previous.stamps
      for (number, stamp) in patch.stamps { stamps[Int(number)] = stamp }
      _ = try previous.hold(stamps, lock)
      report.fill(from: previous)
      return true
    }
    progress(IndexProgress(phase: .storing))
    try await keeping.settle(&patch, previous)
    guard let meta = try GraphStore.replace(lock, applying: patch, to: previous.reader) else { return false }
    report.cpuSeconds.store = cpu.lap()
    report.changed = true
    report.fill(from: previous, patched: patch, meta: meta)
    return true
  }

  /// The patch; nil if a file says something else than before.
  ///
  /// - Parameter results: those of the changed files, by number.
  func patch(_ results: [Int: ParsePass.Result]) throws -> GenerationPatch? {
    let reader = previous.reader
    let paths = previous.files.map(\.path)
    let files = FileMatching(paths, paths)
    var edits = ChunkEdits(reader, files)
    var parts: [GenerationPatch.Part] = []
    var facts: [(key: FactsKey, bytes: [UInt8])] = []
    var stamps: [Int32: [UInt8]] = [:]
    for number in changed {
      guard let result = results[number], let new = result.facts, let key = result.key else { return nil }
      stamps[Int32(number)] = result.stamp.encoded
      if result.blob == previous.files[number].blob { continue }
      // Files that were written a moment ago are among these until their content is compared, prose too; what
      // prose says is always linked.
      guard let language = languages.first(where: { $0.id == result.language }), !language.id.isProse,
        let old = previous.facts(ofFile: number, key),
        let map = PlaceMap(from: old, to: new, language: language)
      else { return nil }
      let (_, stored) = try reader.chunks(ofFile: Int32(number))
      guard stored.count == new.chunks.count else { return nil }
      var indexed = previous.files[number]
      indexed.blob = result.blob
      indexed.lines = Int32(new.lines.lineCount)
      indexed.parseErrors = new.parseErrors
      guard try !reader.isLinkedFromElsewhere(Int32(number)), let part = try reader.part(Int32(number)),
        let moved = part.moved(map, end: new.lines.position(new.lines.byteCount), indexed)
      else { return nil }
      parts.append(moved)
      let nodes = stored.map(\.node)
      let file = ProgramFile(path: indexed.path, language: language.id, facts: new)
      guard
        try edits.replace(
          Int32(number), with: file, blob: result.blob, nodes: nodes,
          shown: reader.nodes(nodes).map(\.node), content: { result.bytes })
      else { return nil }
      facts.append((key, result.encoded ?? CachedOutcome.encode(.facts(new))))
    }
    return GenerationPatch(
      files: files, parts: parts,
      id: { node in
        guard let id = try reader.symbolID(node) else { throw reader.damaged("a missing node") }
        return id
      },
      chunks: edits.chunks, postings: edits.changedPostings, lengths: try edits.changedLengths(),
      communities: nil, facts: facts, stamps: stamps,
      meta: [Self.countKey: String(Self.nextCount(previous) ?? 0)])
  }

  /// Has the patch say what other commits say; false if nothing is known of them.
  private func note(_ history: HistoryPass, in patch: inout GenerationPatch) async throws -> Bool {
    guard let state = history.state,
      let found = try await history.run(files: previous.files, previous: previous)
    else { return false }
    patch.history = .read(found.stored)
    patch.meta[HistoryPass.stateKey] = state
    guard var part = try previous.reader.part(-1) else { return false }
    let edges = try found.coChanges.edges { file in
      try previous.reader.node(id: SymbolID.file(previous.files[Int(file)].path))?.index
    }
    let others = part.edges.filter { $0.kind != .coChanges }
    guard Set(edges) != Set(part.edges).subtracting(others) else { return true }
    part.edges = others + edges
    patch.parts.insert(part, at: 0)
    return true
  }

  /// How many patches in a row there are with the next one; nil if the next generation is to be written as a whole.
  static func nextCount(_ previous: PreviousGeneration) -> Int? {
    let count = previous.meta.other[countKey].flatMap { Int($0) } ?? 0
    return count < mostInARow ? count + 1 : nil
  }
}

extension GenerationPatch.Part {
  /// The part of a file that says the same at other places; nil if something lies at a place whose new one is not known.
  ///
  /// - Parameter end: the end of the file.
  fileprivate func moved(_ map: PlaceMap, end: Position, _ file: IndexedFile) -> Self? {
    func start(_ place: Position) -> Position? { place.line == 0 ? place : map.starts[place] }
    var part = self
    part.file = file
    for index in nodes.indices {
      switch nodes[index].kind {
      case .file, .module, .package: if nodes[index].end != nil { part.nodes[index].end = end }
      default:
        if let place = nodes[index].start {
          guard let moved = start(place) else { return nil }
          part.nodes[index].start = moved
        }
        if let place = nodes[index].end {
          guard let moved = map.ends[place] else { return nil }
          part.nodes[index].end = moved
        }
      }
      if let place = nodes[index].namePosition {
        guard let moved = start(place) else { return nil }
        part.nodes[index].namePosition = moved
      }
    }
    for index in edges.indices {
      guard let moved = start(edges[index].position) else { return nil }
      part.edges[index].position = moved
    }
    for index in unresolved.indices {
      guard let moved = start(unresolved[index].position) else { return nil }
      part.unresolved[index].position = moved
    }
    return part
  }
}
