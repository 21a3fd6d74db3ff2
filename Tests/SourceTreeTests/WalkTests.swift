import Foundation
import GraphModel
import SourceTree
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct WalkTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test func honoursIgnoreFiles() async throws {
    try directory.write("*.log\n/build/\n!keep.log\n", to: ".gitignore")
    try directory.write("local.py\n!x.log\n", to: "in/.gitignore")
    for file in [
      "a.py", "x.log", "keep.log", "build/b.py", "in/build/c.py", "in/local.py", "in/x.log", "in/y.log",
      "local.py", ".git/config",
      ".kg/graph.py", "in/.kg/graph.py", ".hidden/d.py",
    ] {
      try directory.write("", to: file)
    }
    try FileManager.default.removeItem(atPath: directory.path + "/.git")
    let tree = try await scan(directory.path)
    #expect(!tree.isGitWorkTree)
    #expect(
      tree.paths == [
        ".gitignore", ".hidden/d.py", "a.py", "in/.gitignore", "in/build/c.py", "in/x.log", "keep.log",
        "local.py",
      ])
  }

  @Test func agreesWithGitOnATree() async throws {
    try HostileTree.buildNames(in: directory.path)
    try HostileTree.buildLinksAndSpecialFiles(in: directory.path)
    try directory.write("*.tmp\nb/\n!b/keep.tmp\n", to: ".gitignore")
    for file in ["a.tmp", "b/keep.tmp", "c/b/d", "c/e.tmp/f", "g"] { try directory.write("", to: file) }
    let walked = try await scan(directory.path)
    try runGit(["init", "-q"], in: directory.path)
    let listed = try await scan(directory.path)
    try #require(listed.isGitWorkTree && !walked.isGitWorkTree)
    // Git does not list what is neither a regular file nor a link.
    #expect(listed.entries.map(\.path) == walked.entries.filter { $0.skip != .specialFile }.map(\.path))
    #expect(walked.entries.count > 40)
  }

  @Test func aLinkedOrHugeIgnoreFileIsNotUsed() async throws {
    let other = try TemporaryDirectory()
    try other.write("*.py\n", to: "patterns")
    try directory.write("", to: "linked/a.py")
    try directory.write("", to: "huge/a.py")
    try RawFiles.link(directory.bytes("linked/.gitignore"), to: other.path + "/patterns")
    try RawFiles.makeSparse(directory.bytes("huge/.gitignore"), size: 1 << 40)
    let tree = try await scan(directory.path)
    #expect(tree["linked/a.py"] != nil)
    #expect(tree["huge/a.py"] != nil)
    #expect(
      tree.warnings == [
        .ignoreFile(path: SourcePath("huge/.gitignore")), .ignoreFile(path: SourcePath("linked/.gitignore")),
      ])
  }

  /// Deeper than a path can be long in one call of the system.
  @Test func survivesVeryDeepDirectories() async throws {
    let depth = 700
    try directory.write("", to: "top.py")
    var descriptor = open(directory.path, O_RDONLY | O_DIRECTORY)
    for _ in 0..<depth {
      mkdirat(descriptor, "deeper", 0o755)
      let next = openat(descriptor, "deeper", O_RDONLY | O_DIRECTORY)
      try #require(next >= 0)
      close(descriptor)
      descriptor = next
    }
    let file = openat(descriptor, "a.py", O_WRONLY | O_CREAT, 0o644)
    try #require(write(file, "x = 1\n", 6) == 6)
    close(file)
    symlinkat("../..", descriptor, "link.py")
    close(descriptor)
    let tree = try await scan(directory.path)
    #expect(tree.entries.count == 3)
    let deep = try #require(tree.entries.first)
    #expect(deep.path.bytes.count == depth * 7 + 4)
    #expect(try FileReader(tree).read(deep).content?.bytes == Array("x = 1\n".utf8))
    // Git cannot list it; the walk does.
    try runGit(["init", "-q"], in: directory.path)
    #expect(try await scan(directory.path)["top.py"] != nil)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["KG_TEST"] == "full"))
  func aDirectoryOfManyFilesIsListed() async throws {
    let count = 200_000
    for number in 0..<count { try RawFiles.write([], to: directory.bytes("f\(number).txt")) }
    try directory.write("", to: "a.py")
    let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    let tree = try await scan(directory.path) { $0.claims = { $0.bytes.suffix(3).elementsEqual(".py".utf8) } }
    #expect(tree.paths == ["a.py"])
    #expect(tree.unclaimed.count == count)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count <= before + 8)
  }

  @Test func namesAreBytes() async throws {
    try HostileTree.buildNames(in: directory.path)
    for _ in 0..<2 {
      let tree = try await scan(directory.path)
      let found = Set(tree.entries.map { $0.path.bytes })
      for name in HostileTree.names { #expect(found.contains(Array("names/".utf8) + name)) }
      for path in tree.paths {
        #expect(!path.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E || $0.value == 0x200B })
      }
      let sorted = tree.entries.map(\.path).sorted()
      #expect(tree.entries.map(\.path) == sorted)
      #expect(try tree.known().values.allSatisfy { $0.skip == nil && $0.blob != nil })
      // The second time git lists.
      try runGit(["init", "-q"], in: directory.path)
      try runGit(["add", "-A"], in: directory.path)
    }
  }

  @Test func aRootInsideAVendoredFolderIsIndexed() async throws {
    try directory.write("", to: "node_modules/pkg/a.py")
    try directory.write("", to: "node_modules/pkg/vendor/b.py")
    let tree = try await scan(directory.path + "/node_modules/pkg")
    #expect(tree["a.py"]?.skip == nil)
    #expect(tree["vendor/b.py"]?.skip == .vendored)
  }
}
