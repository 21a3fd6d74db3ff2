import ArgumentParser
import GraphQuery

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check that the index is what was written, and say what is not.",
    discussion: """
      Reads all of the index: every page against its checksum, the structures, the graph against its digest. Nothing
      is changed. A damaged index ends with exit code 1; `kg index --full` sets it aside and writes a new one.
      """)

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let answer: DoctorAnswer
    do { answer = try DoctorAnswer.examine(shared.location()) } catch let error as QueryError {
      throw Failure(error)
    }
    if shared.json {
      try Output.line(answer.json)
    } else if answer.isHealthy {
      try Output.line(
        (["healthy: generation \(answer.index.generation), \(answer.database)"]
          + answer.notices.map { "  " + $0 })
          .joined(separator: "\n"))
    }
    if !answer.isHealthy {
      let findings = (answer.damage + answer.notices).map { "  " + $0 }
      throw Failure(
        .failed, (["\(answer.database) is damaged"] + findings).joined(separator: "\n"),
        advice: "Run `kg index --full`: it sets the file aside and writes a new one.")
    }
  }
}
