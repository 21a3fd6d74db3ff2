/// All that is known about chunks and files for one query, before it is weighed.
public struct Evidence: Sendable {
  /// What words say.
  public var text: TextScores
  /// For each file what messages of commits say; nil without history.
  public var messages: [Double]?
  /// The commits whose messages fit, best first; empty without history.
  public var commits: [CommitMatch] = []
  /// For each file how much of the last commits it is; nil without history.
  public var recency: [Double]?
  /// For each chunk its cosine with the query; nil without vectors. Only positive ones count.
  public var cosines: [Double]?
  /// How near the query lies to code of others: see `VectorBackground`; nil without vectors.
  public var background: Double?
  /// For files that define names which the query holds: for each name its share among the files that define it.
  public var definitions: [Int32: Double] = [:]
  /// For files that define what the whole query names: from 0 to 1.
  public var exactDefinitions: [Int32: Double] = [:]

  /// Starts with what words say.
  public init(text: TextScores) { self.text = text }

  /// How well a chunk fits by itself; comparable within one query.
  public func score(ofChunk chunk: Int) -> Double {
    (text.greatest > 0 ? text.chunks[chunk] / text.greatest : 0) + max(0, cosines?[chunk] ?? 0)
  }

  /// For each file the best cosine of its chunks.
  func bestCosines(_ layout: ChunkLayout) -> [Double]? {
    guard let cosines, cosines.count == layout.files.count else { return nil }
    var best = [Double](repeating: 0, count: layout.fileCount)
    for (chunk, cosine) in cosines.enumerated() {
      let file = Int(layout.files[chunk])
      if cosine > best[file] { best[file] = cosine }
    }
    return best
  }
}
