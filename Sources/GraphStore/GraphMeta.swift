/// What the database says about itself.
public struct GraphMeta: Sendable, Equatable {
  /// Counts up with every index that was written here, from 1.
  public var generation: Int64
  /// SHA-256 of the graph's content, in hexadecimal; see ``GraphDigest``.
  public var digest: String
  /// Counts of the graph's parts.
  public var files: Int
  public var skippedFiles: Int
  public var nodes: Int
  public var edges: Int
  public var unresolved: Int
  public var chunks: Int
  /// What the writer added.
  public var other: [String: String]

  /// The keys of the `meta` table that are the store's own.
  enum Key: String, CaseIterable {
    case generation, digest, files, skippedFiles, nodes, edges, unresolved, chunks
  }
}
