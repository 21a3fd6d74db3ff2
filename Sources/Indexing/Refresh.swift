import CompilerIndex
import GraphStore
import LanguageSupport
import SourceTree

/// Brings an index up to date before a question is answered from it.
public struct Refresh: Sendable {
  /// When to look whether the tree changed.
  public enum Policy: Sendable {
    case never
    /// If the index holds at most ``Refresh/cheapFiles`` files.
    case whenCheap
    case always
  }

  /// What came of it. A question can be answered in any case, if there is an index.
  public enum Outcome: Sendable {
    /// Nobody looked.
    case unchecked
    /// The index holds the tree as it is.
    case current
    /// It did not, and does now.
    case updated(IndexReport)
    /// The tree changed, and another process is writing: the answer is from the generation before.
    case busy(IndexingError)
    /// The tree changed or could not be looked at: the answer is from the generation before.
    case failed(IndexingError)
  }

  /// Looking at so many files takes about a tenth of a second: git's listing, and one question to the system
  /// for each file.
  public static let cheapFiles = 10_000

  private let location: IndexLocation
  private let policy: Policy
  private let reader: IndexStoreProcess?

  /// - Parameter reader: reads compilers' indexes, for an index that was made with one.
  public init(_ location: IndexLocation, policy: Policy, reader: IndexStoreProcess?) {
    self.location = location
    self.policy = policy
    self.reader = reader
  }

  /// Looks, without any lock, and writes only if something changed.
  public func run() async -> Outcome {
    do {
      guard policy != .never, let options = try storedOptions() else { return .unchecked }
      let languages = LanguageRegistry.all.filter { options.languages.contains($0.id) }
      // What cannot be read is for the run to replace, or to say.
      if let previous = try? PreviousGeneration.open(DatabaseLocation(location.database)) {
        let plan = try await RunPlan(options, languages, previous: previous)
        if plan.isDone(in: previous) { return .current }
      }
      try checkJournal()
      let report = try await Indexer(options: options).run()
      return report.changed ? .updated(report) : .current
    } catch {
      let error = IndexingError(error)
      return error.kind == .locked ? .busy(error) : .failed(error)
    }
  }

  /// A run that nobody asked for does not parse what an earlier one died of: that would be the death of the
  /// question, too.
  private func checkJournal() throws {
    guard policy != .always, CrashJournal.tellsOfDeath(at: location.journal) else { return }
    // Where somebody is writing, the journal tells of what is being parsed.
    let lock = try WriterLock(DatabaseLocation(location.database))
    lock.release()
    throw IndexingError(
      .failed, "an earlier run died while it parsed",
      advice: "Run `kg index`: it leaves alone what kills it.")
  }

  /// The options of the run that made the index; nil if there is none that can be read, or if looking is too
  /// dear or not possible with what the index tells.
  private func storedOptions() throws -> IndexOptions? {
    guard let meta = try? GraphReader(DatabaseLocation(location.database)).meta() else { return nil }
    guard policy == .always || meta.files <= Self.cheapFiles else { return nil }
    // A database elsewhere describes the folder it names, which need not be where the question is asked.
    let root = location.isDatabaseInRoot ? nil : location.root
    guard meta.other[GraphMeta.rootKey] == root else { return nil }
    guard let text = meta.other[IndexOptions.storedKey] else { return nil }
    var options = IndexOptions(stored: text, location: location)
    options?.compilerIndex.reader = reader
    return options
  }
}
