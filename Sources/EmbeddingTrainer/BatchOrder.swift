/// A small generator of random numbers with good statistics (Steele, Lea and Flood 2014, "Fast Splittable
/// Pseudorandom Number Generators", SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number in `0..<bound`. The standard library's own ways may change; this one is part of the procedure.
  mutating func number(below bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

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
    packageEnds: [Int], group: Int, size: Int, generator: inout SplitMix
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
