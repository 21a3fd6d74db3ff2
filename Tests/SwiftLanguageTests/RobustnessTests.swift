import Foundation
import GraphModel
import LanguageSupport
import SwiftLanguage
import TestSupport
import Testing

/// Broken, cut and scrambled files still give facts that keep their promises.
@Suite struct RobustnessTests {
  private static let isFull = ProcessInfo.processInfo.environment["KG_TEST"] == "full"

  private static func sources() throws -> [(path: String, bytes: [UInt8])] {
    let paths =
      RepositoryFiles.files(below: "Fixtures/Swift", suffix: ".swift")
      + RepositoryFiles.files(below: "Sources/Languages/Swift", suffix: ".swift")
    return try paths.map { path in
      (path, [UInt8](try Data(contentsOf: RepositoryFiles.root.appendingPathComponent(path))))
    }
  }

  private func check(_ source: [UInt8], _ what: @autoclosure () -> String) {
    guard case .facts(let facts) = Parsing.outcome(of: source) else { return }
    let violations = Invariants.violations(of: facts, source: source)
    #expect(violations.isEmpty, "\(what()): \(violations.prefix(3))")
  }

  @Test func wholeFilesKeepTheirPromises() throws {
    for (path, bytes) in try Self.sources() {
      let facts = try #require(Parsing.facts(of: bytes), "\(path) was refused")
      #expect(Invariants.violations(of: facts, source: bytes).isEmpty, "\(path)")
    }
  }

  @Test func cutFilesKeepTheirPromises() throws {
    var random = SeededRandom(seed: 1)
    for (path, bytes) in try Self.sources() {
      for _ in 0..<(Self.isFull ? 60 : 3) {
        let end = Int(random.next() % UInt64(bytes.count + 1))
        check(Array(bytes[..<end]), "\(path) cut at \(end)")
      }
    }
  }

  @Test func scrambledFilesKeepTheirPromises() throws {
    var random = SeededRandom(seed: 2)
    let pieces: [[UInt8]] = [
      Array("{".utf8), Array("}".utf8), Array("\"".utf8), Array("(".utf8), Array("\\(".utf8), [0], [0xFF],
      Array("\n".utf8), Array("#if ".utf8), Array("case ".utf8), Array("`".utf8), Array("let ".utf8),
      [0xE2, 0x80], Array("/*".utf8), Array("init".utf8), Array(".".utf8), Array(":".utf8), Array("@".utf8),
    ]
    for (path, bytes) in try Self.sources() {
      for round in 0..<(Self.isFull ? 60 : 3) {
        var changed = bytes
        for _ in 0..<4 {
          let place = Int(random.next() % UInt64(changed.count))
          let end = min(changed.count, place + Int(random.next() % 12))
          changed.replaceSubrange(place..<end, with: pieces[Int(random.next() % UInt64(pieces.count))])
        }
        check(changed, "\(path) scrambled, round \(round)")
      }
    }
  }

  @Test(arguments: [
    [], [0], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x6C, 0], [0xC3], [0xED, 0xA0, 0x80], [0x0D], [0x22],
    [0x5C, 0x28],
    [0x60], [0x2F, 0x2A], [0x23], [0x40],
  ])
  func fewBytes(_ source: [UInt8]) {
    check(source, "\(source)")
  }

  /// A byte order mark shifts everything by its length and changes nothing else.
  @Test func byteOrderMark() throws {
    let text = Array("struct A { let b = c }\n".utf8)
    let plain = try #require(Parsing.facts(of: text))
    let marked = try #require(Parsing.facts(of: [0xEF, 0xBB, 0xBF] + text))
    #expect(marked.definitions.map { $0.nameStart - 3 } == plain.definitions.map(\.nameStart))
    #expect(marked.references.map { $0.offset - 3 } == plain.references.map(\.offset))
    #expect(marked.parseErrors == 0)
  }

  /// However lines end, the same symbols are found on the same lines.
  @Test(arguments: ["\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let text = "/// Doc.\n/// More.\nstruct A {\n  let b = c // d\n  func e() {\n    f()\n  }\n}\n"
    let plain = try #require(Parsing.facts(of: text))
    let other = try #require(Parsing.facts(of: text.replacingOccurrences(of: "\n", with: end)))
    #expect(other.definitions.map { other.names.string($0.name) } == ["A", "b", "e"])
    #expect(
      other.definitions.map { other.lines.position($0.nameStart) }
        == plain.definitions.map { plain.lines.position($0.nameStart) })
    #expect(
      other.references.map { other.lines.position($0.offset) }
        == plain.references.map { plain.lines.position($0.offset) })
    #expect(other.names.string(other.definitions[0].doc) == "Doc.\nMore.")
  }
}

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
