import Foundation
import LanguageSupport
import Testing

@testable import MarkdownLanguage

/// Damaged documents: whatever the bytes, parsing ends and the positions are right.
struct MutationTests {
  @Test func damagedDocumentsKeepTheInvariants() {
    var random = SplitMix64(state: 0x6B67)
    let rounds = ProcessInfo.processInfo.environment["KG_TEST"] == "full" ? 20_000 : 1_500
    var checker = PositionChecker()
    for round in 0..<rounds {
      let source = Self.mutated(Samples.constructs, &random)
      checker.check(source, .all, "round \(round)")
      guard case .facts(let facts) = MarkdownLanguage().parse(source) else {
        Issue.record("round \(round) was skipped")
        continue
      }
      let failures = FactsInvariantTests.failures(facts, source)
      #expect(
        failures.isEmpty,
        "round \(round): \(failures.prefix(3)) \(String(decoding: source, as: UTF8.self).debugDescription)")
    }
    #expect(checker.failures.isEmpty, "\(checker.failures.count): \(checker.failures.prefix(5))")
  }

  private static let marks =
    Array("*_`~[]()!<>&;:|#-+=\\\"' \t\n\r.@/^1{}".utf8) + [0, 0xC3, 0xBC, 0xFF, 0xEF]

  /// A sample or two spliced, with some bytes replaced, inserted, removed or repeated.
  private static func mutated(_ samples: [String], _ random: inout SplitMix64) -> [UInt8] {
    var source = Array(samples.randomElement(using: &random)?.utf8 ?? "".utf8)
    if Bool.random(using: &random), let other = samples.randomElement(using: &random) {
      source = Array(source.prefix(Int.random(in: 0...source.count, using: &random)))
      source += Array(other.utf8).suffix(Int.random(in: 0...other.utf8.count, using: &random))
    }
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let place = Int.random(in: 0...source.count, using: &random)
      let mark = marks[Int.random(in: 0..<marks.count, using: &random)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: source.insert(mark, at: place)
      case 1: if place < source.count { source[place] = mark }
      case 2: if place < source.count { source.remove(at: place) }
      default:
        let length = Int.random(in: 0...min(8, source.count - place), using: &random)
        source.insert(contentsOf: source[place..<place + length], at: place)
      }
    }
    return source
  }
}

/// A small seeded generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
