import Foundation
import TestSupport
import Testing

/// Switching branches back and forth parses nothing twice; what git does not hold goes with the edit all the same.
@Suite struct BranchFactsTests {
  /// A repository with the sample project, a tenth of which differs on each of its three branches.
  private func repository() throws -> GitRepository {
    let sample = try TemporaryDirectory.sampleProject()
    let repository = try GitRepository()
    for file in try FileManager.default.subpathsOfDirectory(atPath: sample.path).sorted() {
      if let data = sample.data(file) { try repository.directory.write(Array(data), to: file) }
    }
    for number in 0..<20 {
      try repository.write(
        "def shared\(number)(a, b):\n    return a * \(number) + b\n", to: "common/part\(number).py")
    }
    try repository.write(".kg/\n", to: ".gitignore")
    try repository.commit()
    for name in Self.branches.dropFirst() {
      try repository.git(["switch", "-q", "-c", name, "main"])
      try repository.write("def only_\(name)():\n    return '\(name)'\n", to: "common/part1.py")
      try repository.write("# Guide of \(name)\n\nSee `only_\(name)`.\n", to: "GUIDE-\(name).md")
      try repository.write("def new_\(name)(): pass\n", to: "common/new_\(name).py")
      try repository.commit()
    }
    try repository.git(["switch", "-q", "main"])
    return repository
  }

  private static let branches = ["main", "second", "third"]

  private func index(_ repository: GitRepository, _ arguments: String...) throws -> [String: Any] {
    let kg = KGProcess(in: repository.directory.url)
    let result = try kg.run(["index", "--json"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return try result.object()
  }

  private func export(_ repository: GitRepository) throws -> String {
    try KGProcess(in: repository.directory.url)("export").text
  }

  @Test func switchingBackAndForthParsesNothing() throws {
    let repository = try repository()
    var exports: [String: String] = [:]
    for (round, name) in (Self.branches + Self.branches.reversed()).enumerated() {
      try repository.git(["switch", "-q", name])
      let parsed = try #require(try index(repository)["parsedFiles"] as? Int)
      #expect(round < Self.branches.count ? parsed > 0 : parsed == 0, "round \(round): \(parsed)")
      let export = try export(repository)
      #expect(exports[name, default: export] == export, "\(name), round \(round)")
      exports[name] = export
    }
    // What is kept changes no answer: it is the graph of a fresh index, which keeps nothing.
    _ = try index(repository, "--full")
    #expect(try export(repository) == exports["main"])
    try repository.git(["switch", "-q", "second"])
    #expect(try index(repository)["parsedFiles"] as? Int ?? 0 > 0)
  }

  /// An edit of a comment patches the generation, and patches keep what they drop, too.
  @Test func takenBackEditsParseNothing() throws {
    let repository = try repository()
    _ = try index(repository)
    let text = String(decoding: try #require(repository.directory.data("common/part2.py")), as: UTF8.self)
    for round in 0..<2 {
      try repository.write("# A remark \(round).\n" + text, to: "common/part2.py")
      #expect(try index(repository)["parsedFiles"] as? Int == 1)
      try repository.write(text, to: "common/part2.py")
      #expect(try index(repository)["parsedFiles"] as? Int == 0, "round \(round)")
    }
    // Of another branch the same is known after patches as before.
    try repository.git(["switch", "-q", "third"])
    #expect(try index(repository)["parsedFiles"] as? Int ?? 0 > 0)
    try repository.write("# A remark.\n" + text, to: "common/part2.py")
    #expect(try index(repository)["parsedFiles"] as? Int == 1)
    try repository.git(["checkout", "-q", "common/part2.py"])
    try repository.git(["switch", "-q", "main"])
    #expect(try index(repository)["parsedFiles"] as? Int == 0)
  }

  /// How the generation is made after git forgot.
  enum Forgetting: CaseIterable { case whole, patched, repositoryRemoved }

  /// Facts of contents that git no longer holds go with the next generation.
  @Test(arguments: Forgetting.allCases)
  func whatGitForgetsIsDropped(_ forgetting: Forgetting) throws {
    let repository = try repository()
    for name in ["second", "main"] {
      try repository.git(["switch", "-q", name])
      _ = try index(repository)
    }
    if forgetting == .repositoryRemoved {
      try repository.directory.remove(".git")
    } else {
      try repository.git(["branch", "-q", "-D", "second"])
      try repository.git(["reflog", "expire", "--expire=now", "--all"])
      try repository.git(["gc", "-q", "--prune=now"])
    }
    let path = "common/part3.py"
    let text = String(decoding: try #require(repository.directory.data(path)), as: UTF8.self)
    let isPatch = forgetting == .patched
    try repository.write(isPatch ? "# A remark.\n" + text : text + "\ndef more(): pass\n", to: path)
    _ = try index(repository)
    try repository.write("def only_second():\n    return 'second'\n", to: "common/part1.py")
    #expect(try index(repository)["parsedFiles"] as? Int == 1)
  }

  /// What is kept takes at most as much room as what is needed, and the oldest goes first.
  @Test func roomIsBounded() throws {
    let repository = try repository()
    _ = try index(repository)
    // Each branch has a file of its own that takes a large part of the room.
    let names = (0..<5).map { "wide\($0)" }
    for name in names {
      try repository.git(["switch", "-q", "-c", name, "main"])
      let lines = (0..<120).map { "def \(name)_\($0)(a, b=\($0 * 7919 % 1000)):\n    return a.x\($0) + b\n" }
      try repository.write(lines.joined(), to: "common/\(name).py")
      try repository.commit()
      #expect(try index(repository)["parsedFiles"] as? Int == 1)
    }
    try repository.git(["switch", "-q", names[3]])
    #expect(try index(repository)["parsedFiles"] as? Int == 0)
    try repository.git(["switch", "-q", names[0]])
    #expect(try index(repository)["parsedFiles"] as? Int == 1)
  }
}
