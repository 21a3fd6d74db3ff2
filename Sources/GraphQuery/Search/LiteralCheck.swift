import Retrieval

/// Puts results first that hold what a query has in quotes, to the letter.
struct LiteralCheck {
  let session: GraphSession
  let query: UnderstoodQuery

  /// The hits that hold all quoted texts, then those that hold some, then the others; else in the order given.
  func sorted(_ hits: [SearchHit]) throws -> [SearchHit] {
    var reader = SnippetReader(session: session)
    let counts = try hits.map { hit in
      let bytes = try hit.chunk.map { try reader.bytes(of: $0) } ?? []
      return query.literals.count { bytes.firstRange(of: Array($0.utf8)) != nil }
    }
    return hits.indices.sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }.map {
      hits[$0]
    }
  }
}
