import Foundation
import TestSupport
import Testing

/// Faults A7 and A9: writers beside writers and readers beside a writer.
@Suite struct ConcurrencyTests {
  /// All files of a tree say which state of the tree they are of.
  private func write(_ state: Int, to tree: TemporaryDirectory) throws {
    for file in 0..<6 {
      try tree.write(
        "\"\"\"State\(state) of the tree.\"\"\"\ndef marker\(state)_\(file)():\n    return helper()\n"
          + "def helper(): pass\n",
        to: "p/m\(file).py")
    }
  }

  /// Two real writers at once: one waits its turn or is told, and the result is that of one.
  @Test func twoWriters() throws {
    let pair = try TwoGenerations(files: 20)
    let writers = try (0..<4).map { number in
      try pair.kg.start(number % 2 == 0 ? ["index", "--full", "--wait"] : ["index", "--full"])
    }
    for (number, writer) in writers.enumerated() {
      let result = writer.wait()
      if number % 2 == 0 {
        #expect(result.status == 0, "\(result.errors)")
      } else {
        #expect(result.status == 0 || result.status == 5, "\(result.errors)")
        if result.status == 5 { #expect(result.errors.contains("locked by process")) }
      }
    }
    try pair.expectRepaired("after four writers")
  }

  /// Eight readers beside a writer: no error, and every answer is of one state of the tree.
  @Test func readersSeeWholeGenerations() async throws {
    let tree = try TemporaryDirectory()
    try write(0, to: tree)
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    let end = Date().addingTimeInterval(Effort.isFull ? 300 : 8)

    let answers = try await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask { [tree] in
        var state = 0
        while Date() < end {
          state += 1
          try write(state, to: tree)
          let result = try kg("index")
          #expect(result.status == 0, "\(result.errors)")
        }
        #expect(state > 1)
        return 0
      }
      for reader in 0..<8 {
        group.addTask {
          var count = 0
          var last = 0
          while Date() < end {
            let result = try kg.run(
              reader % 2 == 0
                ? ["export", "--no-fresh"] : ["search", "state of the tree", "--no-fresh", "--json"])
            #expect(result.status == 0, "\(result.errors)")
            if reader % 2 == 0 {
              let states = Set(result.text.matches(of: /marker(\d+)_/).map { $0.1 })
              #expect(states.count == 1, "an answer of \(states.sorted())")
            } else {
              let index = try result.object()["index"] as? [String: Any]
              let generation = try #require(index?["generation"] as? Int)
              #expect(generation >= last, "an older generation than before")
              last = generation
            }
            count += 1
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(answers > 8)
    #expect(try kg("doctor").status == 0)
  }

  /// Readers that bring the index up to date themselves, all at once, while the tree changes.
  @Test func readersThatUpdate() async throws {
    let tree = try TemporaryDirectory()
    try write(0, to: tree)
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    for state in 1...Effort.rounds(2, full: 30) {
      try write(state, to: tree)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask {
            let result = try kg("search", "helper", "--json")
            #expect(result.status == 0, "\(result.errors)")
            let index = try result.object()["index"] as? [String: Any]
            let freshness = try #require(index?["freshness"] as? String)
            #expect(["current", "updated", "busy"].contains(freshness), "\(freshness) \(result.errors)")
            if freshness == "busy" { #expect(result.errors.contains("locked by process")) }
          }
        }
        try await group.waitForAll()
      }
      // Whoever asks next sees the state.
      #expect(try kg("search", "marker\(state)_3").text.contains("marker\(state)_3"))
    }
  }

  /// The lock names its holder, and dies with it.
  @Test func theLockDiesWithItsHolder() throws {
    let pair = try TwoGenerations(files: 60)
    let holder = try pair.kg.start(["index", "--full"])
    var message = ""
    for _ in 0..<200 where !message.contains("locked by process \(holder.process.processIdentifier)") {
      guard holder.process.isRunning else { break }
      let result = try pair.kg("index", "--full")
      message = result.errors
    }
    kill(holder.process.processIdentifier, SIGKILL)
    let status = holder.wait().status
    if status == -9 {
      #expect(
        message.contains("locked by process \(holder.process.processIdentifier) since 20"), "\(message)")
    }
    try pair.expectOneOfBoth("the holder was killed")
    try pair.expectRepaired("the holder was killed")
  }
}
