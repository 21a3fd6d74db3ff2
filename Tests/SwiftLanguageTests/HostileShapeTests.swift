import Dispatch
import Foundation
import GraphModel
import LanguageSupport
import SwiftLanguage
import Synchronization
import TestSupport
import Testing

/// What nests or repeats without end becomes facts or a refusal, soon, and never a crash.
@Suite(.serialized) struct HostileShapeTests {
  private static let isFull = ProcessInfo.processInfo.environment["KG_TEST"] == "full"
  private static let counts = isFull ? [10, 100, 1000, 10_000, 100_000] : [10, 100, 1000, 5000]

  /// Shapes that the guard, the parser and the walk all take in their stride.
  private static let harmless: Set<String> = [
    "swift-members", "swift-calls-chained", "swift-optional-chain", "swift-sum", "swift-optionals",
    "swift-member-types", "swift-compositions", "swift-semicolons", "swift-enum-cases", "swift-comments",
    "swift-parameters", "swift-inheritance", "swift-key-path", "swift-ternary",
  ]

  @Test(arguments: HostileShape.swift)
  func endsInFactsOrRefusal(_ shape: HostileShape) throws {
    for count in Self.counts {
      let source = shape.bytes(count)
      let (seconds, outcome) = Parsing.measure(source)
      // Debug builds of the parser are an order of magnitude slower than what people run.
      #expect(seconds < (Self.isDebug ? 20 : 2), "\(shape) \(count): \(seconds) s")
      switch outcome {
      case .facts(let facts): #expect(Invariants.violations(of: facts, source: source).isEmpty)
      case .skipped(let reason):
        #expect(reason == .nestingTooDeep)
        #expect(!Self.harmless.contains(shape.name), "\(shape) \(count) was refused")
        #expect(count > 10, "\(shape) \(count) was refused")
      }
    }
  }

  @Test(.enabled(if: isFull), arguments: HostileShape.swift)
  func takesLinearTime(_ shape: HostileShape) {
    let once = seconds(shape.bytes(20_000))
    let twice = seconds(shape.bytes(40_000))
    #expect(twice < 3 * max(once, 0.02), "\(shape): \(once) s, \(twice) s")
  }

  private func seconds(_ source: [UInt8]) -> Double {
    (0..<3).map { _ in Parsing.measure(source).seconds }.min() ?? 0
  }

  private static var isDebug: Bool {
    #if DEBUG
      true
    #else
      false
    #endif
  }

  /// What the scan could take for text wrongly must not hide nesting from the guard.
  @Test(arguments: [
    "let a = /\"/ ; let x: ", "let a = /\\// ; let x: ", "let a = #/\"/# ; let x: ", "let a = '\"' ; let x: ",
    "let a = <#\"#> ; let x: ", "let a = \"\\(1)\" ; let x: ", "let a = #\"\\\"# ; let x: ",
    "let a = \"\"\"\n\"\"\" ; let x: ", "/* \" */ let x: ", "// \"\nlet x: ", "let a = 1 / 2 ; let x: ",
    "let a = \"\\(b[\"c\"])\" ; let x: ", "let a = \"\\\\\" ; let x: ", "let a = b/c ; let x: ",
  ])
  func quotesDoNotHideBrackets(_ prefix: String) {
    let source = Array((prefix + String(repeating: "[", count: 5000)).utf8)
    #expect(Parsing.outcome(of: source) == .skipped(.nestingTooDeep))
  }

  /// What the guard just lets through needs at most half of the stack, in debug builds too.
  @Test(arguments: [
    "let x = " + times("f { ", 120), "let x = " + times(times("a ? ", 50) + "(", 20),
    "let x: " + times(times("A<", 50) + "(", 20) + "Int",
    "let x: " + times(times("(Int) -> ", 50) + "(", 20) + "Int",
    "func f() { " + times(times("if ", 30) + "{ ", 17), "func f() { if a {}" + times(" else if a {}", 505),
    "let x = " + times(times("try await unsafe ", 20) + "(", 18), times("#if a\n", 62),
    "let x = " + times("\"\\(", 31), "let x = " + times("[", 12),
  ])
  func limitsLeaveRoom(_ source: String) {
    let bytes = Array(source.utf8)
    let done = DispatchSemaphore(value: 0)
    let found = Found()
    let thread = Thread {
      if case .facts = SwiftLanguage().parse(bytes) { found.value.withLock { $0 = true } }
      done.signal()
    }
    thread.stackSize = ParserThreads.stackSize / 2
    thread.start()
    done.wait()
    #expect(found.value.withLock { $0 }, "\(source.prefix(40)) was refused")
  }

  private static func times(_ piece: String, _ count: Int) -> String {
    String(repeating: piece, count: count)
  }

  private final class Found: Sendable {
    let value = Mutex(false)
  }

  /// Text in strings and comments is not code.
  @Test(arguments: [
    "let a = \"\(String(repeating: "[", count: 5000))\"",
    "let a = \"\"\"\n\(String(repeating: "[", count: 5000))\n\"\"\"",
    "// \(String(repeating: "[", count: 5000))\nlet a = 1",
    "/* \(String(repeating: "[", count: 5000)) */ let a = 1",
    "let a = #\"\(String(repeating: "[", count: 5000))\"#",
  ])
  func textIsNotNesting(_ source: String) throws {
    let facts = try #require(Parsing.facts(of: source))
    #expect(facts.definitions.count == 1)
  }
}
