import Evaluation
import Foundation
import GraphQuery
import Indexing
import SourceTree

/// Asks all systems all questions, one repository after the other.
struct BenchRun {
  let systems: [MeasuredSystem]
  /// The folder that holds the repositories.
  let corpora: String
  /// The folder of the databases; nil for each repository's own.
  let indexes: String?
  /// True to ask for files and to take the files of all answers.
  let byFile: Bool
  private var outcomes: [MeasuredSystem: [QueryOutcome]] = [:]

  init(systems: [MeasuredSystem], corpora: String, indexes: String?, byFile: Bool) {
    self.systems = systems
    self.corpora = corpora
    self.indexes = indexes
    self.byFile = byFile
  }

  /// - Parameter message: is told what is skipped and why.
  mutating func report(
    on questions: [EvaluationQuery], message: (String) -> Void
  ) async throws -> EvaluationReport {
    var report = EvaluationReport(corpora: [], missing: [], systems: [])
    let byRepository = Dictionary(grouping: questions, by: \.repository).sorted { $0.key < $1.key }
    for (name, questions) in byRepository {
      guard let session = try await session(of: name) else {
        message("\(name) is not in \(corpora); \(questions.count) questions are skipped")
        report.missing.append(name)
        continue
      }
      try ask(checked(questions, session, message), session)
      report.corpora.append(
        EvaluationReport.Corpus(name: name, digest: session.digest, queries: questions.count))
    }
    report.systems = systems.map { SystemReport(name: $0.name, outcomes: outcomes[$0] ?? []) }
    return report
  }

  /// Writes the raw answers of each system, one JSON object a line, into a folder.
  func writeOutcomes(to folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for system in systems {
        var json = JSONWriter()
        for outcome in outcomes[system] ?? [] {
          outcome.write(to: &json)
          json.newline()
        }
        try Data(json.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(system.name).jsonl"))
      }
    } catch {
      throw Failure(.failed, "cannot write to \(folder): \(error.localizedDescription)")
    }
  }

  private mutating func ask(_ questions: [EvaluationQuery], _ session: GraphSession) throws {
    var passages: [Passage]?
    func shared() throws -> [Passage] {
      if let passages { return passages }
      let made = try session.passages()
      passages = made
      return made
    }
    do {
      for system in systems {
        let ranker = try system.ranker(session, shared)
        outcomes[system, default: []] += try QueryOutcome.outcomes(of: ranker, for: questions)
      }
    } catch let error as QueryError {
      throw Failure(error)
    }
  }

  /// The index of a repository, brought up to date; nil if the repository is not there.
  private func session(of name: String) async throws -> GraphSession? {
    let root = corpora + "/" + name
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder), isFolder.boolValue else {
      return nil
    }
    let current = FileManager.default.currentDirectoryPath
    let location = IndexLocation.forIndexing(
      path: root, database: indexes.map { "\($0)/\(name).db" }, directory: current)
    do {
      if let indexes {
        try? FileManager.default.createDirectory(atPath: indexes, withIntermediateDirectories: true)
      }
      _ = try await Indexer(options: IndexOptions(location: location)).run { _ in }
      return try GraphSession(location: location)
    } catch let error as IndexingError {
      throw Failure(error)
    } catch let error as QueryError {
      throw Failure(error)
    }
  }

  /// Says which answers the index does not have: they can never be found, the question is about another
  /// version.
  private func checked(
    _ questions: [EvaluationQuery], _ session: GraphSession, _ message: (String) -> Void
  ) throws -> [EvaluationQuery] {
    do {
      return try questions.map { question in
        for answer in question.answers + question.secondary
        where try session.place(answer, grain: question.grain) == nil {
          message("\(question.repository) has no \(answer), an answer of \(question.id)")
        }
        guard byFile else { return question }
        return try question.aboutFiles { try session.place($0, grain: .symbol)?.path }
      }
    } catch let error as QueryError {
      throw Failure(error)
    }
  }
}
