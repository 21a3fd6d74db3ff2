import Foundation
import GraphModel
import GraphStore
import LanguageSupport
import SourceTree
import Synchronization

/// Reads the files of a scan and gets the facts of each: from the cache, or by parsing on threads with big
/// stacks. Results lie at their entry's index, whichever thread made them.
final class ParsePass: Sendable {
  /// What came of one file.
  struct Result: Sendable {
    var language: LanguageID
    var blob: BlobID?
    var stamp: FileStamp
    var skip: SkipReason?
    var facts: FileFacts?
    /// The file's content, for the full text; empty if it was skipped, or is known.
    var bytes: [UInt8] = []
    /// The key and the form to cache; `encoded` is nil if the cache has it already.
    var key: FactsKey?
    var encoded: [UInt8]?
  }

  private struct State {
    var results: [Result?]
    /// What is being parsed, by entry.
    var inFlight: [Int: Result] = [:]
    var done = 0
    var parseSeconds = 0.0
  }

  private let entries: [TreeEntry]
  private let languages: [any Language]
  private let languageOfEntry: [Int]
  private let reader: FileReader
  private let cache: GraphReader?
  private let journal: CrashJournal
  private let timeLimit: Double
  private let readsAll: Bool
  private let progress: @Sendable (IndexProgress) -> Void
  private let state: Mutex<State>
  /// The entries that are to be read.
  private let open: [Int]

  /// - Parameters:
  ///   - cache: where facts may be taken from; nil to parse everything.
  ///   - timeLimit: CPU seconds for one file.
  ///   - readsAll: false if nobody wants the contents of code that did not change and whose facts are cached.
  ///   - finished: results that are there already, by the number of their entry.
  init(
    entries: [TreeEntry], languages: [any Language], reader: FileReader, cache: GraphReader?,
    journal: CrashJournal, timeLimit: Double, readsAll: Bool = true,
    finished: [Int: Result] = [:],
    progress: @escaping @Sendable (IndexProgress) -> Void
  ) {
    self.entries = entries
    self.languages = languages
    languageOfEntry = entries.map { entry in languages.firstIndex { $0.claims(entry.path) } ?? 0 }
    self.reader = reader
    self.cache = cache
    self.journal = journal
    self.timeLimit = timeLimit
    self.readsAll = readsAll
    self.progress = progress
    state = Mutex(State(results: entries.indices.map { finished[$0] }, done: finished.count))
    open = entries.indices.filter { finished[$0] == nil }
  }

  /// The results in the order of the entries, and the CPU seconds that parsers took.
  func run(jobs: Int) -> (results: [Result], parseSeconds: Double) {
    let suspects = Mutex<[Int]>([])
    ParserThreads.forEach(
      count: open.count, threads: jobs, limit: timeLimit, giveUp: { self.giveUp(self.open[$0]) }
    ) { place, slot, begin in
      let index = self.open[place]
      if !self.process(index, slot, alone: false, begin) { suspects.withLock { $0.append(index) } }
    }
    // What was in flight when a process died is parsed after everything else and by itself, so that a
    // second death says which content it was.
    let alone = suspects.withLock { $0.sorted() }
    ParserThreads.forEach(
      count: alone.count, threads: 1, limit: timeLimit, giveUp: { self.giveUp(alone[$0]) }
    ) { index, slot, begin in
      _ = self.process(alone[index], slot, alone: true, begin)
    }
    return state.withLock { state in
      let results = state.results.enumerated().map { index, result in
        result
          ?? Result(
            language: languages[languageOfEntry[index]].id, blob: nil, stamp: entries[index].stamp,
            skip: .unstable)
      }
      return (results, state.parseSeconds)
    }
  }

  /// False if the content is a suspect and must wait; `begin` starts the limit of time.
  private func process(_ index: Int, _ slot: Int, alone: Bool, _ begin: () -> Void) -> Bool {
    let language = languages[languageOfEntry[index]]
    if !readsAll, let result = unread(entries[index], language) {
      store(result, index, 0)
      return true
    }
    var result: Result
    var seconds = 0.0
    switch reader.read(entries[index]) {
    case .skipped(let reason, let blob, let stamp):
      result = Result(language: language.id, blob: blob, stamp: stamp, skip: reason)
    case .content(let content):
      let key = FactsKey(blob: content.blob, language: language.id, version: language.cacheVersion)
      result = Result(
        language: language.id, blob: content.blob, stamp: content.stamp, skip: nil, bytes: content.bytes,
        key: key)
      let outcome: ParseOutcome
      if let known = cached(key) {
        outcome = known
      } else {
        if journal.isSuspect(content.blob) && !alone { return false }
        state.withLock { $0.inFlight[index] = result }
        begin()
        (outcome, seconds) = parse(content, language, slot)
        result.encoded = CachedOutcome.encode(outcome)
      }
      switch outcome {
      case .facts(let facts): result.facts = facts
      case .skipped(let reason):
        result.skip = reason
        result.bytes = []
      }
    }
    store(result, index, seconds)
    return true
  }

  /// The result of code that did not change and whose facts are cached.
  private func unread(_ entry: TreeEntry, _ language: any Language) -> Result? {
    guard entry.isUnchanged, entry.skip == nil, let blob = entry.blob, !language.id.isProse else {
      return nil
    }
    let key = FactsKey(blob: blob, language: language.id, version: language.cacheVersion)
    guard case .facts(let facts)? = cached(key) else { return nil }
    return Result(language: language.id, blob: blob, stamp: entry.stamp, skip: nil, facts: facts, key: key)
  }

  /// Keeps a result, unless the entry was given up meanwhile.
  private func store(_ result: Result, _ index: Int, _ seconds: Double) {
    let done = state.withLock { state -> Int? in
      state.inFlight[index] = nil
      guard state.results[index] == nil else { return nil }
      state.results[index] = result
      state.done += 1
      state.parseSeconds += seconds
      return state.done
    }
    if let done { progress(IndexProgress(phase: .parsing, done: done, total: entries.count)) }
  }

  /// Notes that parsing an entry took too long, or stood still. The content is not parsed again until the parser changes.
  private func giveUp(_ index: Int) {
    guard var result = state.withLock({ $0.inFlight[index] }) else { return }
    result.skip = .parserTimeout
    result.bytes = []
    result.encoded = CachedOutcome.encode(.skipped(.parserTimeout))
    store(result, index, timeLimit)
  }

  private func cached(_ key: FactsKey) -> ParseOutcome? {
    guard let cache, let bytes = try? cache.facts(key) else { return nil }
    return CachedOutcome.decode(bytes)
  }

  private func parse(_ content: SourceContent, _ language: any Language, _ slot: Int) -> (
    ParseOutcome, Double
  ) {
    if journal.isQuarantined(content.blob) { return (.skipped(.parserCrashed), 0) }
    journal.begin(content.blob, slot: slot)
    let start = CPUClock.ofThread()
    let outcome = language.parse(content.bytes)
    let seconds = CPUClock.ofThread() - start
    journal.end(slot: slot)
    return (outcome, seconds)
  }
}
