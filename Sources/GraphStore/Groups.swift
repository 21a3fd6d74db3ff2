/// Numbers of items grouped by a key in `0..<count`, each group in the items' order. Counting sort.
struct Groups: Sendable {
  private var starts: [Int]
  private var items: [Int32]

  init(_ itemCount: Int, count: Int, key: (Int) -> Int) {
    starts = [Int](repeating: 0, count: count + 1)
    for item in 0..<itemCount { starts[key(item) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    items = [Int32](repeating: 0, count: itemCount)
    var next = starts
    for item in 0..<itemCount {
      let group = key(item)
      items[next[group]] = Int32(item)
      next[group] += 1
    }
  }

  /// The items of a group.
  subscript(group: Int) -> ArraySlice<Int32> { items[starts[group]..<starts[group + 1]] }
}
