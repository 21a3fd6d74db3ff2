import Foundation
import TestSupport
import Testing

/// Answers are of the tree as it is, or say that they are not.
@Suite struct FreshnessTests {
  private func state(_ result: KGProcess.Result) throws -> [String: Any] {
    try #require(try result.object()["index"] as? [String: Any])
  }

  @Test func aQuestionBringsTheIndexUpToDate() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    #expect(try state(kg("search", "cart", "--json"))["freshness"] as? String == "current")
    try tree.write("def brand_new():\n    pass\n", to: "shop/added.py")
    let forbidden = try kg("symbol", "brand_new", "--json", "--no-fresh")
    #expect(forbidden.status == 3)
    #expect(try state(forbidden)["freshness"] as? String == "unchecked")
    let first = try kg("symbol", "brand_new", "--json")
    #expect(first.status == 0)
    #expect(try state(first)["freshness"] as? String == "updated")
    #expect(first.errors.contains("brought up to date"))
    #expect(try state(kg("symbol", "brand_new", "--json"))["generation"] as? Int == 2)
    try tree.remove("shop/added.py")
    #expect(try kg("symbol", "brand_new").status == 3)
  }

  /// The options of the run that made the index are those of the update.
  @Test func optionsAreKept() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index", "--languages", "python", "--max-file-size", "5000").status == 0)
    try tree.write("def brand_new(): pass\n", to: "shop/added.py")
    try tree.write("# Heading\n", to: "more.md")
    try tree.write("x = 1\n" + String(repeating: "# long\n", count: 1_000), to: "shop/long.py")
    let files = try kg("export").objects().filter { $0["type"] as? String == "file" }
    #expect(files.contains { $0["path"] as? String == "shop/added.py" })
    #expect(!files.contains { $0["path"] as? String == "more.md" })
    #expect(
      files.contains { $0["path"] as? String == "shop/long.py" && $0["skipReason"] as? String == "tooLarge" })
  }

  @Test func anotherWriterIsNoReasonToFail() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    try tree.write("def brand_new(): pass\n", to: "shop/added.py")
    let lock = open(tree.path + "/.kg/lock", O_RDWR | O_CREAT, 0o600)
    #expect(flock(lock, LOCK_EX) == 0)
    let result = try kg("search", "cart", "--json")
    #expect(result.status == 0)
    #expect(try state(result)["freshness"] as? String == "busy")
    #expect(result.errors.contains("generation 1"))
    close(lock)
    #expect(try state(kg("search", "cart", "--json"))["freshness"] as? String == "updated")
  }

  @Test func answersNameTheFilesThatChanged() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    try tree.write("class Cart:\n    pass\n", to: "shop/cart.py")
    let result = try kg("symbol", "shop.cart.Cart", "--json", "--no-fresh")
    #expect(try state(result)["staleFiles"] as? [String] == ["shop/cart.py"])
  }

  @Test func anEmptyOrPartialIndexIsLoud() throws {
    let tree = try TemporaryDirectory(["empty.py": "# nothing\n"])
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 3)
    #expect(try kg("search", "nothing").errors.contains("no definition at all"))
    if getuid() != 0 {
      try tree.write("def f(): pass\n", to: "f.py")
      try tree.write("def g(): pass\n", to: "g.py")
      chmod(tree.path + "/g.py", 0)
      #expect(try kg("search", "f").errors.contains("1 files could not be read"))
    }
  }

  /// A question does not parse what an earlier run died of.
  @Test func aQuestionDoesNotDieOfWhatKilledARun() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    try tree.write("def brand_new(): pass\n", to: "shop/added.py")
    try tree.write("1 0123456789012345678901234567890123456789\n", to: ".kg/inflight")
    let result = try kg("search", "cart", "--json")
    #expect(result.status == 0)
    #expect(try state(result)["freshness"] as? String == "failed")
    #expect(result.errors.contains("died while it parsed"))
    #expect(try kg("index").status == 0)
    #expect(try kg("symbol", "brand_new").status == 0)
  }

  /// A file that takes the parser too long is left out, at once and for good; the rest is there.
  @Test func slowFilesAreGivenUp() throws {
    let tree = try TemporaryDirectory()
    // It is parsed for longer than the fifth of a second after which somebody looks, if the machine lets it.
    let isOptimized = ProcessInfo.processInfo.environment["KG_BINARY"] != nil
    let long = (0..<(isOptimized ? 400_000 : 45_000)).map { "    [1, (2, 3), {4: [5, \($0)]}, -8, 9 + 10]\n" }
    try tree.write("def f():\n" + long.joined(), to: "long.py")
    try tree.write("def short(): pass\n", to: "short.py")
    let kg = KGProcess(in: tree.url)
    let size = "100000000"
    let result = try kg("index", "--parse-limit", "0.001", "--jobs", "1", "--max-file-size", size)
    #expect(result.status == 0, "\(result.errors)")
    let status = try kg("status").text
    #expect(status.contains("parserTimeout  long.py"), "\(status)")
    #expect(try kg("search", "short").errors.contains("could not be read or parsed"))
    let again = try kg("index", "--max-file-size", size, "--json").object()
    #expect(again["changed"] as? Bool == false)
    #expect(try kg("index", "--full", "--max-file-size", size).status == 0)
    #expect(try !kg("status").text.contains("parserTimeout"))
  }

  /// A parser that waits for what never comes takes no CPU time, and is given up after a minute of that.
  @Test(.enabled(if: Effort.isFull && FaultShim.library != nil), .timeLimit(.minutes(10)))
  func whatStandsStillIsGivenUp() throws {
    let tree = try TemporaryDirectory()
    for name in ["one", "two"] { try tree.write("<h1>\(name)</h1>\n", to: "\(name).html") }
    try tree.write("def short(): pass\n", to: "short.py")
    let result = try KGProcess(in: tree.url, environment: FaultShim.standingStill)("index", "--jobs", "2")
    #expect(result.status == 0, "\(result.errors)")
    let kg = KGProcess(in: tree.url)
    let status = try kg("status").text
    #expect(
      status.contains("parserTimeout  one.html") && status.contains("parserTimeout  two.html"), "\(status)")
    #expect(try kg("symbol", "short").status == 0)
    #expect(try kg("index", "--full").status == 0)
    #expect(try !kg("status").text.contains("parserTimeout"))
  }
}
