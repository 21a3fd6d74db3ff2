import ArgumentParser
import Foundation

/// The `kg` program: one subcommand a file in `Commands`.
@main
struct KG: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kg",
    abstract: "A knowledge graph of your code and its documentation.",
    discussion: """
      EXAMPLES
        kg index                          index the repository around this folder
        kg search "parse a url"           the places that fit, best first
        kg search Router -k 3 --json      the same for programs
        kg symbol Flask.route             one definition and what surrounds it
        kg docs Flask.route               the documentation of a definition
        kg docs --broken                  links that lead nowhere
        kg communities                    the subsystems and what they depend on
        kg map --budget 1000              an overview that fits a budget
        kg status                         what is in the index, and what is not
        kg doctor                         whether the index is what was written
        kg export > graph.jsonl           the whole graph, one JSON object a line

      EXIT CODES
        0 done · 1 failed · 3 nothing found · 4 permission · 5 locked by another writer · 64 wrong usage
      """,
    version: Version.current,
    subcommands: [
      IndexCommand.self, SearchCommand.self, SymbolCommand.self, DocsCommand.self, CommunitiesCommand.self,
      MapCommand.self, FlowsCommand.self, StatusCommand.self, DoctorCommand.self, BenchCommand.self,
      ExportCommand.self, ReadIndexStoreCommand.self,
    ]
  )

  static func main() async {
    // A reader that goes away is an error of the write that meets it, not a death.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      try MemoryLimit.check()
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      Output.message("kg: " + failure.message)
      if let advice = failure.advice { Output.message("    " + advice) }
      Foundation.exit(failure.code.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}

/// The program's version.
enum Version {
  static let current = "0.1.0"
}
