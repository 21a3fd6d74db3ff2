import Foundation
import GraphStore
import StoreTestSupport
import TestSupport
import Testing

/// What `Tests/Fuzz` found once.
@Suite struct FoundInputTests {
  private static let folder = "Fixtures/Hostile/Found"

  /// Each file of `Fixtures/Hostile/Found` is indexed as a file of every language it can be.
  @Test(.timeLimit(.minutes(15))) func whatWasFoundIsHarmlessNow() throws {
    let names = RepositoryFiles.files(below: Self.folder, suffix: ".input")
    #expect(!names.isEmpty)
    let tree = try TemporaryDirectory()
    for name in names {
      let data = try Data(contentsOf: RepositoryFiles.root.appendingPathComponent(name))
      let stem = String(name.dropFirst(Self.folder.count + 1).dropLast(".input".count))
      for ending in ["py", "swift", "md", "rst", "html", "xib", "plist"] {
        try tree.write([UInt8](data), to: "\(stem).\(ending)")
      }
    }
    let result = try KGProcess(in: tree.url)("index", "--quiet")
    #expect([0, 3].contains(result.status), "\(result.errors)")
    let reasons = try KGProcess(in: tree.url)("export").objects().compactMap { $0["skipReason"] as? String }
    #expect(!reasons.contains("parserTimeout") && !reasons.contains("parserCrashed"))
  }

  /// Those of the targets `database` and `thin` are changes of a database, which is read or refused. The places are those of
  /// the file as it is written now, so each is tried at forty others, too.
  @Test func damagedDatabasesAreReadOrRefused() throws {
    let database = try DamagedDatabase()
    try database.read(changedBy: [])
    try database.readThin(changedBy: [])
    let names = RepositoryFiles.files(below: Self.folder, suffix: ".input")
      .filter { $0.contains("/database-") || $0.contains("/thin-") }
    #expect(!names.isEmpty)
    for name in names {
      let found = Array(try Data(contentsOf: RepositoryFiles.root.appendingPathComponent(name)))
      var refused = 0
      for shift in 0..<40 {
        var changes = found
        for place in stride(from: 1, to: changes.count - 2, by: 4) { changes[place] &+= UInt8(shift) }
        for read in [database.read, database.readThin] {
          do {
            try read(changes)
          } catch is GraphStoreError {
            refused += 1
          }
        }
      }
      #expect(refused > 0, "\(name) changes nothing that anybody looks at")
    }
  }
}
