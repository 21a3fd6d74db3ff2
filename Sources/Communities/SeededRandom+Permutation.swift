import PortableMath

extension SeededRandom {
  /// The numbers below `count`, each stretch of them in random order (Fisher and Yates; not the standard
  /// library's shuffle, whose order may change with its version). A stretch fits the cache with what is read in its order.
  mutating func permutation(_ count: Int) -> [Int32] {
    var order = (0..<Int32(count)).map { $0 }
    for first in stride(from: 0, to: count, by: 1 << 16) {
      var left = min(1 << 16, count - first)
      while left > 1 {
        let drawn = number(below: left)
        left -= 1
        order.swapAt(first + drawn, first + left)
      }
    }
    return order
  }
}
