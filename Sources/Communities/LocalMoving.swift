/// Moves single nodes to better communities until no move helps: the fast local moving of Leiden (Traag, Waltman, van Eck
/// 2019, algorithm A.2, `MoveNodesFast`).
///
/// A queue holds the nodes that may have something to gain; after a move only the neighbours outside the new
/// community are looked at again.
struct LocalMoving {
  /// How many nodes were moved.
  private(set) var moves = 0
  /// How often a node was visited.
  private(set) var visits = 0

  /// Set in a node's community while the node is in the queue: one load tells both.
  private static let queued: Int32 = .min

  /// Improves `membership`, whose communities are numbered from 0 to below the number of nodes.
  ///
  /// - Parameters:
  ///   - gamma: the price of size: joining a community of size K costs a node of size k gamma·k·K.
  ///   - tolerance: moves that gain less are not made, so that rounding cannot make it go in circles.
  mutating func run(
    _ level: Level, membership: inout [Int32], gamma: Double, tolerance: Double
  ) {
    let count = level.nodeCount
    guard count > 0 else { return }
    // All nodes, in their order: as good as a random one and kinder to the cache.
    var queueStorage = (0..<Int32(count)).map { $0 }
    var sumsStorage = [CommunitySums](repeating: CommunitySums(), count: count)
    var populationStorage = [Int32](repeating: 0, count: count)
    for node in 0..<count {
      sumsStorage[Int(membership[node])].size += level.sizes[node]
      populationStorage[Int(membership[node])] += 1
      membership[node] |= Self.queued
    }
    var empty: [Int32] = []
    for community in stride(from: count - 1, through: 0, by: -1) where populationStorage[community] == 0 {
      empty.append(Int32(community))
    }
    // One more than a visit can touch: the place after the last is written, too.
    var touchedStorage = [Int32](repeating: 0, count: count + 1)

    // Unchecked accesses. Rows hold nodes, which are below `count`; communities are numbered below
    // `count`; `head` and `tail` stay below it; a visit touches each community at most once.
    let offsets = level.offsets.span
    let neighbors = level.neighbors.span
    let weights = level.weights.span
    let sizes = level.sizes.span
    var community = membership.mutableSpan
    var sums = sumsStorage.mutableSpan
    var population = populationStorage.mutableSpan
    var ring = queueStorage.mutableSpan
    var touched = touchedStorage.mutableSpan
    var head = 0
    var tail = 0
    var waiting = count
    while waiting > 0 {
      let node = Int(ring[unchecked: head])
      head = head + 1 == count ? 0 : head + 1
      waiting -= 1
      visits += 1
      let own = community[unchecked: node] & ~Self.queued
      let row = offsets[unchecked: node]..<offsets[unchecked: node + 1]
      var touchedCount = 0
      for place in row {
        let other = community[unchecked: Int(neighbors[unchecked: place])] & ~Self.queued
        let link = sums[unchecked: Int(other)].link
        // Without a branch, as nothing foretells which one is new.
        touched[unchecked: touchedCount] = other
        touchedCount &+= link == 0 ? 1 : 0
        sums[unchecked: Int(other)].link = link + Double(weights[unchecked: place])
      }
      let size = sizes[unchecked: node]
      let price = gamma * size
      let stay = sums[unchecked: Int(own)].link - price * (sums[unchecked: Int(own)].size - size)
      sums[unchecked: Int(own)].link = 0
      var best = own
      var bestGain = stay + tolerance
      for index in 0..<touchedCount {
        let other = touched[unchecked: index]
        let gain = sums[unchecked: Int(other)].link - price * sums[unchecked: Int(other)].size
        sums[unchecked: Int(other)].link = 0
        if gain > bestGain && other != own {
          best = other
          bestGain = gain
        }
      }
      if bestGain < 0 && population[unchecked: Int(own)] > 1 {
        // Alone is better than anywhere.
        while let free = empty.popLast() {
          if population[unchecked: Int(free)] == 0 {
            best = free
            break
          }
        }
      }
      community[unchecked: node] = best
      guard best != own else { continue }
      moves += 1
      sums[unchecked: Int(own)].size -= size
      sums[unchecked: Int(best)].size += size
      population[unchecked: Int(own)] -= 1
      population[unchecked: Int(best)] += 1
      if population[unchecked: Int(own)] == 0 {
        sums[unchecked: Int(own)].size = 0
        empty.append(own)
      }
      for place in row {
        let neighbor = neighbors[unchecked: place]
        let theirs = community[unchecked: Int(neighbor)]
        if theirs >= 0 && theirs != best {
          community[unchecked: Int(neighbor)] = theirs | Self.queued
          ring[unchecked: tail] = neighbor
          tail = tail + 1 == count ? 0 : tail + 1
          waiting += 1
        }
      }
    }
  }
}
