import GraphModel
import SourceTree
import TestSupport
import Testing

/// What git is asked about contents: which of them it holds, and nothing else.
@Suite struct HeldContentsTests {
  private func blob(_ text: String) -> BlobID { ObjectFormat.sha1.blobID(of: Array(text.utf8)) }

  private func held(_ repository: GitRepository, _ contents: [BlobID], in folder: String = "") async throws
    -> Set<BlobID>
  {
    let git = try #require(HeldContents(try await scan(repository.path + folder)))
    return await git.among(contents)
  }

  @Test func whatWasGivenToGitIsHeld() async throws {
    let repository = try GitRepository()
    for (number, text) in ["first\n", "second\n"].enumerated() {
      try repository.write(text, to: "a.py")
      try repository.commit("\(number)")
    }
    try repository.write("staged\n", to: "in/b.py")
    try repository.git(["add", "in/b.py"])
    try repository.write("never\n", to: "in/b.py")
    let all = ["first\n", "second\n", "staged\n", "never\n"].map(blob)
    #expect(try await held(repository, all) == Set(all.dropLast()))
    #expect(try await held(repository, all, in: "/in") == Set(all.dropLast()))
    // Packed, they are found as well, and what nothing leads to is gone.
    try repository.git(["reset", "-q"])
    try repository.git(["gc", "-q", "--prune=now"])
    #expect(try await held(repository, all) == Set(all.prefix(2)))
  }

  @Test func onlyIdsOfContentsAreAskedFor() async throws {
    let repository = try GitRepository()
    try repository.write("x\n", to: "a.py")
    try repository.commit()
    let commit = String(decoding: try repository.git(["rev-parse", "HEAD"]).dropLast(), as: UTF8.self)
    let short = String(blob("x\n").hex.prefix(12))
    let names = [commit, "HEAD", "HEAD:a.py", short, "", "\n", blob("x\n").hex + "\n" + commit]
    #expect(try await held(repository, names.map { BlobID(hex: $0) } + [blob("x\n")]) == [blob("x\n")])
    #expect(try await held(repository, []) == [])
  }

  /// A commit may be shown in the place of another, a content too; what is held is what the id says.
  @Test func replacementsCountForNothing() async throws {
    let repository = try GitRepository()
    try repository.write("x\n", to: "a.py")
    try repository.write("y\n", to: "b.py")
    try repository.commit()
    let missing = blob("z\n")
    try repository.write(blob("y\n").hex + "\n", to: ".git/refs/replace/\(missing.hex)")
    #expect(try await held(repository, [missing, blob("x\n")]) == [blob("x\n")])
  }

  @Test func otherKindsOfTrees() async throws {
    let sha256 = try GitRepository("--object-format=sha256")
    try sha256.write("x\n", to: "a.py")
    try sha256.commit()
    let id = ObjectFormat.sha256.blobID(of: Array("x\n".utf8))
    #expect(try await held(sha256, [id, blob("x\n")]) == [id])
    let plain = try TemporaryDirectory(["a.py": "x\n"])
    #expect(HeldContents(try await scan(plain.path)) == nil)
  }
}
