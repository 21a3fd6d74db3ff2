import Foundation
import GraphModel
import SourceTree
import Synchronization
import TestSupport
import Testing

/// Files that change, vanish or turn into something else between the scan and the reading, and during it.
@Suite struct ChangingFileTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test func whatIsReadIsOneOfTheVersions() async throws {
    let versions = (UInt8(ascii: "a")...UInt8(ascii: "h")).map { letter in
      [UInt8](repeating: letter, count: 40_000 + Int(letter) * 10)
    }
    try directory.write(versions[0], to: "a.py")
    let tree = try await scan(directory.path)
    let reader = try FileReader(tree)
    let entry = try #require(tree["a.py"])
    let path = directory.bytes("a.py")
    let flag = Flag()
    let results = await withTaskGroup(of: [ReadOutcome].self) { group in
      group.addTask {
        var number = 0
        while !flag.isUp.load(ordering: .relaxed) {
          number += 1
          try? RawFiles.write(versions[number % versions.count], to: path)
        }
        return []
      }
      group.addTask {
        let outcomes = (0..<300).map { _ in reader.read(entry) }
        flag.isUp.store(true, ordering: .relaxed)
        return outcomes
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(results.count == 300)
    for result in results {
      switch result {
      // A file that is being written may have any length, but its bytes are those of one version; the
      // stamp says that it must be read again.
      case .content(let content): #expect(Set(content.bytes).count <= 1 || content.stamp != entry.stamp)
      case .skipped(let reason, _, _): #expect(reason == .unstable)
      }
    }
  }

  @Test func replacedFilesAreNotMistaken() async throws {
    for name in ["gone.py", "folder.py", "link.py", "pipe.py", "shrunk.py", "grown.py", "parent/a.py"] {
      try directory.write(String(repeating: "x", count: 1_000), to: name)
    }
    let tree = try await scan(directory.path)
    for name in ["gone.py", "folder.py", "link.py", "pipe.py", "parent"] {
      try FileManager.default.removeItem(atPath: directory.path + "/" + name)
    }
    try RawFiles.makeDirectory(directory.bytes("folder.py"))
    try RawFiles.link(directory.bytes("link.py"), to: "/etc/passwd")
    try RawFiles.makePipe(directory.bytes("pipe.py"))
    try directory.write("x", to: "shrunk.py")
    try directory.write(String(repeating: "y", count: 3 << 20), to: "grown.py")
    #expect(try tree.read("gone.py")?.reason == .unreadable)
    #expect(try tree.read("folder.py")?.reason == .specialFile)
    #expect(try tree.read("link.py")?.reason == .symlink)
    #expect(try tree.read("pipe.py")?.reason == .specialFile)
    #expect(try tree.read("parent/a.py")?.reason == .unreadable)
    #expect(try tree.read("grown.py")?.reason == .tooLarge)
    #expect(try tree.read("shrunk.py")?.content?.bytes == Array("x".utf8))
  }

  /// The system says of such files that they are empty.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func filesWithoutASizeAreUnstable() async throws {
    let tree = try await scan("/proc/self/task/\(getpid())") { $0.claims = { $0 == SourcePath("status") } }
    #expect(try tree.read("status")?.reason == .unstable)
  }
}

private final class Flag: Sendable {
  let isUp = Atomic<Bool>(false)
}
