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

  /// Which references are resolved again, of a tree with three files of Python, two of Swift and one document.
  @Test(arguments: [
    // Prose, with and without code in it.
    ("GUIDE.md", "# Guide", "# A guide for `Till`\n\n## Cart", 1),
    ("GUIDE.md", "till.add(1)", "till.add(2 + 1)", 1),
    // What a body of Swift says is its own business; what it declares is everyone's.
    ("Sources/Till/Till.swift", "balance += amount", "balance += amount; print(balance)", 1 + 1),
    ("Sources/Till/Till.swift", "var balance = 0", "var balance = 0.5", 1 + 2),
    ("Sources/Till/Till.swift", "balance += amount }", "balance += amount }\n  func more() {}", 1 + 2),
    // What Python says is everyone's, but for its documentation.
    ("shop/cart.py", "A cart.", "A cart of `Till`s.", 1),
    ("shop/cart.py", "return self.items", "return list(self.items)", 1 + 3),
  ])
  func onlyWhatCanChangeIsLinked(path: String, old: String, new: String, linked: Int) throws {
    let tree = try TemporaryDirectory()
    try tree.write(
      "# Guide\n\nUse `Till`.\n\n```swift\nlet till = Till()\ntill.add(1)\n```\n", to: "GUIDE.md")
    try tree.write(
      """
      struct Till {
        var balance = 0
        mutating func add(_ amount: Int) { balance += amount }
      }
      """, to: "Sources/Till/Till.swift")
    try tree.write(
      "func fill() {\n  var till = Till()\n  till.add(2)\n  print(till.balance.words)\n}\n",
      to: "Sources/Till/Fill.swift")
    try tree.write("", to: "shop/__init__.py")
    try tree.write(
      """
      class Cart:
          \"\"\"A cart.\"\"\"

          def __init__(self):
              self.items = []
              self.key = lambda item: item.price

          def all(self):
              return self.items
      """, to: "shop/cart.py")
    try tree.write(
      "from shop.cart import Cart\n\n\ndef buy():\n    cart = Cart()\n    cart.key(1)\n    return cart.all()\n",
      to: "shop/buy.py")
    let kg = KGProcess(in: tree.url)
    #expect(try index(kg).report["linkedFiles"] as? Int == 6)
    let text = String(decoding: try #require(tree.data(path)), as: UTF8.self)
    #expect(text.contains(old))
    try tree.write(text.replacing(old, with: new), to: path)
    let report = try index(kg).report
    #expect(report["changed"] as? Bool == true)
    #expect(report["linkedFiles"] as? Int == linked)
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
