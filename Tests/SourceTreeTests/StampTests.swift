import Foundation
import GraphModel
import TestSupport
import Testing

@testable import SourceTree

/// What is known about files and when it may be trusted.
@Suite struct StampTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write("x = 1\n", to: "a.py")
    try directory.write("y = 1\n", to: "b.py")
  }

  /// Lets the files become older than a tick of the clock.
  private func settle() throws { usleep(70_000) }

  @Test func unchangedFilesKeepTheirBlobs() async throws {
    try settle()
    let known = try await scan(directory.path).known()
    let tree = try await scan(directory.path, known: known)
    #expect(tree.entries.allSatisfy { $0.isUnchanged && $0.blob == known[$0.path]?.blob && $0.blob != nil })
  }

  @Test func sameSizeAndSameModificationTimeIsStillAChange() async throws {
    try settle()
    let known = try await scan(directory.path).known()
    let before = try FileManager.default.attributesOfItem(atPath: directory.path + "/a.py")
    let date = try #require(before[.modificationDate] as? Date)
    try directory.write("x = 2\n", to: "a.py")
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: directory.path + "/a.py")
    let tree = try await scan(directory.path, known: known)
    #expect(tree["a.py"]?.blob == nil)
    #expect(tree["a.py"]?.isUnchanged == false)
    #expect(tree["b.py"]?.isUnchanged == true)
  }

  @Test(arguments: [0.0, 4_102_444_800, 253_402_300_799])
  func oddModificationTimesDoNoHarm(seconds: Double) async throws {
    let date = Date(timeIntervalSince1970: seconds)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: directory.path + "/a.py")
    try settle()
    let known = try await scan(directory.path).known()
    #expect(try await scan(directory.path, known: known)["a.py"]?.isUnchanged == true)
    try directory.write("x = 2\n", to: "a.py")
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: directory.path + "/a.py")
    #expect(try await scan(directory.path, known: known)["a.py"]?.blob == nil)
  }

  /// Written, read and written again within one tick of the file system's clock: the stamps may be equal.
  @Test func freshFilesAreReadAgain() async throws {
    try directory.write("x = 2\n", to: "a.py")
    let known = try await scan(directory.path).known()
    #expect(try await scan(directory.path, known: known)["a.py"]?.blob == nil)
    try settle()
    let later = try await scan(directory.path).known()
    #expect(try await scan(directory.path, known: later)["a.py"]?.isUnchanged == true)
  }

  @Test func manyQuickChangesAreAllSeen() async throws {
    var known = try await scan(directory.path).known()
    for number in 10..<60 {
      try directory.write("x = \(number)\n", to: "a.py")
      let tree = try await scan(directory.path, known: known)
      let blob = try tree["a.py"]?.blob ?? tree.read("a.py")?.content?.blob
      #expect(blob == ObjectFormat.sha1.blobID(of: Array("x = \(number)\n".utf8)))
      known = try tree.known()
    }
  }

  @Test func unsettledStampsEqualNoStamp() {
    let stamp = FileStamp(inode: 1, size: 2, modified: 3, changed: 1_000_000_001, mode: 4)
    #expect(stamp.settled(readFrom: 1_100_000_000) == stamp)
    #expect(stamp.settled(readFrom: 1_040_000_000) != stamp)
    #expect(stamp.settled(readFrom: 0) != stamp)
    let whole = FileStamp(inode: 1, size: 2, modified: 3, changed: 1_000_000_000, mode: 4)
    #expect(whole.settled(readFrom: 2_900_000_000) != whole)
    #expect(whole.settled(readFrom: 3_100_000_000) == whole)
  }

  @Test func reasonsOfContentAreKeptAndOthersFoundAnew() async throws {
    try directory.write([0], to: "binary.py")
    try directory.write("# @generated\n" + String(repeating: "x = 1\n", count: 200_000), to: "generated.py")
    try settle()
    let first = try await scan(directory.path)
    var known = try first.known()
    let again = try await scan(directory.path, known: known)
    #expect(again["binary.py"]?.skip == .binary)
    #expect(again["generated.py"]?.skip == .generated)
    #expect(again.entries.allSatisfy { $0.isUnchanged })
    let allowing = try await scan(directory.path, known: known) { $0.includesGenerated = true }
    #expect(allowing["generated.py"]?.skip == nil)
    #expect(allowing["generated.py"]?.blob == nil)
    let strict = try await scan(directory.path, known: known) { $0.maximumFileSize = 3 }
    #expect(strict["a.py"]?.skip == .tooLarge)
    #expect(strict["a.py"]?.isUnchanged == false)
    for reason in [SkipReason.tooLarge, .vendored, .permission, .unreadable, .unstable] {
      let path = SourcePath("a.py")
      known[path] = KnownFile(stamp: known[path]?.stamp ?? .none, blob: nil, skip: reason)
      let tree = try await scan(directory.path, known: known)
      #expect(tree["a.py"]?.skip == nil)
      #expect(tree["a.py"]?.isUnchanged == false)
    }
    // What a parser refused keeps its blob; the caller knows whether the parser is still the same.
    known[SourcePath("b.py")]?.skip = .nestingTooDeep
    let parsed = try await scan(directory.path, known: known)
    #expect(parsed["b.py"]?.skip == nil)
    #expect(parsed["b.py"]?.blob == known[SourcePath("b.py")]?.blob)
    #expect(parsed["b.py"]?.isUnchanged == true)
  }

  @Test func blobsOfAnotherHashAreNotKept() async throws {
    try settle()
    var known = try await scan(directory.path).known()
    known[SourcePath("a.py")]?.blob = ObjectFormat.sha256.blobID(of: Array("x = 1\n".utf8))
    #expect(try await scan(directory.path, known: known)["a.py"]?.blob == nil)
  }
}
