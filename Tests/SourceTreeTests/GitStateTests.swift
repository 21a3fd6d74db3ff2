import Foundation
import GraphModel
import SourceTree
import TestSupport
import Testing

/// States of single paths in git's index that differ from "tracked and on the disk".
@Suite struct GitStateTests {
  private func repository() throws -> GitRepository {
    let repository = try GitRepository()
    for file in ["a.py", "b.py", "in/c.py"] { try repository.write("x = 1\n", to: file) }
    try repository.commit()
    return repository
  }

  @Test func aConflictIsOneFile() async throws {
    let repository = try repository()
    try repository.git(["checkout", "-q", "-b", "other"])
    try repository.write("x = 2\n", to: "a.py")
    try repository.commit()
    try repository.git(["checkout", "-q", "main"])
    try repository.write("x = 3\n", to: "a.py")
    try repository.commit()
    #expect(throws: GitFailure.self) { try repository.git(["merge", "-q", "other"]) }
    let stages = try repository.git(["ls-files", "-u"]).split(separator: UInt8(ascii: "\n"))
    try #require(stages.count == 3)
    let tree = try await scan(repository.path)
    #expect(tree.paths == ["a.py", "b.py", "in/c.py"])
    let content = try tree.read("a.py")?.content
    #expect(content?.bytes.prefix(7) == Array("<<<<<<<".utf8)[...])
  }

  @Test func intentToAddIsListed() async throws {
    let repository = try repository()
    try repository.write("y = 1\n", to: "new.py")
    try repository.git(["add", "-N", "new.py"])
    #expect(try await scan(repository.path)["new.py"] != nil)
  }

  @Test(arguments: ["--no-cone", "--cone", "--sparse-index"])
  func whatASparseCheckoutLeavesOutIsNotThere(mode: String) async throws {
    let repository = try repository()
    try repository.write("", to: "out/d.py")
    try repository.write("", to: "out/deep/e.py")
    try repository.commit()
    try repository.git(["sparse-checkout", "set", mode, "in"])
    try #require(!FileManager.default.fileExists(atPath: repository.path + "/out/d.py"))
    let tree = try await scan(repository.path)
    #expect(tree.isGitWorkTree)
    #expect(tree["in/c.py"] != nil)
    #expect(tree["out/d.py"] == nil)
    #expect(tree["out/deep/e.py"] == nil)
  }

  @Test func skippedFilesThatAreThereCount() async throws {
    let repository = try repository()
    try repository.git(["update-index", "--skip-worktree", "b.py"])
    try repository.write("x = 'mine'\n", to: "b.py")
    #expect(try await scan(repository.path).read("b.py")?.content?.bytes == Array("x = 'mine'\n".utf8))
  }

  @Test func assumedUnchangedFilesAreReadAsTheyAre() async throws {
    let repository = try repository()
    try repository.git(["update-index", "--assume-unchanged", "a.py"])
    try repository.write("x = 'mine'\n", to: "a.py")
    let content = try await scan(repository.path).read("a.py")?.content
    #expect(content?.bytes == Array("x = 'mine'\n".utf8))
    let expected = try objectID(repository, "a.py")
    #expect(content?.blob.hex == expected)
  }

  @Test func convertedFilesAreNamedByTheBytesOnTheDisk() async throws {
    let repository = try GitRepository()
    try repository.write("*.py text eol=crlf\n*.md ident\n", to: ".gitattributes")
    try repository.write("a = 1\nb = 2\n", to: "a.py")
    try repository.write("$Id$\n", to: "b.md")
    try repository.commit()
    for file in ["a.py", "b.md"] {
      try FileManager.default.removeItem(atPath: repository.path + "/" + file)
      try repository.git(["checkout", "-q", "--", file])
    }
    let tree = try await scan(repository.path)
    let content = try tree.read("a.py")?.content
    #expect(content?.bytes == Array("a = 1\r\nb = 2\r\n".utf8))
    let expected = try objectID(repository, "a.py")
    #expect(content?.blob.hex == expected)
    let staged = String(decoding: try repository.git(["rev-parse", ":a.py"]).dropLast(), as: UTF8.self)
    #expect(content?.blob.hex != staged)
    let second = try tree.read("b.md")?.content
    let expectedOfSecond = try objectID(repository, "b.md")
    #expect(second?.blob.hex == expectedOfSecond)
  }

  @Test func aDirectoryThatBecameALinkIsNotFollowed() async throws {
    let repository = try repository()
    let outside = try TemporaryDirectory()
    try outside.write("secret = 1\n", to: "c.py")
    let tree = try await scan(repository.path)
    try FileManager.default.removeItem(atPath: repository.path + "/in")
    try RawFiles.link(repository.directory.bytes("in"), to: outside.path)
    // An entry of a scan before the change must not lead outside either.
    #expect(try tree.read("in/c.py")?.reason == .unreadable)
    let later = try await scan(repository.path)
    #expect(later.isGitWorkTree)
    #expect(later["in/c.py"] == nil)
    #expect(later["in"]?.skip == .symlinkOutsideTree)
  }

  @Test func aFileThatBecameADirectoryIsGone() async throws {
    let repository = try repository()
    try FileManager.default.removeItem(atPath: repository.path + "/a.py")
    try repository.write("", to: "a.py/inner.py")
    #expect(try await scan(repository.path).paths == ["a.py/inner.py", "b.py", "in/c.py"])
  }
}

/// Git's own id of a file's bytes.
func objectID(_ repository: GitRepository, _ path: String) throws -> String {
  let output = try repository.git(["hash-object", "--no-filters", "--", path])
  return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
}
