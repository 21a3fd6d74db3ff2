import ArgumentParser
import Evaluation
import Foundation
import GraphQuery
import Indexing
import SourceTree

struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure search on questions whose answers are known.",
    discussion: """
      EXAMPLES
        kg bench --corpora ~/src --queries Benchmarks/Quality/queries
        kg bench --corpora ~/src --queries my.jsonl --baseline before.json
      The folder of corpora holds one folder for each repository that the queries name; each is indexed first.
      With --baseline the exit code is 1 if search became worse.
      """)

  @Option(help: ArgumentHelp("The folder that holds the repositories.", valueName: "folder"))
  var corpora: String

  @Option(
    help: ArgumentHelp(
      "Questions, one JSON object a line; or a folder of such files; may be repeated.", valueName: "path"))
  var queries: [String]

  @Option(
    help: ArgumentHelp("Only questions about this repository; may be repeated.", valueName: "name"))
  var repository: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only kg, fulltext (plain full text), words (counts), only-SIGNAL or without-SIGNAL; may be repeated.",
      valueName: "system"))
  var system: [MeasuredSystem] = []

  @Option(help: "What is asked for and scored: symbol, as each question says, or file, always files.")
  var by: SearchRequest.Grain = .symbol

  @Flag(help: "Search by one kind of signal alone, and without each, too.")
  var ablations = false

  @Option(
    help: ArgumentHelp("Keep the databases in this folder (default: .kg of each).", valueName: "folder"))
  var indexes: String?

  @Option(
    help: ArgumentHelp("Keep each answer in this folder, one file a system.", valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("A report made with --json to compare with.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "How much worse than the baseline a figure from 0 to 1 may be.", valueName: "difference"))
  var tolerance = 0.01

  @Flag(help: "Print one JSON object instead of text.")
  var json = false

  @Flag(help: "No messages on standard error but errors.")
  var quiet = false

  func validate() throws {
    if !(0...1).contains(tolerance) { throw ValidationError("--tolerance takes a number from 0 to 1") }
    if queries.isEmpty { throw ValidationError("--queries is missing") }
  }

  func run() async throws {
    let known = try baseline.map(readBaseline)
    let questions = try BenchQuestions.read(queries).filter {
      repository.isEmpty || repository.contains($0.repository)
    }
    guard !questions.isEmpty else {
      throw Failure(.nothingFound, "no questions in \(queries.joined(separator: ", "))")
    }
    let systems =
      (system.isEmpty ? MeasuredSystem.standard : system) + (ablations ? MeasuredSystem.ablations : [])
    var bench = BenchRun(systems: systems, corpora: corpora, indexes: indexes, byFile: by == .file)
    let message: (String) -> Void = { text in if !quiet { Output.message("kg: " + text) } }
    let report = try await bench.report(on: questions, message: message)
    if let output { try bench.writeOutcomes(to: output) }
    try Output.line(json ? report.json : BenchTable.text(report))
    guard !report.corpora.isEmpty else {
      throw Failure(.nothingFound, "none of the repositories is in \(corpora)")
    }
    if let known { try compare(report, with: known) }
  }

  private func readBaseline(_ path: String) throws -> EvaluationReport {
    do {
      return try EvaluationReport(json: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw Failure(.failed, "\(path) is no report of `kg bench --json`")
    }
  }

  private func compare(_ report: EvaluationReport, with baseline: EvaluationReport) throws {
    if Regression.areApart(report, baseline) {
      throw Failure(.failed, "the baseline is of other questions; nothing could be compared")
    }
    let worse = Regression.regressions(in: report, since: baseline, tolerance: tolerance)
    guard !worse.isEmpty else { return }
    let lines = worse.map { item in
      let (before, now) = (BenchTable.figure(item.before), BenchTable.figure(item.now))
      return "\(item.system): \(item.figure) of \(item.group) was \(before), is \(now)"
    }
    throw Failure(.failed, "worse than the baseline:\n    " + lines.joined(separator: "\n    "))
  }
}

extension MeasuredSystem: ExpressibleByArgument {
  /// Finds the system of that name.
  public init?(argument: String) {
    guard let found = Self.named(argument) else { return nil }
    self = found
  }

  /// Every name, for completions.
  public static var allValueStrings: [String] { (standard + ablations).map(\.name) }
}
