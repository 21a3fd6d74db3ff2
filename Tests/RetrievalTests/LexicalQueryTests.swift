import Testing

@testable import Retrieval

@Suite struct LexicalQueryTests {
  @Test(arguments: [
    ("how does the parser find names", ["parser", "find", "name"]),
    ("getQuerySet", ["getqueryset", "get", "queri", "set"]),
    ("the", ["the"]),
    ("What is the", ["what", "is", "the"]),
    ("set set SET sets", ["set"]),
    ("", []),
    ("?!…", []),
    ("\"quoted\" NEAR(a b) col:x* ^y -z", ["quot", "near", "b", "col", "x", "y", "z"]),
  ])
  func terms(text: String, expected: [String]) {
    let query = LexicalQuery(text)
    #expect(query.terms == expected)
    #expect(query.isEmpty == expected.isEmpty)
    #expect(!query.isClamped)
  }

  @Test func longQueriesAreClamped() {
    let many = LexicalQuery((0..<1_000_000).map { "w" + String($0, radix: 26) }.joined(separator: " "))
    #expect(many.terms.count == LexicalQuery.longestQuery)
    #expect(many.isClamped)
    let wide = LexicalQuery(String(repeating: "é", count: 200_000))
    #expect(wide.terms == [String(repeating: "e", count: 64)] || wide.terms.isEmpty)
    #expect(wide.isClamped)
  }

  /// Terms never hold anything but letters and digits, so no text can become syntax of any engine.
  @Test func randomText() {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("\"'*^:(){}[]-+ANDORNEAR;%_\\\u{0}\u{1B}\u{202E}aé数🙂 ".unicodeScalars)
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        text.unicodeScalars.append(alphabet.randomElement(using: &generator)!)
      }
      for term in LexicalQuery(text).terms {
        let isPlain = term.unicodeScalars.allSatisfy { scalar in
          scalar.isASCII
            ? scalar.properties.isLowercase || ("0"..."9").contains(scalar)
            : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        #expect(isPlain, "\(text.debugDescription) gave \(term.debugDescription)")
      }
    }
  }
}
