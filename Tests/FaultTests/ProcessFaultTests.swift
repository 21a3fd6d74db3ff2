import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What happens to the process must not happen to the index.
@Suite struct ProcessFaultTests {
  /// A small project.
  private func project(files: Int) throws -> TemporaryDirectory {
    let tree = try TemporaryDirectory()
    for file in 0..<files {
      let body = (0..<40).map {
        "def f\($0)(a, b):\n    \"\"\"Number \($0).\"\"\"\n    return g\(file)(a) + b\n"
      }
      try tree.write(body.joined(separator: "\n"), to: "p/m\(file).py")
    }
    return tree
  }

  /// Faults A1 and A8: a kill at any time leaves the old generation or the new one, and a re-run gives what
  /// a clean run gives.
  @Test(arguments: TwoGenerations.Way.allCases) func killedAtRandomTimes(way: TwoGenerations.Way) throws {
    let pair = try TwoGenerations(files: 60, way)
    let whole = try pair.kg.run(pair.run)
    try pair.restore()
    var random = SeededGenerator(seed: 1)
    var killed = 0
    for round in 0..<Effort.rounds(8, full: 200) {
      let running = try pair.kg.start(pair.run)
      // Up to a little longer than a run takes: the last writes are what matters most.
      usleep(UInt32.random(in: 0..<UInt32(max(whole.seconds, 0.01) * 1_100_000), using: &random))
      kill(running.process.processIdentifier, SIGKILL)
      if running.wait().status == -SIGKILL { killed += 1 }
      try pair.expectOneOfBoth("killed in round \(round)")
      if round % 4 == 0 { try pair.expectRepaired("killed in round \(round)") }
      try pair.restore()
    }
    #expect(killed > 0)
    try pair.expectRepaired("after all")
  }

  /// Fault A7: the second writer says who is first.
  @Test func twoWriters() throws {
    let tree = try project(files: 2)
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    let lock = open(tree.path + "/.kg/lock", O_RDWR | O_CREAT, 0o600)
    #expect(flock(lock, LOCK_EX) == 0)
    let text = Array("\(getpid()) 2026-01-01T00:00:00Z\n".utf8)
    _ = text.withUnsafeBytes { pwrite(lock, $0.baseAddress, $0.count, 0) }
    let result = try kg("index", "--full")
    #expect(result.status == 5)
    #expect(result.errors.contains("locked by process \(getpid())"))
    #expect(try kg("search", "f1").status == 0, "readers are not blocked")
    close(lock)
    #expect(try kg("index", "--full").status == 0)
  }

  /// Fault A17.
  @Test func outputThatCannotBeWritten() throws {
    let tree = try project(files: 2)
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    for script in ["export > /dev/full", "export | head -n 1 > /dev/null; exit ${PIPESTATUS[0]}"] {
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/bash")
      shell.arguments = ["-c", "\(KGProcess.binary.path) \(script)"]
      shell.currentDirectoryURL = tree.url
      shell.standardError = FileHandle.nullDevice
      try shell.run()
      shell.waitUntilExit()
      #expect(shell.terminationReason == .exit)
      #expect(shell.terminationStatus != 0 || script.contains("head"), "\(script)")
    }
  }

  /// Fault B10: a content that was being parsed at two deaths is left alone; one death proves nothing.
  @Test(arguments: [(1, false), (2, true)]) func contentThatKilledTheProcess(deaths: Int, isSkipped: Bool)
    throws
  {
    let tree = try TemporaryDirectory(["bad.py": "x = 1\n", "good.py": "y = 2\n"])
    let blob = try #require(try gitBlob(tree.path + "/bad.py"))
    try tree.write("\(deaths) \(blob)\n", to: ".kg/inflight")
    #expect(chmod(tree.path + "/.kg", 0o700) == 0)
    let kg = KGProcess(in: tree.url)
    let result = try kg("index")
    #expect(result.status == 0, "\(result.errors)")
    let files = try kg("export").objects().filter { $0["type"] as? String == "file" }
    let reason = files.first { $0["path"] as? String == "bad.py" }?["skipReason"] as? String
    #expect(reason == (isSkipped ? "parserCrashed" : nil))
    #expect(tree.data(".kg/inflight") == nil)
    #expect(try kg("index", "--json").object()["changed"] as? Bool == false)
  }

  private func gitBlob(_ path: String) throws -> String? {
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = ["git", "hash-object", "--no-filters", path]
    let pipe = Pipe()
    git.standardOutput = pipe
    try git.run()
    git.waitUntilExit()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return text.isEmpty ? nil : text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
