import Foundation
import GraphModel
import TestSupport
import Testing

@testable import SourceTree

/// Repositories whose own configuration starts programs: none may run.
@Suite struct HostileConfigurationTests {
  private let repository: GitRepository
  private let marks: TemporaryDirectory

  init() throws {
    repository = try GitRepository()
    marks = try TemporaryDirectory()
    try repository.write("x = 1\n", to: "a.py")
    try repository.write("# a\n", to: "in/b.md")
    try repository.commit()
  }

  private func command(_ name: String) -> String { "touch \(marks.path)/\(name); cat" }

  private func marksFound() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: marks.path).sorted()
  }

  private func configure(_ key: String, _ value: String) throws {
    try repository.git(["config", key, value])
  }

  @Test func theMonitorWouldRunIfGitWereCalledPlainly() throws {
    try configure("core.fsmonitor", command("monitor"))
    try repository.git(["ls-files", "-co"])
    #expect(try marksFound() == ["monitor"])
  }

  @Test func nothingOfTheRepositoryRuns() async throws {
    // An ignore file that only a fetch from the "remote" could bring.
    let missing = String(repeating: "12", count: 20)
    try repository.git(["update-index", "--add", "--cacheinfo", "100644,\(missing),lost/.gitignore"])
    try repository.git(["update-index", "--skip-worktree", "lost/.gitignore"])
    try repository.write("* filter=evil diff=evil merge=evil text=auto ident\n", to: ".gitattributes")
    try repository.git(["add", ".gitattributes"])
    for key in [
      "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy",
      "core.alternateRefsCommand", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process",
      "diff.evil.textconv", "diff.evil.command", "diff.external", "merge.evil.driver", "pager.ls-files",
      "credential.helper", "gpg.program", "uploadpack.packObjectsHook", "remote.origin.uploadpack",
      "sequence.editor", "trailer.evil.command",
    ] {
      try configure(key, command(key))
    }
    try configure("alias.ls-files", "!" + command("alias"))
    try configure("alias.rev-parse", "!" + command("alias"))
    try configure("filter.evil.required", "true")
    try configure("core.untrackedCache", "true")
    try configure("submodule.recurse", "true")
    try configure("remote.origin.url", "ext::sh -c touch% \(marks.path)/transport")
    try configure("remote.origin.promisor", "true")
    try configure("extensions.partialClone", "origin")
    let hooks = repository.path + "/.git/hooks-evil"
    for hook in [
      "post-index-change", "fsmonitor-watchman", "pre-commit", "post-checkout", "reference-transaction",
    ] {
      for folder in [".git/hooks", ".git/hooks-evil"] {
        try repository.write("#!/bin/sh\ntouch \(marks.path)/hook-\(hook)\n", to: "\(folder)/\(hook)")
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: "\(repository.path)/\(folder)/\(hook)")
      }
    }
    try configure("core.hooksPath", hooks)
    try repository.write("[core]\n\tfsmonitor = touch \(marks.path)/included\n", to: "evil.config")
    try configure("include.path", repository.path + "/evil.config")
    // Dirty files, so that nobody could spare reading them.
    try repository.write("x = 2\n", to: "a.py")
    try repository.write("x = 3\n", to: "new.py")
    for file in try FileManager.default.contentsOfDirectory(atPath: marks.path) {
      try FileManager.default.removeItem(atPath: marks.path + "/" + file)
    }

    let tree = try await scan(repository.path)
    let known = try tree.known()
    let committed = try #require(known[SourcePath("in/b.md")]?.blob)
    let held = await HeldContents(tree)?.among(known.values.compactMap(\.blob) + [BlobID(hex: missing)])
    #expect(held?.contains(committed) == true && held?.contains(BlobID(hex: missing)) == false)
    #expect(try marksFound() == [])
    #expect(tree.isGitWorkTree, "\(tree.warnings)")
    #expect(tree.paths == [".gitattributes", "a.py", "evil.config", "in/b.md", "new.py"])
    #expect(try tree.read("a.py")?.content?.bytes == Array("x = 2\n".utf8))
  }

  /// As after `sudo`: git refuses to work in a repository of somebody else.
  @Test(.enabled(if: geteuid() == 0)) func aRepositoryOfSomebodyElseIsWalked() async throws {
    await #expect(processExitsWith: .success) {
      let repository = try GitRepository()
      try repository.write("x = 1\n", to: "a.py")
      chmod(repository.path, 0o755)
      try #require(seteuid(65_534) == 0)
      defer { seteuid(0) }
      let tree = try await scan(repository.path)
      #expect(tree.paths == ["a.py"])
      #expect(!tree.isGitWorkTree)
      #expect(tree.warnings.count == 1)
    }
  }

  @Test func aWorkTreeElsewhereIsNotListed() async throws {
    let other = try TemporaryDirectory()
    try other.write("", to: "secret.py")
    try configure("core.worktree", other.path)
    let tree = try await scan(repository.path)
    #expect(tree.paths == ["a.py", "in/b.md"])
    #expect(tree.warnings.count == 1)
  }

  /// Git fetches what a "partial clone" lacks, with a program that the configuration names. Listing the
  /// files is enough for that if a sparse index holds a directory whose tree is missing.
  @Test(arguments: [true, false]) func missingObjectsAreNotFetched(plainly: Bool) async throws {
    try repository.write("y = 1\n", to: "out/c.py")
    try repository.commit()
    try repository.git(["sparse-checkout", "set", "--cone", "--sparse-index", "in"])
    let tree = String(decoding: try repository.git(["rev-parse", "HEAD:out"]).dropLast(), as: UTF8.self)
    try FileManager.default.removeItem(
      atPath: "\(repository.path)/.git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))")
    try configure("core.repositoryformatversion", "1")
    try configure("extensions.partialClone", "origin")
    try configure("remote.origin.promisor", "true")
    try configure("remote.origin.url", repository.path)
    try configure("remote.origin.uploadpack", "touch \(marks.path)/fetched; git-upload-pack")
    if plainly {
      try repository.git(["ls-files"])
      #expect(try marksFound() == ["fetched"])
    } else {
      let tree = try await scan(repository.path)
      #expect(try marksFound() == [])
      #expect(tree.paths == ["a.py", "in/b.md"])
      #expect(!tree.warnings.isEmpty)
    }
  }

  @Test func aPipeInPlaceOfAnIgnoreFileStopsNobody() async throws {
    try RawFiles.makePipe(repository.directory.bytes("in/.gitignore"))
    var scanner = TreeScanner(root: repository.path, options: ScanOptions { _ in true })
    scanner.gitTimeLimit = .milliseconds(500)
    let tree = try await scanner.scan()
    #expect(tree.entries.compactMap { $0.skip == nil ? $0.path.display : nil } == ["a.py", "in/b.md"])
    #expect(
      tree.warnings == [
        .gitUnusable(reason: "no answer within 0.5 seconds"), .ignoreFile(path: SourcePath("in/.gitignore")),
      ])
  }

  @Test func aGitInTheTreeIsNotRun() async throws {
    try repository.write("#!/bin/sh\ntouch \(marks.path)/git\n", to: "git")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: repository.path + "/git")
    #expect(try await scan(repository.path).isGitWorkTree)
    #expect(try marksFound() == [])
  }
}
