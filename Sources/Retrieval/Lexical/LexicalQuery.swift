/// A search query as the full-text index understands it: distinct tokens, any of which may match.
public struct LexicalQuery: Sendable, Equatable {
  /// Terms beyond this number are not asked for; a longer text is its own answer.
  public static let longestQuery = 64
  /// Bytes of the text that are looked at.
  public static let longestText = 1 << 16

  /// Distinct tokens in order of first appearance, at most ``longestQuery``.
  public let terms: [String]

  /// How much each of `terms` counts: 1 in the first line, ``RankingWeights/laterWord`` in further ones.
  public let weights: [Double]

  /// True if the text was too long and its end was left out.
  public let isClamped: Bool

  /// Makes the query of what a user wrote: its tokens, without stop words unless nothing else remains.
  /// No character of `text` is ever taken for query syntax.
  public init(_ text: String) {
    var bytes = Array(text.utf8.prefix(Self.longestText))
    var isClamped = text.utf8.count > bytes.count
    while isClamped, let last = bytes.last, last >= 0x80 { bytes.removeLast() }  // not inside a scalar
    var tokenizer = CodeTokenizer()
    var terms = Self.terms(of: bytes, tokenizer: &tokenizer, dropsStopWords: true, isClamped: &isClamped)
    if terms.isEmpty {
      terms = Self.terms(of: bytes, tokenizer: &tokenizer, dropsStopWords: false, isClamped: &isClamped)
    }
    self.terms = terms
    let firstLine = Self.firstLineTerms(bytes, tokenizer: &tokenizer)
    weights = terms.map { firstLine.contains($0) ? 1 : RankingWeights.laterWord }
    self.isClamped = isClamped
  }

  /// True if there is nothing to search for: only punctuation, blobs or nothing at all.
  public var isEmpty: Bool { terms.isEmpty }

  /// The tokens of the first line that holds any.
  private static func firstLineTerms(_ bytes: [UInt8], tokenizer: inout CodeTokenizer) -> Set<String> {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let tokens = tokenizer.tokenStrings(String(decoding: line, as: UTF8.self))
      if !tokens.isEmpty { return Set(tokens) }
    }
    return []
  }

  private static func terms(
    of bytes: [UInt8], tokenizer: inout CodeTokenizer, dropsStopWords: Bool, isClamped: inout Bool
  ) -> [String] {
    var terms: [String] = []
    var seen: Set<String> = []
    for word in bytes.split(whereSeparator: { ByteClass.of($0) == .separator }) {
      let text = String(decoding: word, as: UTF8.self)
      if dropsStopWords && StopWords.contains(text.lowercased()) { continue }
      for token in tokenizer.tokenStrings(text) where seen.insert(token).inserted {
        guard terms.count < longestQuery else {
          isClamped = true
          return terms
        }
        terms.append(token)
      }
    }
    return terms
  }
}
