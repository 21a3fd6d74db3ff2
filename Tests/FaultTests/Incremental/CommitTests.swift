import Foundation
import TestSupport
import Testing

/// Where commits come or go and files say the same, nothing is linked, and the index is the one of a tree that never
/// was another one.
@Suite struct CommitTests {
  private let repository: GitRepository
  private let kg: KGProcess

  init() throws {
    repository = try GitRepository()
    kg = KGProcess(in: URL(fileURLWithPath: repository.path))
    try repository.write("def sell():\n    return 1\n", to: "shop/sell.py")
    try repository.write("from shop.sell import sell\n\n\ndef buy():\n    return sell()\n", to: "shop/buy.py")
    try repository.write("# Shop\n\n`sell` and `buy`.\n", to: "README.md")
    try repository.write("struct Till {}\n", to: "Till.swift")
    try repository.commit("Open the shop")
    #expect(try kg("index", "--quiet").status == 0)
  }

  /// Whether a run that changed the index linked; it must be the index of a fresh one.
  private func linked() throws -> Bool {
    let result = try kg("index", "--json", "--quiet")
    #expect(result.status == 0, "\(result.errors)")
    let report = try result.object()
    #expect(report["changed"] as? Bool == true)
    let other = try TemporaryDirectory()
    let fresh = other.path + "/fresh.db"
    #expect(try kg("index", "--quiet", "--db", fresh).status == 0)
    #expect(try kg.run(["export", "--no-fresh"]).output == kg.run(["export", "--db", fresh]).output)
    let question = "second note, receipts of sales"
    #expect(try results(question, []) == results(question, ["--db", fresh]))
    let seconds = report["cpuSeconds"] as? [String: Any] ?? [:]
    return seconds["link"] as? Double ?? 0 > 0
  }

  /// What a search finds, with what each signal says.
  private func results(_ question: String, _ options: [String]) throws -> [NSDictionary] {
    let answer = try kg.run(["search", question, "--json"] + options).object()
    return (answer["results"] as? [[String: Any]] ?? []).map { $0 as NSDictionary }
  }

  private func coChanges() throws -> Int {
    try kg("export", "--no-fresh").objects().count { $0["kind"] as? String == "coChanges" }
  }

  @Test func commitsAloneAreNotLinked() throws {
    for number in 1...4 {
      try repository.write("def sell():\n    return 1  # \(number)\n", to: "shop/sell.py")
      try repository.write("struct Till {}  // \(number)\n", to: "Till.swift")
      try repository.commit("Receipts of sales, note \(number)")
      #expect(try !linked(), "commit \(number)")
    }
    // Two files that changed together five times.
    #expect(try coChanges() > 0)
    try repository.git(["commit", "-q", "--amend", "-m", "A second note on receipts"])
    #expect(try !linked())
    try repository.git(["commit", "-q", "--allow-empty", "-m", "Nothing"])
    #expect(try !linked())
    try repository.git(["switch", "-q", "-c", "other", "HEAD~4"])
    #expect(try !linked())
    #expect(try coChanges() == 0)
    try repository.git(["switch", "-q", "main"])
    #expect(try !linked())
    #expect(try coChanges() > 0)
  }

  @Test func commitsOfWhatIsNewAreLinked() throws {
    // First as an edit, which is linked; then given to git.
    try repository.write(
      "def sell():\n    return 2\n\n\ndef lend():\n    return sell()\n", to: "shop/sell.py")
    #expect(try linked())
    try repository.commit("Lend")
    #expect(try !linked())
    // Both at once.
    try repository.write("def sell():\n    return 3\n", to: "shop/sell.py")
    try repository.commit("Lend no more")
    #expect(try linked())
    // Files come and go.
    try repository.git(["mv", "shop/buy.py", "shop/get.py"])
    try repository.commit("Buying is getting")
    #expect(try linked())
  }

  @Test func aTreeThatLosesItsRepositoryLosesItsHistory() throws {
    try FileManager.default.moveItem(
      atPath: repository.path + "/.git", toPath: repository.path + "/not-git")
    #expect(try linked())
    try FileManager.default.moveItem(
      atPath: repository.path + "/not-git", toPath: repository.path + "/.git")
    _ = try linked()
  }
}
