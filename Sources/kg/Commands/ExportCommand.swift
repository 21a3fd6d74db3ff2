import ArgumentParser
import GraphQuery

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the whole graph, byte-identical for identical input.",
    discussion: "EXAMPLES\n  kg export --format jsonl > graph.jsonl")

  /// The forms a graph can be printed in.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case jsonl
  }

  @Option(help: "The form: jsonl (one JSON object a line).")
  var format: Format = .jsonl

  @OptionGroup var freshness: FreshnessOptions

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let session = try await freshness.open(shared)
    do {
      try session.exportLines { bytes in try Output.data(bytes) }
    } catch let error as QueryError {
      throw Failure(error)
    }
  }
}
