import Foundation
import TestSupport
import Testing

/// What a process does once, two threads may do at once: each try is a process of its own.
@Suite struct FirstUseTests {
  /// Two threads each read their first document at the same moment. A hang was seen once in 200 to 500 processes; so
  /// the tries are many, and only in full.
  @Test(.enabled(if: Effort.isFull), .timeLimit(.minutes(30))) func twoThreadsReadTheirFirstDocument() throws
  {
    let tree = try TemporaryDirectory()
    for name in ["one", "two"] {
      try tree.write("<html><body><h1 id=\"\(name)\">Title \(name)</h1></body></html>\n", to: "\(name).html")
    }
    let kg = KGProcess(in: tree.url)
    for round in 0..<1_500 {
      let process = try kg.start(["index", "--full", "--quiet", "--jobs", "2"])
      // It takes a tenth of a second of an idle machine.
      let end = Date().addingTimeInterval(40)
      while process.process.isRunning && Date() < end { usleep(2_000) }
      let hangs = process.process.isRunning
      if hangs { kill(process.process.processIdentifier, SIGKILL) }
      let result = process.wait()
      try #require(!hangs, "process \(round) hangs")
      try #require(result.status == 0, "process \(round): \(result.errors)")
    }
    #expect(try kg("symbol", "Title one", "--no-fresh").status == 0)
    #expect(try kg("symbol", "Title two", "--no-fresh").status == 0)
  }
}
