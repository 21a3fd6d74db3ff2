import Foundation
import Synchronization
import TestSupport
import Testing

/// Faults B1, B2, B14, B16, B18, B22 and A15 with the real program; the others of B are `HostileTreeTests` here
/// and the tests of `SourceTree`.
@Suite struct ChangingTreeTests {
  /// Faults B1 and B2: files that change, vanish and turn into something else during a run. Facts are of some
  /// version that a file had, and the next run sees the last one.
  @Test func filesThatChangeDuringARun() throws {
    let tree = try TemporaryDirectory.sampleProject()
    for file in 0..<30 { try tree.write("def keep_\(file)(): pass\n", to: "p/m\(file).py") }
    let kg = KGProcess(in: tree.url)
    let isOver = Atomic<Bool>(false)
    // Two versions of the same size: a mixture would define a name of neither.
    let versions = ["a", "b"].map { letter in
      (0..<400).map { "def \(letter)\($0 + 1_000)(): pass\n" }.joined()
    }
    let writer = Thread {
      var round = 0
      while !isOver.load(ordering: .relaxed) {
        round += 1
        let path = tree.path + "/p/changing.py"
        try? versions[round % 2].write(toFile: path, atomically: round % 3 == 0, encoding: .utf8)
        if round % 7 == 0 { unlink(path) }
        if round % 11 == 0 {
          unlink(path)
          mkdir(path, 0o755)
          rmdir(path)
        }
        if round % 5 == 0 { truncate(path, off_t(round % 4_000)) }
      }
    }
    writer.start()
    for _ in 0..<Effort.rounds(4, full: 60) {
      let result = try kg("index", "--full")
      #expect(result.status == 0, "\(result.errors)")
      let names = try kg("export", "--no-fresh").objects().compactMap { row -> String? in
        row["type"] as? String == "node" && row["path"] as? String == "p/changing.py"
          && row["kind"] as? String == "function" ? row["name"] as? String : nil
      }
      let letters = Set(names.compactMap(\.first))
      #expect(letters.count <= 1, "a mixture of versions")
    }
    isOver.store(true, ordering: .relaxed)
    usleep(200_000)
    while writer.isExecuting { usleep(10_000) }
    try tree.write("def the_last(): pass\n", to: "p/changing.py")
    #expect(try kg("symbol", "the_last").status == 0)
  }

  /// Fault A15: the time of a file says nothing about its content.
  @Test func clocksAreNotTrusted() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    let future = Date(timeIntervalSince1970: 4_102_444_800)
    for (round, time) in [future, Date(timeIntervalSince1970: 0), future].enumerated() {
      try tree.write("def round\(round)(): pass\n", to: "shop/errors.py")
      try FileManager.default.setAttributes(
        [.modificationDate: time], ofItemAtPath: tree.path + "/shop/errors.py")
      #expect(try kg("symbol", "round\(round)").status == 0, "round \(round)")
    }
  }

  /// Fault B22: a run that has nothing to do writes nothing; a file that was touched changes nothing; a file
  /// that was edited is the only one that is parsed.
  @Test func nothingToDoIsNothingDone() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    let before = tree.data(".kg/graph.db")
    let inode = try FileManager.default.attributesOfItem(atPath: tree.path + "/.kg/graph.db")[
      .systemFileNumber]
    #expect(try kg("index", "--json").object()["changed"] as? Bool == false)
    try FileManager.default.setAttributes(
      [.modificationDate: Date()], ofItemAtPath: tree.path + "/shop/cart.py")
    #expect(try kg("index", "--json").object()["changed"] as? Bool == false)
    #expect(tree.data(".kg/graph.db") == before)
    let after = try FileManager.default.attributesOfItem(atPath: tree.path + "/.kg/graph.db")[
      .systemFileNumber]
    #expect(inode as? Int == after as? Int)
    try tree.write("class CartError(Exception):\n    \"\"\"New.\"\"\"\n", to: "shop/errors.py")
    let report = try kg("index", "--json").object()
    #expect(report["changed"] as? Bool == true)
    #expect(report["parsedFiles"] as? Int == 1)
  }

  /// Fault B14: what a tree names its files cannot drive a terminal, and both forms of output agree.
  @Test func namesAreShownEscaped() throws {
    let tree = try TemporaryDirectory()
    try HostileTree.buildNames(in: tree.path)
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    for arguments in [
      ["search", "py", "--by", "file", "-k", "50"], ["status", "--skipped"], ["map"], ["export"],
    ] {
      let result = try kg.run(arguments)
      let text = result.text + result.errors
      #expect(
        !text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 0x202E },
        "\(arguments)")
    }
    let paths = try kg("export").objects().filter { $0["type"] as? String == "file" }
      .compactMap { $0["path"] as? String }
    #expect(Set(paths).count == paths.count)
    #expect(paths.count >= HostileTree.names.count)
  }

  /// Fault B16: kinds of repositories.
  @Test(arguments: [
    "git init -q .", "git init -q . && rm -rf .git/objects", "git init -q --bare sub.git && git init -q .",
    "git init -q . && git add -A && git -c user.name=a -c user.email=a@b commit -qm x && printf garbage > .git/index",
    "echo 'gitdir: /nowhere' > .git",
    "git init -q . && git add -A && git -c user.name=a -c user.email=a@b commit -qm x && git worktree add -q ../w-$$"
      + " && rm -rf ../w-$$",
  ])
  func kindsOfRepositories(script: String) throws {
    let tree = try TemporaryDirectory.sampleProject()
    try Shell.run(script, in: tree.path)
    let kg = KGProcess(in: tree.url)
    let result = try kg("index", ".")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try kg("symbol", "load_cart").status == 0)
    let paths = try kg("export").objects().compactMap { $0["path"] as? String }
    #expect(!paths.contains { $0.contains(".git/") })
  }

  /// Fault B18: very many files. The memory it takes grows with the graph, which these hardly have.
  @Test(.enabled(if: Effort.isFull), .timeLimit(.minutes(10))) func aHundredThousandFiles() throws {
    let tree = try TemporaryDirectory()
    for folder in 0..<500 {
      try FileManager.default.createDirectory(
        atPath: tree.path + "/d\(folder)", withIntermediateDirectories: false)
      for file in 0..<200 {
        try RawFiles.write(
          Array("def f\(folder)_\(file)(): pass\n".utf8), to: tree.bytes("d\(folder)/m\(file).py"))
      }
    }
    let kg = KGProcess(in: tree.url)
    let result = try kg("index")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try kg("symbol", "f499_199", "--no-fresh").status == 0)
    #expect(try kg("index", "--json").object()["changed"] as? Bool == false)
    // Over the number of files that are looked at before each question, unless asked for.
    let state = try kg("search", "f7_7", "--json").object()["index"] as? [String: Any]
    #expect(state?["freshness"] as? String == "unchecked")
  }
}
