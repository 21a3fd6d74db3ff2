import GraphModel

/// What a query restricts itself to, written among its words: `kind:class lang:swift path:Sources/ test:no`.
public struct QueryFilters: Sendable, Equatable {
  /// Whether a sort of files is wanted.
  public enum Choice: String, Sendable {
    /// Leave them out.
    case no
    /// Only them.
    case only
    /// Do not rank them lower.
    case yes
  }

  /// Only these kinds; empty for all.
  public var kinds: [NodeKind] = []
  /// Only these languages; empty for all.
  public var languages: [LanguageID] = []
  /// Only paths that match one of these globs or begin with one that ends in `/`; empty for all.
  public var paths: [String] = []
  /// Tests; nil if the query does not say.
  public var tests: Choice?
  /// Documents; nil if the query does not say.
  public var documents: Choice?

  /// Takes the filters out of a query. What only looks like one (`std::string`, `kind:unheard-of`) stays text.
  ///
  /// - Returns: The filters, and the query without them.
  public static func split(_ query: String) -> (filters: QueryFilters, text: String) {
    var filters = QueryFilters()
    var isChanged = false
    let lines = query.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let words = line.split(separator: " ", omittingEmptySubsequences: false).filter { word in
        guard filters.take(word) else { return true }
        isChanged = true
        return false
      }
      return words.joined(separator: " ")
    }
    return (filters, isChanged ? lines.joined(separator: "\n") : query)
  }

  private mutating func take(_ word: Substring) -> Bool {
    guard let colon = word.firstIndex(of: ":") else { return false }
    let value = String(word[word.index(after: colon)...])
    guard !value.isEmpty else { return false }
    switch word[..<colon] {
    case "kind":
      guard let kind = NodeKind.allCases.first(where: { $0.name == value }) else { return false }
      kinds.append(kind)
    case "lang", "language":
      guard let language = LanguageID.allCases.first(where: { $0.name == value }) else { return false }
      languages.append(language)
    case "path": paths.append(value)
    case "test", "tests":
      guard let choice = Choice(rawValue: value) else { return false }
      tests = choice
    case "doc", "docs":
      guard let choice = Choice(rawValue: value) else { return false }
      documents = choice
    default: return false
    }
    return true
  }
}
