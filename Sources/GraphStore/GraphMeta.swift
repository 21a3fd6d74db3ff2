/// What the database says about itself.
public struct GraphMeta: Sendable, Equatable {
  /// Counts up with every index that was written here, from 1.
  public var generation: Int64
  /// SHA-256 of the graph's content, in hexadecimal; see ``GraphDigest``.
  public var digest: String
  /// How many files there are, skipped ones included.
  public var files: Int
  /// How many files have a skip reason.
  public var skippedFiles: Int
  /// How many nodes there are.
  public var nodes: Int
  /// How many edges there are.
  public var edges: Int
  /// How many references have no target.
  public var unresolved: Int
  /// How many chunks search can return.
  public var chunks: Int
  /// What the writer added.
  public var other: [String: String]

  /// The entry of `other` that names the indexed folder, where that is not the one around the database.
  public static let rootKey = "root"

  /// The entry of `other` that says how many files have their edges from a compiler's index.
  public static let compilerFilesKey = "compilerFiles"

  /// The entry of `other` that says how many nodes are definitions in a file.
  public static let definitionsKey = "definitions"

  /// The entry of `other` that says how many files should have facts and have none, because something went
  /// wrong: no permission, a parser that died.
  public static let unreadFilesKey = "unreadFiles"

  /// The keys of the `meta` table that are the store's own.
  enum Key: String, CaseIterable {
    case generation, digest, files, skippedFiles, nodes, edges, unresolved, chunks
  }
}
