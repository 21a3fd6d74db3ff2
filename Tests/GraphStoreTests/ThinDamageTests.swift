import CPageChecksums
import Foundation
import GraphModel
import Testing

@testable import GraphStore

/// What is wrong with a thin file or its base is an error that says so, never a trap and never another answer.
@Suite struct ThinDamageTests {
  private static func isDamage(_ error: GraphStoreError?) -> Bool {
    if case .damaged? = error { true } else { false }
  }

  private static let size = Schema.pageSize

  @Test func aMissingBase() throws {
    let trees = try ThinFixture(nodes: 300)
    let base = trees.other.path + "/.kg/" + (try #require(try trees.bases(trees.other).first))
    let bytes = try #require(FileManager.default.contents(atPath: base))
    try FileManager.default.removeItem(atPath: base)
    let expected = GraphStoreError.damaged(
      path: trees.other.location.description, reason: "the base of this thin index is missing")
    #expect(trees.failure(trees.other) == expected)
    #expect(try DatabaseCheckup(trees.other.location).damage == ["the base of this thin index is missing"])
    #expect(GraphStore.isDamaged(trees.other.location))
    // A link, a folder, a pipe and a file of another size are no base.
    try FileManager.default.createSymbolicLink(
      atPath: base, withDestinationPath: trees.main.location.description)
    #expect(trees.failure(trees.other) == expected)
    try FileManager.default.removeItem(atPath: base)
    try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: false)
    #expect(trees.failure(trees.other) == expected)
    try FileManager.default.removeItem(atPath: base)
    #expect(mkfifo(base, 0o600) == 0)
    #expect(trees.failure(trees.other) == expected)
    try FileManager.default.removeItem(atPath: base)
    try (bytes + Data([0])).write(to: URL(fileURLWithPath: base))
    #expect(trees.failure(trees.other) == expected)
    // What lies there under its name with its content is the base, whichever file it is.
    try bytes.write(to: URL(fileURLWithPath: base))
    #expect(trees.failure(trees.other) == nil)
  }

  /// Bytes of the map and of each page, and shortened files.
  @Test func aDamagedFile() throws {
    let trees = try ThinFixture(nodes: 300)
    let good = try #require(trees.other.bytes(".kg/graph.db"))
    let map = kg_thin_map_size(UInt32(good.count / Self.size - 2), UInt32(Self.size))
    #expect(map == Self.size)
    let isFull = ProcessInfo.processInfo.environment["KG_TEST"] == "full"
    // Behind its numbers the map is zeros and a checksum.
    let places =
      Array(Self.size..<Self.size + 200)
      + stride(from: 200, to: map, by: isFull ? 1 : 29).map { Self.size + $0 }
      + stride(from: 11, to: good.count, by: 1009)
    for place in places {
      var bytes = good
      bytes[place] ^= 1 << UInt8(place % 8)
      try trees.other.write(".kg/graph.db", bytes)
      if (Self.size..<Self.size + map).contains(place) {
        #expect(throws: GraphStoreError.self, "byte \(place)") { try GraphReader(trees.other.location) }
      } else {
        // Of a page that nothing reads the thorough examination alone knows.
        _ = trees.failure(trees.other)
        #expect((try? DatabaseCheckup(trees.other.location).damage) != [], "byte \(place)")
      }
    }
    for length in stride(from: 0, to: good.count, by: 3011) {
      try trees.other.write(".kg/graph.db", Array(good[..<length]))
      #expect(trees.failure(trees.other) != nil, "\(length) bytes")
    }
    try trees.other.write(".kg/graph.db", good + [0])
    #expect(Self.isDamage(trees.failure(trees.other)))
  }

  /// Maps that are sealed as a writer would, and lie.
  @Test func mapsThatLie() throws {
    let trees = try ThinFixture(nodes: 300)
    let good = try #require(trees.other.bytes(".kg/graph.db"))
    let file = try PageFile(trees.other.location.path)
    let (base, count) = (try #require(file.base), UInt32(file.count))
    let held = good.count / Self.size - 2
    func map(
      _ numbers: [UInt32], base: UInt32? = nil, count other: UInt32? = nil, digest: UInt64? = nil
    ) -> [UInt8] {
      var map = [UInt8](repeating: 0, count: kg_thin_map_size(UInt32(numbers.count), UInt32(Self.size)))
      kg_thin_map_write(
        &map, UInt32(Self.size), digest ?? file.base?.digest ?? 0, base ?? UInt32(file.base?.count ?? 0),
        other ?? count, numbers, UInt32(numbers.count))
      return map
    }
    let some = (0..<UInt32(held)).map { $0 + 2 }
    let lies = [
      map(some, base: 0), map(some, base: 1), map(some, base: .max), map(some, count: 0),
      map(some, count: .max),
      map(some, count: count + 1), map(some, digest: base.digest ^ 1), map(some.reversed()),
      map(some.map { _ in 2 }), map([0] + some.dropFirst()), map([1] + some.dropFirst()),
      map(some.dropLast() + [count + 1]), map(some.dropLast() + [.max]),
    ]
    for (number, lie) in lies.enumerated() {
      try trees.other.write(".kg/graph.db", good[..<Self.size] + lie + good[(2 * Self.size)...])
      #expect(Self.isDamage(trees.failure(trees.other)), "lie \(number)")
    }
    // Other pages than are held, in the right order: each page says itself which it is.
    try trees.other.write(".kg/graph.db", good[..<Self.size] + map(some) + good[(2 * Self.size)...])
    let failure = trees.failure(trees.other)
    #expect(Self.isDamage(failure), "\(String(describing: failure))")
  }

  @Test func aDamagedOrWrongBase() throws {
    let trees = try ThinFixture(nodes: 300)
    let name = ".kg/" + (try #require(try trees.bases(trees.other).first))
    let good = try #require(trees.other.bytes(name))
    try FileManager.default.removeItem(atPath: trees.other.path + "/" + name)
    for place in stride(from: 300, to: good.count, by: Self.size) {
      var bytes = good
      bytes[place] ^= 4
      try trees.other.write(name, bytes)
      let failure = trees.failure(trees.other)
      #expect(failure == nil || Self.isDamage(failure))
      // Also in a page that the thin file does not use the base is not what it was.
      let isUsed = GraphStore.isDamaged(trees.other.location)
      #expect(failure == nil || isUsed, "page \(place / Self.size)")
    }
    // Another good database of the same size under the name of the base.
    var other = try ThinFixture(nodes: 300)
    try other.edit("wrong", node: 7, in: other.main, over: [])
    try trees.other.write(name, try #require(other.main.bytes(".kg/graph.db")))
    #expect(GraphStore.isDamaged(trees.other.location))
    #expect(try DatabaseCheckup(trees.other.location).damage != [])
  }
}
