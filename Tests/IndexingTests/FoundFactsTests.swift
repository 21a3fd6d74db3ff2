import Foundation
import Indexing
import LanguageSupport
import TestSupport
import Testing

/// What fuzzing found once, whichever language it was found in, has facts that hold for any file.
@Suite struct FoundFactsTests {
  @Test(arguments: RepositoryFiles.files(below: "Fixtures/Hostile/Found", suffix: ".input"))
  func factsKeepTheirPromises(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: RepositoryFiles.root.appendingPathComponent(name)))
    for language in LanguageRegistry.all {
      guard case .facts(let facts) = language.parse(bytes) else { continue }
      #expect(FactsInvariants.violations(in: facts) == [], "\(language.id)")
    }
  }
}
