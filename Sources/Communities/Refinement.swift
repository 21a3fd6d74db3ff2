import PortableMath

/// Splits communities into well-connected parts: the refinement of Leiden (Traag, Waltman, van Eck 2019, algorithm A.2,
/// `RefinePartition` and `MergeNodesSubset`).
///
/// Every node begins alone; nodes that are still alone may join a part of their own community that is well
/// connected to the rest of it. Which one is drawn at random, better ones with a higher chance. Each part is
/// connected, as a node joins only where it has an edge.
struct Refinement {
  /// 1/θ of the paper, where θ says how much worse choices are taken, in units of edge weight.
  private let inverseRandomness: Double
  var random: SeededRandom

  init(randomness: Double, seed: UInt64) {
    inverseRandomness = 1 / randomness
    random = SeededRandom(seed: seed)
  }

  /// Choices worse than the best by more than this many θ are never drawn: their chance is below 10^-17.
  private static let horizon = 40.0

  /// The parts, each numbered by one of the nodes in it.
  ///
  /// - Parameter membership: communities numbered from 0.
  mutating func run(
    _ level: Level, membership: [Int32], gamma: Double
  ) -> [Int32] {
    let count = level.nodeCount
    var communitySizes = [Double](repeating: 0, count: count)
    var cutStorage = [Double](repeating: 0, count: count)
    var sumsStorage = [CommunitySums](repeating: CommunitySums(), count: count)
    var partStorage = [Int32](repeating: 0, count: count)
    var isShared = [Bool](repeating: false, count: count)
    // One more than a visit can touch: the place after the last is written, too.
    var touchedStorage = [Int32](repeating: 0, count: count + 1)
    var chanceStorage = [Double](repeating: 0, count: count)
    for node in 0..<count {
      communitySizes[Int(membership[node])] += level.sizes[node]
      sumsStorage[node].size = level.sizes[node]
      partStorage[node] = Int32(node)
    }

    // Unchecked accesses. Rows hold nodes, which are below `count`, as are communities and parts; a visit
    // touches each part at most once.
    let offsets = level.offsets.span
    let neighbors = level.neighbors.span
    let weights = level.weights.span
    let sizes = level.sizes.span
    let community = membership.span
    let totals = communitySizes.span
    var cut = cutStorage.mutableSpan
    for node in 0..<count {
      let own = community[unchecked: node]
      var sum = 0.0
      for place in offsets[unchecked: node]..<offsets[unchecked: node + 1]
      where community[unchecked: Int(neighbors[unchecked: place])] == own {
        sum += Double(weights[unchecked: place])
      }
      cut[unchecked: node] = sum
    }

    var sums = sumsStorage.mutableSpan
    var part = partStorage.mutableSpan
    var shared = isShared.mutableSpan
    var touched = touchedStorage.mutableSpan
    var chances = chanceStorage.mutableSpan
    for item in random.permutation(count) where !shared[unchecked: Int(item)] {
      let node = Int(item)
      let own = community[unchecked: node]
      let total = totals[unchecked: Int(own)]
      let size = sizes[unchecked: node]
      let price = gamma * size
      // Well connected to its community, and not alone in it.
      guard cut[unchecked: node] > 0, cut[unchecked: node] >= price * (total - size) else { continue }
      var touchedCount = 0
      for place in offsets[unchecked: node]..<offsets[unchecked: node + 1] {
        let neighbor = Int(neighbors[unchecked: place])
        guard community[unchecked: neighbor] == own else { continue }
        let other = part[unchecked: neighbor]
        let link = sums[unchecked: Int(other)].link
        // Without a branch, as nothing foretells which one is new.
        touched[unchecked: touchedCount] = other
        touchedCount &+= link == 0 ? 1 : 0
        sums[unchecked: Int(other)].link = link + Double(weights[unchecked: place])
      }
      var best = 0.0
      var choices = 0
      for index in 0..<touchedCount {
        let other = Int(touched[unchecked: index])
        let theirs = sums[unchecked: other].size
        let gain = sums[unchecked: other].link - price * theirs
        guard gain >= 0, cut[unchecked: other] >= gamma * theirs * (total - theirs) else {
          sums[unchecked: other].link = 0
          continue
        }
        touched[unchecked: choices] = Int32(other)
        choices += 1
        if gain > best { best = gain }
      }
      // To stay alone has gain 0 and is a choice too.
      let alone = chance(0 - best)
      var sum = alone
      for index in 0..<choices {
        let other = Int(touched[unchecked: index])
        let gain = sums[unchecked: other].link - price * sums[unchecked: other].size
        sum += chance(gain - best)
        chances[unchecked: index] = sum
      }
      let draw = random.unit() * sum
      var chosen = -1
      var chosenLink = 0.0
      for index in 0..<choices {
        let other = Int(touched[unchecked: index])
        if chosen < 0 && draw >= alone && draw < chances[unchecked: index] {
          chosen = other
          chosenLink = sums[unchecked: other].link
        }
        sums[unchecked: other].link = 0
      }
      guard chosen >= 0 else { continue }
      part[unchecked: node] = Int32(chosen)
      shared[unchecked: chosen] = true
      sums[unchecked: chosen].size += size
      cut[unchecked: chosen] += cut[unchecked: node] - 2 * chosenLink
    }
    return partStorage
  }

  /// The chance of a choice that is worse than the best by `-difference`, beside 1 for the best.
  @inline(__always)
  private func chance(_ difference: Double) -> Double {
    if difference == 0 { return 1 }
    let scaled = difference * inverseRandomness
    return scaled < -Self.horizon ? 0 : portableExp(scaled)
  }
}
