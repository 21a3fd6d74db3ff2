import ArgumentParser
import GraphModel
import GraphQuery

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "What is in the index, and what is not.")

  @Flag(help: "List every skipped file.")
  var skipped = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let session = try shared.open()
    let answer: StatusAnswer
    do { answer = try session.status(skippedFiles: skipped ? .max : 20) } catch { throw Failure(error) }
    try Output.line(shared.json ? answer.json : Output.safe(Self.text(answer)))
  }

  private static func text(_ status: StatusAnswer) -> String {
    var lines = [
      "root       \(status.root)",
      "database   \(status.database), \(status.databaseBytes) bytes"
        + (status.baseBytes.map { " beside the \($0) of a base that work trees share" } ?? ""),
      "generation \(status.index.generation), digest \(status.index.digest.prefix(16))",
      "files      \(list(status.files)); \(status.lines) lines, \(status.parseErrors) parse errors",
      "nodes      \(list(status.nodes))",
      "edges      \(list(status.edges)); \(status.index.unresolved) unresolved references",
    ]
    if status.compilerFiles > 0 {
      lines.append("compiler   the edges of \(status.compilerFiles) Swift files come from a compiler's index")
    }
    if !status.skipped.isEmpty {
      lines.append("skipped    \(list(status.skipped))")
      lines += status.skippedFiles.map { "  \($0.reason.rawValue)  \($0.path)" }
      let more = status.index.skippedFiles - status.skippedFiles.count
      if more > 0 { lines.append("  … and \(more) more (--skipped lists all)") }
    }
    return lines.joined(separator: "\n")
  }

  private static func list(_ counts: [StatusAnswer.Count]) -> String {
    counts.isEmpty ? "none" : counts.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
  }
}
