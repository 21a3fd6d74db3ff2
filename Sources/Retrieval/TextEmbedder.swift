import Embedding
import GraphModel

/// How much the tokens of a chunk's fields count in its vector. The trainer uses the same numbers.
public enum VectorWeights {
  /// One for each ``LexicalColumn``. Training begins with these and ends with less for names, as it may learn that by
  /// heart; held-out packages are found better with more.
  public static let columns: [Float] = [0.5, 2, 1, 1, 1]

  /// What one token contributes that occurs `count` times in a field of `length` tokens: long fields
  /// count for more, but not in proportion to their length, and so do repeated tokens.
  @inline(__always)
  public static func weight(count: UInt32, length: Int) -> Float {
    length == 0 ? 0 : (Float(count) / Float(length)).squareRoot()
  }
}

/// Makes vectors of texts, out of the same tokens that full-text search works on.
///
/// What a token is made of is found once and remembered, so a repeated one costs an addition of 256 numbers.
public struct TextEmbedder: Sendable {
  private let table: EmbeddingTable
  private var segmenter: SubwordSegmenter
  private var sum: VectorSum
  /// The pieces of all tokens met; those of token i are `pieces[ends[i - 1]..<ends[i]]`.
  private var pieces: [UInt16] = []
  private var ends: [Int32] = []

  /// Makes an embedder for a table.
  public init(_ table: EmbeddingTable) {
    self.table = table
    segmenter = SubwordSegmenter(table)
    sum = VectorSum(table)
  }

  /// The vector of a question; zero if none of its words is known.
  public static func vector(ofQuery text: String, table: EmbeddingTable) -> EmbeddingVector {
    var tokenizer = CodeTokenizer()
    var tokens: [TokenID] = []
    tokenizer.append(text, to: &tokens)
    var embedder = TextEmbedder(table)
    embedder.learn(tokenizer.tokens)
    for token in tokens { embedder.add(token, weight: 1) }
    return embedder.sum.vector
  }

  /// How much each of a question's terms says, as the table learnt it: the length of its vector.
  public static func weights(of terms: [String], table: EmbeddingTable) -> [Double] {
    var segmenter = SubwordSegmenter(table)
    var sum = VectorSum(table)
    return terms.map { term in
      var pieces: [UInt16] = []
      var term = term
      // The buffer is used inside the closure only.
      term.withUTF8 { segmenter.append($0, to: &pieces) }
      sum.reset()
      let share = 1 / Float(max(pieces.count, 1)).squareRoot()
      for piece in pieces { sum.add(piece, weight: share) }
      return Double(sum.length)
    }
  }

  /// Finds the pieces of the tokens that are new since the last call.
  public mutating func learn(_ tokens: ByteInterner) {
    while ends.count < tokens.count {
      tokens.withBytes(Int32(ends.count)) { segmenter.append($0, to: &pieces) }
      ends.append(Int32(pieces.count))
    }
  }

  /// The pieces of a token, and the weight of each within it: all together have the length of one if they
  /// point in unrelated directions.
  @inline(__always)
  public func pieces(of token: TokenID) -> (pieces: ArraySlice<UInt16>, weight: Float) {
    let first = token == 0 ? 0 : Int(ends[Int(token) - 1])
    let found = pieces[first..<Int(ends[Int(token)])]
    return (found, found.count == 1 ? 1 : 1 / Float(max(found.count, 1)).squareRoot())
  }

  /// Adds a token that was learnt to the text at hand.
  @inline(__always)
  mutating func add(_ token: TokenID, weight: Float) {
    let first = token == 0 ? 0 : Int(ends[Int(token) - 1])
    let count = Int(ends[Int(token)]) - first
    guard count != 1 else { return sum.add(pieces[first], weight: weight) }
    let share = weight / Float(max(count, 1)).squareRoot()
    for place in first..<first + count { sum.add(pieces[place], weight: share) }
  }

  /// Appends the vector of the text at hand to `codes` and begins the next text.
  mutating func finish(into codes: inout [Int8]) {
    sum.append(to: &codes)
    sum.reset()
  }
}
