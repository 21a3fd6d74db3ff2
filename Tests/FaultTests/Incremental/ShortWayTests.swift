import Foundation
import TestSupport
import Testing

/// Edits that say nothing new are not linked, and work trees of one repository share what is the same.
@Suite struct ShortWayTests {
  private func index(_ kg: KGProcess) throws -> (report: [String: Any], linked: Bool) {
    let result = try kg("index", "--json", "--quiet")
    #expect(result.status == 0, "\(result.errors)")
    let report = try result.object()
    let seconds = report["cpuSeconds"] as? [String: Any] ?? [:]
    return (report, (seconds["link"] as? Double ?? 0) > 0)
  }

  private func export(_ kg: KGProcess, _ options: String...) throws -> Data {
    try kg.run(["export", "--no-fresh"] + options).output
  }

  /// The index is that of a tree that never was another one.
  private func expectFresh(_ tree: TemporaryDirectory, _ kg: KGProcess) throws {
    let other = try TemporaryDirectory()
    let fresh = other.path + "/fresh.db"
    #expect(try kg("index", "--quiet", "--db", fresh).status == 0)
    let expected = try export(kg, "--db", fresh)
    #expect(!expected.isEmpty)
    #expect(try export(kg) == expected)
  }

  @Test(arguments: [
    ("shop/cart.py", "import os.path\n", "# What paths are for.\nimport os.path\n"),
    ("shop/cart.py", "        self.items.append", "\n        # In order.\n        self.items.append"),
    ("Sources/Till/Till.swift", "import Foundation\n", "// Money.\nimport Foundation\n\n\n"),
    ("Sources/Till/Till.swift", "{ balance += amount }", "{\n    balance  +=  amount  // more\n  }"),
  ])
  func commentsAndWhiteSpaceAreNotLinked(path: String, old: String, new: String) throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try index(kg).linked)
    let text = String(decoding: try #require(tree.data(path)), as: UTF8.self)
    try tree.write(text.replacing(old, with: new), to: path)
    let (report, linked) = try index(kg)
    #expect(report["changed"] as? Bool == true)
    #expect(report["parsedFiles"] as? Int == 1)
    #expect(!linked)
    try expectFresh(tree, kg)
    #expect(try !index(kg).linked)
  }

  @Test func newNamesAreLinked() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try index(kg).linked)
    try tree.write("class CartError(ValueError):\n    pass\n", to: "shop/errors.py")
    #expect(try index(kg).linked)
    try expectFresh(tree, kg)
  }

  /// A link to a line of a file leads to another definition when lines move.
  @Test func filesThatLinesAreLinkedInAreLinked() throws {
    let tree = try TemporaryDirectory.sampleProject()
    try tree.write("See [the total](shop/cart.py#L12).\n", to: "NOTES.md")
    let kg = KGProcess(in: tree.url)
    #expect(try index(kg).linked)
    let text = String(decoding: try #require(tree.data("shop/cart.py")), as: UTF8.self)
    try tree.write("# One\n# Two\n# Three\n" + text, to: "shop/cart.py")
    #expect(try index(kg).linked)
    try expectFresh(tree, kg)
  }

  @Test func whatWasWrittenIsGoneWithItsFile() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    let text = String(decoding: try #require(tree.data("shop/cart.py")), as: UTF8.self)
    try tree.write("# zwetschgenmus\n" + text, to: "shop/cart.py")
    #expect(try index(kg).linked)
    #expect(try #require(tree.data(".kg/graph.db")).range(of: Data("zwetschgenmu".utf8)) != nil)
    try tree.write(text, to: "shop/cart.py")
    #expect(try !index(kg).linked)
    #expect(try #require(tree.data(".kg/graph.db")).range(of: Data("zwetschgenmu".utf8)) == nil)
  }

  @Test func workTreesShareAGeneration() throws {
    let main = try TemporaryDirectory.sampleProject()
    let place = try TemporaryDirectory()
    let other = place.path + "/other"
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/bin/sh")
    git.arguments = [
      "-c",
      """
      git init -q . && git add -A && git -c user.name=a -c user.email=a@b commit -qm x \
      && git worktree add -q "\(other)" -b other
      """,
    ]
    git.currentDirectoryURL = main.url
    try git.run()
    git.waitUntilExit()
    #expect(try index(KGProcess(in: main.url)).linked)

    let kg = KGProcess(in: URL(fileURLWithPath: other))
    let (report, linked) = try index(kg)
    #expect(!linked)
    #expect(report["parsedFiles"] as? Int == 0)
    let inodes = try [main.path, other].map {
      try FileManager.default.attributesOfItem(atPath: $0 + "/.kg/graph.db")[.systemFileNumber] as? Int
    }
    #expect(inodes[0] == inodes[1])
    #expect(try export(kg) == export(KGProcess(in: main.url)))
    #expect(try index(kg).report["changed"] as? Bool == false)

    // From here on each has its own.
    let before = try export(KGProcess(in: main.url))
    try place.write("# Only here.\n", to: "other/shop/__init__.py")
    _ = try index(kg)
    #expect(try export(kg) != before)
    #expect(try export(KGProcess(in: main.url)) == before)
    #expect(try index(KGProcess(in: main.url)).report["changed"] as? Bool == false)
  }
}
