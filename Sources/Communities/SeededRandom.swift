/// Random numbers that depend on a seed alone. Source: SplitMix64 (Steele, Lea, Flood: Fast Splittable
/// Pseudorandom Number Generators, 2014).
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Makes a generator whose sequence depends on `seed` alone.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in 0..<1, of 53 bits.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// The numbers below `count`, each stretch of them in random order (Fisher and Yates; not the standard
  /// library's shuffle, whose order may change with its version). A stretch fits the cache with what is read in its order.
  mutating func permutation(_ count: Int) -> [Int32] {
    var order = (0..<Int32(count)).map { $0 }
    for first in stride(from: 0, to: count, by: 1 << 16) {
      var left = min(1 << 16, count - first)
      while left > 1 {
        let drawn = Int(next().multipliedFullWidth(by: UInt64(left)).high)
        left -= 1
        order.swapAt(first + drawn, first + left)
      }
    }
    return order
  }
}

/// e^x from additions and multiplications alone, which every machine rounds alike; libraries' `exp` differ in the
/// last bit. For x in -700...0; relative error below 1e-13.
func portableExp(_ x: Double) -> Double {
  let ln2High = 0x1.62e42fefa38p-1
  let ln2Low = 0x1.ef35793c7673p-45
  let power = (x * 1.4426950408889634).rounded()
  let rest = (x - power * ln2High) - power * ln2Low
  // Taylor's series for |rest| <= ln 2 / 2, smallest term first.
  var sum = 0.0
  for index in taylor.indices { sum = sum * rest + taylor[index] }
  return sum * Double(sign: .plus, exponent: Int(power), significand: 1)
}

/// 1/n! for n from 12 down to 0.
private let taylor: [13 of Double] = [
  1 / 479_001_600, 1 / 39_916_800, 1 / 3_628_800, 1 / 362_880, 1 / 40_320, 1 / 5_040, 1 / 720, 1 / 120,
  1 / 24,
  1 / 6, 1 / 2, 1, 1,
]
