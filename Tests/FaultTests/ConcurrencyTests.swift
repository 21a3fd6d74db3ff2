import Foundation
import Synchronization
import TestSupport
import Testing

/// Faults A7 and A9: writers beside writers and readers beside a writer.
@Suite struct ConcurrencyTests {
  /// Calls `body` on so many threads at once, whatever the number of cores, and waits for all.
  private static func atOnce(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let done = DispatchSemaphore(value: 0)
    for number in 0..<count {
      Thread {
        body(number)
        done.signal()
      }.start()
    }
    for _ in 0..<count { done.wait() }
  }

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
  @Test func readersSeeWholeGenerations() throws {
    let tree = try TemporaryDirectory()
    try write(0, to: tree)
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    // So many seconds, and as many answers as it takes to mean anything on a busy machine.
    let end = Date().addingTimeInterval(Effort.isFull ? 300 : 5)
    let writes = Atomic<Int>(0)
    let answers = Atomic<Int>(0)
    @Sendable func goesOn() -> Bool {
      let isEnough = writes.load(ordering: .relaxed) >= 2 && answers.load(ordering: .relaxed) >= 16
      return Date() < end || !isEnough && Date() < end.addingTimeInterval(120)
    }
    Self.atOnce(9) { number in
      do {
        if number == 8 {
          while goesOn() {
            try write(writes.load(ordering: .relaxed) + 1, to: tree)
            let result = try kg("index")
            #expect(result.status == 0, "\(result.errors)")
            writes.wrappingAdd(1, ordering: .relaxed)
          }
        } else {
          var last = 0
          while goesOn() {
            last = try askOnce(kg, exports: number % 2 == 0, notBefore: last)
            answers.wrappingAdd(1, ordering: .relaxed)
          }
        }
      } catch {
        Issue.record(error)
      }
    }
    #expect(writes.load(ordering: .relaxed) >= 2 && answers.load(ordering: .relaxed) >= 16)
    #expect(try kg("doctor").status == 0)
  }

  /// One question; returns the generation that answered, as far as it says.
  private func askOnce(_ kg: KGProcess, exports: Bool, notBefore last: Int) throws -> Int {
    let result = try kg.run(
      exports ? ["export", "--no-fresh"] : ["search", "state of the tree", "--no-fresh", "--json"])
    #expect(result.status == 0, "\(result.errors)")
    if exports {
      let states = Set(result.text.matches(of: /marker(\d+)_/).map { $0.1 })
      #expect(states.count == 1, "an answer of \(states.sorted())")
      return last
    }
    let index = try result.object()["index"] as? [String: Any]
    let generation = try #require(index?["generation"] as? Int)
    #expect(generation >= last, "an older generation than before")
    return generation
  }

  /// Readers that bring the index up to date themselves, all at once, while the tree changes.
  @Test func readersThatUpdate() throws {
    let tree = try TemporaryDirectory()
    try write(0, to: tree)
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    for state in 1...Effort.rounds(1, full: 30) {
      try write(state, to: tree)
      Self.atOnce(8) { _ in
        do {
          let result = try kg("search", "helper", "--json")
          #expect(result.status == 0, "\(result.errors)")
          let index = try result.object()["index"] as? [String: Any]
          let freshness = try #require(index?["freshness"] as? String)
          #expect(["current", "updated", "busy"].contains(freshness), "\(freshness) \(result.errors)")
          if freshness == "busy" { #expect(result.errors.contains("locked by process")) }
        } catch {
          Issue.record(error)
        }
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
