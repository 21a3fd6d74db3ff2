import Foundation
import TestSupport
import Testing

@Suite struct IndexCommandTests {
  @Test func indexesAllLanguagesAndSaysSo() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    let result = try kg("index", "--json")
    #expect(result.status == 0, "\(result.errors)")
    let report = try result.object()
    #expect(report["schemaVersion"] as? Int == 1)
    #expect(report["changed"] as? Bool == true)
    let files = try #require(report["files"] as? [String: Int])
    #expect(files == ["markdown": 1, "python": 4, "swift": 2])
    #expect(tree.data(".kg/graph.db") != nil)
    #expect(tree.data(".kg/.gitignore") == Data("*\n".utf8))
  }

  @Test func anUnchangedTreeWritesNothing() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    _ = try kg("index")
    let database = tree.url.appendingPathComponent(".kg/graph.db").path
    let before = try FileManager.default.attributesOfItem(atPath: database)
    let result = try kg("index", "--json")
    let after = try FileManager.default.attributesOfItem(atPath: database)
    #expect(try result.object()["changed"] as? Bool == false)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
  }

  @Test func anEditMakesANewGenerationAndRevertingItTheOldDigest() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    func index() throws -> (Int, String) {
      let state = try kg("index", "--json").object()["index"] as? [String: Any]
      return (try #require(state?["generation"] as? Int), try #require(state?["digest"] as? String))
    }
    let first = try index()
    let original = try #require(tree.data("shop/errors.py"))
    try tree.write("class CartError(Exception):\n    code = 1\n", to: "shop/errors.py")
    let second = try index()
    #expect(second.0 == first.0 + 1)
    #expect(second.1 != first.1)
    try tree.write(Array(original), to: "shop/errors.py")
    let third = try index()
    #expect(third.0 == second.0 + 1)
    #expect(third.1 == first.1)
  }

  @Test func aFolderWithoutSourcesIsRefusedLoudly() throws {
    let tree = try TemporaryDirectory(["notes.txt": "nothing\n"])
    let result = try KGProcess(in: tree.url)("index")
    #expect(result.status == 3)
    #expect(result.errors.contains("no "))
  }

  @Test func languagesCanBeChosen() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    let files = try kg("index", "--json", "--languages", "python").object()["files"] as? [String: Int]
    #expect(files == ["python": 4])
  }

  @Test func theDatabaseCanLieElsewhere() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let other = try TemporaryDirectory()
    let database = other.path + "/x.db"
    let kg = KGProcess(in: tree.url, environment: ["KG_DB": database])
    #expect(try kg("index").status == 0)
    #expect(tree.data(".kg/graph.db") == nil)
    #expect(try kg("status").status == 0)
    // Asked from anywhere, the answer knows which folder it is about.
    let answer = try KGProcess(in: other.url)("search", "deposit", "--json", "--db", database).object()
    let first = (answer["results"] as? [[String: Any]])?.first
    #expect((first?["snippet"] as? String)?.contains("func deposit") == true)
  }

  @Test func aDatabaseElsewhereFollowsTheFolderItIsMadeOf() throws {
    let first = try TemporaryDirectory.sampleProject()
    let second = try TemporaryDirectory.sampleProject()
    let other = try TemporaryDirectory()
    let database = other.path + "/x.db"
    for tree in [first, second] {
      #expect(try KGProcess(in: tree.url)("index", "--db", database).status == 0)
      let status = try KGProcess(in: other.url)("status", "--db", database, "--json").object()
      #expect(status["root"] as? String == tree.path)
    }
  }

  @Test func aQuestionElsewhereLeavesTheDatabaseAsItIs() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let other = try TemporaryDirectory(["b.py": "def unrelated(): pass\n"])
    let database = other.path + "/x.db"
    #expect(try KGProcess(in: tree.url)("index", "--db", database).status == 0)
    for options in [[], ["--fresh"]] {
      let result = try KGProcess(in: other.url).run(["symbol", "load_cart", "--db", database] + options)
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(try KGProcess(in: other.url)("symbol", "unrelated", "--db", database).status == 3)
  }

  /// A database that came with the folder it was found in does not decide which files are shown.
  @Test func aFoundDatabaseDescribesItsOwnFolder() throws {
    let elsewhere = try TemporaryDirectory.sampleProject()
    let tree = try TemporaryDirectory(["a.py": "x = 1\n", ".kg/keep": ""])
    let database = tree.path + "/.kg/graph.db"
    #expect(try KGProcess(in: elsewhere.url)("index", "--db", database).status == 0)
    let status = try KGProcess(in: tree.url)("status", "--json").object()
    #expect(status["root"] as? String == tree.path)
  }

  @Test(arguments: [["index", "--jobs", "0"], ["index", "/nowhere/at/all"], ["search"], ["nonsense"]])
  func wrongUsageIsToldApart(arguments: [String]) throws {
    let tree = try TemporaryDirectory()
    let result = try KGProcess(in: tree.url).run(arguments)
    #expect(result.status == (arguments.contains("/nowhere/at/all") ? 1 : 64))
    #expect(!result.errors.isEmpty)
  }
}
