import ArgumentParser
import Foundation

/// Makes a graph with known communities, of power-law degrees and sizes, in the manner of Lancichinetti, Fortunato,
/// Radicchi: Benchmark graphs for testing community detection algorithms, 2008.
struct Plant: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a random graph with planted communities as lines `u v`.",
    discussion: "The same options give the same bytes. Node numbers say nothing about communities.")

  @Argument(help: "Where to write the edges.") var file: String
  @Option(help: "Where to write the community of each node, one a line.") var truth: String
  @Option var nodes = 10_000
  @Option(help: "The smallest degree; the largest is 50 times that.") var degree = 6
  @Option(help: "The share of edges that leave their community.") var mixing = 0.5
  @Option var seed: UInt64 = 1

  func validate() throws {
    if nodes < 100 || degree < 1 || !(0...1).contains(mixing) { throw ValidationError("out of range") }
  }

  func run() throws {
    var generator = SplitMix(state: seed)
    let communities = sizes(&generator)
    var community = communities.enumerated().flatMap { [Int32](repeating: Int32($0), count: $1) }
    community.shuffle(using: &generator)
    var members = [[Int32]](repeating: [], count: communities.count)
    for (node, own) in community.enumerated() { members[Int(own)].append(Int32(node)) }

    var inner = [[Int32]](repeating: [], count: communities.count)
    var outer: [Int32] = []
    for node in 0..<Int32(nodes) {
      let own = Int(community[Int(node)])
      let wanted = power(Double(degree), Double(degree) * 50, 2.5, &generator)
      let inside = min(wanted * (1 - mixing), Double(members[own].count - 1))
      for _ in 0..<rounded(inside, &generator) { inner[own].append(node) }
      for _ in 0..<rounded(wanted * mixing, &generator) { outer.append(node) }
    }
    var keys: [UInt64] = []
    for own in inner.indices { match(&inner[own], into: &keys, &generator) { _, _ in true } }
    match(&outer, into: &keys, &generator) { community[Int($0)] != community[Int($1)] }
    keys.sort()

    var text: [UInt8] = []
    var last: UInt64 = .max
    for key in keys where key != last {
      text += "\(key >> 32) \(key & 0xFFFF_FFFF)\n".utf8
      last = key
    }
    try Data(text).write(to: URL(fileURLWithPath: file))
    try Data(community.map { "\($0)\n" }.joined().utf8).write(to: URL(fileURLWithPath: truth))
  }

  /// Sizes between 20 and 1000 (or a tenth of the nodes), of exponent 1.5.
  private func sizes(_ generator: inout SplitMix) -> [Int] {
    var sizes: [Int] = []
    var left = nodes
    while left > 0 {
      let size = Int(power(20, Double(min(1000, nodes / 10)), 1.5, &generator))
      sizes.append(min(size, left))
      left -= size
    }
    return sizes
  }

  /// Pairs stubs at random; pairs of a node with itself, and those that are not wanted, are dropped.
  private func match(
    _ stubs: inout [Int32], into keys: inout [UInt64], _ generator: inout SplitMix,
    where isWanted: (Int32, Int32) -> Bool
  ) {
    stubs.shuffle(using: &generator)
    for index in stride(from: 1, to: stubs.count, by: 2) {
      let low = min(stubs[index - 1], stubs[index])
      let high = max(stubs[index - 1], stubs[index])
      if low != high && isWanted(low, high) { keys.append(UInt64(low) << 32 | UInt64(high)) }
    }
  }

  /// A draw from a power law between two bounds.
  private func power(_ low: Double, _ high: Double, _ exponent: Double, _ generator: inout SplitMix) -> Double
  {
    let flat = 1 - exponent
    let draw = generator.unit() * (pow(high, flat) - pow(low, flat)) + pow(low, flat)
    return pow(draw, 1 / flat)
  }

  /// One of the two whole numbers beside `value`, so that the mean is `value`.
  private func rounded(_ value: Double, _ generator: inout SplitMix) -> Int {
    Int(value) + (generator.unit() < value - value.rounded(.down) ? 1 : 0)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
