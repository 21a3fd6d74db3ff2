import ArgumentParser
import GraphModel
import GraphQuery

struct DocsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "What the documentation says of a definition, and where it went wrong.",
    discussion: """
      EXAMPLES
        kg docs Flask.route          the sections that document or name it, best first
        kg docs --broken             links that lead nowhere; exit code 1 if there are any
        kg docs --drift              names of definitions that are gone or misspelt
        kg docs --undocumented       public definitions that no document names
      """)

  @Argument(help: ArgumentHelp("A name, a qualified name or its end, or a symbol id.", valueName: "name"))
  var name: String?

  @Flag(help: "List the links that lead nowhere; exit code 1 if there are any.")
  var broken = false

  @Flag(help: "List names of definitions that are not there, with the nearest that are.")
  var drift = false

  @Flag(help: "List public definitions that no document names.")
  var undocumented = false

  @Option(name: .short, help: ArgumentHelp("At most so many results, 1 to 100000.", valueName: "n"))
  var k = 50

  @OptionGroup var freshness: FreshnessOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    let asked = [name != nil, broken, drift, undocumented].count { $0 }
    if asked != 1 { throw ValidationError("give a name, or one of --broken, --drift and --undocumented") }
    if !(1...100_000).contains(k) { throw ValidationError("-k takes a number from 1 to 100000") }
  }

  func run() async throws {
    let session = try await freshness.open(shared)
    do {
      if let name {
        try show(try session.docs(name, limit: k), session)
      } else if undocumented {
        try show(try session.undocumented(limit: k))
      } else {
        try show(broken ? try session.brokenLinks() : try session.drift())
      }
    } catch let error as QueryError {
      throw Failure(error)
    }
  }

  // MARK: A definition

  private func show(_ answer: DocsAnswer, _ session: GraphSession) throws {
    if shared.json {
      try Output.line(answer.json)
    } else if let symbol = answer.symbol, !answer.places.isEmpty || answer.doc != nil {
      var lines = ["\(symbol.kind.name) \(symbol.qualifiedName)"]
      if let doc = answer.doc {
        lines += doc.split(separator: "\n", omittingEmptySubsequences: false).prefix(6).map { "    " + $0 }
      }
      lines += answer.places.map { "  " + Self.line($0) }
      try Output.line(Output.safe(lines.joined(separator: "\n")))
    } else if !answer.candidates.isEmpty {
      let lines = answer.candidates.map { "\($0.kind.name) \($0.qualifiedName)\n    \($0.id)" }
      try Output.line(
        Output.safe("\(answer.candidates.count) definitions match:\n" + lines.joined(separator: "\n")))
    }
    if answer.symbol == nil && answer.candidates.isEmpty {
      let near = answer.suggestions.isEmpty ? nil : "Similar: " + answer.suggestions.joined(separator: ", ")
      throw Failure(.nothingFound, "no definition called “\(Output.safe(answer.query))”", advice: near)
    }
    if answer.symbol != nil && answer.places.isEmpty && answer.doc == nil {
      throw Failure(.nothingFound, "no document names “\(Output.safe(answer.query))”")
    }
    if !shared.quiet { session.warnAboutStaleness(answer.index) }
  }

  /// A section with its place and what it does.
  static func line(_ place: DocsPlace) -> String {
    let times = place.count > 1 ? ", \(place.count) times" : ""
    let doubt = place.resolution == .ambiguous ? ", one of several" : ""
    return
      "\(place.relation.name)  \(place.node.qualifiedName)  \(place.node.path ?? ""):\(place.line)\(times)\(doubt)"
  }

  // MARK: Lists

  private func show(_ answer: DocsProblems) throws {
    if shared.json {
      try Output.line(answer.json)
    } else if !answer.problems.isEmpty {
      let lines = answer.problems.prefix(k).map { item in
        let near = item.nearest.isEmpty ? "" : "; there is " + item.nearest.joined(separator: ", ")
        return "\(item.path):\(item.line):\(item.column): \(item.reason): \(item.name)\(near)"
      }
      try Output.line(Output.safe(lines.joined(separator: "\n")))
      let more = answer.problems.count - lines.count
      if more > 0 { Output.message("… and \(more) more (-k shows them)") }
    }
    if broken, !answer.problems.isEmpty {
      throw Failure(.failed, "\(answer.problems.count) links lead nowhere")
    }
  }

  private func show(_ answer: UndocumentedAnswer) throws {
    if shared.json {
      try Output.line(answer.json)
      return
    }
    let lines = answer.definitions.map { item in
      let note = item.hasComment ? "" : "  (no comment either)"
      return
        "\(item.node.path ?? ""):\(item.node.startLine ?? 0): \(item.node.kind.name) \(item.node.qualifiedName)\(note)"
    }
    if !lines.isEmpty { try Output.line(Output.safe(lines.joined(separator: "\n"))) }
    Output.message("\(answer.total) of \(answer.publicDefinitions) public definitions are in no document")
  }
}
