import Foundation
import GraphModel
import SourceTree
import TestSupport
import Testing

@Suite struct NestedRepositoryTests {
  @Test func submodulesAreNamedNotEntered() async throws {
    let library = try GitRepository()
    try library.write("", to: "lib.py")
    try library.commit()
    let repository = try GitRepository()
    try repository.write("", to: "a.py")
    try repository.git([
      "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.path, "ext/lib",
    ])
    try repository.commit()
    let tree = try await scan(repository.path)
    #expect(tree.paths == [".gitmodules", "a.py"])
    #expect(tree.submodules == [SourcePath("ext/lib")])
    #expect(tree.nestedRepositories.isEmpty)
    // The submodule itself is a root like any other, though its .git is a file.
    let inner = try await scan(repository.path + "/ext/lib")
    #expect(inner.isGitWorkTree)
    #expect(inner.paths == ["lib.py"])
  }

  @Test(arguments: [true, false]) func nestedRepositoriesAreNamedNotEntered(insideGit: Bool) async throws {
    let outer = try TemporaryDirectory()
    if insideGit { try runGit(["init", "-q"], in: outer.path) }
    try outer.write("", to: "a.py")
    try outer.write("", to: "sub/one/b.py")
    try runGit(["init", "-q"], in: outer.path + "/sub/one")
    try runGit(["add", "-A"], in: outer.path + "/sub/one")
    try runGit(["commit", "-q", "-m", "c"], in: outer.path + "/sub/one")
    try outer.write("", to: "empty/c.py")
    try runGit(["init", "-q"], in: outer.path + "/empty")
    let tree = try await scan(outer.path)
    #expect(tree.isGitWorkTree == insideGit)
    #expect(tree.paths == ["a.py"])
    #expect(tree.nestedRepositories == [SourcePath("empty"), SourcePath("sub/one")])
  }
}
