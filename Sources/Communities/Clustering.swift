/// A partition of a graph into communities.
public struct Clustering: Sendable, Equatable {
  /// The community of each node; communities are numbered 0, 1, … in the order of their first nodes.
  public let membership: [Int32]
  /// How many communities there are.
  public let count: Int
  /// How many passes were made.
  public let passes: Int
  /// The partitions by which the last full pass aggregated, each coarser than the one before.
  let sets: [[Int32]]

  init(membership: [Int32], sets: [[Int32]], passes: Int) {
    self.membership = membership
    self.sets = sets
    self.passes = passes
    count = membership.reduce(0) { max($0, Int($1) + 1) }
  }

  /// How many levels the last full pass aggregated.
  public var levelCount: Int { sets.count }

  /// The nodes of each community, ascending.
  public func members() -> [[Int32]] {
    var result = [[Int32]](repeating: [], count: count)
    for (node, community) in membership.enumerated() { result[Int(community)].append(Int32(node)) }
    return result
  }

  /// Ever coarser partitions, from below the communities: each set of one lies within one set of the next, those of
  /// the last within one community, and every set is connected. O(edges) a level.
  ///
  /// - Parameter graph: the graph that was clustered.
  public func hierarchy(of graph: WeightedGraph) -> [[Int32]] {
    sets.map { set in
      // A pass that settled may have moved a node out of the community of its set.
      var pieces: [UInt64: Int32] = [:]
      let within = set.indices.map { node -> Int32 in
        let key = UInt64(UInt32(bitPattern: set[node])) << 32 | UInt64(UInt32(bitPattern: membership[node]))
        if let known = pieces[key] { return known }
        let new = Int32(pieces.count)
        pieces[key] = new
        return new
      }
      return graph.splittingDisconnected(within).membership
    }
  }
}
