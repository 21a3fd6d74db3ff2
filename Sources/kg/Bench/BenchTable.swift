import Evaluation
import Foundation

/// A report as tables for people.
enum BenchTable {
  /// One table over all systems, then one for each system that was asked about more than one group.
  static func text(_ report: EvaluationReport) -> String {
    var parts = [corpora(report), overview(report)]
    parts += report.systems.filter { $0.groups.count > 2 }.map(groups)
    return parts.joined(separator: "\n\n")
  }

  /// A figure from 0 to 1 with three decimals.
  static func figure(_ value: Double) -> String { String(format: "%.3f", value) }

  private static func corpora(_ report: EvaluationReport) -> String {
    var lines = report.corpora.map { "\($0.name)  \($0.queries) queries, graph \($0.digest.prefix(16))" }
    if !report.missing.isEmpty { lines.append("not there: " + report.missing.joined(separator: ", ")) }
    return lines.joined(separator: "\n")
  }

  private static func overview(_ report: EvaluationReport) -> String {
    var rows = [
      [
        "system", "ndcg@10", "95 %", "mrr", "hit@1", "recall@5", "recall@10", "answered", "unanswerable",
        "p50 ms",
        "p95 ms",
      ]
    ]
    for system in report.systems {
      guard let all = system.groups.first else { continue }
      let refused = system.unanswerable.first.map { figure($0.answered) } ?? "-"
      rows.append(
        [system.name] + figures(all) + [refused]
          + [system.p50Milliseconds, system.p95Milliseconds].map { String(format: "%.2f", $0) })
    }
    return table(rows)
  }

  private static func groups(_ system: SystemReport) -> String {
    var rows = [
      [system.name, "ndcg@10", "95 %", "mrr", "hit@1", "recall@5", "recall@10", "answered", "queries"]
    ]
    rows += system.groups.map { [$0.name] + figures($0) + ["\($0.queries)"] }
    rows += system.unanswerable.map { group in
      ["unanswerable:" + group.name] + [String](repeating: "", count: 6)
        + [figure(group.answered), "\(group.queries)"]
    }
    return table(rows)
  }

  private static func figures(_ group: SystemReport.Group) -> [String] {
    [
      figure(group.ndcg10), "\(figure(group.ndcg10Low))…\(figure(group.ndcg10High))", figure(group.mrr),
      figure(group.hit1), figure(group.recall5), figure(group.recall10), figure(group.answered),
    ]
  }

  /// Columns of equal width, two blanks apart; all but the first aligned to the right.
  private static func table(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + blanks : blanks + cell
      }
      return cells.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
