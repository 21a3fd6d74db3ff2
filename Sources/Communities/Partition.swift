/// Ways to write a partition: the community of each node, as a number.
enum Partition {
  /// Numbers communities 0, 1, … in the order in which their first nodes come, and says how many there are. All
  /// numbers must be from 0 to below the number of nodes.
  static func renumber(_ membership: inout [Int32]) -> Int {
    var numbers = [Int32](repeating: -1, count: membership.count)
    var count: Int32 = 0
    for node in membership.indices {
      let old = Int(membership[node])
      if numbers[old] < 0 {
        numbers[old] = count
        count += 1
      }
      membership[node] = numbers[old]
    }
    return Int(count)
  }

  /// Numbers any partition 0, 1, … in the order in which first nodes come.
  static func canonical(_ membership: [Int32]) -> [Int32] {
    var numbers: [Int32: Int32] = [:]
    return membership.map { old in
      if let known = numbers[old] { return known }
      let new = Int32(numbers.count)
      numbers[old] = new
      return new
    }
  }
}

extension WeightedGraph {
  /// The partition with every community that is not connected split into its connected parts, numbered in the order of
  /// their first nodes, and how many communities were split. Splitting never lowers the quality. O(nodes + edges).
  ///
  /// - Parameter membership: the community of each node, at least 0.
  public func splittingDisconnected(_ membership: [Int32]) -> (membership: [Int32], split: Int) {
    precondition(membership.count == nodeCount, "each node has a community")
    var result = [Int32](repeating: -1, count: nodeCount)
    var seen: Set<Int32> = []
    var split: Set<Int32> = []
    var count: Int32 = 0
    var stack: [Int32] = []
    for first in 0..<nodeCount where result[first] < 0 {
      if !seen.insert(membership[first]).inserted { split.insert(membership[first]) }
      result[first] = count
      stack.append(Int32(first))
      while let node = stack.popLast() {
        for place in offsets[Int(node)]..<offsets[Int(node) + 1] {
          let neighbor = Int(neighbors[place])
          if result[neighbor] < 0 && membership[neighbor] == membership[first] {
            result[neighbor] = count
            stack.append(Int32(neighbor))
          }
        }
      }
      count += 1
    }
    return (result, split.count)
  }
}
