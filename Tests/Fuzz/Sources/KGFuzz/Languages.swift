import Foundation
import GraphModel
import HTMLLanguage
import InterfaceLanguage
import LanguageSupport
import MarkdownLanguage
import PythonLanguage
import ReStructuredTextLanguage
import SwiftLanguage
import TestSupport

private let languages: [LanguageID: any Language] = {
  let all: [any Language] = [
    SwiftLanguage(), PythonLanguage(), MarkdownLanguage(), ReStructuredTextLanguage(), HTMLLanguage(),
    InterfaceLanguage(),
  ]
  return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}()

/// Parsing ends, and what it gives keeps its promises and survives the cache.
func fuzzLanguage(_ id: LanguageID, _ input: [UInt8]) {
  guard let language = languages[id] else { fatalError("no such language") }
  guard case .facts(let facts) = language.parse(input) else { return }
  let violations = FactsInvariants.violations(in: facts)
  require(violations.isEmpty, violations.joined(separator: "\n"))
  require(FactsCoding.decode(FactsCoding.encode(facts)) == facts, "the cached form is another")
}
