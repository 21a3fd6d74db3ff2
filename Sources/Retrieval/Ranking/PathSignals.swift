import GraphModel

/// What the paths of files say about a query.
struct PathSignals {
  private let terms: Set<String>
  private let text: [UInt8]
  /// For each byte whether the query holds it: most questions hold no dot and no slash, so no path either.
  private let isPresent: [Bool]

  init(_ query: UnderstoodQuery) {
    terms = Set(query.terms.terms)
    text = Array(query.text.utf8.prefix(LexicalQuery.longestText))
    isPresent = text.reduce(into: [Bool](repeating: false, count: 256)) { $0[Int($1)] = true }
  }

  /// The share of the words of a stem or of folders that the query holds.
  func share(_ words: Set<String>) -> Double {
    words.isEmpty ? 0 : Double(words.count { terms.contains($0) }) / Double(words.count)
  }

  /// 1 if the query holds the path, less if only its last components, dotted or not.
  func mention(_ path: PathTraits) -> Double {
    if contains(path.path.bytes) { return 1 }
    return path.endings.contains { contains($0) } ? 0.7 : 0
  }

  /// True if the query holds `piece` as whole words.
  private func contains(_ piece: [UInt8]) -> Bool {
    guard !piece.isEmpty, piece.count <= text.count, piece.allSatisfy({ isPresent[Int($0)] }) else {
      return false
    }
    for start in 0...text.count - piece.count where text[start] == piece[0] {
      let end = start + piece.count
      guard text[start..<end].elementsEqual(piece) else { continue }
      if start > 0, isInside(text[start - 1], orSlash: true) { continue }
      if end < text.count, isInside(text[end], orSlash: false) { continue }
      return true
    }
    return false
  }

  private func isInside(_ byte: UInt8, orSlash: Bool) -> Bool {
    if orSlash && (byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")) { return true }
    return ByteClass.of(byte) != .separator
  }
}
