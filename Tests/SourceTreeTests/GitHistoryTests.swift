import Foundation
import GraphModel
import SourceTree
import TestSupport
import Testing

@Suite struct GitHistoryTests {
  private func history(_ path: String, known: CommitHistory? = nil) async throws -> CommitHistory? {
    let scan = try await TreeScanner(root: path, options: ScanOptions { _ in true }).scan()
    return await GitHistory(scan)?.read(known: known)
  }

  @Test func readsMessagesChangesAndRenames() async throws {
    let repository = try GitRepository()
    try repository.write("one\ntwo\nthree\n", to: "a.py")
    try repository.write("", to: "b.py")
    try repository.commit("first\n\nwith a body")
    try repository.git(["mv", "a.py", "c.py"])
    try repository.commit("move")
    let read = try #require(try await history(repository.path))
    #expect(
      read.commits.map { $0.message.trimmingCharacters(in: .newlines) } == ["move", "first\n\nwith a body"])
    #expect(read.commits[0].changes == [.init(path: SourcePath("c.py"), previous: SourcePath("a.py"))])
    #expect(read.commits[1].changes.map(\.path) == [SourcePath("a.py"), SourcePath("b.py")])
  }

  @Test func readsOnlyWhatIsNew() async throws {
    let repository = try GitRepository()
    try repository.write("", to: "a.py")
    try repository.commit("first")
    var known = try #require(try await history(repository.path))
    known.commits[0].message = "kept"
    try repository.write("x", to: "a.py")
    try repository.commit("second")
    let read = try #require(try await history(repository.path, known: known))
    #expect(read.commits.map { $0.message.trimmingCharacters(in: .newlines) } == ["second", "kept"])
    let whole = try #require(try await history(repository.path))
    #expect(read.state == whole.state && read.commits.map(\.id) == whole.commits.map(\.id))
    #expect(read.commits.map(\.changes) == whole.commits.map(\.changes))
  }

  @Test func linesAreThoseThatACommitWrote() async throws {
    let repository = try GitRepository()
    let code = "def one():\n    return 1\n\ndef another_one():\n    return one() + one()\n"
    try repository.write(code, to: "a.py")
    try repository.write("left as it was\n", to: "name with spaces é.py")
    try repository.commit("first")
    try repository.git(["mv", "a.py", "b.py"])
    try repository.write(code + "\n++ b/other.py\n  return None \n", to: "b.py")
    try repository.commit("second")
    // Whatever the user likes to see.
    for (key, value) in [
      ("diff.noprefix", "false"), ("diff.context", "9"), ("diff.suppressBlankEmpty", "true"),
      ("color.ui", "always"), ("diff.renames", "false"), ("diff.algorithm", "patience"),
    ] { try repository.git(["config", key, value]) }
    let read = try #require(try await history(repository.path))
    #expect(
      read.commits[0].changes.map(\.lines) == [hashes("++ b/other.py", "return None")])
    #expect(
      read.commits[1].changes.map(\.lines) == [
        hashes("def one():", "return 1", "def another_one():", "return one() + one()"),
        hashes("left as it was"),
      ])
    #expect(read.commits.map(\.hasLines) == [true, true])
  }

  @Test func linesAreTheSameReadAtOnceOrAfterEachCommit() async throws {
    let repository = try GitRepository()
    var known: CommitHistory?
    for number in 0..<4 {
      try repository.write("the line number \(number)\n", to: "\(number % 2).py")
      try repository.commit("change \(number)")
      known = try await history(repository.path, known: known)
    }
    #expect(known == (try await history(repository.path)))
    // Back to an earlier commit, and knowing nothing of lines.
    try repository.git(["checkout", "-q", "HEAD~2"])
    for index in known?.commits.indices ?? 0..<0 { known?.commits[index].hasLines = false }
    #expect(try await history(repository.path, known: known) == (try await history(repository.path)))
  }

  private func hashes(_ lines: String...) -> [UInt32] {
    lines.compactMap { line in Array(line.utf8).withUnsafeBufferPointer { LineHash.of($0) } }
  }

  @Test func pathsAreBelowTheRoot() async throws {
    let repository = try GitRepository()
    try repository.write("", to: "in/a.py")
    try repository.write("", to: "b.py")
    try repository.commit("both")
    try repository.write("x", to: "b.py")
    try repository.commit("outside")
    let read = try #require(try await history(repository.path + "/in"))
    #expect(read.commits.map { $0.changes.map(\.path) } == [[SourcePath("a.py")]])
  }

  @Test func largeCommitsKeepTheirRenamesOnly() async throws {
    let repository = try GitRepository()
    for number in 0..<20 { try repository.write("content \(number)\n", to: "old/\(number).py") }
    try repository.commit("many")
    try repository.git(["mv", "old", "new"])
    try repository.commit("move all")
    let read = try #require(try await history(repository.path))
    #expect(read.commits.map(\.changedFiles) == [20, 20])
    #expect(read.commits.map(\.changes.count) == [20, 0])
  }

  @Test func noHistoryIsNoError() async throws {
    let repository = try GitRepository()
    try repository.write("", to: "a.py")
    #expect(try await history(repository.path) == nil)
    let plain = try TemporaryDirectory()
    #expect(try await history(plain.path) == nil)
  }

  @Test func runsNothingOfTheRepositorys() async throws {
    let repository = try GitRepository()
    try repository.write("a", to: "a.py")
    try repository.commit("first")
    try repository.write("*.py diff=evil filter=evil\n", to: ".gitattributes")
    try repository.write("b", to: "a.py")
    try repository.commit("second")
    let mark = repository.path + "/ran"
    let script = repository.path + "/evil.sh"
    try repository.write("#!/bin/sh\ntouch '\(mark)'\ncat\n", to: "evil.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    for key in [
      "diff.external", "diff.evil.command", "diff.evil.textconv", "gpg.program", "core.pager", "pager.log",
      "core.fsmonitor", "filter.evil.smudge", "filter.evil.clean", "alias.log", "core.sshCommand",
    ] { try repository.git(["config", key, key == "alias.log" ? "!\(script)" : script]) }
    try repository.git(["config", "log.showSignature", "true"])
    let read = try #require(try await history(repository.path))
    #expect(read.commits.count == 2)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }
}
