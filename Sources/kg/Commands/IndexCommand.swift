import ArgumentParser
import Foundation
import GraphModel
import GraphQuery
import Indexing
import SourceTree

struct IndexCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Read the sources and write the graph.",
    discussion: """
      EXAMPLES
        kg index                       the repository around this folder
        kg index ~/src/django --jobs 2
      An unchanged tree is recognised and nothing is written.
      """)

  @Argument(help: ArgumentHelp("The folder to index (default: the enclosing repository).", valueName: "path"))
  var path: String?

  @OptionGroup var shared: SharedOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only these languages: swift python markdown.", valueName: "language"))
  var languages: [LanguageID] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Parser threads (default: the number of cores).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Wait for another writer to end, instead of failing with exit code 5.")
  var wait = false

  @Flag(help: "Stay, and index again whenever the tree changes, until SIGINT or SIGTERM.")
  var watch = false

  @Flag(help: "Parse every file again, whatever is cached.")
  var full = false

  @Option(help: ArgumentHelp("Skip files larger than this.", valueName: "bytes"))
  var maxFileSize = IndexOptions.defaultMaximumFileSize

  @Option(
    help: ArgumentHelp("Give up a file whose parsing takes more CPU time than this.", valueName: "seconds"))
  var parseLimit = IndexOptions.defaultParserTimeLimit

  @Flag(help: "Index generated files and third-party folders too.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "An index store that a Swift build wrote (default: .build/*/index/store of each package).",
      valueName: "folder"))
  var indexStore: [String] = []

  @Option(
    help: ArgumentHelp(
      "The toolchain's libIndexStore (default: beside swift on the PATH).", valueName: "file"))
  var indexStoreLibrary: String?

  @Flag(help: "Take nothing from a compiler's index.")
  var noIndexStore = false

  func validate() throws {
    if noIndexStore && !indexStore.isEmpty {
      throw ValidationError("--index-store and --no-index-store exclude each other")
    }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
    if !(parseLimit > 0) { throw ValidationError("--parse-limit takes a positive number of seconds") }
    if maxFileSize < 1 { throw ValidationError("--max-file-size takes a positive number of bytes") }
  }

  func run() async throws {
    let location = IndexLocation.forIndexing(
      path: path, database: shared.database, directory: shared.startFolder)
    var options = IndexOptions(location: location)
    if !languages.isEmpty { options.languages = Set(languages) }
    if let jobs { options.jobs = jobs }
    options.full = full
    if wait { options.patience = .seconds(86_400) }
    options.maximumFileSize = maxFileSize
    options.parserTimeLimit = parseLimit
    options.includesGenerated = all
    options.compilerIndex.isOn = !noIndexStore
    options.compilerIndex.stores = indexStore.map(absolute)
    options.compilerIndex.library = indexStoreLibrary.map(absolute)
    options.compilerIndex.reader = ReadIndexStoreCommand.process
    if watch { return try await watchTree(options) }
    let line = ProgressLine(quiet: shared.quiet)
    let report: IndexReport
    do {
      report = try await Indexer(options: options).run { line.show($0) }
    } catch {
      line.clear()
      throw Failure(error)
    }
    line.clear()
    if !shared.quiet { for warning in report.warnings { Output.message("kg: warning: " + warning) } }
    try Output.line(shared.json ? report.json : Self.text(report))
    if report.definitions == 0 {
      throw Failure(
        .nothingFound, "no symbol found in \(location.root)",
        advice: "`kg status` lists the files that were skipped, with the reason.")
    }
  }

  /// Runs until a signal asks to stop, which is the ordinary end.
  private func watchTree(_ options: IndexOptions) async throws {
    let quiet = shared.quiet
    let json = shared.json
    let task = Task {
      await TreeWatch(options: options).run { event in
        switch event {
        case .indexed(let report): try? Output.line(json ? report.json : Self.text(report))
        case .failed(let error): Output.message("kg: " + error.message)
        case .waiting(.polling):
          if !quiet { Output.message("kg: directories cannot be watched here; looking from time to time") }
        case .waiting(.watching(let count)):
          if !quiet { Output.message("kg: watching \(count) directories") }
        }
      }
    }
    let stop = Termination { task.cancel() }
    await task.value
    stop.end()
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : shared.startFolder + "/" + path
  }

  private static func text(_ report: IndexReport) -> String {
    let files = report.files.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    var lines: [String] = []
    if report.changed {
      lines.append(
        "indexed \(files) files, \(report.lines) lines: \(report.nodes) nodes, \(report.edges) edges, "
          + "\(report.unresolved) unresolved")
    } else {
      lines.append("unchanged: \(files) files, \(report.nodes) nodes, \(report.edges) edges")
    }
    if report.compilerFiles > 0 {
      lines.append("\(report.compilerFiles) Swift files are backed by a compiler's index")
    }
    if !report.skipped.isEmpty {
      lines.append("skipped " + report.skipped.map { "\($0.count) \($0.name)" }.joined(separator: ", "))
    }
    let rounded = (report.seconds * 100).rounded() / 100
    lines.append("generation \(report.index.generation), \(rounded) s, \(report.database)")
    return lines.joined(separator: "\n")
  }
}

extension Failure {
  /// What an indexing error means for the program.
  init(_ error: IndexingError) {
    switch error.kind {
    case .locked: self.init(.locked, error.message, advice: error.advice)
    case .permission: self.init(.permission, error.message, advice: error.advice)
    case .nothingToIndex, .newerSchema: self.init(.nothingFound, error.message, advice: error.advice)
    case .failed: self.init(.failed, error.message, advice: error.advice)
    }
  }
}
