/// A figure that is worse than it was.
public struct Regression: Sendable, Equatable {
  /// The system.
  public var system: String
  /// The group of queries.
  public var group: String
  /// The figure's key in the report.
  public var figure: String
  /// What it was.
  public var before: Double
  /// What it is.
  public var now: Double

  /// Makes a regression of its parts.
  public init(system: String, group: String, figure: String, before: Double, now: Double) {
    self.system = system
    self.group = group
    self.figure = figure
    self.before = before
    self.now = now
  }

  /// What a report is worse in than a baseline, by more than `tolerance`: the quality over all queries and
  /// the refusals. Smaller groups and times vary too much to fail a run. Systems and groups that are not in
  /// both, or not over as many queries, are not compared.
  public static func regressions(
    in report: EvaluationReport, since baseline: EvaluationReport, tolerance: Double
  ) -> [Regression] {
    report.systems.flatMap { system -> [Regression] in
      guard let known = baseline.systems.first(where: { $0.name == system.name }) else { return [] }
      var found: [Regression] = []
      func compare(_ group: String, _ figure: String, _ before: Double, _ now: Double, isBetterHigh: Bool) {
        guard (isBetterHigh ? before - now : now - before) > tolerance else { return }
        found.append(
          Regression(system: system.name, group: group, figure: figure, before: before, now: now))
      }
      if let now = system.groups.first(where: { $0.name == "all" }),
        let before = known.groups.first(where: { $0.name == "all" }), now.queries == before.queries
      {
        compare("all", "ndcg10", before.ndcg10, now.ndcg10, isBetterHigh: true)
        compare("all", "mrr", before.mrr, now.mrr, isBetterHigh: true)
        compare("all", "hit1", before.hit1, now.hit1, isBetterHigh: true)
        compare("all", "answered", before.answered, now.answered, isBetterHigh: true)
      }
      if let now = system.unanswerable.first, let before = known.unanswerable.first,
        now.queries == before.queries
      {
        compare("unanswerable", "answered", before.answered, now.answered, isBetterHigh: false)
      }
      return found
    }
  }

  /// True if nothing at all could be compared.
  public static func areApart(_ report: EvaluationReport, _ baseline: EvaluationReport) -> Bool {
    !report.systems.contains { system in
      baseline.systems.contains { known in
        known.name == system.name && known.groups.first?.queries == system.groups.first?.queries
      }
    }
  }
}
