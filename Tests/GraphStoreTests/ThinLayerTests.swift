import CPageChecksums
import Foundation
import GraphModel
import Testing

@testable import GraphStore

/// A database that holds only the difference from another one cannot be told from one that holds everything.
@Suite struct ThinLayerTests {
  @Test func thinIsWhole() throws {
    var trees = try ThinFixture()
    let whole = try TemporaryFolder()
    try trees.share(to: whole)
    let size = try #require(trees.main.bytes(".kg/graph.db")).count
    for round in 0..<4 {
      if round > 0 { try trees.edit("round \(round)", node: 100 * round) }
      try trees.write(in: whole, over: [])
      // The same bytes, whichever way a copy was made and changed.
      let pages = try trees.pages(trees.other)
      #expect(pages == whole.bytes(".kg/graph.db"))
      let own = try #require(trees.other.bytes(".kg/graph.db")).count
      #expect(own < size / 4, "\(own) of \(size)")
      let taken = try DatabaseSize(trees.other.location)
      #expect(taken.own == own && taken.base == size)
      #expect(trees.failure(trees.other) == nil)
      let checkup = try DatabaseCheckup(trees.other.location)
      #expect(checkup.damage == [] && checkup.notices == [])
      #expect(!GraphStore.isDamaged(trees.other.location))
      // The base is the database of the first place, and lies there once.
      let base = try #require(try trees.bases(trees.other).first)
      #expect(try trees.inode(trees.other, base) == trees.inode(trees.main, "graph.db"))
      #expect(try trees.other.names(".kg") == [".gitignore", "graph.db", base, "lock"])
    }
  }

  @Test func aBaseStaysWhenItsOwnerGoesOn() throws {
    var trees = try ThinFixture()
    let (graph, base) = (trees.graph, try trees.bases(trees.other))
    let own = try #require(trees.other.location.base)
    try trees.edit("only in main", in: trees.main, over: [])
    #expect(try GraphReader(trees.other.location).graph() == graph)
    // What is made next is laid over the same base, a new place takes that of the first, all over one file.
    try trees.edit("again", over: [own, trees.main.location])
    #expect(try trees.bases(trees.other) == base)
    #expect(trees.failure(trees.other) == nil)
    let third = try TemporaryFolder()
    try trees.share(to: third)
    try trees.edit("third", in: third, over: [own])
    #expect(try trees.bases(third) == base)
    #expect(try trees.inode(third, base[0]) == trees.inode(trees.other, base[0]))
    #expect(trees.failure(third) == nil)
  }

  @Test func aThinGenerationIsSharedWithItsBase() throws {
    let trees = try ThinFixture()
    let (third, fourth) = (try TemporaryFolder(), try TemporaryFolder())
    #expect(try trees.share(from: trees.other, to: third))
    #expect(trees.failure(third) == nil)
    #expect(try trees.bases(third) == trees.bases(trees.other))
    #expect(try trees.inode(third, "graph.db") == trees.inode(trees.other, "graph.db"))
    // Where all pages are wanted they are copied.
    #expect(try trees.share(mayBeThin: false, from: trees.other, to: fourth))
    #expect(trees.failure(fourth) == nil)
    #expect(try trees.bases(fourth) == [])
    #expect(try fourth.bytes(".kg/graph.db") == trees.pages(trees.other))
  }

  @Test func whatIsMuchStaysWhole() throws {
    var trees = try ThinFixture()
    for edge in trees.graph.edges.indices { trees.graph.edges[edge].position.line /= 2 }
    trees.graph = try GraphInvariants.normalized(trees.graph)
    try trees.write(in: trees.other, over: [try #require(trees.other.location.base), trees.main.location])
    #expect(trees.failure(trees.other) == nil)
    #expect(try trees.bases(trees.other) == [])
    #expect(try DatabaseSize(trees.other.location).base == nil)
    // What was written anew has its numbers from 0 and is like no other.
    try trees.edit("edited")
    try store(GenerationContents(graph: trees.graph), at: trees.other.location)
    #expect(try trees.bases(trees.other) == [])
    #expect(trees.failure(trees.other) == nil)
  }

  /// Bases are given as they are found: what is none is passed over.
  @Test func whatIsNoBaseIsPassedOver() throws {
    var trees = try ThinFixture()
    let odd = trees.main.path + "/odd"
    try trees.main.write("odd", [UInt8](repeating: 3, count: 5000))
    try FileManager.default.createSymbolicLink(
      atPath: trees.main.path + "/link", withDestinationPath: trees.main.location.description)
    let none = [odd, odd + "-missing", trees.main.path, trees.main.path + "/link"].map {
      DatabaseLocation($0)
    }
    // A thin file is no base of another.
    try trees.edit("edited again", over: none + [trees.other.location])
    #expect(try trees.bases(trees.other) == [])
    try trees.edit("and again", over: none + [trees.main.location])
    #expect(try trees.bases(trees.other).count == 1)
    #expect(trees.failure(trees.other) == nil)
  }

  @Test func readersKeepWhatTheyOpened() throws {
    var trees = try ThinFixture()
    let (reader, graph) = (try GraphReader(trees.other.location), trees.graph)
    try trees.edit("only in main", in: trees.main, over: [])
    try trees.edit("next")
    let base = try trees.bases(trees.other)
    try store(GenerationContents(graph: trees.graph), at: trees.other.location)
    #expect(try trees.bases(trees.other) != base)
    #expect(try reader.graph() == graph)
    try reader.verify()
  }

  /// Whoever opens while file and base are replaced sees one of the generations.
  @Test func openingWhileBothAreReplaced() throws {
    var trees = try ThinFixture(nodes: 300)
    let location = trees.other.location
    let first = try TemporaryFolder()
    try trees.share(to: first)
    try trees.edit("only in main", in: trees.main, over: [])
    let ends = DispatchSemaphore(value: 0)
    let reading = Thread {
      for _ in 0..<400 {
        do { _ = try GraphReader(location).meta() } catch { Issue.record("\(error)") }
      }
      ends.signal()
    }
    reading.start()
    var rounds = 0
    while ends.wait(timeout: .now()) == .timedOut, rounds < 400 {
      // The bases take turns.
      try trees.edit(
        "round \(rounds)", over: [rounds.isMultiple(of: 2) ? first.location : trees.main.location])
      #expect(try trees.bases(trees.other).count == 1)
      rounds += 1
    }
    if rounds == 400 { ends.wait() }
    #expect(rounds > 1)
  }

  @Test func orphansAreSwept() throws {
    let trees = try ThinFixture()
    let base = try #require(try trees.bases(trees.other).first)
    for name in [
      "graph.db.base-0123456789abcdef", "graph.db.base-0123456789abcdeF", "graph.db.base-1",
      "x.base-0123456789abcdef",
      "graph.db.77thin.tmp", "graph.db.78base.tmp", "graph.db.thin.tmp",
    ] {
      try trees.other.write(".kg/" + name, [1])
    }
    #expect(try DatabaseCheckup(trees.other.location).notices.contains { $0.contains("no longer the base") })
    try WriterLock(trees.other.location).release()
    #expect(
      try trees.other.names(".kg")
        == [
          ".gitignore", "graph.db", "graph.db.base-0123456789abcdeF", "graph.db.base-1", base,
          "graph.db.thin.tmp",
          "lock", "x.base-0123456789abcdef",
        ].sorted())
  }
}
