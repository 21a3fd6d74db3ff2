import Retrieval
import TestSupport
import Testing

@Suite struct KeyPhrasesTests {
  private func tags(_ texts: [String], limit: Int = 5) -> [[String]] {
    var phrases = KeyPhrases()
    for text in texts {
      var text = text
      text.withUTF8 { phrases.add(prose: $0) }
      phrases.endText()
    }
    return phrases.tags(limit: limit)
  }

  @Test func whatSetsATextApartComesFirst() {
    let found = tags([
      "A cookie jar keeps a session cookie. The session cookie is signed.",
      "A router keeps routes; the router is fast.",
    ])
    #expect(found[0].first == "session cookie" || found[0].first == "cookie")
    #expect(found[1].first == "router")
    #expect(!found[0].contains("the"))
  }

  /// The contract: a tag stands in its text, letter case aside.
  @Test func everyTagOccursInItsText() throws {
    let texts = try RepositoryFiles.files(below: "Sources", suffix: ".md").map {
      try RepositoryFiles.text($0)
    }
    for (text, tags) in zip(texts, tags(texts, limit: 20)) {
      let folded = String(decoding: text.utf8.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
      #expect(!tags.isEmpty || text.isEmpty)
      for tag in tags { #expect(folded.contains(tag), "\(tag)") }
    }
  }

  @Test func theSameTextsGiveTheSameTags() {
    let texts = ["beta alpha gamma", "gamma delta", "alpha"]
    #expect(tags(texts) == tags(texts))
    #expect(tags(texts)[0] == ["beta", "alpha", "gamma"])
  }
}
