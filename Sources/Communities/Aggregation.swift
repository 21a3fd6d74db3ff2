extension Level {
  /// The next level: a node for each set of a partition, with the edges between sets joined. Weight inside a set is
  /// dropped, as no later move can change it. O(nodes + edges).
  ///
  /// - Parameter parts: the set of each node, numbered from 0 to below `count`, none empty.
  func aggregated(by parts: [Int32], count: Int) -> Level {
    // Nodes by set, ascending within each.
    var ends = [Int](repeating: 0, count: count + 1)
    for part in parts { ends[Int(part) + 1] += 1 }
    for part in 0..<count { ends[part + 1] += ends[part] }
    var members = [Int32](repeating: 0, count: nodeCount)
    var cursor = ends
    var newSizes = [Double](repeating: 0, count: count)
    for node in 0..<nodeCount {
      let part = Int(parts[node])
      members[cursor[part]] = Int32(node)
      cursor[part] += 1
      newSizes[part] += sizes[node]
    }

    var newOffsets = [Int](repeating: 0, count: count + 1)
    // Double sums, so that long sums of small weights stay exact until they are stored.
    var linkStorage = [Double](repeating: 0, count: count)
    // One more than a visit can touch: the place after the last is written, too.
    var touchedStorage = [Int32](repeating: 0, count: count + 1)
    var newNeighbors: [Int32] = []
    var newWeights: [Float] = []
    let offsetsSpan = offsets.span
    let neighborsSpan = neighbors.span
    let weightsSpan = weights.span
    let partSpan = parts.span
    var links = linkStorage.mutableSpan
    var touched = touchedStorage.mutableSpan
    for part in 0..<count {
      var touchedCount = 0
      for place in ends[part]..<ends[part + 1] {
        let node = Int(members[place])
        // Unchecked accesses. Rows hold nodes, sets are below `count`, and each is touched once for a row.
        for edge in offsetsSpan[unchecked: node]..<offsetsSpan[unchecked: node + 1] {
          let other = partSpan[unchecked: Int(neighborsSpan[unchecked: edge])]
          let link = links[unchecked: Int(other)]
          // Without a branch, as nothing foretells which one is new.
          touched[unchecked: touchedCount] = other
          touchedCount &+= link == 0 ? 1 : 0
          links[unchecked: Int(other)] = link + Double(weightsSpan[unchecked: edge])
        }
      }
      for index in 0..<touchedCount {
        let other = touched[unchecked: index]
        if other != part {
          newNeighbors.append(other)
          newWeights.append(Float(links[unchecked: Int(other)]))
        }
        links[unchecked: Int(other)] = 0
      }
      newOffsets[part + 1] = newNeighbors.count
    }
    return Level(offsets: newOffsets, neighbors: newNeighbors, weights: newWeights, sizes: newSizes)
  }
}
