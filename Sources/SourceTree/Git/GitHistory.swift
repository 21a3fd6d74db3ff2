import GraphModel

/// Reads the messages of earlier commits, the files that they changed, and of the newest the lines that they wrote.
///
/// Nothing of the repository's runs: see ``GitCommand``, and no signature is checked, no driver or filter
/// of a difference is called, no mailmap, note or replacement is read.
public struct GitHistory: Sendable {
  private let root: [UInt8]
  /// How long one call of git may take; there is no history then.
  private let timeLimit: Duration
  /// More new commits than this are read in one piece with all others.
  private static let mostNew = 256

  /// Makes a reader for the tree that was scanned; nil outside of a git work tree.
  public init?(_ scan: TreeScan, timeLimit: Duration = .seconds(30)) {
    guard scan.isGitWorkTree else { return nil }
    root = scan.rootBytes
    self.timeLimit = timeLimit
  }

  /// What decides the history: equal states have equal histories. Nil where there is no commit yet. One
  /// call of git, a few milliseconds.
  public func state() async -> String? {
    let arguments = ["rev-parse", "--verify", "-q", "HEAD^{commit}"]
    guard let head = await lines(arguments)?.first,
      let place = await lines(["rev-parse", "--is-shallow-repository", "--show-prefix"])
    else { return nil }
    return ([head] + place).joined(separator: " ")
  }

  /// Reads the history. Commits that are in `known` are taken from there: what a commit says never
  /// changes, unless the repository is shallow, so the result is the same without.
  ///
  /// - Returns: Nil if git gives no answer.
  public func read(known: CommitHistory?) async -> CommitHistory? {
    guard var history = await commits(known: known) else { return nil }
    await readLines(&history)
    return history
  }

  /// Has just the newest commits have their lines. Without an answer of git's they stay without.
  private func readLines(_ history: inout CommitHistory) async {
    let small = history.commits.indices.filter { history.commits[$0].isSmall }
    for index in small.dropFirst(CommitHistory.longestWithLines) where history.commits[index].hasLines {
      history.commits[index].hasLines = false
      for change in history.commits[index].changes.indices {
        history.commits[index].changes[change].lines = []
      }
    }
    let missing = small.prefix(CommitHistory.longestWithLines).filter { !history.commits[$0].hasLines }
    guard !missing.isEmpty else { return }
    let ids = missing.map { history.commits[$0].id }
    let arguments = Self.log + Self.hunks + ["--no-walk=unsorted"] + ids + Self.scope
    let parsed = try? await GitCommand.fold(
      arguments, in: root, timeLimit: timeLimit, into: GitHunkParser(), { $0.append($1) })
    guard var parsed else { return }
    parsed.finish()
    for index in missing {
      let files = parsed.commits[history.commits[index].id] ?? [:]
      history.commits[index].hasLines = true
      for change in history.commits[index].changes.indices {
        history.commits[index].changes[change].lines =
          files[history.commits[index].changes[change].path] ?? []
      }
    }
  }

  private func commits(known: CommitHistory?) async -> CommitHistory? {
    guard let state = await state() else { return nil }
    let head = String(state.prefix { $0 != " " })
    if let known, known.isComplete, let ids = await lines(Self.log + ["--format=%H", head] + Self.scope) {
      let byID = Dictionary(known.commits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let missing = ids.filter { byID[$0] == nil }
      if missing.count <= Self.mostNew, state.hasPlace(of: known.state) {
        guard !missing.isEmpty else {
          return CommitHistory(state: state, commits: ids.compactMap { byID[$0] })
        }
        let arguments = Self.log + Self.details + ["--no-walk=unsorted"] + missing + Self.scope
        if let bytes = await output(arguments) {
          let new = GitHistoryParser.commits(bytes)
          let all = byID.merging(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
          return CommitHistory(state: state, commits: ids.compactMap { all[$0] })
        }
      }
    }
    guard let bytes = await output(Self.log + Self.details + [head] + Self.scope) else { return nil }
    return CommitHistory(state: state, commits: GitHistoryParser.commits(bytes))
  }

  /// Renames are found among at most so many files of a commit.
  private static let renameLimit = 200

  private static let log = [
    "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "diff.orderFile=/dev/null",
    "-c", "core.commitGraph=true", "-c", "core.quotePath=false", "-c", "core.bigFileThreshold=1m",
    "--no-replace-objects", "log", "--no-merges",
    "--max-count=\(CommitHistory.longest)", "--no-show-signature", "--no-ext-diff", "--no-textconv",
    "--no-mailmap", "--no-notes", "--no-decorate", "--no-color", "--encoding=UTF-8",
  ]
  private static let details = [
    "--format=%x01%H%x02%B%x03", "-z", "--name-status", "--find-renames", "-l\(renameLimit)", "--relative",
  ]
  /// Differences without lines around them. All that a user's or a repository's settings could change is said,
  /// and of a content of more than a megabyte there is no difference.
  private static let hunks = [
    "--format=%x01%H", "--patch", "--unified=0", "--inter-hunk-context=0", "--no-prefix", "--submodule=short",
    "--diff-algorithm=myers", "--indent-heuristic", "--find-renames", "-l\(renameLimit)", "--relative",
  ]
  private static let scope = ["--", "."]

  private func lines(_ arguments: [String]) async -> [String]? {
    guard let bytes = await output(arguments) else { return nil }
    return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  private func output(_ arguments: [String]) async -> [UInt8]? {
    try? await GitCommand.run(arguments, in: root, timeLimit: timeLimit).bytes
  }
}

extension CommitHistory.Commit {
  /// True if it says enough about each of its files to be searched for.
  public var isSmall: Bool { changedFiles > 0 && changedFiles <= CommitHistory.mostChanges }
}

extension CommitHistory {
  /// False if commits at the border of a shallow clone look as if they added every file.
  fileprivate var isComplete: Bool { !state.split(separator: " ").dropFirst().starts(with: ["true"]) }
}

extension String {
  /// True if what follows the commit is the same.
  fileprivate func hasPlace(of other: String) -> Bool {
    drop { $0 != " " } == other.drop { $0 != " " }
  }
}
