import Foundation
import LanguageSupport
import TestSupport
import Testing

@testable import MarkdownLanguage

/// Twice the input takes about twice the time, whatever the input.
@Suite(.serialized) struct LinearTimeTests {
  /// Repetitions of the unit; `KG_TEST=full` takes ten times as many.
  static let size = ProcessInfo.processInfo.environment["KG_TEST"] == "full" ? 30_000 : 3_000

  @Test(arguments: PathologicalInput.all)
  func timeGrowsLinearly(_ input: PathologicalInput) {
    let once = Array(input.make(Self.size).utf8)
    let twice = Array(input.make(2 * Self.size).utf8)
    // Noise only ever adds time: one good pair of measurements proves the point.
    var ratio = 0.0
    for _ in 0..<5 {
      let first = Self.seconds(once)
      let second = Self.seconds(twice)
      #expect(second < (Self.size > 10_000 ? 4 : 1), "\(input.name)")
      ratio = second / max(first, 0.000_1)
      if ratio < 3 || second < 0.003 { return }
    }
    Issue.record("\(input.name): twice the input takes \(ratio) times as long")
  }

  /// 10⁵ levels of every kind of nesting end within two seconds, on a small stack.
  @Test(arguments: ["> ", "- ", "1. ", "[", "![", "*a ", "**", "_", "<a>", "`", "(", "> - ", "[^1]: ", "| "])
  func deepNestingIsHarmless(_ unit: String) {
    let source = Array((String(repeating: unit, count: 100_000) + "a").utf8)
    #expect(Self.seconds(source) < 2)
  }

  /// Time of this thread, so that other tests do not count.
  static func seconds(_ source: [UInt8]) -> Double {
    let (seconds, outcome) = ThreadTime.measure { MarkdownLanguage().parse(source) }
    guard case .facts(let facts) = outcome, !facts.definitions.isEmpty else { return .infinity }
    return seconds
  }
}
