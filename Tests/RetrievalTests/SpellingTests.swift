import Testing

@testable import Retrieval

/// British words of a question.
@Suite struct SpellingTests {
  private static func american(_ text: String, known: Set<String>) -> String {
    Spelling.american(text) { known.contains($0) }
  }

  @Test func becomeAmericanWhereTheCodeIs() {
    let known: Set<String> = ["serialize", "color", "centering", "catalog", "for", "canceled"]
    #expect(
      Self.american("serialise a Colour, centring; cancelled catalogue", known: known)
        == "serialize a Color, centering; canceled catalog")
  }

  @Test func stayWhereTheCodeIsBritishOrKnowsNeither() {
    #expect(Self.american("normalise it", known: ["normalise", "normalize"]) == "normalise it")
    #expect(Self.american("normalise it", known: []) == "normalise it")
  }

  @Test func otherWordsStay() {
    let text = "our four fences rise, SERIALISE serialise_all 10 hours"
    #expect(Self.american(text, known: ["for", "fens", "or", "hors", "serialize"]) == text)
  }

  @Test func namesAndQuotedTextsAreMeantToTheLetter() {
    #expect(UnderstoodQuery("normaliseName") { _ in true }.text == "normaliseName")
    #expect(UnderstoodQuery("say \"unrecognised colour\"") { $0 == "color" }.text.contains("colour"))
    #expect(UnderstoodQuery("mix two colours") { $0 == "color" }.text == "mix two colors")
  }
}
