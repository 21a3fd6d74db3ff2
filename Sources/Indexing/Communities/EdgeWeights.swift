import GraphModel

/// How strongly an edge ties two files together. Chosen by measurement, see `README.md` beside this file.
enum EdgeWeights {
  /// The weight of one edge of this kind. Containment is no tie between files; folders are, see ``FileGraph``.
  static func weight(_ kind: EdgeKind) -> Double {
    switch kind {
    case .references, .reads, .writes, .imports, .documents: 3
    case .calls, .instantiates, .inherits, .conforms, .overrides, .extends, .decorates: 1
    case .mentions, .links, .tests, .coChanges: 0.5
    case .contains: 0
    }
  }

  /// What several edges between the same two definitions count for, as a multiple of one.
  static func repetition(_ count: Int) -> Double { 1 + logarithm(count) }

  /// By how much a target that this many definitions refer to is damped: everybody's helper says little about who
  /// belongs together.
  static func damping(referrers: Int) -> Double { 1 / (1 + logarithm(referrers)) }

  /// log₂ of a positive number, exact at powers of two and linear between them: the same on every machine, which
  /// the library's is not.
  static func logarithm(_ value: Int) -> Double {
    guard value > 1 else { return 0 }
    let exponent = Int.bitWidth - 1 - value.leadingZeroBitCount
    return Double(exponent) + (Double(value) / Double(1 << exponent) - 1)
  }
}
