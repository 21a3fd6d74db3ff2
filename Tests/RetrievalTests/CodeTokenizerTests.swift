import GraphModel
import Testing

@testable import Retrieval

@Suite struct CodeTokenizerTests {
  @Test(arguments: [
    ("getQuerySet", "getqueryset get queri set"),
    ("get_query_set", "getqueryset get queri set"),
    ("__init__", "init"),
    ("_", ""),
    ("HTMLParser", "htmlparser html parser"),
    ("parseHTMLPage2", "parsehtmlpage2 pars html page"),
    ("utf8", "utf8 utf"),
    ("sha256sum", "sha256sum sha 256 sum"),
    ("x1", "x1 x"),
    ("i", "i"),
    ("URL", "url"),
    ("URLs", "url ur ls"),
    ("running tests", "run test"),
    ("a.b(c)", "a b c"),
    ("don't", "don t"),
    ("8080 3.14", "8080 3 14"),
    ("1_000_000", "1000000"),
    ("12345678901", ""),
    ("0xFF 3rd 0x123456789ab", "0xff 3rd"),
    ("0001_initial", "0001initial 0001 initi"),
    (
      "testThatItDoesNotCrashIfTheFileIsGone",
      "testthatitdoesnotcrashifthefileisgon test that it doe not crash if the file is gone"
    ),
    ("0x00ff00ff00ff00ff", ""),
    ("da39a3ee5e6b4b0d3255bfef95601890afd80709", ""),
    ("deadbeefdeadbeef", "deadbeefdeadbeef"),
    ("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ", ""),
    ("naïve café CAFÉ", "naiv cafe cafe"),
    ("cafe\u{301}", "cafe"),
    ("größe", "große"),
    ("ПриветМир", "приветмир"),
    ("数据库", "数据 据库"),
    ("数", "数"),
    ("read数据write", "read 数据 write"),
    ("“quoted”—dash", "quot dash"),
    ("snake🙂case", "snake case"),
    ("", ""),
  ])
  func tokens(text: String, expected: String) {
    var tokenizer = CodeTokenizer()
    #expect(tokenizer.tokenStrings(text).joined(separator: " ") == expected)
    #expect(tokenizer.tokenStrings(text).joined(separator: " ") == expected, "remembered")
  }

  @Test func longNames() {
    var tokenizer = CodeTokenizer()
    let name = "test_" + String(repeating: "word_", count: 20)
    #expect(tokenizer.tokenStrings(name) == ["test"] + Array(repeating: "word", count: 20))
    #expect(tokenizer.tokenStrings(String(repeating: "z", count: 70)) == [String(repeating: "z", count: 64)])
    #expect(tokenizer.tokenStrings(String(repeating: "z", count: 300)).isEmpty)
    let greek = tokenizer.tokenStrings(String(repeating: "λ", count: 200))
    #expect(greek == [String(repeating: "λ", count: 32)])
  }

  @Test func capCountsRunsOfOneText() {
    var tokenizer = CodeTokenizer()
    var ids: [TokenID] = []
    tokenizer.append("ab ab ab cd ab", to: &ids, cap: 2)
    #expect(ids.map { String(decoding: tokenizer.tokens[$0], as: UTF8.self) } == ["ab", "ab", "cd"])
    ids = []
    tokenizer.append("ab", to: &ids, cap: 2)
    #expect(ids.count == 1)
  }

  /// Whatever the bytes, tokens are what an index may hold.
  @Test func randomBytes() {
    var generator = SystemRandomNumberGenerator()
    var tokenizer = CodeTokenizer()
    for _ in 0..<300 {
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
      var ids: [TokenID] = []
      bytes.withUnsafeBufferPointer { tokenizer.append($0, to: &ids) }
      for id in ids {
        let token = tokenizer.tokens[id]
        #expect(!token.isEmpty && token.count <= 64)
        #expect(token.allSatisfy { $0 &- 97 < 26 || $0 &- 48 < 10 || $0 >= 0x80 }, "\(bytes)")
      }
    }
  }
}
