/// What can speak for a result, in kinds that a search can do without: to measure what each is worth.
public enum SearchSignal: String, Sendable, CaseIterable {
  /// The words of texts, names and paths, by BM25.
  case words
  /// What texts mean, by vectors.
  case vectors
  /// The messages of earlier commits, and how recent they are.
  case history
  /// Definitions that the query names.
  case names
  /// Words of the query in a file's name and folders.
  case paths
  /// What a file is for: tests, examples and the like count less.
  case roles
}
