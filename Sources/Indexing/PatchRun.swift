import Embedding
import GraphModel
import GraphStore
import LanguageSupport
import Retrieval
import SourceTree

/// The short way of a run: where some files changed in nothing that linking reads (comments, white space,
/// literal text), everything is known from the generation before but places and full text.
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
  /// The numbers of the changed files, ascending; entries and stored files have the same numbers.
  let changed: [Int]

  /// Nil if files came, went or changed their language, or too many changed.
  init?(_ scan: TreeScan, _ previous: PreviousGeneration, _ languages: [any Language]) {
    let count = previous.meta.other[Self.countKey].flatMap { Int($0) } ?? 0
    guard count < Self.mostInARow, scan.entries.count == previous.files.count else { return nil }
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
    guard !changed.isEmpty else { return nil }
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
    if patch.files.isEmpty {
      // What was touched holds what it held.
      var stamps = previous.stamps
      for (number, stamp) in patch.stamps { stamps[Int(number)] = stamp }
      _ = try previous.hold(stamps, lock)
      report.fill(from: previous)
      return true
    }
    progress(IndexProgress(phase: .storing))
    patch.held = try await keeping.held(patch, previous)
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
    guard var lengths = ChunkLengths(try previous.reader.chunkLengths()) else { return nil }
    var postings = PostingEdits(reader: previous.reader)
    var files: [GenerationPatch.File] = []
    var stamps: [Int32: [UInt8]] = [:]
    for number in changed {
      guard let result = results[number], let facts = result.facts, let key = result.key else { return nil }
      stamps[Int32(number)] = result.stamp.encoded
      if result.blob == previous.files[number].blob { continue }
      // Files that were written a moment ago are among these until their content is compared, prose too; what
      // prose says is always linked.
      guard let language = languages.first(where: { $0.id == result.language }), !language.id.isProse,
        let old = previous.facts(ofFile: number, key),
        let map = PlaceMap(from: old, to: facts, language: language)
      else { return nil }
      let (first, stored) = try previous.reader.chunks(ofFile: Int32(number))
      guard stored.count == facts.chunks.count else { return nil }
      var index = LexicalIndexBuilder(table: .builtIn)
      var chunks: [StoredChunk] = []
      var shown: [Node] = []
      let file = ProgramFile(path: previous.files[number].path, language: language.id, facts: facts)
      for (chunk, stored) in zip(facts.chunks, stored) {
        guard let node = try previous.reader.node(stored.node) else { return nil }
        shown.append(node.node)
        index.add(ChunkDocument(chunk, of: file, node: node.node, result.bytes))
        chunks.append(StoredChunk(node: stored.node, file: stored.file, start: chunk.start, end: chunk.end))
      }
      lengths.replace(from: first, with: index.lengths)
      let terms = index.takeTerms()
      guard
        try postings.replace(
          first..<first + chunks.count, previous: previous.reader.terms(ofFile: Int32(number)), with: &index)
      else { return nil }
      var indexed = previous.files[number]
      indexed.blob = result.blob
      indexed.lines = Int32(facts.lines.lineCount)
      indexed.parseErrors = facts.parseErrors
      files.append(
        GenerationPatch.File(
          number: Int32(number), file: indexed,
          end: facts.lines.position(facts.lines.byteCount), starts: map.starts, ends: map.ends,
          firstChunk: first, chunks: chunks, vectors: index.vectors, terms: terms,
          source: file.chunkSource(blob: result.blob, shown: shown),
          facts: (key, result.encoded ?? CachedOutcome.encode(.facts(facts)))))
    }
    let count = previous.meta.other[Self.countKey].flatMap { Int($0) } ?? 0
    return GenerationPatch(
      files: files, stamps: stamps, postings: postings.changes, lengths: lengths.encoded,
      meta: [Self.countKey: String(count + 1)])
  }
}

/// The postings that changes of chunks change.
struct PostingEdits {
  let reader: GraphReader
  private var lists: [[UInt8]: PostingList] = [:]
  private var edited: Set<[UInt8]> = []

  init(reader: GraphReader) { self.reader = reader }

  /// Puts the postings of `index` in the place of those of `chunks`, whose terms were `previous`, one a line.
  /// False if the index is damaged.
  mutating func replace(
    _ chunks: Range<Int>, previous: [UInt8], with index: inout LexicalIndexBuilder
  ) throws -> Bool {
    var fresh: [[UInt8]: [PostingBlock]] = [:]
    index.forEachBlock { term, _, block in fresh[Array(term), default: []].append(block) }
    let terms = Set(previous.split(separator: 0x0A).map(Array.init)).union(fresh.keys)
    for term in terms {
      guard var list = try lists[term] ?? PostingList(reader.postings(term: term)),
        let other = PostingList(fresh[term] ?? [])
      else { return false }
      guard list.replace(chunks, with: other) else { continue }
      lists[term] = list
      edited.insert(term)
    }
    return true
  }

  /// The terms whose postings changed, by their bytes, with all their blocks.
  var changes: [(term: [UInt8], blocks: [PostingBlock])] {
    edited.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0, lists[$0]?.blocks ?? []) }
  }
}
