import GraphModel
import Testing

@testable import SourceTree

@Suite struct GitHunkParserTests {
  private static let text = """
    \u{1}aa

    diff --git a.py a.py
    index 1..2 100644
    --- a.py
    +++ a.py
    @@ -1,2 +1,3 @@ class Whatever:
    -+++ was removed
    -and that, too
    ++++ b.py
    +diff --git c.py c.py
    +@@ -1 +1 @@ in the text
    @@ -9 +10 @@
    -an old line
    +a new line of text
    \\ No newline at end of file
    diff --git gone.py gone.py
    --- gone.py
    +++ /dev/null
    @@ -1 +0,0 @@
    -what it held before
    \u{1}bb

    diff --git "q\\t.py" "q\\t.py"
    --- "q\\t.py"
    +++ "q\\t.py"
    @@ -0,0 +1 @@
    +in a file with a tab in its name
    """

  private func parse(_ text: String, pieces: Int) -> [String: [SourcePath: [UInt32]]] {
    var parser = GitHunkParser()
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      bytes[start..<min(start + pieces, bytes.count)].withUnsafeBufferPointer { parser.append($0) }
    }
    parser.finish()
    return parser.commits
  }

  private func hashes(_ lines: [String]) -> [UInt32] {
    lines.compactMap { line in Array(line.utf8).withUnsafeBufferPointer { LineHash.of($0) } }
  }

  @Test(arguments: [1, 2, 3, 7, 100_000]) func piecesDoNotMatter(size: Int) {
    let expected = [
      "aa": [
        SourcePath("a.py"): hashes([
          "diff --git c.py c.py", "@@ -1 +1 @@ in the text", "a new line of text",
        ])
      ]
    ]
    #expect(hashes(["+++ b.py"]).count == 1, "long enough to be kept")
    var found = parse(Self.text, pieces: size)
    #expect(found["aa"]?[SourcePath("a.py")]?.first == hashes(["+++ b.py"]).first)
    found["aa"]?[SourcePath("a.py")]?.removeFirst()
    #expect(found == expected)
  }

  @Test func longLinesAndManyLinesAreCut() {
    let long = String(repeating: "x", count: 100_000)
    let many = (0..<1_000).map { "+the line \($0)\n" }.joined()
    let text = "\u{1}aa\n\n+++ a.py\n@@ -0,0 +1,1001 @@\n+\(long)\n\(many)"
    for size in [1_000, 1_000_000] {
      let lines = parse(text, pieces: size)["aa"]?[SourcePath("a.py")]
      #expect(lines?.count == CommitHistory.mostLines && lines?.first == hashes(["the line 0"]).first)
    }
  }

  @Test func anyTextIsTaken() {
    for text in [
      "", "\u{1}", "@@ -", "@@ -1,x +2 @@\n+a", "+++ a\n@@ -1,99999999999999999999 +1 @@\n+aaaaaaaaaa",
    ] {
      #expect(parse(text, pieces: 1).isEmpty)
    }
  }
}
