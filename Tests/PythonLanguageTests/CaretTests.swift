import Foundation
import LanguageSupport
import PythonLanguage
import TestSupport
import Testing

/// The sources in `Fixtures/Python`, one per feature of the grammar, with their facts in caret comments.
@Suite struct CaretTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures/Python").standardizedFileURL

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".py") }.sorted()
  }()

  @Test func fixturesArePresent() {
    #expect(Self.names.count >= 20)
  }

  @Test(arguments: names) func facts(_ name: String) throws {
    let source = try [UInt8](Data(contentsOf: Self.folder.appending(path: name)))
    guard case .facts(let facts) = PythonLanguage().parse(source) else {
      Issue.record("\(name) was skipped")
      return
    }
    #expect(CaretFile(source: source, comment: "#").failures(in: facts) == [])
  }
}
