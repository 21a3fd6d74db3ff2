/// Levenshtein's distance to one word, ASCII case ignored, given up as soon as it exceeds a bound. Source:
/// the dynamic programme of Wagner and Fischer (1974), one row at a time.
struct EditDistance {
  private let word: [UInt8]
  private var row: [Int]

  /// Makes a measure for `word`, which is folded already.
  init(_ word: [UInt8]) {
    self.word = word
    row = Array(0...word.count)
  }

  /// The distance to `other`, or nil if it is more than `bound`. O(length of both).
  mutating func measure(_ other: UnsafeBufferPointer<UInt8>, atMost bound: Int) -> Int? {
    guard abs(other.count - word.count) <= bound else { return nil }
    for index in row.indices { row[index] = index }
    for (line, byte) in other.enumerated() {
      let byte = TextOrder.fold(byte)
      var diagonal = row[0]
      row[0] = line + 1
      var best = row[0]
      for index in word.indices {
        let substituted = diagonal + (word[index] == byte ? 0 : 1)
        diagonal = row[index + 1]
        row[index + 1] = min(substituted, min(diagonal, row[index]) + 1)
        best = min(best, row[index + 1])
      }
      if best > bound { return nil }
    }
    return row[word.count] <= bound ? row[word.count] : nil
  }
}
