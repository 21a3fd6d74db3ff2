import Foundation
import TestSupport
import Testing

/// Faults A10, A12 and A14: what happens to the file between runs.
@Suite struct CorruptionTests {
  /// What can befall a file.
  private enum Damage: CaseIterable {
    case flippedBits, zeroedPages, swappedPages, noise, truncation, foreignTail

    func apply(to bytes: inout [UInt8], using random: inout SeededGenerator) {
      let pages = bytes.count / 4096
      func page() -> Range<Int> {
        let start = Int.random(in: 0..<pages, using: &random) * 4096
        return start..<start + 4096
      }
      switch self {
      case .flippedBits:
        for _ in 0..<1 << Int.random(in: 0..<5, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
            1 << UInt8.random(in: 0..<8, using: &random)
        }
      case .zeroedPages: bytes.replaceSubrange(page(), with: [UInt8](repeating: 0, count: 4096))
      case .swappedPages:
        let (one, other) = (page(), page())
        let saved = Array(bytes[one])
        bytes.replaceSubrange(one, with: Array(bytes[other]))
        bytes.replaceSubrange(other, with: saved)
      case .noise:
        for place in page() { bytes[place] = UInt8.random(in: 0...255, using: &random) }
      case .truncation: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      case .foreignTail:
        bytes += (0..<Int.random(in: 1...9_000, using: &random)).map { UInt8(truncatingIfNeeded: $0) }
      }
    }
  }

  /// Fault A10: no crash, no wrong answer, and the way out is open.
  @Test func damageIsNeverAnAnswer() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    let good = [UInt8](try #require(tree.data(".kg/graph.db")))
    let export = try kg("export").output
    let found = try kg("search", "cart", "--no-fresh").output
    var random = SeededGenerator(seed: 10)
    var (answered, detected) = (0, 0)
    for round in 0..<Effort.rounds(12, full: 500) {
      var bytes = good
      let damage = Damage.allCases[round % Damage.allCases.count]
      damage.apply(to: &bytes, using: &random)
      guard bytes != good else { continue }
      try tree.write(bytes, to: ".kg/graph.db")
      let what = "round \(round): \(damage)"
      let answer = try kg("export", "--no-fresh")
      #expect([0, 1, 3].contains(answer.status), "\(what): \(answer.status) \(answer.errors)")
      if answer.status == 0 {
        answered += 1
        #expect(answer.output == export, "\(what): another answer")
      } else {
        #expect(answer.errors.contains("graph.db"), "\(what): \(answer.errors)")
      }
      let search = try kg("search", "cart", "--no-fresh")
      if search.status == 0 { #expect(search.output == found, "\(what): other results") }
      let doctor = try kg("doctor")
      if doctor.status != 0 { detected += 1 }
      if case .foreignTail = damage {} else { #expect(doctor.status != 0, "\(what): not noticed") }
      let repair = try kg("index", "--full")
      if repair.status == 0 {
        #expect(try kg("export").output == export, "\(what): repaired to something else")
      } else {
        // Without its header it may be anyone's file, and stays what it is.
        #expect(tree.data(".kg/graph.db") == Data(bytes), "\(what): refused but changed")
        #expect(repair.errors.contains("graph.db"), "\(what): \(repair.errors)")
      }
      let copies = try FileManager.default.contentsOfDirectory(atPath: tree.path + "/.kg")
        .filter { $0.contains(".corrupt-") }
      #expect(copies.count <= 1, "\(what): \(copies)")
    }
    #expect(answered > 0 && detected > 0)
  }

  /// A plain run notices damage where it reads, sets the file aside and says so.
  @Test func aPlainRunReplacesWhatItCannotRead() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    let export = try kg("export").output
    var bytes = [UInt8](try #require(tree.data(".kg/graph.db")))
    for place in 4096..<bytes.count { bytes[place] ^= 0x55 }
    try tree.write(bytes, to: ".kg/graph.db")
    let result = try kg("index")
    #expect(result.status == 0)
    #expect(result.errors.contains("set aside"), "\(result.errors)")
    #expect(try kg("export").output == export)
    let names = try FileManager.default.contentsOfDirectory(atPath: tree.path + "/.kg")
    let copy = try #require(names.first { $0.contains(".corrupt-") })
    #expect(tree.data(".kg/" + copy) == Data(bytes))
    #expect(try kg("doctor").text.contains(copy))
  }

  /// Fault A12: an index of an older schema is read by nobody and replaced by the next run; a run that dies
  /// meanwhile leaves it.
  @Test func anOlderSchemaIsReplaced() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    let export = try kg("export").output
    var bytes = [UInt8](try #require(tree.data(".kg/graph.db")))
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 0])
    try tree.write(bytes, to: ".kg/graph.db")
    let question = try kg("search", "cart")
    #expect(question.status == 3)
    #expect(question.errors.contains("kg index"))
    #expect(try kg("doctor").status == 3)
    if FaultShim.library != nil {
      let dying = KGProcess(
        in: tree.url, environment: FaultShim.environment(.kill, at: 20, folder: tree.path + "/.kg"))
      #expect(try dying("index").status == -9)
      #expect(tree.data(".kg/graph.db") == Data(bytes))
    }
    #expect(try kg("index").status == 0)
    #expect(try kg("export").output == export)
  }

  /// Fault A14: what another program added to the file is not run.
  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM node; END",
    "CREATE VIEW v AS SELECT load_extension('x')",
    "DROP VIEW files; CREATE VIEW files AS SELECT randomblob(2000000000) AS path",
    "CREATE TABLE big (x); INSERT INTO big VALUES (zeroblob(50000000))",
  ])
  func aHostileDatabase(sql: String) throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    let export = try kg("export").output
    try #require(try Shell.run("sqlite3 .kg/graph.db \"\(sql)\"", in: tree.path) == 0)
    for question in [["export", "--no-fresh"], ["search", "cart", "--no-fresh"], ["status"]] {
      let result = try kg.run(question)
      #expect(result.status == 1, "\(question)")
      #expect(result.errors.contains("damaged"), "\(result.errors)")
    }
    #expect(try kg("index").status == 0)
    #expect(try kg("export").output == export)
  }
}
