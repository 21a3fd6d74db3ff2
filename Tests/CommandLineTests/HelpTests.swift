import Foundation
import TestSupport
import Testing

@Suite struct HelpTests {
  let kg = KGProcess(in: RepositoryFiles.root)

  /// Every command and every flag of the program, from its own description.
  private func commands() throws -> [[String: Any]] {
    let tree = try kg("--experimental-dump-help").object()
    let root = try #require(tree["command"] as? [String: Any])
    return (root["subcommands"] as? [[String: Any]] ?? []).filter {
      $0["commandName"] as? String != "help" && $0["shouldDisplay"] as? Bool != false
    }
  }

  @Test func everyCommandIsInTheReadme() throws {
    let readme = try RepositoryFiles.text("README.md")
    let names = try commands().compactMap { $0["commandName"] as? String }
    #expect(names.count >= 5)
    for name in names { #expect(readme.contains("`kg \(name)"), "\(name)") }
  }

  @Test func everyFlagSaysWhatItDoes() throws {
    for command in try commands() {
      for argument in command["arguments"] as? [[String: Any]] ?? [] {
        let name = argument["valueName"] as? String ?? ""
        #expect(argument["abstract"] != nil, "\(command["commandName"] ?? ""): \(name)")
      }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionsAreGenerated(shell: String) throws {
    let result = try kg("--generate-completion-script", shell)
    #expect(result.status == 0)
    #expect(result.text.contains("search") && result.text.contains("language"))
  }

  @Test func theVersionIsTheChangelogs() throws {
    let version = try kg("--version").text.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(try RepositoryFiles.text("CHANGELOG.md").contains("## \(version)"))
  }
}
