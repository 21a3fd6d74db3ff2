import ArgumentParser
import GraphModel
import GraphQuery

struct SymbolCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "symbol",
    abstract: "Show a definition: signature, documentation, members, degree.",
    discussion: """
      EXAMPLES
        kg symbol Flask.route
        kg symbol 'swift . . . GRDB/DatabasePool#read(_:).' --json
      A name that several definitions have is answered with the list of them.
      """)

  @Argument(help: ArgumentHelp("A name, a qualified name or its end, or a symbol id.", valueName: "name"))
  var name: String

  @OptionGroup var freshness: FreshnessOptions

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let session = try await freshness.open(shared)
    let answer: SymbolAnswer
    do { answer = try session.symbol(name) } catch { throw Failure(error) }
    if shared.json {
      try Output.line(answer.json)
    } else if let symbol = answer.symbol {
      try Output.line(Output.safe(Self.text(symbol)))
    } else if !answer.candidates.isEmpty {
      let lines = answer.candidates.map { Self.line($0) + "\n    " + $0.id }
      try Output.line(
        Output.safe("\(answer.candidates.count) definitions match:\n" + lines.joined(separator: "\n")))
    }
    if answer.symbol == nil && answer.candidates.isEmpty {
      let near = answer.suggestions.isEmpty ? nil : "Similar: " + answer.suggestions.joined(separator: ", ")
      throw Failure(.nothingFound, "no definition called “\(Output.safe(name))”", advice: near)
    }
    if !shared.quiet { session.warnAboutStaleness(answer.index) }
  }

  private static func line(_ node: NodeSummary) -> String {
    var place = node.path ?? ""
    if let line = node.startLine { place += ":\(line)" }
    return "\(node.kind.name) \(node.qualifiedName)  \(place)"
  }

  private static func text(_ symbol: SymbolAnswer.Details) -> String {
    var lines = [line(symbol.node), "  id         \(symbol.node.id)"]
    if let signature = symbol.node.signature { lines.append("  signature  \(signature)") }
    if let container = symbol.container {
      lines.append("  in         \(container.kind.name) \(container.qualifiedName)")
    }
    for property in symbol.properties {
      lines.append("  \(property.key)  " + property.value.split(separator: "\n").joined(separator: ", "))
    }
    for (title, degrees) in [("in", symbol.incoming), ("out", symbol.outgoing)] where !degrees.isEmpty {
      let counts = degrees.map { "\($0.count) \($0.kind.name)" }.joined(separator: ", ")
      lines.append("  edges \(title)  \(counts)")
    }
    if let doc = symbol.doc {
      lines.append("")
      lines += doc.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    }
    if !symbol.docs.isEmpty {
      lines.append("")
      lines.append("  in the documentation")
      lines += symbol.docs.map { "    " + DocsCommand.line($0) }
    }
    if !symbol.members.isEmpty {
      lines.append("")
      lines.append("  members")
      lines += symbol.members.map { "    \($0.kind.name) \($0.signature ?? $0.name)" }
    }
    return lines.joined(separator: "\n")
  }
}
