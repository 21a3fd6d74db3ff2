import GraphQuery

/// How good a system is on a set of queries: over all, for each repository, for each kind.
public struct SystemReport: Sendable, Equatable, Decodable {
  /// Figures over one group of answerable queries; all but `queries` from 0 to 1.
  public struct Group: Sendable, Equatable, Decodable {
    /// `all`, `repository:NAME` or `kind:NAME`.
    public var name: String
    /// How many queries.
    public var queries: Int
    /// Mean NDCG@10 with the ends of its 95 % bootstrap interval.
    public var ndcg10: Double
    /// See ``ndcg10``.
    public var ndcg10Low: Double
    /// See ``ndcg10``.
    public var ndcg10High: Double
    /// Mean reciprocal rank among the first 20.
    public var mrr: Double
    /// How often the first place answers or helps.
    public var hit1: Double
    /// The share of the answers among the first 5.
    public var recall5: Double
    /// The share of the answers among the first 10.
    public var recall10: Double
    /// The share of the queries that were answered and not refused.
    public var answered: Double
  }

  /// How often queries without an answer were answered all the same.
  public struct Refusal: Sendable, Equatable, Decodable {
    /// `all` or `kind:NAME`.
    public var name: String
    /// How many queries.
    public var queries: Int
    /// The share that was answered, 0…1; lower is better.
    public var answered: Double
  }

  /// The system.
  public var name: String
  /// Over all, by repository, by kind.
  public var groups: [Group]
  /// Over all, by kind; empty without such queries.
  public var unanswerable: [Refusal]
  /// The median of the wall times, in milliseconds.
  public var p50Milliseconds: Double
  /// What 95 % of the wall times stay below, in milliseconds.
  public var p95Milliseconds: Double

  /// Sums up what a system answered.
  public init(name: String, outcomes: [QueryOutcome]) {
    self.name = name
    let good = outcomes.filter(\.query.isAnswerable)
    groups = [Self.group("all", good)]
    groups += Self.grouped(good) { "repository:" + $0.query.repository }.map(Self.group)
    groups += Self.grouped(good) { "kind:" + $0.query.kind }.map(Self.group)
    let none = outcomes.filter { !$0.query.isAnswerable }
    unanswerable = none.isEmpty ? [] : [Self.refusal("all", none)]
    unanswerable += Self.grouped(none) { "kind:" + $0.query.kind }.map(Self.refusal)
    let times = outcomes.map(\.milliseconds)
    p50Milliseconds = Statistics.percentile(times, 0.5)
    p95Milliseconds = Statistics.percentile(times, 0.95)
  }

  /// The outcomes of each key, sorted by key.
  private static func grouped(
    _ outcomes: [QueryOutcome], by key: (QueryOutcome) -> String
  ) -> [(String, [QueryOutcome])] {
    Dictionary(grouping: outcomes, by: key).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func group(_ name: String, _ outcomes: [QueryOutcome]) -> Group {
    func mean(_ figure: (QueryOutcome) -> Double) -> Double { Statistics.mean(outcomes.map(figure)) }
    let interval = Statistics.interval(ofMean: outcomes.map(\.ndcg))
    return Group(
      name: name, queries: outcomes.count, ndcg10: mean(\.ndcg), ndcg10Low: interval.low,
      ndcg10High: interval.high, mrr: mean(\.reciprocalRank), hit1: mean(\.hit),
      recall5: mean { $0.recall(at: 5) }, recall10: mean { $0.recall(at: 10) }, answered: mean(Self.answered))
  }

  private static func refusal(_ name: String, _ outcomes: [QueryOutcome]) -> Refusal {
    Refusal(name: name, queries: outcomes.count, answered: Statistics.mean(outcomes.map(Self.answered)))
  }

  private static func answered(_ outcome: QueryOutcome) -> Double { outcome.ranking.isConfident ? 1 : 0 }
}
