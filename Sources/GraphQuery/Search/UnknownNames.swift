import GraphStore
import Retrieval

/// Tells by rule that what a query names does not exist.
struct UnknownNames {
  let session: GraphSession
  let query: UnderstoodQuery

  /// Longer queries are not about a name alone.
  private static let longestQuestion = 4

  /// The name that nothing has, if no definition has the whole query for its name and the query is about one: neither a definition nor any word of the text. Nil if
  /// there is something to answer.
  func find() throws -> String? {
    guard query.form != .path else { return nil }
    if query.form == .symbol { return try unknownSymbol(query.text) }
    let names = query.names.filter { !$0.isType }.map(\.name)
    guard !names.isEmpty, query.text.split(whereSeparator: \.isWhitespace).count <= Self.longestQuestion
    else {
      return nil
    }
    return try names.allSatisfy({ try !occurs($0) }) ? names.first : nil
  }

  private func unknownSymbol(_ text: String) throws -> String? {
    let parts = text.prefix { $0 != "(" }.split(whereSeparator: { ".:#".contains($0) }).map(String.init)
    guard let last = parts.last else { return nil }
    // `Type.member` of a type that is there, without such a member.
    if parts.count > 1, try isDefined(parts[parts.count - 2]) { return text }
    guard try !isDefined(last), try !occurs(last) else { return nil }
    return text
  }

  private func isDefined(_ name: String) throws -> Bool {
    try !session.reader.nodes(named: name, ignoresCase: true).isEmpty
  }

  /// True if the name as a whole is a word of the text.
  private func occurs(_ name: String) throws -> Bool {
    guard let whole = LexicalQuery(name).terms.first else { return false }
    return try !session.reader.postings(whole).isEmpty
  }
}
