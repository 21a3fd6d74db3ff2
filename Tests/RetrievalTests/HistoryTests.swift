import GraphModel
import Testing

@testable import Retrieval

@Suite struct HistoryTests {
  private static let paths = ["router.py", "session.py", "table.py"].map { SourcePath($0) }

  /// Newest first; `router.py` was called `routing.py` once.
  private static func history() throws -> FileHistory {
    var builder = HistoryIndexBuilder()
    builder.add(message: "rename the routing module", files: [paths[0]])
    builder.rename(SourcePath("routing.py"), to: paths[0])
    builder.add(message: "Cookies expire", files: [paths[1], SourcePath("gone.py")])
    builder.add(message: "match slashes in routes, slashes everywhere", files: [SourcePath("routing.py")])
    for _ in 0..<3 { builder.add(message: "session and table", files: [paths[1], paths[2]]) }
    let index = try #require(HistoryIndex(builder.encoded()))
    let files = index.paths.map { path in Int32(paths.firstIndex(of: path) ?? -1) }
    return try #require(FileHistory(index: index, files: files, count: paths.count))
  }

  @Test func messagesFindFilesUnderTheirPresentNames() throws {
    let history = try Self.history()
    let slashes = try #require(history.messageScores(LexicalQuery("slash")))
    #expect(slashes[0] > 0 && slashes[1] == 0 && slashes[2] == 0)
    let cookies = try #require(history.messageScores(LexicalQuery("cookie expiry")))
    #expect(cookies[1] > 0 && cookies[0] == 0)
    #expect(try #require(history.messageScores(LexicalQuery("absent"))) == [0, 0, 0])
    #expect(history.recency[1] > history.recency[2])
  }

  @Test func filesThatChangeTogether() throws {
    let pairs = CoChanges(try Self.history()).pairs
    #expect(pairs.map { [$0.source, $0.target] } == [[1, 2], [2, 1]])
    #expect(pairs.map(\.support) == [3, 3] && pairs.map(\.changes) == [4, 3])
    #expect(pairs[0].confidence == 0.75)
  }

  @Test func everyDamageIsNoticedOrHarmless() throws {
    var builder = HistoryIndexBuilder()
    builder.add(message: "one two", files: [SourcePath("a"), SourcePath("b")])
    builder.add(message: "two three", files: [SourcePath("b")])
    let bytes = builder.encoded()
    #expect(HistoryIndex(bytes)?.count == 2)
    for index in bytes.indices {
      #expect(HistoryIndex(Array(bytes[..<index])) == nil)
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[index] = value
        guard let read = HistoryIndex(damaged) else { continue }
        let files = [Int32](repeating: 0, count: read.paths.count)
        _ = FileHistory(index: read, files: files, count: 1)?.messageScores(LexicalQuery("one two three"))
      }
    }
    #expect(FileHistory(index: bytes, files: FileHistory.encode([0, -1]), count: 1) != nil)
    #expect(FileHistory(index: bytes, files: FileHistory.encode([0]), count: 1) == nil)
    #expect(FileHistory(index: bytes, files: FileHistory.encode([0, 1]), count: 1) == nil)
  }
}
