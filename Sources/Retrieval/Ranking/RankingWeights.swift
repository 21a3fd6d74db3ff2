import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The constants of ranking: a handful of round numbers, fitted to tasks from the histories of public
/// repositories, checked on repositories that the fit had not seen, and frozen. See `Benchmarks/Quality/ranking`.
///
/// Every signal of a file is divided by its maximum over all files, so a weight says what the best file by
/// that signal gets.
public enum RankingWeights {
  /// Weights of the columns path · qualified name · signature · doc · body.
  public static let columns: [Double] = [6, 8, 3, 2, 1]
  /// A word of the query's first line counts 1, one further down so much: a first line says what, the rest
  /// says why, and much of it is boilerplate.
  public static let laterWord = 0.5

  /// BM25 of the file's best chunk.
  public static let bestChunk = 2.0
  /// BM25 of the file as a whole.
  public static let wholeFile = 2.0
  /// BM25 of the messages of earlier commits that changed the file, the best ones most.
  public static let messages = 2.0
  /// Cosine of the file's best chunk.
  public static let vector = 1.5
  /// The share of the file's stem that the query names.
  public static let stem = 2.0
  /// The share of its folders' names that the query names.
  public static let folders = 1.0
  /// The query says the path or the end of it.
  public static let path = 1.5
  /// The file defines what the query names.
  public static let definition = 1.0
  /// The file defines what the query as a whole names.
  public static let exactDefinition = 3.0
  /// The file changed in the last commits.
  public static let recency = 1.0

  /// After so many commits, a change counts 1/e for ``recency``.
  static let recentCommits = 30.0
  /// How many commits of a file count for ``messages``, and how much each less than the one before.
  static let messageDepth = 8
  static let messageDecay = 0.7
  /// How many of the best commits are looked at.
  static let commitCandidates = 200

  /// For how much the `age`-th commit counts.
  static func freshness(age: Int) -> Double { age > 200 ? 0 : exp(-Double(age) / recentCommits) }

  /// Files that are looked at closely, best by words, messages and vectors.
  static let fileCandidates = 200
}
