import GraphModel

/// What the paths of files say about a query.
struct PathSignals {
  private let terms: Set<String>
  private let text: [UInt8]

  init(_ query: UnderstoodQuery) {
    terms = Set(query.terms.terms)
    text = Array(query.text.utf8.prefix(LexicalQuery.longestText))
  }

  /// The share of the words of a stem or of folders that the query holds.
  func share(_ words: Set<String>) -> Double {
    words.isEmpty ? 0 : Double(words.intersection(terms).count) / Double(words.count)
  }

  /// 1 if the query holds the path, less if only its last components, dotted or not.
  func mention(_ path: SourcePath) -> Double {
    if contains(path.bytes[...]) { return 1 }
    if contains(path.lastComponent.bytes[...]) { return 0.7 }
    // `package.module` and `package/module` mean a file, too.
    guard let dot = path.bytes.lastIndex(of: UInt8(ascii: ".")) else { return 0 }
    let components = path.bytes[..<dot].split(separator: UInt8(ascii: "/"))
    guard components.count > 1 else { return 0 }
    let end = components.suffix(2)
    return [UInt8(ascii: "."), UInt8(ascii: "/")].contains {
      contains(Array(end.joined(separator: [$0]))[...])
    }
      ? 0.7 : 0
  }

  /// True if the query holds `piece` as whole words.
  private func contains(_ piece: ArraySlice<UInt8>) -> Bool {
    guard let first = piece.first, piece.count <= text.count else { return false }
    for start in 0...text.count - piece.count where text[start] == first {
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
