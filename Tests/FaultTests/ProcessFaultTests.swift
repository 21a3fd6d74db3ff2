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
  /// A project large enough for a kill to land inside a run.
  private func project(files: Int = 60) throws -> TemporaryDirectory {
    let tree = try TemporaryDirectory()
    for file in 0..<files {
      let body = (0..<40).map {
        "def f\($0)(a, b):\n    \"\"\"Number \($0).\"\"\"\n    return g\(file)(a) + b\n"
      }
      try tree.write(body.joined(separator: "\n"), to: "p/m\(file).py")
    }
    return tree
  }

  private func digest(_ kg: KGProcess) throws -> String? {
    (try kg("status", "--json").object()["index"] as? [String: Any])?["digest"] as? String
  }

  /// Faults A1 and A8: a kill at any time leaves the old generation or the new one, and a re-run gives what
  /// a clean run gives.
  @Test func killedAtRandomTimes() throws {
    let tree = try project()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    let before = try #require(try digest(kg))
    try tree.write("def changed(): pass\n", to: "p/m0.py")
    let reference = try TemporaryDirectory()
    let whole = try kg("index", "--db", reference.path + "/x.db")
    let after = try #require(
      try digest(KGProcess(in: tree.url, environment: ["KG_DB": reference.path + "/x.db"])))
    #expect(before != after)

    let rounds = ProcessInfo.processInfo.environment["KG_TEST"] == "full" ? 200 : 12
    for round in 0..<rounds {
      let running = try kg.start(["index", "--full"])
      usleep(UInt32(whole.seconds * 1_000_000 * Double(round) / Double(rounds)))
      kill(running.process.processIdentifier, SIGKILL)
      _ = running.wait()
      let seen = try #require(try digest(kg))
      #expect(seen == before || seen == after)
    }
    let rerun = try kg("index")
    #expect(rerun.status == 0, "\(rerun.errors)")
    #expect(try digest(kg) == after)
    let rest = try FileManager.default.contentsOfDirectory(atPath: tree.path + "/.kg").sorted()
    #expect(!rest.contains { $0.hasSuffix(".tmp") }, "\(rest)")
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
