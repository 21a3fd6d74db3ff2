import Foundation
import GraphModel
import SourceTree
import TestSupport
import Testing

@Suite struct GitListingTests {
  @Test func listsTrackedAndUntrackedButNotIgnored() async throws {
    let repository = try GitRepository()
    try repository.write("*.log\n/build/\n", to: ".gitignore")
    for file in ["b.py", "a.py", "a/z.py", "a-b.py", "x.log", "build/y.py", "gone.py"] {
      try repository.write("", to: file)
    }
    try repository.commit()
    try FileManager.default.removeItem(atPath: repository.path + "/gone.py")
    try repository.write("", to: "a/new.py")
    try repository.write("", to: "new.log")
    let tree = try await scan(repository.path)
    #expect(tree.isGitWorkTree)
    #expect(tree.paths == [".gitignore", "a-b.py", "a.py", "a/new.py", "a/z.py", "b.py"])
    #expect(tree.warnings.isEmpty)
  }

  @Test func countsWhatNoLanguageClaims() async throws {
    let repository = try GitRepository()
    for file in ["a.py", "b.txt", "c/d.txt"] { try repository.write("", to: file) }
    let tree = try await scan(repository.path) {
      $0.claims = { $0.bytes.suffix(3).elementsEqual(".py".utf8) }
    }
    #expect(tree.paths == ["a.py"])
    #expect(tree.unclaimed.count == 2)
  }

  @Test func aSubdirectoryIsItsOwnRoot() async throws {
    let repository = try GitRepository()
    for file in ["a.py", "in/b.py", "in/c/d.py"] { try repository.write("", to: file) }
    try repository.commit()
    try repository.write("", to: "in/new.py")
    let tree = try await scan(repository.path + "/in")
    #expect(tree.isGitWorkTree)
    #expect(tree.paths == ["b.py", "c/d.py", "new.py"])
  }

  @Test func aRootThatTheRepositoryIgnoresIsWalked() async throws {
    let repository = try GitRepository()
    try repository.write("/build/\n", to: ".gitignore")
    try repository.write("", to: "build/a.py")
    try repository.commit()
    let tree = try await scan(repository.path + "/build")
    #expect(!tree.isGitWorkTree)
    #expect(tree.paths == ["a.py"])
    #expect(tree.warnings.isEmpty)
  }

  @Test func worksInLinkedWorktrees() async throws {
    let repository = try GitRepository()
    try repository.write("", to: "a.py")
    try repository.commit()
    let other = try TemporaryDirectory()
    try repository.git(["worktree", "add", "-q", other.path + "/tree"])
    let tree = try await scan(other.path + "/tree")
    #expect(tree.isGitWorkTree)
    #expect(tree.paths == ["a.py"])
  }

  @Test func worksInShallowClones() async throws {
    let repository = try GitRepository()
    try repository.write("1", to: "a.py")
    try repository.commit()
    try repository.write("2", to: "a.py")
    try repository.commit()
    let other = try TemporaryDirectory()
    try runGit(["clone", "-q", "--depth", "1", "file://" + repository.path, "clone"], in: other.path)
    let tree = try await scan(other.path + "/clone")
    #expect(tree.isGitWorkTree)
    #expect(tree.paths == ["a.py"])
  }

  @Test func worksWithoutACommit() async throws {
    let repository = try GitRepository()
    #expect(try await scan(repository.path).entries.isEmpty)
    try repository.write("", to: "a.py")
    #expect(try await scan(repository.path).paths == ["a.py"])
    try repository.git(["add", "-A"])
    let tree = try await scan(repository.path)
    #expect(tree.isGitWorkTree)
    #expect(tree.paths == ["a.py"])
  }

  @Test func brokenIndexFallsBackToTheWalk() async throws {
    let repository = try GitRepository()
    try repository.write("*.log\n", to: ".gitignore")
    try repository.write("", to: "a.py")
    try repository.write("", to: "x.log")
    try repository.commit()
    try repository.write("DIRC is not what follows", to: ".git/index")
    let tree = try await scan(repository.path)
    #expect(!tree.isGitWorkTree)
    #expect(tree.paths == [".gitignore", "a.py"])
    guard case .gitUnusable(let reason)? = tree.warnings.first else {
      Issue.record("no warning: \(tree.warnings)")
      return
    }
    #expect(reason.contains("index"), "\(reason)")
  }

  @Test(arguments: ["gitdir: /nowhere\n", "nonsense", ""]) func brokenGitFileFallsBack(text: String)
    async throws
  {
    let directory = try TemporaryDirectory()
    try directory.write(text, to: ".git")
    try directory.write("", to: "a.py")
    let tree = try await scan(directory.path)
    #expect(tree.paths == ["a.py"])
    #expect(tree.warnings.count == 1)
  }

  @Test func unknownRepositoryFormatFallsBack() async throws {
    let repository = try GitRepository()
    try repository.write("", to: "a.py")
    try repository.git(["config", "core.repositoryformatversion", "99"])
    let tree = try await scan(repository.path)
    #expect(tree.paths == ["a.py"])
    #expect(tree.warnings.count == 1)
  }

  @Test func bareRepositoriesAreAnError() async throws {
    let (repository, bare) = (try GitRepository(), try GitRepository("--bare"))
    for path in [repository.path + "/.git", bare.path] {
      await #expect(throws: SourceTreeError.bareRepository(path: path)) { try await scan(path) }
    }
  }

  @Test func missingRootsAreAnError() async throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: "file.py")
    for (name, code) in [("nowhere", ENOENT), ("file.py", ENOTDIR)] {
      let path = directory.path + "/" + name
      do {
        _ = try await scan(path)
        Issue.record("\(name) was scanned")
      } catch let error as SourceTreeError {
        guard case .rootUnusable(path, let cause) = error else { throw error }
        #expect(cause.code == code)
        #expect("\(error)".contains(name))
      }
    }
  }

  @Test(arguments: [["--split-index"], ["--index-version", "4"], ["--untracked-cache"]])
  func everyKindOfIndexIsUnderstood(arguments: [String]) async throws {
    let repository = try GitRepository()
    for file in ["a.py", "b/c.py", "b/d/e.py"] { try repository.write("", to: file) }
    try repository.commit()
    try repository.git(["update-index"] + arguments)
    try repository.write("", to: "b/new.py")
    let tree = try await scan(repository.path)
    #expect(tree.isGitWorkTree)
    #expect(tree.paths == ["a.py", "b/c.py", "b/d/e.py", "b/new.py"])
  }

  @Test func theIndexStaysAsItIs() async throws {
    let repository = try GitRepository()
    try repository.write("1", to: "a.py")
    try repository.commit()
    try repository.write("2", to: "a.py")
    let index = URL(fileURLWithPath: repository.path + "/.git/index")
    let before = try Data(contentsOf: index)
    _ = try await scan(repository.path)
    #expect(try Data(contentsOf: index) == before)
  }

  @Test func toolDirectoriesAreNeverListed() async throws {
    let repository = try GitRepository()
    for file in [".kg/a.py", "b/.kg/c.py", "d.py"] { try repository.write("", to: file) }
    try repository.git(["add", "-f", "."])
    #expect(try await scan(repository.path).paths == ["d.py"])
  }
}
