import Foundation
import TestSupport
import Testing

/// Work trees of one repository store together what they have in common, and only that.
@Suite struct WorkTreeTests {
  @Test func aChangedFileCostsLittle() throws {
    let trees = try WorkTrees(files: 100)
    let database = try trees.bytes([trees.main])
    // Changed before the first run, and after it.
    for isFirst in [true, false] {
      let tree = try trees.add(isFirst ? "first" : "second")
      if !isFirst { try trees.index(tree) }
      try trees.edit("tasks/part3.py", "# A remark.\n", in: tree)
      try trees.index(tree)
      let added = try trees.bytes([trees.main, tree]) - database
      #expect(added * 10 <= database, "\(added) bytes beside \(database)")
      try trees.expectFresh(tree)
      let status = try tree("status", "--json").object()
      #expect((status["baseBytes"] as? Int ?? 0) > (status["databaseBytes"] as? Int ?? .max))
      try trees.edit("tasks/part5.py", "def another(one):\n    return task1_1(one, one)\n\n\n", in: tree)
      try trees.index(tree)
      let more = try trees.bytes([trees.main, tree]) - database
      #expect(more * 4 <= database, "\(more) bytes beside \(database)")
      try trees.expectFresh(tree)
    }
  }

  @Test func tenTrees() throws {
    let trees = try WorkTrees(files: 160)
    let database = try trees.bytes([trees.main])
    let linked = try (0..<9).map { try trees.add("tree\($0)") }
    for (number, tree) in linked.enumerated() {
      try trees.edit("tasks/part\(number * 3).py", "# Number \(number).\n", in: tree)
      try trees.index(tree)
    }
    // An edit takes some pages, however large the database is: of a real one a hundredth.
    let all = try trees.bytes([trees.main] + linked)
    #expect(Double(all) < 1.5 * Double(database), "\(all) bytes, one database \(database)")
    let exports = try linked.map { try $0("export").output }
    for full in [false, true] {
      try trees.edit("tasks/part1.py", "# Changed in the main one.\n", in: trees.main)
      if full { try trees.index(trees.main, "--full") } else { try trees.index(trees.main) }
      try trees.expectFresh(trees.main)
      for (tree, export) in zip(linked, exports) {
        #expect(try tree("export").output == export)
        #expect(try trees.index(tree, "--json").object()["changed"] as? Bool == false)
      }
    }
    // Those that go on and those that come stay over the one base.
    try trees.edit("tasks/part2.py", "# More.\n", in: linked[0])
    let last = try trees.add("last")
    try trees.edit("tasks/part2.py", "# Most.\n", in: last)
    for tree in [linked[0], last] {
      try trees.index(tree)
      try trees.expectFresh(tree)
    }
    #expect(Set(try (linked + [last]).flatMap { try trees.bases($0) }).count == 1)
  }

  /// The main work tree, an index elsewhere and one that is written anew hold all of their pages.
  @Test func othersStayWhole() throws {
    let trees = try WorkTrees()
    let tree = try trees.add("other")
    try trees.edit("tasks/part3.py", "# A remark.\n", in: tree)
    try trees.index(tree)
    #expect(try trees.bases(tree).count == 1)
    try FileManager.default.removeItem(atPath: trees.main.directory.path + "/.kg")
    try trees.repository.git(["-C", tree.directory.path, "commit", "-qam", "x"])
    try trees.repository.git(["merge", "-q", "other"])
    try trees.index(trees.main)
    #expect(try trees.bases(trees.main) == [])
    try trees.expectFresh(trees.main)
    try trees.index(tree, "--full")
    #expect(try trees.bases(tree) == [])
    try trees.expectFresh(tree)
  }

