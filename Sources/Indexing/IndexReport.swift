import GraphModel

/// What a run did.
public struct IndexReport: Sendable {
  /// A name with a number.
  public struct Count: Sendable, Equatable {
    /// What is counted.
    public var name: String
    /// How many there are.
    public var count: Int
  }

  /// CPU seconds (user and system) by step; parsing counts the parsers alone.
  public struct CPUSeconds: Sendable, Equatable {
    /// Listing the tree and comparing it with the last run.
    public var scan = 0.0
    /// Reading, hashing, cached facts and parsing.
    public var facts = 0.0
    /// The parsers' share of `facts`.
    public var parse = 0.0
    /// Asking for a compiler's index and comparing it with the files; the process that reads it not counted.
    public var compilerIndex = 0.0
    /// Linking.
    public var link = 0.0
    /// What statistics over the whole graph say: tags, communities, files that change together.
    public var derive = 0.0
    /// Writing the database, full text included.
    public var store = 0.0
  }

  /// The indexed folder.
  public var root: String
  /// The database file.
  public var database: String
  /// False if the tree was what the database holds already, and nothing was written.
  public var changed: Bool
  /// Parsed files by language, sorted by name.
  public var files: [Count]
  /// Files that were really parsed, as against taken from the cache.
  public var parsedFiles: Int
  /// Files whose references were resolved, as against taken from the generation before.
  public var linkedFiles: Int
  /// Files whose edges come from a compiler's index.
  public var compilerFiles: Int
  /// Lines of the parsed files.
  public var lines: Int
  /// Files without facts, by reason, sorted by name.
  public var skipped: [Count]
  /// Nodes of the graph.
  public var nodes: Int
  /// Nodes that are definitions in a file.
  public var definitions: Int
  /// Edges of the graph.
  public var edges: Int
  /// References without a target.
  public var unresolved: Int
  /// The generation that is in the database now, and its digest.
  public var generation: Int
  /// SHA-256 of the graph's content, hexadecimal.
  public var digest: String
  /// Wall seconds of the run.
  public var seconds: Double
  /// Where the time went.
  public var cpuSeconds: CPUSeconds
  /// What could not be done as usual, one line each.
  public var warnings: [String]

  /// The number of skipped files.
  public var skippedFiles: Int { skipped.reduce(0) { $0 + $1.count } }
}
