import Foundation
import TestSupport
import Testing

/// What is not an index of ours, or not one that this program understands, is refused untouched.
@Suite struct RefusalTests {
  private func refused(_ bytes: Data, _ arguments: [String]) throws -> KGProcess.Result {
    let tree = try TemporaryDirectory(["a.py": "x = 1\n"])
    try tree.write(Array(bytes), to: ".kg/graph.db")
    let result = try KGProcess(in: tree.url).run(arguments)
    #expect(tree.data(".kg/graph.db") == bytes, "\(arguments) changed the file")
    #expect(!result.errors.isEmpty)
    return result
  }

  /// A real index with the bytes at `offset` of its header replaced.
  private func index(changing offset: Int, to value: UInt32) throws -> Data {
    let tree = try TemporaryDirectory(["a.py": "x = 1\n"])
    #expect(try KGProcess(in: tree.url)("index").status == 0)
    var bytes = try #require(tree.data(".kg/graph.db"))
    for shift in 0..<4 { bytes[offset + shift] = UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * shift)) }
    return bytes
  }

  @Test(arguments: [["index"], ["search", "x"], ["status"], ["symbol", "x"], ["export"]])
  func anotherApplicationsDatabase(arguments: [String]) throws {
    let bytes = try index(changing: 68, to: 0x1234_5678)  // application_id
    #expect(try refused(bytes, arguments).status == 1)
  }

  @Test(arguments: [["index"], ["search", "x"], ["export"]])
  func aNewerSchema(arguments: [String]) throws {
    let bytes = try index(changing: 60, to: 60_000)  // user_version
    let result = try refused(bytes, arguments)
    #expect(result.status == 3)
    #expect(result.errors.contains("newer"))
  }

  @Test(arguments: [["index"], ["search", "x"]])
  func anotherFile(arguments: [String]) throws {
    #expect(try refused(Data("#!/bin/sh\necho a script\n".utf8), arguments).status == 1)
  }

  @Test func aFolderInItsPlace() throws {
    let tree = try TemporaryDirectory(["a.py": "x = 1\n", ".kg/graph.db/keep": "me"])
    #expect(try KGProcess(in: tree.url)("index").status == 1)
    #expect(tree.data(".kg/graph.db/keep") == Data("me".utf8))
  }

  @Test func aSymbolicLinkInPlaceOfTheFolder() throws {
    let tree = try TemporaryDirectory(["a.py": "x = 1\n"])
    let elsewhere = try TemporaryDirectory()
    try RawFiles.link(tree.bytes(".kg"), to: elsewhere.path)
    #expect(try KGProcess(in: tree.url)("index").status != 0)
    #expect(elsewhere.data("graph.db") == nil)
  }

  @Test func noIndexIsSaidWithWhatToDo() throws {
    let tree = try TemporaryDirectory(["a.py": "x = 1\n"])
    let result = try KGProcess(in: tree.url)("search", "x")
    #expect(result.status == 3)
    #expect(result.errors.contains("kg index"))
  }
}
