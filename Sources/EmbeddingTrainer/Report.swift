import Embedding
import Foundation

/// What the trainer tells whoever runs it.
enum Report {
  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  static func number(_ value: Double, digits: Int) -> String { String(format: "%.\(digits)f", value) }

  /// A Markdown table of NDCG@10; only the means over all questions if `total`.
  static func table(_ tasks: [RetrievalTask], _ table: EmbeddingTable, total: Bool) -> String {
    var all = RetrievalTask.Scores()
    var lines = ["| package | questions | BM25 | vectors | both |", "|---|---|---|---|---|"]
    for task in tasks {
      let scores = task.run(table)
      lines.append(row(task.name, scores))
      all.lexical += scores.lexical
      all.vectors += scores.vectors
      all.fused += scores.fused
    }
    let last = row("all", all)
    return total ? last : (lines + [last]).joined(separator: "\n")
  }

  private static func row(_ name: String, _ scores: RetrievalTask.Scores) -> String {
    func mean(_ values: [Double]) -> String {
      number(values.reduce(0, +) / Double(max(values.count, 1)), digits: 4)
    }
    return
      "| \(name) | \(scores.lexical.count) | \(mean(scores.lexical)) | \(mean(scores.vectors)) | \(mean(scores.fused)) |"
  }
}
