import Foundation
import TestSupport
import Testing

/// Fault B23: the same tree gives the same bytes.
@Suite struct DeterminismTests {
  private func export(_ tree: TemporaryDirectory, jobs: String, environment: [String: String] = [:]) throws
    -> Data
  {
    let kg = KGProcess(in: tree.url, environment: environment)
    let result = try kg("index", "--full", "--jobs", jobs)
    #expect(result.status == 0, "\(result.errors)")
    return try kg("export").output
  }

  @Test func threadsPathsAndLocalesDoNotMatter() throws {
    let first = try TemporaryDirectory.sampleProject()
    let nested = try TemporaryDirectory()
    let second = try TemporaryDirectory.sampleProject()
    let reference = try export(first, jobs: "1")
    #expect(!reference.isEmpty)
    #expect(try export(second, jobs: "2") == reference)
    #expect(try export(first, jobs: "8", environment: ["LC_ALL": "C", "TMPDIR": nested.path]) == reference)
  }

  /// Listed by git or by our own walk, a tree is the same tree.
  @Test func gitOrNoGitDoesNotMatter() throws {
    let plain = try TemporaryDirectory.sampleProject()
    let tracked = try TemporaryDirectory.sampleProject()
    for tree in [plain, tracked] {
      try tree.write("build/\n*.gen.py\n", to: ".gitignore")
      try tree.write("x = 1\n", to: "build/out.py")
      try tree.write("x = 1\n", to: "shop/a.gen.py")
    }
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/bin/sh")
    git.arguments = [
      "-c", "git init -q . && git add -A && git -c user.name=a -c user.email=a@b commit -qm x",
    ]
    git.currentDirectoryURL = tracked.url
    try git.run()
    git.waitUntilExit()
    #expect(try export(plain, jobs: "2") == export(tracked, jobs: "2"))
  }

  /// Facts taken from the cache are the facts that parsing gives.
  @Test func cachedFactsAreFacts() throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    _ = try kg("index")
    try tree.write("def added(): pass\n", to: "shop/new.py")
    _ = try kg("index")
    let incremental = try kg("export").output
    #expect(try export(tree, jobs: "1") == incremental)
  }
}
