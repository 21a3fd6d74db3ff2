import GraphModel
import Testing

@testable import Retrieval

@Suite struct HistoryTests {
  private static let paths = ["router.py", "session.py", "table.py"].map { SourcePath($0) }

  /// Newest first; `router.py` was called `routing.py` once.
  private static func history() throws -> FileHistory {
    var builder = HistoryIndexBuilder()
    builder.add(message: "rename the routing module", files: [(paths[0], [])])
    builder.rename(SourcePath("routing.py"), to: paths[0])
    builder.add(message: "Cookies expire", files: [(paths[1], []), (SourcePath("gone.py"), [])])
    builder.add(
      message: "match slashes in routes, slashes everywhere", files: [(SourcePath("routing.py"), [])])
    for _ in 0..<3 { builder.add(message: "session and table", files: [(paths[1], []), (paths[2], [])]) }
    let index = try #require(HistoryIndex(builder.encoded()))
    let files = index.paths.map { path in Int32(paths.firstIndex(of: path) ?? -1) }
    return try #require(FileHistory(index: index, files: files, count: paths.count))
  }

  private static func scores(_ history: FileHistory, _ query: String) throws -> [Double] {
    history.messageScores(try #require(history.matches(LexicalQuery(query))))
  }

  @Test func messagesFindFilesUnderTheirPresentNames() throws {
    let history = try Self.history()
    let slashes = try Self.scores(history, "slash")
    #expect(slashes[0] > 0 && slashes[1] == 0 && slashes[2] == 0)
    let cookies = try Self.scores(history, "cookie expiry")
    #expect(cookies[1] > 0 && cookies[0] == 0)
    #expect(try Self.scores(history, "absent") == [0, 0, 0])
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
    builder.add(message: "one two", files: [(SourcePath("a"), []), (SourcePath("b"), [])])
    builder.add(message: "two three", files: [(SourcePath("b"), [])])
    let bytes = builder.encoded()
    #expect(HistoryIndex(bytes)?.count == 2)
    for index in bytes.indices {
      #expect(HistoryIndex(Array(bytes[..<index])) == nil)
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[index] = value
        guard let read = HistoryIndex(damaged) else { continue }
        let files = [Int32](repeating: 0, count: read.paths.count)
        _ = FileHistory(index: read, files: files, count: 1)?.matches(LexicalQuery("one two three"))
      }
    }
    #expect(FileHistory(index: bytes, files: FileHistory.encode([0, -1]), count: 1) != nil)
    #expect(FileHistory(index: bytes, files: FileHistory.encode([0]), count: 1) == nil)
    #expect(FileHistory(index: bytes, files: FileHistory.encode([0, 1]), count: 1) == nil)
  }

  private static func lines() -> HistoryIndexBuilder {
    var builder = HistoryIndexBuilder()
    builder.add(message: "newest", files: [(paths[0], [7, 8]), (paths[1], [9])])
    builder.rename(SourcePath("old.py"), to: paths[0])
    builder.add(message: "older", files: [(SourcePath("old.py"), [8, 0xFFFF_FFFF]), (paths[2], [])])
    builder.add(message: "oldest", files: [(paths[2], [])])
    return builder
  }

  @Test func linesNameThePlacesThatStillHoldThem() throws {
    let index = try #require(HistoryIndex(Self.lines().encoded()))
    let history = try #require(
      FileHistory(index: index, files: [2, 0, -1], lines: Self.lines().encodedLines(), count: 3))
    #expect(history.lines.hasLines(ofFile: 2) && history.lines.hasLines(ofFile: 0))
    #expect(!history.lines.hasLines(ofFile: 1))
    let found = history.lines.writers(
      ofFile: 2, content: [(7, 4), (8, 1), (8, 1), (0xFFFF_FFFF, 0), (5, 2)])
    #expect(found.map { [$0.commit, Int($0.place)] } == [[0, 1], [0, 4], [1, 0], [1, 1]])
    // What stands in two places says nothing about either, and a third time changes nothing about it.
    let twice = history.lines.writers(ofFile: 2, content: [(8, 1), (8, 2), (8, 1)])
    #expect(twice.isEmpty)
  }

  @Test func damagedLinesAreNoticedOrHarmless() throws {
    let (index, bytes) = (Self.lines().encoded(), Self.lines().encodedLines())
    let files = FileHistory.encode([0, 1, 2])
    #expect(FileHistory(index: index, files: files, lines: bytes, count: 3) != nil)
    #expect(FileHistory(index: index, files: files, lines: bytes + [0, 0, 0, 0], count: 3) == nil)
    for place in bytes.indices {
      _ = FileHistory(index: index, files: files, lines: Array(bytes[..<place]), count: 3)
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[place] = value
        _ = FileHistory(index: index, files: files, lines: damaged, count: 3)?
          .lines.writers(ofFile: 0, content: [(7, 0)])
      }
    }
  }
}
