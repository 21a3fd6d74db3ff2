import Foundation
import LanguageSupport
import Testing

@testable import MarkdownLanguage

/// The facts of every document in `Fixtures/Markdown`, as text beside it (`KG_UPDATE_GOLDEN=1` writes it anew).
struct GoldenFactsTests {
  @Test func factsAreAsWrittenDown() throws {
    let files = try Samples.markdownFiles(below: Samples.fixtures)
    #expect(files.count >= 6)
    for file in files {
      let source = [UInt8](try Data(contentsOf: file))
      guard case .facts(let facts) = MarkdownLanguage().parse(source) else {
        Issue.record("\(file.lastPathComponent) was skipped")
        continue
      }
      let text = FactsText.text(facts, source)
      let golden = file.deletingPathExtension().appendingPathExtension("facts")
      if ProcessInfo.processInfo.environment["KG_UPDATE_GOLDEN"] != nil {
        try Data(text.utf8).write(to: golden)
      }
      let expected = try String(contentsOf: golden, encoding: .utf8)
      #expect(text == expected, "\(file.lastPathComponent)")
    }
  }
}
