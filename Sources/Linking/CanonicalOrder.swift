import GraphModel
import LanguageSupport

/// Pass 6: sorts a graph so that equal inputs give equal bytes (the invariant of ``Graph``).
enum CanonicalOrder {
  /// The sorted graph, and for each node of the builder its place in it (-1 where it is left out).
  static func graph(of builder: GraphBuilder, files: [IndexedFile]) -> (Graph, [NodeIndex]) {
    let nodes = builder.nodes
    // The ids by themselves: a comparison that reaches into a node copies the whole node.
    var ids: [String] = []
    ids.reserveCapacity(nodes.count)
    for index in nodes.indices { ids.append(nodes[index].id) }
    let kept = isNamed(nodes, builder.edges)
    let order = ids.indices.filter { kept[$0] }.sorted { ids[$0].precedesByBytes(ids[$1]) }
    var place = [NodeIndex](repeating: -1, count: ids.count)
    for (new, old) in order.enumerated() { place[old] = NodeIndex(new) }

    let edges = sorted(builder.edges, place)

    var unresolved = builder.unresolved
    for index in unresolved.indices { unresolved[index].source = place[Int(unresolved[index].source)] }
    unresolved.sort { left, right in
      if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
      if left.name != right.name { return left.name.precedesByBytes(right.name) }
      if left.source != right.source { return left.source < right.source }
      if left.file != right.file { return left.file < right.file }
      return left.position < right.position
    }
    let graph = Graph(
      files: files, nodes: order.map { nodes[$0] }, edges: edges, unresolved: unresolved)
    return (graph, place)
  }

  /// False for what is outside of the tree and no edge is about any more.
  private static func isNamed(_ nodes: [Node], _ edges: [Edge]) -> [Bool] {
    var result: [Bool] = []
    result.reserveCapacity(nodes.count)
    for index in nodes.indices { result.append(nodes[index].kind != .external) }
    for edge in edges {
      result[Int(edge.source)] = true
      result[Int(edge.target)] = true
    }
    return result
  }

  /// What orders edges first, and where the edge is. Fields that tell few edges apart are left to the edges.
  private struct Key {
    /// Kind and source.
    var first: UInt64
    /// Target and file, the latter shifted by one.
    var second: UInt64
    var index: Int32
  }

  /// The edges between the places of their nodes, by kind, source, target, file, line, column, resolution and
  /// candidates. The same edge found twice (by two passes) is one edge.
  private static func sorted(_ found: [Edge], _ place: [NodeIndex]) -> [Edge] {
    var keys: [Key] = []
    keys.reserveCapacity(found.count)
    for (index, edge) in found.enumerated() {
      let source = UInt64(UInt32(bitPattern: place[Int(edge.source)]))
      let target = UInt64(UInt32(bitPattern: place[Int(edge.target)]))
      keys.append(
        Key(
          first: UInt64(edge.kind.rawValue) << 32 | source,
          second: target << 32 | UInt64(UInt32(bitPattern: edge.file + 1)), index: Int32(index)))
    }
    keys.sort { left, right in
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      return rest(found[Int(left.index)]) < rest(found[Int(right.index)])
    }
    var result: [Edge] = []
    result.reserveCapacity(keys.count)
    for key in keys {
      var edge = found[Int(key.index)]
      edge.source = place[Int(edge.source)]
      edge.target = place[Int(edge.target)]
      if edge != result.last { result.append(edge) }
    }
    return result
  }

  /// Line, column, resolution, candidates, most significant first; all are not negative.
  private static func rest(_ edge: Edge) -> (UInt64, UInt64) {
    (
      UInt64(UInt32(bitPattern: edge.position.line)) << 32
        | UInt64(UInt32(bitPattern: edge.position.column)),
      UInt64(edge.resolution.rawValue) << 32 | UInt64(UInt32(bitPattern: edge.candidates))
    )
  }
}
