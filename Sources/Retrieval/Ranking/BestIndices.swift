/// Picks the best of many scores.
enum BestIndices {
  /// The places of the greatest positive scores, best first, at most `limit`; equal ones by place. O(n log limit).
  static func best(_ limit: Int, of scores: [Double]) -> [Int] {
    guard limit > 0 else { return [] }
    return scores.withUnsafeBufferPointer { scores in
      var heap = Heap(limit)
      var index = 0
      // In bounds: `index` is below the count.
      while index < scores.count, !heap.isFull {
        if scores[index] > 0 { heap.insert(Item(score: scores[index], place: index)) }
        index += 1
      }
      // Places ascend, so an equal score that comes later is worse.
      var worst = heap.worst
      while index < scores.count {
        if scores[index] > worst {
          heap.replaceWorst(with: Item(score: scores[index], place: index))
          worst = heap.worst
        }
        index += 1
      }
      return heap.items.sorted { $1.isWorse(than: $0) }.map(\.place)
    }
  }

  private struct Item {
    var score: Double
    var place: Int

    @inline(__always)
    func isWorse(than other: Item) -> Bool {
      score != other.score ? score < other.score : place > other.place
    }
  }

  /// A binary heap with the worst of the best at its top.
  private struct Heap {
    private(set) var items: [Item] = []
    private let limit: Int

    init(_ limit: Int) { self.limit = limit }

    var isFull: Bool { items.count == limit }

    /// The score that a further one must exceed.
    var worst: Double { items.first?.score ?? 0 }

    mutating func insert(_ item: Item) {
      items.append(item)
      var child = items.count - 1
      while child > 0, items[child].isWorse(than: items[(child - 1) / 2]) {
        items.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    }

    mutating func replaceWorst(with item: Item) {
      var parent = 0
      while true {
        var child = 2 * parent + 1
        guard child < items.count else { break }
        if child + 1 < items.count, items[child + 1].isWorse(than: items[child]) { child += 1 }
        guard items[child].isWorse(than: item) else { break }
        items[parent] = items[child]
        parent = child
      }
      items[parent] = item
    }
  }
}
