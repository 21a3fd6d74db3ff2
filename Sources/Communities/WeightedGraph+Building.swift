extension WeightedGraph {
  /// Makes a graph of a list of edges, given as three parallel arrays.
  ///
  /// Direction is ignored; repeated edges become one with the sum of their weights; edges whose weight is not finite
  /// and positive are left out, as are those with an end that is no node. O(nodes + edges); while it runs, memory for twice the
  /// rows.
  ///
  /// - Parameter weights: one for each edge; empty for 1 each.
  public init(
    nodeCount: Int, sources: consuming [Int32], targets: consuming [Int32], weights: consuming [Float] = []
  ) {
    precondition(sources.count == targets.count, "each edge has two ends")
    precondition(weights.isEmpty || weights.count == sources.count, "each edge has a weight")
    var loops = [Double](repeating: 0, count: nodeCount)
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    let range = 0..<Int32(nodeCount)
    var isLoopSorted = true
    for edge in sources.indices {
      let source = sources[edge]
      let target = targets[edge]
      guard range.contains(source), range.contains(target) else { continue }
      guard weights.isEmpty || Self.isWeight(weights[edge]) else { continue }
      if source == target {
        isLoopSorted = isLoopSorted && weights.isEmpty
      } else {
        offsets[Int(source) + 1] += 1
        offsets[Int(target) + 1] += 1
      }
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }

    // First by one end, then by the other: two distributions leave every row in ascending order.
    var rows = Rows(count: offsets[nodeCount])
    var cursor = offsets
    var heavyLoops: [(node: Int32, weight: Float)] = []
    for edge in sources.indices {
      let source = sources[edge]
      let target = targets[edge]
      guard range.contains(source), range.contains(target) else { continue }
      let weight = weights.isEmpty ? 1 : weights[edge]
      guard Self.isWeight(weight) else { continue }
      if source == target {
        if isLoopSorted { loops[Int(source)] += 1 } else { heavyLoops.append((source, weight)) }
      } else {
        rows.put(target, weight, at: &cursor[Int(source)])
        rows.put(source, weight, at: &cursor[Int(target)])
      }
    }
    sources = []
    targets = []
    weights = []
    // A sum in order of weight does not depend on the order of the list.
    heavyLoops.sort { ($0.node, $0.weight) < ($1.node, $1.weight) }
    for loop in heavyLoops { loops[Int(loop.node)] += Double(loop.weight) }

    var sorted = Rows(count: rows.neighbors.count)
    cursor = offsets
    for node in 0..<nodeCount {
      for place in offsets[node]..<offsets[node + 1] {
        sorted.put(Int32(node), rows.weights[place], at: &cursor[Int(rows.neighbors[place])])
      }
    }
    rows = Rows(count: 0)
    sorted.mergeRepeats(&offsets)
    self.init(offsets: offsets, neighbors: sorted.neighbors, weights: sorted.weights, loops: loops)
  }

  private static func isWeight(_ weight: Float) -> Bool { weight > 0 && weight.isFinite }

  /// Rows that are being filled.
  private struct Rows {
    var neighbors: [Int32]
    var weights: [Float]

    init(count: Int) {
      neighbors = [Int32](repeating: 0, count: count)
      weights = [Float](repeating: 0, count: count)
    }

    mutating func put(_ neighbor: Int32, _ weight: Float, at place: inout Int) {
      neighbors[place] = neighbor
      weights[place] = weight
      place += 1
    }

    /// Joins equal neighbours, which stand side by side, and closes the gaps.
    mutating func mergeRepeats(_ offsets: inout [Int]) {
      var write = 0
      var read = 0
      for node in 0..<offsets.count - 1 {
        let end = offsets[node + 1]
        offsets[node] = write
        while read < end {
          var next = read + 1
          while next < end && neighbors[next] == neighbors[read] { next += 1 }
          neighbors[write] = neighbors[read]
          weights[write] = next == read + 1 ? weights[read] : Self.sum(weights[read..<next])
          write += 1
          read = next
        }
      }
      offsets[offsets.count - 1] = write
      neighbors.removeLast(neighbors.count - write)
      weights.removeLast(weights.count - write)
    }

    /// The same for the same weights in any order.
    private static func sum(_ weights: ArraySlice<Float>) -> Float {
      Float(weights.sorted().reduce(0.0) { $0 + Double($1) })
    }
  }
}