  @Test func aMissingBaseIsLoudAndMadeAnew() throws {
    let trees = try WorkTrees()
    let tree = try trees.add("other")
    try trees.edit("tasks/part3.py", "# A remark.\n", in: tree)
    try trees.index(tree)
    let name = try #require(try trees.files(tree).keys.first { $0.contains(".base-") })
    try FileManager.default.removeItem(atPath: tree.directory.path + "/.kg/" + name)
    for question in [
      ["search", "task3_1", "--no-fresh"], ["export", "--no-fresh"], ["status"],
    ] {
      let result = try tree.run(question)
      #expect(result.status == 1 && result.output.isEmpty, "\(question)")
      #expect(result.errors.contains("base of this thin index is missing"), "\(result.errors)")
      #expect(result.errors.contains("kg index"), "\(result.errors)")
    }
    #expect(try tree("doctor").status == 1)
    #expect(try trees.index(tree).errors.contains("set aside"))
    try trees.expectFresh(tree)
  }

  /// Damage of what work trees share is noticed in each; a run of one needs nothing of the others to mend it.
  @Test func sharedDamageIsMendedAlone() throws {
    let trees = try WorkTrees()
    let (tree, equal, new) = (try trees.add("other"), try trees.add("equal"), try trees.add("new"))
    try trees.edit("tasks/part3.py", "# A remark.\n", in: tree)
    for one in [tree, equal] { try trees.index(one) }
    let path = trees.main.directory.path + "/.kg/graph.db"
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    let size = try file.seekToEnd()
    for place in stride(from: UInt64(4096 + 500), to: size, by: 4096) {
      try file.seek(toOffset: place)
      try file.write(contentsOf: Data([0xA5, 0x5A]))
    }
    try file.close()
    for one in [tree, equal, new] {
      let isNew = one.directory == new.directory
      if !isNew { #expect(try one("doctor").status == 1) }
      try trees.edit("tasks/part4.py", "# Another.\n", in: one)
      let result = try trees.index(one)
      #expect(isNew || result.errors.contains("damaged"), "\(result.errors)")
      try trees.expectFresh(one)
    }
  }

  /// What other trees have that neither this one nor git holds does not come here, nor stay here.
  @Test func basesHoldNothingThatIsGone() throws {
    let trees = try WorkTrees()
    let tree = try trees.add("other")
    let secret = "zwetschgenmus"
    let text = "def \(secret)():\n    return 1\n\n\n"
    for one in [trees.main, tree] {
      try trees.edit("tasks/part7.py", text, in: one)
      try trees.index(one)
    }
    #expect(try trees.holds(tree, secret))
    // The main tree's database still holds it.
    try trees.repository.git(["-C", tree.directory.path, "checkout", "-q", "tasks/part7.py"])
    try trees.index(tree)
    #expect(try trees.holds(trees.main, secret) && !trees.holds(tree, secret))
    try trees.expectFresh(tree)
    let third = try trees.add("third")
    try trees.index(third)
    #expect(try !trees.holds(third, secret))

    // What a branch holds may lie in a base.
    try trees.repository.git(["commit", "-qam", "given to git"])
    try trees.index(trees.main)
    let fourth = try trees.add("fourth")
    try trees.repository.git(["-C", fourth.directory.path, "reset", "-q", "--hard", "HEAD~1"])
    try trees.edit("tasks/part2.py", "# A remark.\n", in: fourth)
    try trees.index(fourth)
    try trees.expectFresh(fourth)
    // As long as it does.
    try trees.repository.git(["reset", "-q", "--hard", "HEAD~1"])
    try trees.repository.git(["reflog", "expire", "--expire=now", "--all"])
    for folder in ["", "worktrees/fourth/"] {
      try? FileManager.default.removeItem(atPath: trees.repository.path + "/.git/\(folder)ORIG_HEAD")
    }
    try trees.repository.git(["gc", "-q", "--prune=now"])
    try trees.edit("tasks/part2.py", "# Another.\n", in: fourth)
    try trees.index(fourth)
    #expect(try !trees.holds(fourth, secret))
    try trees.expectFresh(fourth)
  }
}
