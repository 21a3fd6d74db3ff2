/// What speaks for a file, each from 0 to 1.
public struct FileSignals: Sendable, Equatable {
  /// BM25 of its best chunk.
  public var bestChunk = 0.0
  /// BM25 of the whole file.
  public var wholeFile = 0.0
  /// Messages of commits that changed it.
  public var messages = 0.0
  /// Cosine of its best chunk.
  public var vector = 0.0
  /// Changes in the last commits.
  public var recency = 0.0
  /// The query names its stem.
  public var stem = 0.0
  /// The query names its folders.
  public var folders = 0.0
  /// The query says its path.
  public var path = 0.0
  /// It defines names in the query.
  public var definition = 0.0
  /// It defines what the whole query names.
  public var exactDefinition = 0.0
  /// What the sum is multiplied with: less than 1 for tests, documents and the like.
  public var factor = 1.0

  /// Makes signals that say nothing.
  public init() {}

  /// The signals with their names and weights, in a fixed order.
  public var weighted: [(name: String, value: Double, weight: Double)] {
    [
      ("bestChunk", bestChunk, RankingWeights.bestChunk), ("wholeFile", wholeFile, RankingWeights.wholeFile),
      ("messages", messages, RankingWeights.messages), ("vector", vector, RankingWeights.vector),
      ("recency", recency, RankingWeights.recency), ("stem", stem, RankingWeights.stem),
      ("folders", folders, RankingWeights.folders), ("path", path, RankingWeights.path),
      ("definition", definition, RankingWeights.definition),
      ("exactDefinition", exactDefinition, RankingWeights.exactDefinition),
    ]
  }

  /// The weighted sum, added in the order of ``weighted``.
  public var score: Double {
    var sum = bestChunk * RankingWeights.bestChunk
    sum += wholeFile * RankingWeights.wholeFile
    sum += messages * RankingWeights.messages
    sum += vector * RankingWeights.vector
    sum += recency * RankingWeights.recency
    sum += stem * RankingWeights.stem
    sum += folders * RankingWeights.folders
    sum += path * RankingWeights.path
    sum += definition * RankingWeights.definition
    sum += exactDefinition * RankingWeights.exactDefinition
    return sum * factor
  }
}
