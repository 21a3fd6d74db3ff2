import GraphModel

/// What the paths of files say about a query.
struct PathSignals {
  private let terms: Set<String>
  private let text: [UInt8]
  private var tokenizer = CodeTokenizer()

  init(_ query: UnderstoodQuery) {
    terms = Set(query.terms.terms)
    text = Array(query.text.utf8.prefix(LexicalQuery.longestText))
  }

  /// The share of the stem's words that the query holds.
  mutating func stem(_ path: SourcePath) -> Double {
    let name = path.lastComponent.bytes
    let stem = name.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name[...]
    return share(String(decoding: stem, as: UTF8.self))
  }

  /// The share of the folders' words that the query holds.
  mutating func folders(_ path: SourcePath) -> Double {
    share(String(decoding: path.directory.bytes, as: UTF8.self))
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

  private mutating func share(_ text: String) -> Double {
    var words: Set<String> = []
    for run in text.utf8.split(whereSeparator: { ByteClass.of($0) == .separator }) {
      let tokens = tokenizer.tokenStrings(String(decoding: run, as: UTF8.self))
      // The whole comes first and says nothing that its parts do not.
      words.formUnion(tokens.count > 1 ? tokens.dropFirst() : tokens[...])
    }
    guard !words.isEmpty else { return 0 }
    return Double(words.intersection(terms).count) / Double(words.count)
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
