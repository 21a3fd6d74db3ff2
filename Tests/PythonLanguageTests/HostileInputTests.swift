import Foundation
import GraphModel
import LanguageSupport
import PythonLanguage
import Synchronization
import TestSupport
import Testing

/// Whatever the bytes, parsing ends soon, does not trap, and leaves facts that can be walked.
@Suite(.serialized) struct HostileInputTests {
  static let isFull = ProcessInfo.processInfo.environment["KG_TEST"] == "full"

  /// CPU seconds that a parse may take; without optimisation everything takes tens of times as long.
  #if DEBUG
    static let limit = 10.0
  #else
    static let limit = 2.0
  #endif

  /// Every shape by name.
  static let shapes: [(name: String, make: @Sendable (Int) -> [UInt8])] =
    HostileShape.python.map { shape in (shape.name, { shape.bytes($0) }) }
    + RepeatedShapes.all.map { shape in (shape.name, { Array(shape.make($0).utf8) }) }

  /// What the parser made of `source` on a thread such as it runs on, and the CPU seconds it took there.
  static func parse(_ source: [UInt8]) -> (ParseOutcome, seconds: Double) {
    let result = Mutex<(ParseOutcome, seconds: Double)?>(nil)
    ParserThreads.forEach(count: 1, threads: 1) { _, _ in
      let (seconds, outcome) = ThreadTime.measure { PythonLanguage().parse(source) }
      result.withLock { $0 = (outcome, seconds) }
    }
    return result.withLock { $0 } ?? (.skipped(.parserCrashed), 0)
  }

  @Test(arguments: shapes.map(\.name)) func shape(_ name: String) throws {
    let shape = try #require(Self.shapes.first { $0.name == name })
    for count in Self.isFull ? [10, 1000, 100_000] : [10, 10_000] {
      let (outcome, seconds) = Self.parse(shape.make(count))
      #expect(seconds < Self.limit, "\(count) repetitions")
      switch outcome {
      case .facts(let facts): #expect(FactsInvariants.violations(in: facts) == [], "\(count) repetitions")
      case .skipped(let reason): #expect(reason == .nestingTooDeep && count > 10)
      }
    }
  }

  /// Twice the input may not take much more than twice the time.
  @Test(.enabled(if: isFull), arguments: shapes.map(\.name)) func linear(_ name: String) throws {
    let shape = try #require(Self.shapes.first { $0.name == name })
    func best(_ count: Int) -> Double {
      let source = shape.make(count)
      return (0..<3).map { _ in Self.parse(source).seconds }.min() ?? 0
    }
    let single = best(50_000)
    #expect(best(100_000) < max(3 * single, 0.05))
  }

  @Test func nestingWithinTheLimitIsParsed() {
    let depth = 150
    let source = "x = " + String(repeating: "[(", count: depth) + "a" + String(repeating: ")]", count: depth)
    guard case (.facts(let facts), _) = Self.parse(Array(source.utf8)) else {
      Issue.record("skipped")
      return
    }
    #expect(facts.parseErrors == 0)
    #expect(facts.references.count == 2)
  }

  /// Every prefix of a source is parsed.
  @Test func truncations() throws {
    let source = try Self.samples()
    for sample in source {
      let step = Self.isFull ? 1 : max(1, sample.count / 200)
      for length in stride(from: 0, through: sample.count, by: step) {
        Self.check(Array(sample.prefix(length)), "the first \(length) bytes")
      }
    }
  }

  /// Sources with random bytes changed, dropped, doubled and swapped.
  @Test func mutations() throws {
    var random = SeededGenerator(seed: 2)
    let samples = try Self.samples()
    let alphabet = Array("()[]{}:;,.'\"\\#@=*-+ \n\t\r\u{0C}\0abfrxd01".utf8) + [0x80, 0xC3, 0xFF]
    for round in 0..<(Self.isFull ? 50_000 : 3000) {
      guard var source = samples.randomElement(using: &random) else { return }
      for _ in 0..<Int.random(in: 1...8, using: &random) where !source.isEmpty {
        let place = Int.random(in: 0..<source.count, using: &random)
        let other = Int.random(in: 0..<source.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: source[place] = alphabet.randomElement(using: &random) ?? 0
        case 1: source.remove(at: place)
        case 2: source.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
        case 3: source.swapAt(place, other)
        default:
          source.insert(contentsOf: source[min(place, other)..<max(place, other)].prefix(80), at: place)
        }
      }
      Self.check(source, "round \(round)")
    }
  }

  @Test func randomBytes() {
    var random = SeededGenerator(seed: 3)
    for round in 0..<500 {
      let length = Int.random(in: 0...400, using: &random)
      Self.check((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }, "round \(round)")
    }
  }

  private static func check(_ source: [UInt8], _ what: String) {
    guard case .facts(let facts) = PythonLanguage().parse(source) else { return }
    let violations =
      FactsInvariants.violations(in: facts) + ExpressionInvariants.violations(in: facts)
    if violations.isEmpty { return }
    Issue.record("\(what): \(violations)\n\(String(decoding: source, as: UTF8.self))")
  }

  /// The fixtures, which hold every feature of the grammar.
  private static func samples() throws -> [[UInt8]] {
    try CaretTests.names.map { try [UInt8](Data(contentsOf: CaretTests.folder.appending(path: $0))) }
  }
}
