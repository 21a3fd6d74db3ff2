/// Cuts words into pieces that a table has vectors for.
///
/// A word that is a piece stays whole. Any other is cut so that the sum of the pieces' costs is least (Viterbi's
/// algorithm over a unigram model; Kudo 2018, "Subword Regularization", section 3.2); bytes that no piece
/// covers are left out.
public struct SubwordSegmenter: Sendable {
  /// What leaving out a byte costs: more than any piece.
  private static let missing: Int32 = 1 << 16
  /// What follows in a longer word is left out. The arrays below have one place more.
  private static let longestWord = 64

  /// From so many cut words on, ``PieceIndex`` pays.
  private static let worthIndex = 500

  private let table: EmbeddingTable
  private var index: PieceIndex?
  private var cutWords = 0
  /// For each place in the word at hand the least cost of what stands before it, …
  private var costs: [65 of Int32] = .init(repeating: 0)
  /// … where the last piece before it begins, and which it is; -1 for a byte left out.
  private var starts: [65 of Int32] = .init(repeating: 0)
  private var pieces: [65 of Int32] = .init(repeating: 0)

  /// Makes a segmenter for a table.
  public init(_ table: EmbeddingTable) { self.table = table }

  /// Appends the pieces of `word` (lower-case, stemmed) to `output`, in order. O(length × longest piece).
  public mutating func append(_ word: UnsafeBufferPointer<UInt8>, to output: inout [UInt16]) {
    let word = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(word).prefix(Self.longestWord))
    if let whole = whole(word) { return output.append(UInt16(whole)) }
    cutWords += 1
    if cutWords == Self.worthIndex { index = PieceIndex(table) }
    findBest(word)
    let first = output.count
    var end = word.count
    while end > 0 {
      if pieces[end] >= 0 { output.append(UInt16(pieces[end])) }
      end = Int(starts[end])
    }
    output[first...].reverse()
  }

  private func whole(_ word: UnsafeRawBufferPointer) -> Int? {
    guard word.count <= EmbeddingTable.longestPiece else { return nil }
    var hash = PieceHash()
    for byte in word { hash.add(byte) }
    return table.piece(word, hash: hash)
  }

  private mutating func findBest(_ word: UnsafeRawBufferPointer) {
    // Taken once, since each use would count references.
    let index = index
    for end in 0..<word.count + 1 where end > 0 { costs[end] = .max }
    for start in 0..<word.count {
      let cost = costs[start]
      if cost + Self.missing < costs[start + 1] {
        costs[start + 1] = cost + Self.missing
        starts[start + 1] = Int32(start)
        pieces[start + 1] = -1
      }
      if let index {
        index.forEachPiece(of: word, from: start, in: table) { end, piece, pieceCost in
          take(piece, cost + pieceCost, start, end)
        }
      } else {
        var hash = PieceHash()
        for end in start + 1...min(word.count, start + EmbeddingTable.longestPiece) {
          hash.add(word[end - 1])
          let text = UnsafeRawBufferPointer(rebasing: word[start..<end])
          guard let piece = table.piece(text, hash: hash) else { continue }
          take(piece, cost + table.cost(piece), start, end)
        }
      }
    }
  }

  /// Notes that the word may be cut so up to `end`.
  @inline(__always)
  private mutating func take(_ piece: Int, _ total: Int32, _ start: Int, _ end: Int) {
    guard total < costs[end] else { return }
    costs[end] = total
    starts[end] = Int32(start)
    pieces[end] = Int32(piece)
  }
}
