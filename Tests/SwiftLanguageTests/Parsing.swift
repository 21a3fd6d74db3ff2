import GraphModel
import LanguageSupport
import SwiftLanguage
import Synchronization

/// Runs the parser as the product does: on a thread with a big stack.
enum Parsing {
  /// What the parser makes of a file.
  static func outcome(of source: [UInt8]) -> ParseOutcome {
    let box = Box()
    ParserThreads.forEach(count: 1, threads: 1) { _, _ in
      let outcome = SwiftLanguage().parse(source)
      box.outcome.withLock { $0 = outcome }
    }
    return box.outcome.withLock { $0 }
  }

  /// The facts of a file, or nil if it was refused.
  static func facts(of source: [UInt8]) -> FileFacts? {
    guard case .facts(let facts) = outcome(of: source) else { return nil }
    return facts
  }

  /// The facts of a text, or nil if it was refused.
  static func facts(of source: String) -> FileFacts? { facts(of: Array(source.utf8)) }

  private final class Box: Sendable {
    let outcome = Mutex<ParseOutcome>(.skipped(.parserCrashed))
  }
}
