import ArgumentParser
import GraphQuery

struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "An overview of the repository that fits a budget.",
    discussion: """
      EXAMPLES
        kg map                             entry points, subsystems, their key types
        kg map --budget 500
        kg map --format agents-md          an overview in the manner of AGENTS.md, to standard output
      A token is taken to be three bytes, which is more than models make of most text.
      """)

  /// The forms a map can be printed in.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case agentsMd = "agents-md"
  }

  @Option(help: ArgumentHelp("At most so many tokens, 50 to 1000000.", valueName: "tokens"))
  var budget = 2_000

  @Option(help: "The form: text or agents-md (Markdown).")
  var format: Format = .text

  @OptionGroup var freshness: FreshnessOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if !(50...1_000_000).contains(budget) {
      throw ValidationError("--budget takes a number from 50 to 1000000")
    }
    if shared.json && format != .text {
      throw ValidationError("--json and --format agents-md exclude each other")
    }
  }

  func run() async throws {
    let session = try await freshness.open(shared)
    do {
      switch format {
      case .text:
        let answer = try session.map(budget: budget)
        try Output.line(shared.json ? answer.json : Output.safe(MapText.text(answer)))
      case .agentsMd:
        try Output.line(Output.safe(try session.agentsOverview(budget: budget)))
      }
    } catch let error as QueryError {
      throw Failure(error)
    }
  }
}
