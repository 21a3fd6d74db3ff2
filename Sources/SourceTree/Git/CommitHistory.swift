import GraphModel

/// What earlier commits say about the files of a tree, newest first.
public struct CommitHistory: Sendable, Equatable {
  /// At most so many commits are read; merges are not counted.
  public static let longest = 2_500

  /// One commit.
  public struct Commit: Sendable, Equatable {
    /// Its id in hexadecimal digits.
    public var id: String
    /// Its message, cut to ``longestMessage`` bytes; undecodable bytes are replaced.
    public var message: String
    /// The files that it changed, in git's order. Empty if there were more than ``mostChanges``, but for
    /// renames, which are always kept: names in older commits need them.
    public var changes: [Change]
    /// How many files it changed.
    public var changedFiles: Int
    /// True if the lines of its changes were asked for.
    public var hasLines = false

    /// Makes a commit of its parts.
    public init(id: String, message: String, changes: [Change], changedFiles: Int) {
      self.id = id
      self.message = message
      self.changes = changes
      self.changedFiles = changedFiles
    }
  }

  /// One file that a commit changed.
  public struct Change: Sendable, Equatable {
    /// Its path after the commit, below the root.
    public var path: SourcePath
    /// Its path before, if the commit renamed it.
    public var previous: SourcePath?
    /// The lines that the commit wrote, as ``LineHash``, each once, in their order, at most ``mostLines``.
    public var lines: [UInt32] = []

    /// Makes a change of its parts.
    public init(path: SourcePath, previous: SourcePath? = nil) {
      self.path = path
      self.previous = previous
    }
  }

  /// Bytes of a message that are kept.
  public static let longestMessage = 2_048
  /// Commits that change more files say little about each.
  public static let mostChanges = 15
  /// The lines are read of so many commits that change no more files than that: the newest ones.
  public static let longestWithLines = 500
  /// So many lines of a change are kept.
  public static let mostLines = 128

  /// What decides the content: the commit at which it was read, and the root's place in the repository.
  public var state: String
  /// Newest first, as git lists them.
  public var commits: [Commit]

  /// Makes a history of its parts.
  public init(state: String, commits: [Commit]) {
    self.state = state
    self.commits = commits
  }
}
