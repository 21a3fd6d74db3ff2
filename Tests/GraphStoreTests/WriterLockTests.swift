import Foundation
import GraphModel
import Testing

@testable import GraphStore

@Suite struct WriterLockTests {
  @Test func secondWriterIsToldWhoHoldsTheLock() throws {
    let folder = try TemporaryFolder()
    let lock = try WriterLock(folder.location)
    do {
      _ = try WriterLock(folder.location)
      Issue.record("two locks")
    } catch GraphStoreError.locked(let path, let process, let since) {
      #expect(path == folder.location.description)
      #expect(process == ProcessInfo.processInfo.processIdentifier)
      #expect(since?.hasSuffix("Z") == true)
      #expect(try Date(#require(since), strategy: .iso8601).timeIntervalSinceNow < 60)
    }
    lock.release()
    lock.release()
    let next = try WriterLock(folder.location)
    #expect(throws: GraphStoreError.self) {
      try GraphStore.replace(lock, with: GenerationContents(graph: Graph()))
    }
    next.release()
  }

  @Test func lockIsFreeOnceItsOwnerIsGone() throws {
    let folder = try TemporaryFolder()
    do { _ = try WriterLock(folder.location) }
    _ = try WriterLock(folder.location)
  }

  @Test func oddContentOfTheLockFileIsNotRepeated() throws {
    let folder = try TemporaryFolder()
    let lock = try WriterLock(folder.location)
    defer { lock.release() }
    try folder.write(".kg/lock2", [])
    let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/.kg/lock"))
    try handle.write(contentsOf: Data("12 \u{1B}[31mred".utf8))
    try handle.close()
    #expect(throws: GraphStoreError.locked(path: folder.location.description, process: 12, since: nil)) {
      _ = try WriterLock(folder.location)
    }
  }

  @Test func customPlacesAreLockedBesideTheFile() throws {
    let folder = try TemporaryFolder()
    let location = DatabaseLocation(folder.path + "/graph.db")
    let lock = try WriterLock(location)
    lock.release()
    #expect(try folder.names("") == ["graph.db.lock"])
    #expect(throws: GraphStoreError.self) {
      _ = try WriterLock(DatabaseLocation(folder.path + "/no/such/graph.db"))
    }
  }
}
