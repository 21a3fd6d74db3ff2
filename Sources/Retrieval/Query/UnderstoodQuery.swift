import GraphModel

/// A query as ranking sees it, understood by its form alone.
public struct UnderstoodQuery: Sendable, Equatable {
  /// What a query looks like.
  public enum Form: String, Sendable {
    /// One name: `Router`, `Session.request(_:)`, `flask.app`.
    case symbol
    /// One path, or the end of one: `src/flask/app.py`.
    case path
    /// Words.
    case text
  }

  /// The query without filters.
  public let text: String
  /// What it restricts itself to.
  public let filters: QueryFilters
  /// What it looks like.
  public let form: Form
  /// Its words for full-text search.
  public let terms: LexicalQuery
  /// Texts in double quotes, which a result should hold to the letter.
  public let literals: [String]
  /// Names it holds: see ``QueryWords``.
  let words: QueryWords
  /// Tests are asked for, so they are not ranked lower.
  public let asksForTests: Bool
  /// Documents and examples are asked for, so they are not ranked lower.
  public let asksForDocuments: Bool

  /// Understands what a user wrote. Linear.
  public init(_ query: String) {
    let (filters, rest) = QueryFilters.split(query)
    let text = rest.trimmingSpaces()
    self.filters = filters
    self.text = text
    terms = LexicalQuery(text)
    words = QueryWords(text)
    form = Self.form(of: text)
    literals = Self.literals(in: text)
    let firstLine = Set(LexicalQuery(String(text.prefix { $0 != "\n" })).terms)
    asksForTests = filters.tests.map { $0 != .no } ?? !firstLine.isDisjoint(with: Self.testWords)
    asksForDocuments = filters.documents.map { $0 != .no } ?? !firstLine.isDisjoint(with: Self.documentWords)
  }

  /// Understands what a user wrote, words that the index does not know in their American spelling if it knows that.
  ///
  /// - Parameter isKnown: whether any chunk holds a term.
  public init(_ query: String, isKnown: (String) throws -> Bool) rethrows {
    self.init(query)
    // Names are spelt as they are, and quoted texts are meant to the letter.
    guard form == .text, literals.isEmpty else { return }
    let american = try Spelling.american(query) { word in
      try LexicalQuery(word).terms.first.map(isKnown) ?? true
    }
    if american != query { self.init(american) }
  }

  /// Names whose definitions the query may mean, in order: what looks like code in it, then capitalised
  /// words, which can only name types.
  public var names: [(name: String, isType: Bool)] {
    words.identifiers.map { ($0, false) } + words.capitalized.map { ($0, true) }
  }

  // Stems, as the words of queries are.
  private static let testWords: Set<String> = ["test", "fixtur", "mock"]
  private static let documentWords: Set<String> = [
    "doc", "document", "readm", "guid", "tutori", "exampl", "changelog", "sampl", "demo",
  ]

  private static func form(of text: String) -> Form {
    guard !text.isEmpty, !text.contains(where: \.isWhitespace) else { return .text }
    if text.contains("/") { return .path }
    let pieces = text.split(separator: ".")
    if pieces.count > 1, let ending = pieces.last, fileEndings.contains(ending.lowercased()) { return .path }
    return .symbol
  }

  private static let fileEndings: Set<String> = [
    "py", "pyi", "swift", "md", "markdown", "rst", "html", "htm", "txt", "toml", "cfg", "storyboard", "xib",
  ]

  private static func literals(in text: String) -> [String] {
    let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
    return pieces.indices.filter { $0 % 2 == 1 && $0 + 1 < pieces.count && pieces[$0].count > 1 }
      .map { String(pieces[$0]) }
  }
}

extension String {
  /// Without whitespace at both ends.
  func trimmingSpaces() -> String {
    let rest = drop(while: \.isWhitespace)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }
}
