/// e^x from additions and multiplications alone, which every machine rounds alike; libraries' `exp` differ in the
/// last bit. For x in -700...0; relative error below 1e-13.
public func portableExp(_ x: Double) -> Double {
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
