import Retrieval

/// Puts results first that hold what a query has in quotes, to the letter.
struct LiteralCheck {
  let session: GraphSession
  let query: UnderstoodQuery

  /// The hits that hold all quoted texts, then those that hold some, then the others; else in the order given.
  func sorted(_ hits: [SearchHit]) throws -> [SearchHit] {
    var reader = SnippetReader(session: session)
    let literals = query.literals.map { LiteralPattern(Array($0.utf8)) }
    let counts = try hits.map { hit in
      let bytes = try hit.chunk.map { try reader.bytes(of: $0) } ?? []
      return literals.count { $0.occurs(in: bytes) }
    }
    return hits.indices.sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }.map {
      hits[$0]
    }
  }
}

/// Finds one text in others. Linear, whatever the bytes (Knuth, Morris and Pratt 1977, "Fast Pattern Matching in
/// Strings").
private struct LiteralPattern {
  private let bytes: [UInt8]
  /// For each prefix but the empty one, how long its longest border is: a part that begins and ends it.
  private var borders: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var length = 0
    for (place, byte) in bytes.enumerated() {
      while length > 0, bytes[length] != byte { length = borders[length - 1] }
      if place > 0, bytes[length] == byte { length += 1 }
      borders.append(length)
    }
  }

  func occurs(in text: ArraySlice<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    var length = 0
    for byte in text {
      while length > 0, bytes[length] != byte { length = borders[length - 1] }
      if bytes[length] == byte { length += 1 }
      if length == bytes.count { return true }
    }
    return false
  }
}
