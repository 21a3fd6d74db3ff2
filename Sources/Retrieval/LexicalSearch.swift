import GraphModel

/// Finds the chunks that match a query best.
public struct LexicalSearch {
  /// What is left to hand out: a binary heap, best first.
  private var heap: [(chunk: Int32, score: Double)]

  /// Scores all chunks that hold a term of the query.
  ///
  /// - Parameters:
  ///   - lengths: of all chunks.
  ///   - columnWeights: one for each ``LexicalColumn``, positive.
  ///   - postings: the blocks of a term, empty if no chunk holds it.
  /// - Returns: Nil if the postings are damaged.
  public init?(
    _ query: LexicalQuery, lengths: ChunkLengths,
    columnWeights: [Double] = LexicalRanking.columnWeights,
    postings: (String) throws -> [PostingBlock]
  ) rethrows {
    var scorer = BM25(lengths: lengths, columnWeights: columnWeights)
    for term in query.terms {
      guard scorer.add(try postings(term)) else { return nil }
    }
    heap = scorer.results
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  /// How many chunks are left.
  public var count: Int { heap.count }

  /// The best chunk of those that are left, with its score, which is positive. Equal scores go by the
  /// chunk's number. O(log n), so that a few results of many cost little.
  public mutating func next() -> (chunk: Int, score: Double)? {
    guard let best = heap.first, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      heap[0] = last
      sink(0)
    }
    return (Int(best.chunk), best.score)
  }

  private mutating func sink(_ start: Int) {
    var parent = start
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && precedes(child, best) {
        best = child
      }
      guard best != parent else { return }
      heap.swapAt(parent, best)
      parent = best
    }
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    if heap[left].score != heap[right].score { return heap[left].score > heap[right].score }
    return heap[left].chunk < heap[right].chunk
  }
}
