import ArgumentParser
import GraphModel
import GraphQuery

struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find the places that fit a question or a name, best first.",
    discussion: """
      EXAMPLES
        kg search "where are cookies parsed"
        kg search Router --kind class --language python -k 3
        kg search timeout --path 'Sources/**' --by file --json
        kg search 'retry policy kind:class lang:swift path:Sources/ test:no'
      """)

  @Argument(help: ArgumentHelp("Words, a name, or a sentence.", valueName: "query"))
  var query: [String]

  @Option(name: .short, help: ArgumentHelp("At most so many results, 1 to 1000.", valueName: "n"))
  var k = 10

  @Option(help: "What a result is: symbol or file.")
  var by: SearchRequest.Grain = .symbol

  @Option(help: ArgumentHelp("Only definitions of this kind; may be repeated.", valueName: "kind"))
  var kind: [NodeKind] = []

  @Option(help: ArgumentHelp("Only this language; may be repeated.", valueName: "language"))
  var language: [LanguageID] = []

  @Option(
    name: .customLong("path"),
    help: ArgumentHelp("Only paths that match; may be repeated.", valueName: "glob"))
  var paths: [String] = []

  @Flag(help: "Show what comes nearest even where there is no confident answer.")
  var guess = false

  @OptionGroup var freshness: FreshnessOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if !(1...1_000).contains(k) { throw ValidationError("-k takes a number from 1 to 1000") }
    if query.joined().allSatisfy(\.isWhitespace) { throw ValidationError("the query is empty") }
  }

  func run() async throws {
    let session = try await freshness.open(shared)
    let request = SearchRequest(
      query: query.joined(separator: " "), limit: k, grain: by, kinds: kind, languages: language, paths: paths
    )
    let answer: SearchAnswer
    do { answer = try session.search(request) } catch { throw Failure(error) }
    if shared.json {
      try Output.line(answer.json)
    } else if answer.confident || guess, !answer.results.isEmpty {
      try Output.line(answer.results.map(Self.text).joined(separator: "\n\n"))
    }
    if !answer.confident { throw Self.refusal(answer, isShown: guess || shared.json) }
    if !shared.quiet { session.warnAboutStaleness(answer.index) }
  }

  private static func refusal(_ answer: SearchAnswer, isShown: Bool) -> Failure {
    let query = Output.safe(answer.query)
    guard !answer.results.isEmpty else {
      let near = answer.suggestions.map { Output.safe($0) }.joined(separator: ", ")
      return Failure(
        .nothingFound, "nothing found for “\(query)”", advice: near.isEmpty ? nil : "Did you mean: \(near)?")
    }
    return Failure(
      .nothingFound, "no confident match for “\(query)”",
      advice: isShown ? nil : "`--guess` shows what comes nearest.")
  }

  private static func text(_ result: SearchAnswer.Result) -> String {
    let node = result.node
    var place = node.path ?? ""
    if let line = node.startLine { place += ":\(line)" }
    let head = "\(result.rank). \(node.kind.name) \(node.qualifiedName)  \(place)"
    let lines = result.snippet.split(separator: "\n", omittingEmptySubsequences: false)
    let width = String(result.snippetLine + lines.count - 1).count
    let numbered = lines.enumerated().map { offset, line -> String in
      let number = String(result.snippetLine + offset)
      return "   " + String(repeating: " ", count: width - number.count) + number + " │ " + line
    }
    // A file that is gone has no lines to show.
    let body = result.snippet.isEmpty ? [] : numbered
    return Output.safe(([head] + body).joined(separator: "\n"))
  }
}

extension GraphSession {
  /// Says on standard error which of the files an answer names changed since.
  func warnAboutStaleness(_ state: IndexState) {
    guard !state.staleFiles.isEmpty else { return }
    Output.message(
      "kg: \(state.staleFiles.count) of these files changed since they were indexed; run `kg index`")
  }
}
