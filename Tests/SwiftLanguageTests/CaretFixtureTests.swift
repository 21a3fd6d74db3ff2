import Foundation
import LanguageSupport
import SwiftLanguage
import TestSupport
import Testing

/// Each file of `Fixtures/Swift` asserts its own facts; see `CaretFile`.
@Suite struct CaretFixtureTests {
  static let fixtures = RepositoryFiles.files(below: "Fixtures/Swift", suffix: ".swift")

  @Test func fixturesExist() {
    #expect(Self.fixtures.count >= 15)
  }

  @Test(arguments: fixtures)
  func factsAreAsAsserted(_ path: String) throws {
    let source = [UInt8](try Data(contentsOf: RepositoryFiles.root.appendingPathComponent(path)))
    let facts = try #require(Parsing.facts(of: source))
    let failures = CaretFile(source: source, comment: "//").failures(in: facts)
    #expect(failures.isEmpty, "\(path)\n\(failures.joined(separator: "\n"))")
  }
}
