import Foundation
import LanguageSupport
import Testing

@testable import SwiftLanguage

/// The table of the libraries' declarations.
@Suite struct StandardLibraryTests {
  @Test func everyTextParses() {
    for interface in StandardLibrary.allInterfaces() {
      #expect(interface.facts.parseErrors == 0)
      #expect(interface.facts.definitions.count > 10)
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["KG_TEST"] == "full"))
  func readingTheTableIsQuick() {
    let clock = ContinuousClock()
    let texts = StandardLibrary.themes.map { Array($0.text.utf8) }
    var best = Duration.seconds(9)
    for _ in 0..<20 {
      best = min(best, clock.measure { for text in texts { _ = SwiftLanguage().parse(text) } })
    }
    print("best \(best), \(texts.map(\.count).reduce(0, +)) bytes")
  }
}
