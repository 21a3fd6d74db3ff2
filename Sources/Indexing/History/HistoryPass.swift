import GraphModel
import GraphStore
import Retrieval
import SourceTree

/// Takes what earlier commits say about the files of a tree into the index: their messages as text to search, the
/// lines that the newest wrote, and which files change together.
///
/// Everything but the numbers of files depends on the commit alone at which the history is read, so it is
/// taken over from the last generation while that stays the same.
struct HistoryPass {
  /// Raised whenever the same commits give another result.
  static let version = 2
  /// The entry of the `meta` table that says at which commit the history was read.
  static let stateKey = "history"

  /// What decides the history; nil outside of git, and before the first commit.
  let state: String?
  private let reader: GitHistory?

  /// Asks git where the tree stands: one short call.
  init(_ scan: TreeScan) async {
    reader = GitHistory(scan)
    state = await reader?.state().map { "\(Self.version).\(HistoryIndex.version) \($0)" }
  }

  /// True if there are no other commits than when `previous` was made.
  func isRead(in previous: PreviousGeneration) -> Bool { previous.meta.other[Self.stateKey] == state }

  /// What a run made of the history.
  struct Result {
    var stored: StoredHistory
    var coChanges: CoChanges
  }

  /// The history for the files of this generation; nil if there is none, or git gives no answer.
  func run(files: [IndexedFile], previous: PreviousGeneration?) async throws -> Result? {
    guard let reader, state != nil else { return nil }
    let records: [UInt8]
    let bytes: [UInt8]
    let lines: [UInt8]
    if let previous, isRead(in: previous), let known = try previous.reader.historyIndex(),
      let kept = try previous.reader.historyRecords()
    {
      records = kept
      bytes = known.index
      lines = known.lines
    } else {
      let known = try previous?.reader.historyRecords().flatMap { CommitRecords.decode($0) }
      guard let history = await reader.read(known: known) else { return nil }
      records = CommitRecords.encode(history)
      (bytes, lines) = Self.index(history)
    }
    guard let index = HistoryIndex(bytes) else { return nil }
    let numbers = Dictionary(
      files.enumerated().map { ($1.path, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let places = index.paths.map { numbers[$0] ?? -1 }
    guard let matched = FileHistory(index: index, files: places, count: files.count) else { return nil }
    let coChanges = CoChanges(matched)
    return Result(
      stored: StoredHistory(
        records: records, index: bytes, files: FileHistory.encode(places), lines: lines,
        coChanges: coChanges.pairs.map { pair in
          StoredHistory.CoChange(
            source: pair.source, target: pair.target, support: pair.support, changes: pair.changes)
        }),
      coChanges: coChanges)
  }

  private static func index(_ history: CommitHistory) -> (index: [UInt8], lines: [UInt8]) {
    var builder = HistoryIndexBuilder()
    for commit in history.commits {
      if commit.isSmall {
        builder.add(
          message: CommitMessage.words(commit.message),
          files: commit.changes.map { ($0.path, $0.lines) })
      }
      for change in commit.changes {
        if let previous = change.previous { builder.rename(previous, to: change.path) }
      }
    }
    return (builder.encoded(), builder.encodedLines())
  }
}
