/// Picks the best of many scores.
enum BestIndices {
  /// The places of the greatest positive scores, best first, at most `limit`; equal ones by place. O(n log limit).
  static func best(_ limit: Int, of scores: [Double]) -> [Int] {
    // A binary heap with the worst of the best at its top.
    var heap: [Int] = []
    guard limit > 0 else { return [] }
    func isWorse(_ left: Int, _ right: Int) -> Bool {
      scores[left] != scores[right] ? scores[left] < scores[right] : left > right
    }
    func sink() {
      var parent = 0
      while true {
        var worst = parent
        for child in [2 * parent + 1, 2 * parent + 2]
        where child < heap.count && isWorse(heap[child], heap[worst]) {
          worst = child
        }
        guard worst != parent else { return }
        heap.swapAt(parent, worst)
        parent = worst
      }
    }
    for (index, score) in scores.enumerated() where score > 0 {
      if heap.count < limit {
        heap.append(index)
        var child = heap.count - 1
        while child > 0, isWorse(heap[child], heap[(child - 1) / 2]) {
          heap.swapAt(child, (child - 1) / 2)
          child = (child - 1) / 2
        }
      } else if score > scores[heap[0]] {
        heap[0] = index
        sink()
      }
    }
    return heap.sorted { isWorse($1, $0) }
  }
}
