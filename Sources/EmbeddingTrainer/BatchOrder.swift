import PortableMath

extension SeededRandom {
  mutating func shuffle<Element>(_ items: inout [Element]) {
    var index = items.count - 1
    while index > 0 {
      items.swapAt(index, number(below: index + 1))
      index -= 1
    }
  }

  /// A number with mean 0 and variance 1, nearly normal: a sum of twelve.
  mutating func normal() -> Float {
    var sum: Float = -6
    for _ in 0..<12 { sum += Float(next() >> 40) / Float(1 << 24) }
    return sum
  }
}

/// In which order samples are seen.
enum BatchOrder {
  /// Batches of equal size. Each is made of groups from one package: what must be told apart in a search is alike.
  static func batches(
    packageEnds: [Int], group: Int, size: Int, generator: inout SeededRandom
  ) -> [[Int]] {
    var groups: [[Int]] = []
    var rest: [Int] = []
    var start = 0
    for end in packageEnds {
      var samples = Array(start..<end)
      start = end
      generator.shuffle(&samples)
      while samples.count >= group {
        groups.append(Array(samples.suffix(group)))
        samples.removeLast(group)
      }
      rest += samples
    }
    generator.shuffle(&rest)
    while rest.count >= group {
      groups.append(Array(rest.suffix(group)))
      rest.removeLast(group)
    }
    generator.shuffle(&groups)
    let perBatch = size / group
    return stride(from: 0, to: groups.count - groups.count % perBatch, by: perBatch).map {
      groups[$0..<$0 + perBatch].flatMap { $0 }
    }
  }
}
