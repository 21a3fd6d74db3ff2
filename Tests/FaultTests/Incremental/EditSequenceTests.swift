import Foundation
import TestSupport
import Testing

/// An index that followed edits is the index of the edited tree: the same bytes out of `kg export`, the same
/// answers out of `kg search`, whatever was edited.
///
/// `KG_TEST=full` runs 500 sequences, `KG_SEQUENCES` another number; `KG_TREES` names folders to edit, separated by colons, beside those of this
/// repository, and `KG_SEED` the first sequence.
@Suite struct EditSequenceTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count =
    environment["KG_SEQUENCES"].flatMap { Int($0) } ?? (environment["KG_TEST"] == "full" ? 500 : 4)
  private static let first = environment["KG_SEED"].flatMap { Int($0) } ?? 0

  private static let trees: [URL] =
    ["Fixtures/Projects", "Sources/Markup", "Sources/Languages/Python/Tokens"]
    .map { RepositoryFiles.root.appendingPathComponent($0) }
    + (environment["KG_TREES"] ?? "").split(separator: ":").map { URL(fileURLWithPath: String($0)) }

  @Test(arguments: first..<(first + count)) func followingEditsIsIndexingAnew(sequence: Int) throws {
    var random = SeededGenerator(seed: UInt64(sequence))
    var tree = try EditedTree(copying: Self.trees[sequence % Self.trees.count], limit: 120)
    let start = tree.texts
    // Every second tree has a history, which edits come into, and leave.
    let isRepository = sequence % 2 == 1
    var commits = 0
    if isRepository { try tree.initRepository() }
    let kg = KGProcess(in: tree.folder.url)
    #expect(try kg("index", "--quiet").status == 0)
    var states = [start]
    var log: [String] = []
    for _ in 0..<4 {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let edit = TreeEdit.allCases.randomElement(using: &random) ?? .comment
        log.append(try edit.apply(to: &tree, states: states, using: &random))
      }
      if isRepository {
        switch Int.random(in: 0..<4, using: &random) {
        case 0...1:
          commits += 1
          log.append("commit")
          try tree.commit("Change \(log.joined(separator: " "))")
        case 2 where commits > 0:
          commits -= 1
          log.append("uncommit")
          try tree.uncommit()
        default: break
        }
      }
      states.append(tree.texts)
      try compare(tree, kg, log)
    }
  }

  private func compare(_ tree: EditedTree, _ kg: KGProcess, _ log: [String]) throws {
    let other = try TemporaryDirectory()
    let fresh = other.path + "/fresh.db"
    let followed = try kg("index", "--quiet")
    let anew = try kg("index", "--quiet", "--db", fresh)
    #expect(followed.status == anew.status, "\(log) \(followed.errors)")
    let left = try kg("export", "--no-fresh").output
    let right = try kg("export", "--no-fresh", "--db", fresh).output
    #expect(!right.isEmpty)
    #expect(left == right, "\(difference(left, right)) after \(log)")
    for path in tree.paths.prefix(2) {
      let query = path.split { !$0.isLetter }.suffix(3).joined(separator: " ")
      let found = try answer(kg("search", query, "--json", "--no-fresh"))
      let expected = try answer(kg("search", query, "--json", "--no-fresh", "--db", fresh))
      #expect(found == expected, "\(query) after \(log)")
    }
  }

  /// The results, without the state of the index: generations differ.
  private func answer(_ result: KGProcess.Result) throws -> NSArray {
    try result.object()["results"] as? NSArray ?? []
  }

  private func difference(_ left: Data, _ right: Data) -> String {
    let lines = [left, right].map { Set(String(decoding: $0, as: UTF8.self).split(separator: "\n")) }
    let more = lines[0].subtracting(lines[1]).sorted().prefix(3)
    let less = lines[1].subtracting(lines[0]).sorted().prefix(3)
    return "too much: \(more); missing: \(less)"
  }
}
