import ArgumentParser
import GraphQuery

struct FlowsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flows",
    abstract: "Show what happens: call chains from entry points.",
    discussion: """
      EXAMPLES
        kg flows                           from mains, commands and routes
        kg flows --from test -k 5 --json
      """)

  @Option(name: .short, help: ArgumentHelp("At most so many chains, 1 to 1000.", valueName: "n"))
  var k = 10

  @Option(
    help: ArgumentHelp("Only from these: main, command, route, test; may be repeated.", valueName: "kind"))
  var from: [EntryPointKind] = []

  @OptionGroup var freshness: FreshnessOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if !(1...1_000).contains(k) { throw ValidationError("-k takes a number from 1 to 1000") }
  }

  func run() async throws {
    let session = try await freshness.open(shared)
    var request = FlowsRequest(limit: k)
    if !from.isEmpty { request.kinds = from }
    let answer: FlowsAnswer
    do { answer = try session.flows(request) } catch { throw Failure(error) }
    if shared.json {
      try Output.line(answer.json)
    } else if !answer.flows.isEmpty {
      try Output.line(Output.safe(answer.flows.map(Self.text).joined(separator: "\n\n")))
    }
    if answer.flows.isEmpty {
      throw Failure(
        .nothingFound, "none of \(answer.entryPoints) entry points calls anything that is indexed")
    }
    if !shared.quiet { session.warnAboutStaleness(answer.index) }
  }

  private static func text(_ flow: FlowsAnswer.Flow) -> String {
    let lines = flow.steps.enumerated().map { place, step -> String in
      let head = place == 0 ? flow.kind.rawValue : String(repeating: "  ", count: place) + "→"
      let start = step.node.startLine.map { ":\($0)" } ?? ""
      return "\(head) \(step.node.qualifiedName)  \(step.node.path ?? "")\(start)"
    }
    return lines.joined(separator: "\n") + "\n  reaches \(flow.reached) definitions"
  }
}

extension EntryPointKind: ExpressibleByArgument {}
