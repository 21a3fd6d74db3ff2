import GraphModel
import Testing

@testable import Retrieval

@Suite struct UnderstoodQueryTests {
  @Test(arguments: [
    ("Router", UnderstoodQuery.Form.symbol), ("Session.request(_:)", .symbol), ("flask.app", .symbol),
    ("src/flask/app.py", .path), ("app.py", .path), ("where are cookies parsed", .text), ("", .text),
  ])
  func forms(query: String, form: UnderstoodQuery.Form) {
    #expect(UnderstoodQuery(query).form == form)
  }

  @Test func filtersAreTakenOut() {
    let query = UnderstoodQuery("kind:class lang:swift retry policy path:Sources/ test:no docs:only")
    #expect(query.text == "retry policy")
    #expect(query.filters.kinds == [.class] && query.filters.languages == [.swift])
    #expect(query.filters.paths == ["Sources/"])
    #expect(query.filters.tests == .no && query.filters.documents == .only)
    #expect(!query.asksForTests && query.asksForDocuments)
  }

  @Test(arguments: ["std::string", "kind:nonsense", "lang:klingon", "test:maybe", "http://a", "kind:"])
  func whatOnlyLooksLikeAFilterStays(text: String) {
    let query = UnderstoodQuery(text)
    #expect(query.text == text && query.filters == QueryFilters())
  }

  @Test func namesInsideWords() {
    let query = UnderstoodQuery(
      "Fix `parse` in get_user and URLSession.data(for:), see Router and _private, a.b")
    #expect(
      query.names.filter { !$0.isType }.map(\.name) == [
        "parse", "get_user", "data", "_private",
      ])
    #expect(query.names.filter(\.isType).map(\.name) == ["Fix", "URLSession", "Router"])
  }

  @Test func asksForTestsOrDocumentsInItsFirstLine() {
    #expect(UnderstoodQuery("tests of the router").asksForTests)
    #expect(UnderstoodQuery("which fixtures build a client").asksForTests)
    #expect(!UnderstoodQuery("Fix the router\n\nAdds tests.").asksForTests)
    #expect(UnderstoodQuery("example of a custom filter").asksForDocuments)
    #expect(!UnderstoodQuery("parse a header").asksForDocuments)
  }

  @Test func literalsInQuotes() {
    #expect(UnderstoodQuery("who says \"not found\" and \"x\"").literals == ["not found"])
    #expect(UnderstoodQuery("an unclosed \"quote").literals.isEmpty)
  }

  @Test func laterLinesCountLess() {
    let query = LexicalQuery("fix cookie parsing\n\nThe parser dropped values of the cookie.")
    #expect(query.terms == ["fix", "cooki", "pars", "parser", "drop", "valu"])
    #expect(query.weights == [1, 1, 1, 0.5, 0.5, 0.5])
  }
}
