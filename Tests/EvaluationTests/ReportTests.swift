import Evaluation
import Foundation
import GraphQuery
import Testing

@Suite struct ReportTests {
  private func outcome(
    _ repository: String, _ kind: String, rank: Int?, answerable: Bool = true, confident: Bool = true
  ) -> QueryOutcome {
    let query = EvaluationQuery(
      id: "\(repository) \(kind)", repository: repository, text: "q", kind: kind, grain: .file,
      answers: answerable ? ["right"] : [])
    let places = (1...20).map { RankedPlace(id: "", qualifiedName: "", path: $0 == rank ? "right" : "wrong") }
    return QueryOutcome(
      query: query, ranking: Ranking(places: places, isConfident: confident),
      milliseconds: Double(rank ?? 100))
  }

  private var outcomes: [QueryOutcome] {
    [
      outcome("a", "symbol", rank: 1), outcome("a", "behaviour", rank: 3),
      outcome("b", "symbol", rank: 12, confident: false), outcome("b", "behaviour", rank: nil),
      outcome("b", "absent", rank: nil, answerable: false),
      outcome("b", "unknownSymbol", rank: nil, answerable: false, confident: false),
    ]
  }

  private func report(_ outcomes: [QueryOutcome]) -> EvaluationReport {
    EvaluationReport(
      corpora: [EvaluationReport.Corpus(name: "a", digest: "12", queries: 2)], missing: ["c"],
      systems: [SystemReport(name: "kg", outcomes: outcomes)])
  }

  @Test func groupsAreSummedUp() throws {
    let system = SystemReport(name: "kg", outcomes: outcomes)
    #expect(
      system.groups.map(\.name)
        == ["all", "repository:a", "repository:b", "kind:behaviour", "kind:symbol"])
    let all = try #require(system.groups.first)
    #expect(all.queries == 4)
    #expect(abs(all.ndcg10 - 1.5 / 4) < 1e-12)
    let reciprocal: [Double] = [1, 1.0 / 3, 1.0 / 12, 0]
    #expect(abs(all.mrr - reciprocal.reduce(0, +) / 4) < 1e-12)
    #expect(all.hit1 == 0.25 && all.recall5 == 0.5 && all.recall10 == 0.5 && all.answered == 0.75)
    #expect(all.ndcg10Low <= all.ndcg10 && all.ndcg10 <= all.ndcg10High)
    #expect(system.unanswerable.map(\.name) == ["all", "kind:absent", "kind:unknownSymbol"])
    #expect(system.unanswerable.map(\.answered) == [0.5, 1, 0])
    #expect(system.p50Milliseconds == 12 && system.p95Milliseconds == 100)
  }

  @Test func reportsComeBackFromTheirJSON() throws {
    let made = report(outcomes)
    let read = try EvaluationReport(json: Data(made.json.utf8))
    #expect(read.corpora == made.corpora && read.missing == made.missing)
    #expect(Regression.regressions(in: read, since: made, tolerance: 1e-3).isEmpty)
    #expect(!Regression.areApart(read, made))
    #expect(throws: (any Error).self) { try EvaluationReport(json: Data("{}".utf8)) }
  }

  @Test func whatIsWorseIsSaid() {
    var worse = outcomes
    worse[0] = outcome("a", "symbol", rank: 2)
    worse[5] = outcome("b", "unknownSymbol", rank: nil, answerable: false)
    let found = Regression.regressions(in: report(worse), since: report(outcomes), tolerance: 0.01)
    #expect(found.map(\.figure) == ["ndcg10", "mrr", "hit1", "answered"])
    #expect(found.map(\.group) == ["all", "all", "all", "unanswerable"])
    #expect(Regression.regressions(in: report(outcomes), since: report(worse), tolerance: 0.01).isEmpty)
    #expect(Regression.regressions(in: report(worse), since: report(outcomes), tolerance: 0.6).isEmpty)
  }

  @Test func otherQuestionsAreNotCompared() {
    let fewer = report(Array(outcomes.dropLast(3)))
    #expect(Regression.regressions(in: fewer, since: report(outcomes), tolerance: 0).isEmpty)
    #expect(Regression.areApart(fewer, report(outcomes)))
  }
}

@Suite struct MeasuredSystemTests {
  @Test func systemsAreFoundByTheirNames() {
    let all = MeasuredSystem.standard + MeasuredSystem.ablations
    #expect(Set(all.map(\.name)).count == all.count)
    for system in all { #expect(MeasuredSystem.named(system.name) == system) }
    #expect(MeasuredSystem.named("without-history") != nil)
    #expect(MeasuredSystem.named("without-nothing") == nil)
  }
}
