import LanguageSupport
import TestSupport

/// Parsing ends, and what it gives keeps its promises and survives the cache.
public func fuzz(_ language: some Language, with input: [UInt8]) {
  let (seconds, outcome) = ThreadTime.measure { language.parse(input) }
  // The sanitizers cost a factor of about ten.
  require(seconds < 10, "\(seconds) s for \(input.count) bytes")
  guard case .facts(let facts) = outcome else { return }
  let violations = FactsInvariants.violations(in: facts)
  require(violations.isEmpty, violations.joined(separator: "\n"))
  require(FactsCoding.decode(FactsCoding.encode(facts)) == facts, "the cached form is another")
}

/// Ends the run with a message if something does not hold.
public func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
