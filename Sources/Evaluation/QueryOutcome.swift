import GraphQuery

/// What a system answered to one query, and how good that is.
public struct QueryOutcome: Sendable, Equatable {
  /// How deep NDCG looks.
  public static let depth = 10
  /// How many places a system is asked for.
  public static let limit = 20

  /// What was asked.
  public var query: EvaluationQuery
  /// What was answered.
  public var ranking: Ranking
  /// Wall time of the answer.
  public var milliseconds: Double

  /// Normalised discounted cumulative gain of the first ten places, 0…1.
  public var ndcg: Double { RankingMetrics.ndcg(gains, ideal: query.idealGains, depth: Self.depth) }
  /// 1 / the rank of the first place that answers or helps, 0 if there is none among the first 20.
  public var reciprocalRank: Double { RankingMetrics.reciprocalRank(gains) }
  /// 1 if the first place answers or helps.
  public var hit: Double { RankingMetrics.hit(gains, depth: 1) }

  /// The share of the answers among the first `depth` places.
  public func recall(at depth: Int) -> Double {
    RankingMetrics.recall(gains, ideal: query.idealGains, depth: depth)
  }

  private var gains: [Double] { query.gains(of: ranking.places) }

  /// Makes an outcome of its parts.
  public init(query: EvaluationQuery, ranking: Ranking, milliseconds: Double) {
    self.query = query
    self.ranking = ranking
    self.milliseconds = milliseconds
  }

  /// Asks a system all queries, in order. The first one is asked once more before, unmeasured, so that what
  /// is done once a process is not in its time.
  public static func outcomes(of ranker: some Ranker, for queries: [EvaluationQuery]) throws -> [QueryOutcome]
  {
    if let first = queries.first { _ = try ranker.rank(first.text, grain: first.grain, limit: limit) }
    let clock = ContinuousClock()
    return try queries.map { query in
      let start = clock.now
      let ranking = try ranker.rank(query.text, grain: query.grain, limit: limit)
      let elapsed = start.duration(to: clock.now) / .milliseconds(1)
      return QueryOutcome(query: query, ranking: ranking, milliseconds: elapsed)
    }
  }

  /// Writes the raw outcome as one object: `id repository query kind confident milliseconds ndcg10 results`,
  /// each result with `id path gain`.
  public func write(to json: inout JSONWriter) {
    let gains = gains
    json.object { json in
      json.field("id", query.id)
      json.field("repository", query.repository)
      json.field("query", query.text)
      json.field("kind", query.kind)
      json.field("confident", ranking.isConfident)
      json.field("milliseconds", milliseconds)
      if query.isAnswerable { json.field("ndcg10", ndcg) }
      json.array("results", zip(ranking.places, gains)) { json, result in
        json.object { json in
          json.field("id", result.0.id)
          json.field("path", result.0.path)
          json.field("gain", result.1)
        }
      }
    }
  }
}
