import Foundation
import TestSupport
import Testing

/// A tree whose index is of an older state than its files: what a fault during the next run leaves must be
/// the one generation or the other.
struct TwoGenerations {
  /// How the next run makes its generation.
  enum Way: CaseIterable {
    /// It is written as a whole.
    case whole
    /// A copy of the old one is changed in a few rows.
    case patch
    /// That copy is made thin, over the database that the work tree shared with another one before.
    case thin
    /// The old one is thin, too.
    case thinAgain

    var isThin: Bool { self == .thin || self == .thinAgain }
  }

  let tree: TemporaryDirectory
  let kg: KGProcess
  /// The digest of the generation that is in the database at first.
  let before: String
  /// The digest that a run without faults gives.
  let after: String
  /// The command that makes the new generation.
  let run: [String]
  private let way: Way
  private let saved: TemporaryDirectory
  /// The main work tree of a linked one.
  private let main: GitRepository?

  /// - Parameter files: how many files of 40 functions there are.
  init(files: Int, _ way: Way = .whole) throws {
    self.way = way
    run = way == .whole ? ["index", "--full"] : ["index"]
    tree = try TemporaryDirectory()
    kg = KGProcess(in: tree.url)
    saved = try TemporaryDirectory()
    main = way.isThin ? try GitRepository() : nil
    // A thin file is made where most is as it is elsewhere.
    for file in 0..<files + (way.isThin ? 12 : 0) {
      let body = (0..<40).map {
        "def f\($0)(a, b):\n    \"\"\"Number \($0).\"\"\"\n    return g\(file)(a) + b\n"
      }
      try (main?.directory ?? tree).write(body.joined(separator: "\n"), to: "p/m\(file).py")
    }
    if let main {
      try main.commit()
      try main.git(["worktree", "add", "-q", tree.path, "-b", "other"])
      #expect(try KGProcess(in: main.directory.url)("index").status == 0)
    }
    #expect(try kg("index").status == 0)
    if way == .thinAgain {
      let text = String(decoding: try #require(tree.data("p/m1.py")), as: UTF8.self)
      try tree.write("# First.\n" + text, to: "p/m1.py")
      #expect(try kg("index").status == 0)
      #expect(try Self.isThin(tree), "it is not thin")
    }
    before = try #require(try Oracle.digest(kg))
    try Shell.run("cp -a .kg '\(saved.path)/kg'", in: tree.path)
    let text = String(decoding: try #require(tree.data("p/m0.py")), as: UTF8.self)
    let edited =
      way == .whole ? "def changed(): pass\n" : "# Changed.\n" + text.replacing("\n    r", with: "\n\n    r")
    try tree.write(edited, to: "p/m0.py")
    let other = try TemporaryDirectory()
    #expect(try kg("index", "--db", other.path + "/x.db").status == 0)
    after = try #require(
      try Oracle.digest(KGProcess(in: tree.url, environment: ["KG_DB": other.path + "/x.db"])))
    #expect(before != after)
    if way != .whole {
      let seconds = try kg("index", "--json").object()["cpuSeconds"] as? [String: Any]
      #expect(seconds?["link"] as? Double == 0, "it was not patched")
      #expect(try Self.isThin(tree) == way.isThin)
      try restore()
    }
  }

  /// The folder of the index.
  var folder: String { tree.path + "/.kg" }

  /// True if a base lies beside the index of a tree.
  private static func isThin(_ tree: TemporaryDirectory) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: tree.path + "/.kg").contains { $0.contains(".base-") }
  }

  /// Puts the old generation back.
  func restore() throws {
    try Shell.run("rm -rf .kg && cp -a '\(saved.path)/kg' .kg", in: tree.path)
  }

  /// Oracles O1, O2 and O4: the index is whole and the old one or the new one.
  func expectOneOfBoth(_ what: String) throws {
    let doctor = try kg("doctor")
    #expect(doctor.status == 0, "\(what): \(doctor.errors)")
    let seen = try Oracle.digest(kg)
    #expect(seen == before || seen == after, "\(what): neither the old generation nor the new one")
  }

  /// Oracle O3: a plain run repairs the rest and leaves nothing behind.
  func expectRepaired(_ what: String) throws {
    let rerun = try kg("index")
    #expect(rerun.status == 0, "\(what): \(rerun.errors)")
    #expect(try Oracle.digest(kg) == after, "\(what)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!names.contains { $0.hasSuffix(".tmp") }, "\(what): \(names)")
    // Where the base could not be linked the index is whole instead.
    let isThin = try holdsFewerPagesThanItHas()
    #expect(!isThin || way.isThin, "\(what)")
    #expect(names.count { $0.contains(".base-") } == (isThin ? 1 : 0), "\(what): \(names)")
  }

  /// True if the file of the index is smaller than the number of pages in its header says.
  private func holdsFewerPagesThanItHas() throws -> Bool {
    let bytes = [UInt8](try #require(tree.data(".kg/graph.db")))
    let pages = bytes[28..<32].reduce(0) { $0 << 8 | Int($1) }
    return bytes.count < pages * 4096
  }
}

/// What is asked of an index after a fault.
enum Oracle {
  /// The digest that the index says it has.
  static func digest(_ kg: KGProcess) throws -> String? {
    (try kg("status", "--json").object()["index"] as? [String: Any])?["digest"] as? String
  }
}
