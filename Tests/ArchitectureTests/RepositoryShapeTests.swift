import Foundation
import TestSupport
import Testing

@Suite struct RepositoryShapeTests {
  @Test func filesStaySmall() throws {
    let sources = RepositoryFiles.files(below: "Sources", suffix: ".swift")
    for path in sources {
      let lines = try RepositoryFiles.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 500, "\(path) has \(lines.count) lines: more than one idea?")
    }
  }

  @Test func theTopHoldsOnlyWhatTheDesignNames() throws {
    let known: Set<String> = [
      "Package.swift", "Package.resolved", "README.md", "LICENSE", "CHANGELOG.md", "Sources", "Tests",
      "Fixtures", "Benchmarks",
    ]
    let top = try FileManager.default.contentsOfDirectory(atPath: RepositoryFiles.root.path)
    for name in top where !name.hasPrefix(".") { #expect(known.contains(name), "\(name) at the top") }
  }

  @Test func everyLanguageSaysWhatItExtracts() throws {
    for language in ["Swift", "Python", "Markdown", "ReStructuredText", "HTML", "Interface"] {
      let text = try RepositoryFiles.text("Sources/Languages/\(language)/README.md").lowercased()
      #expect(text.contains("## what is extracted"), "\(language)/README.md")
      #expect(text.contains("## what is not"), "\(language)/README.md")
    }
  }
}
