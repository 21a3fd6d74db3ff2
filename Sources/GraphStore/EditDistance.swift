/// The distance of words to one word in insertions, deletions, substitutions and swaps of neighbours, ASCII
/// case ignored, given up as soon as it exceeds a bound. Source: optimal string alignment, the restricted
/// form of Damerau's distance (Boytsov, "Indexing methods for approximate dictionary searching", 2011).
struct EditDistance {
  private let word: [UInt8]
  /// The dynamic programme's rows for the line at hand and the two before it.
  private var row: [Int]
  private var above: [Int]
  private var twoAbove: [Int]

  /// Makes a measure for `word`, which is folded already.
  init(_ word: [UInt8]) {
    self.word = word
    row = Array(0...word.count)
    above = row
    twoAbove = row
  }

  /// The distance to `other`, or nil if it is more than `bound`. O(length of both).
  mutating func measure(_ other: UnsafeBufferPointer<UInt8>, atMost bound: Int) -> Int? {
    guard abs(other.count - word.count) <= bound else { return nil }
    for index in row.indices { row[index] = index }
    var bestAbove = 0
    for line in other.indices {
      swap(&twoAbove, &above)
      swap(&above, &row)
      let byte = TextOrder.fold(other[line])
      row[0] = line + 1
      var best = row[0]
      for index in word.indices {
        let substituted = above[index] + (word[index] == byte ? 0 : 1)
        var value = min(substituted, min(above[index + 1], row[index]) + 1)
        let swapped =
          line > 0 && index > 0 && word[index] == TextOrder.fold(other[line - 1]) && word[index - 1] == byte
        if swapped { value = min(value, twoAbove[index - 1] + 1) }
        row[index + 1] = value
        best = min(best, value)
      }
      // A swap looks two rows back, so both must be beyond the bound.
      if min(best, bestAbove) > bound { return nil }
      bestAbove = best
    }
    return row[word.count] <= bound ? row[word.count] : nil
  }
}
