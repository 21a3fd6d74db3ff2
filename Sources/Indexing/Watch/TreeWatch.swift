import Foundation
import GraphModel
import GraphStore
import LanguageSupport
import SourceTree

/// Keeps an index up to date: catches up at once, then whenever the tree changes, until its task is cancelled.
///
/// Nothing is locked while nothing changes. Changes that come together, such as a switch of branches, are one
/// run. Where directories cannot be watched the tree is looked at from time to time.
public struct TreeWatch: Sendable {
  /// What a watch has to tell.
  public enum Event: Sendable {
    /// It waits for changes; how it knows of them.
    case waiting(Means)
    /// There is a new generation, or the first look found that none is needed.
    case indexed(IndexReport)
    /// A run failed; another change, or some time, leads to another try.
    case failed(IndexingError)
  }

  /// How changes are noticed.
  public enum Means: Sendable, Equatable {
    /// The system tells of changes in so many directories.
    case watching(directories: Int)
    /// The tree is looked at from time to time.
    case polling
  }

  /// A change is taken up once nothing has changed for so long.
  public var quiet = Duration.milliseconds(100)
  /// Or once so much time has passed since its first part.
  public var longest = Duration.seconds(2)
  /// How often the tree is looked at where it cannot be watched, at most.
  public var pollInterval = Duration.seconds(2)
  /// More directories are not watched but looked at: each takes about a kilobyte of the system's memory.
  public var directoryLimit = 50_000

  private let options: IndexOptions
  private let languages: [any Language]

  /// Makes a watch that indexes with these options.
  public init(options: IndexOptions) {
    self.options = options
    languages = LanguageRegistry.all.filter { options.languages.contains($0.id) }
  }

  /// Runs until the task is cancelled.
  public func run(_ report: @escaping @Sendable (Event) -> Void) async {
    let watcher = DirectoryWatcher(root: options.location.root)
    var means: Means?
    var isFirst = true
    while !Task.isCancelled {
      var now = Means.polling
      var delay = pollInterval
      do {
        let start = ContinuousClock.now
        let (plan, previous, seen) = try await look(watcher)
        now = seen
        // Looking takes one twentieth of the time at most.
        delay = max(delay, start.duration(to: .now) * 20)
        let isDone = previous.map { plan.isDone(in: $0) } ?? false
        if isFirst || !isDone || options.full {
          var once = options
          once.full = options.full && isFirst
          once.patience = .seconds(60)
          let result = try await Indexer(options: once).run()
          if result.changed || isFirst { report(.indexed(result)) }
        }
        isFirst = false
      } catch {
        if Task.isCancelled { break }
        report(.failed(IndexingError(error)))
      }
      if now != means { report(.waiting(now)) }
      means = now
      await wait(watcher, now, delay)
    }
  }

  /// The tree as it is, everything in it watched if that is possible.
  private func look(_ watcher: DirectoryWatcher?) async throws -> (RunPlan, PreviousGeneration?, Means) {
    let previous = try? PreviousGeneration.open(DatabaseLocation(options.location.database))
    let plan = try await RunPlan(options, languages, previous: previous)
    guard let watcher else { return (plan, previous, .polling) }
    let directories = WatchedDirectories.of(plan.scan)
    guard directories.count <= directoryLimit, let hasNew = watcher.watch(directories) else {
      _ = watcher.watch([])
      return (plan, previous, .polling)
    }
    let means = Means.watching(directories: watcher.count)
    // What changed in a directory before it was watched was not told.
    return (hasNew ? try await RunPlan(options, languages, previous: previous) : plan, previous, means)
  }

  /// Returns when there is something to look at, and nothing has changed for a while.
  private func wait(_ watcher: DirectoryWatcher?, _ means: Means, _ delay: Duration) async {
    guard let watcher, means != .polling else {
      try? await Task.sleep(for: delay)
      return
    }
    guard await next(watcher, within: nil) else { return }
    let deadline = ContinuousClock.now + longest
    while ContinuousClock.now < deadline || isGitBusy(since: deadline), await next(watcher, within: quiet) {}
  }

  /// Whether something changed; false if nothing did in that time, or the task was cancelled.
  private func next(_ watcher: DirectoryWatcher, within time: Duration?) async -> Bool {
    await withTaskGroup(of: Bool.self) { group in
      group.addTask { await watcher.signal.wait() }
      if let time {
        group.addTask {
          try? await Task.sleep(for: time)
          return false
        }
      }
      let result = await group.next() ?? false
      group.cancelAll()
      return result
    }
  }

  /// True while git is changing the work tree, for a minute at most.
  private func isGitBusy(since start: ContinuousClock.Instant) -> Bool {
    start.duration(to: .now) < .seconds(60)
      && FileManager.default.fileExists(atPath: options.location.root + "/.git/index.lock")
  }
}
