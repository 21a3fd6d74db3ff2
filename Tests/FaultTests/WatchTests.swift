import Foundation
import TestSupport
import Testing

/// `kg index --watch`: the graph follows the tree, with nothing locked in between.
@Suite struct WatchTests {
  /// A running watch with what it wrote so far.
  private final class Watch {
    let process = Process()
    private let output: URL
    private let errors: URL

    init(in tree: TemporaryDirectory, environment: [String: String] = [:]) throws {
      output = URL(fileURLWithPath: tree.path + "-watch.jsonl")
      errors = URL(fileURLWithPath: tree.path + "-watch.txt")
      for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
      process.executableURL = KGProcess.binary
      process.arguments = ["index", "--watch", "--json"]
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      process.currentDirectoryURL = tree.url
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }

    deinit {
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      for file in [output, errors] { try? FileManager.default.removeItem(at: file) }
    }

    /// What it said.
    var messages: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    /// Asks it to end, and waits.
    func end() -> Int32 {
      kill(process.processIdentifier, SIGTERM)
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }

    /// The runs that were reported.
    var reports: [[String: Any]] {
      let data = (try? Data(contentsOf: output)) ?? Data()
      return data.split(separator: 0x0A).compactMap {
        try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
      }
    }

    /// Waits until so many runs were reported.
    func wait(forReports count: Int, seconds: Double = 60) -> Bool {
      let end = Date().addingTimeInterval(seconds)
      while Date() < end {
        if reports.count >= count { return true }
        usleep(20_000)
      }
      return false
    }
  }

  private func knows(_ name: String, _ kg: KGProcess) throws -> Bool {
    try kg("symbol", name, "--no-fresh").status == 0
  }

  /// Waits until the index knows a name.
  private func waitUntil(_ seconds: Double = 60, _ condition: () throws -> Bool) throws -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if try condition() { return true }
      usleep(50_000)
    }
    return false
  }

  @Test func theIndexFollowsTheTree() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    try tree.write("def made_before(): pass\n", to: "shop/before.py")
    let watch = try Watch(in: tree)
    #expect(watch.wait(forReports: 1))
    #expect(try knows("made_before", kg), "no catch-up")
    try tree.write("def made_later(): pass\n", to: "shop/later.py")
    #expect(try waitUntil { try knows("made_later", kg) })
    // In a directory that is new, and one inside of it.
    try tree.write("def made_deep(): pass\n", to: "fresh/inner/deep.py")
    #expect(try waitUntil { try knows("made_deep", kg) })
    try FileManager.default.createDirectory(atPath: tree.path + "/empty", withIntermediateDirectories: false)
    usleep(800_000)
    try tree.write("def made_in_empty(): pass\n", to: "empty/now.py")
    #expect(try waitUntil { try knows("made_in_empty", kg) })
    try tree.remove("shop/later.py")
    #expect(try waitUntil { try !knows("made_later", kg) })
    // Nothing is locked while it waits.
    #expect(try kg("index").status == 0)
    #expect(watch.end() == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: tree.path + "/.kg").sorted()
    #expect(names == [".gitignore", "graph.db", "lock"])
  }

  /// Many files at once are one run, and a tool's own files are none.
  @Test func aSwitchOfBranchesIsOneRun() throws {
    let tree = try TemporaryDirectory()
    for file in 0..<60 { try tree.write("def one_\(file)(): pass\n", to: "d\(file % 6)/m\(file).py") }
    try tree.write("ignored/\n", to: ".gitignore")
    try Shell.run(
      """
      git init -q . && git config user.name a && git config user.email a@b && git add -A && git commit -qm one \
        && git checkout -qb other && sed -i s/one_/two_/ d*/*.py && git commit -qam two && git checkout -q -
      """, in: tree.path)
    let kg = KGProcess(in: tree.url)
    let watch = try Watch(in: tree)
    #expect(watch.wait(forReports: 1))
    usleep(500_000)
    try Shell.run("git checkout -q other", in: tree.path)
    #expect(try waitUntil { try knows("two_59", kg) })
    usleep(500_000)
    #expect(watch.reports.count == 2, "\(watch.reports.count) runs")
    for file in 0..<20 { try tree.write("x = \(file)\n", to: "ignored/a\(file).py") }
    try Shell.run("git gc -q; git status", in: tree.path)
    usleep(800_000)
    #expect(watch.reports.count == 2)
    kill(watch.process.processIdentifier, SIGINT)
    watch.process.waitUntilExit()
    #expect(watch.process.terminationStatus == 0)
  }

  /// The system watches so many directories and no more: the tree is looked at, and followed all the same.
  @Test(.enabled(if: FaultShim.library != nil), arguments: [0, 2])
  func watchesThatRunOut(limit: Int) throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    let watch = try Watch(in: tree, environment: FaultShim.watching(atMost: limit))
    #expect(watch.wait(forReports: 1))
    #expect(try waitUntil { watch.messages.contains("looking from time to time") }, "\(watch.messages)")
    try tree.write("def made_later(): pass\n", to: "shop/later.py")
    #expect(try waitUntil { try knows("made_later", kg) })
    try tree.remove("shop/later.py")
    #expect(try waitUntil { try !knows("made_later", kg) })
    #expect(try kg("index").status == 0)
    #expect(!watch.messages.contains("watching"), "\(watch.messages)")
    #expect(watch.end() == 0)
  }
}
