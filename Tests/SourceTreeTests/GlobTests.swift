import TestSupport
import Testing

@testable import SourceTree

@Suite struct GlobTests {
  private func bytes(_ text: String, times: Int, _ end: String = "") -> [UInt8] {
    Array((String(repeating: text, count: times) + end).utf8)
  }

  /// Patterns that take exponential time when matched by naive recursion.
  @Test(arguments: [
    ("*a", "a", "b"), ("*?", "a", ""), ("**/a/", "a/", "b"), ("**/", "a/", "b"), ("a*/", "aa/", "b"),
    ("**/*a*/", "aa/", "b"),
    ("[ab]*", "ab", "c"),
  ])
  func hostilePatternsTakePolynomialTime(piece: String, text: String, end: String) throws {
    for (patternCount, textCount) in [(100, 120), (3_000, 200), (20_000, 1_000)] {
      let pattern = try #require(PathGlob(bytes(piece, times: patternCount, "x")[...]))
      let subject = bytes(text, times: textCount, end)
      let (seconds, answer) = ThreadTime.measure { pattern.matches(subject[...]) }
      #expect(!answer)
      #expect(seconds < 1, "\(piece) × \(patternCount): \(seconds) s")
    }
  }

  @Test func manyPatternsAreUsable() {
    let lines = (0..<20_000).map { "dir\($0)/*.o\n" }.joined()
    let (seconds, _) = ThreadTime.measure {
      let file = IgnoreFile(Array(lines.utf8))
      return (0..<20).allSatisfy { number in
        let name = Array("x\(number).py".utf8)
        let path = Array("dir1/".utf8) + name
        return file.ignores(path: path[...], name: name[...], isDirectory: false) == nil
      }
    }
    #expect(seconds < 5, "\(seconds) s")
  }

  @Test(arguments: ["[", "[a", "[!", "[]", "[[:alpha:]", "[[:none:]]", "a\\", "[\\", "[a-\\"])
  func unusablePatternsAreNone(pattern: String) {
    #expect(PathGlob(Array(pattern.utf8)[...]) == nil)
  }
}
