import GraphModel
import LanguageSupport
import SwiftLanguage
import Synchronization
import TestSupport

/// Runs the parser as the product does: on a thread with a big stack.
enum Parsing {
  /// What the parser makes of a file.
  static func outcome(of source: [UInt8]) -> ParseOutcome { measure(source).outcome }

  /// What the parser makes of a file, and the CPU seconds that takes.
  static func measure(_ source: [UInt8]) -> (seconds: Double, outcome: ParseOutcome) {
    let result = Mutex((seconds: 0.0, outcome: ParseOutcome.skipped(.parserCrashed)))
    ParserThreads.forEach(count: 1, threads: 1) { _, _ in
      let (seconds, outcome) = ThreadTime.measure { SwiftLanguage().parse(source) }
      result.withLock { $0 = (seconds, outcome) }
    }
    return result.withLock { $0 }
  }

  /// The facts of a file, or nil if it was refused.
  static func facts(of source: [UInt8]) -> FileFacts? {
    guard case .facts(let facts) = outcome(of: source) else { return nil }
    return facts
  }

  /// The facts of a text, or nil if it was refused.
  static func facts(of source: String) -> FileFacts? { facts(of: Array(source.utf8)) }
}
