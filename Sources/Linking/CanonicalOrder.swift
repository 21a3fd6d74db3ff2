import GraphModel
import LanguageSupport

/// Pass 6: sorts a graph so that equal inputs give equal bytes (the invariant of ``Graph``).
enum CanonicalOrder {
  /// The sorted graph, and for each node of the builder its place in it (-1 where it is left out).
  static func graph(of builder: GraphBuilder, files: [IndexedFile]) -> (Graph, [NodeIndex]) {
    // The ids by themselves: a comparison that reaches into a node copies the whole node.
    let ids = builder.nodes.map(\.id)
    let kept = isNamed(builder)
    let order = ids.indices.filter { kept[$0] }.sorted { ids[$0].precedesByBytes(ids[$1]) }
    var place = [NodeIndex](repeating: -1, count: ids.count)
    for (new, old) in order.enumerated() { place[old] = NodeIndex(new) }

    var edges = builder.edges
    for index in edges.indices {
      edges[index].source = place[Int(edges[index].source)]
      edges[index].target = place[Int(edges[index].target)]
    }
    edges.sort { less(key($0), key($1)) }
    removeRepeats(&edges)

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
      files: files, nodes: order.map { builder.nodes[$0] }, edges: edges, unresolved: unresolved)
    return (graph, place)
  }

  /// False for what is outside of the tree and no edge is about any more.
  private static func isNamed(_ builder: GraphBuilder) -> [Bool] {
    var result = builder.nodes.map { $0.kind != .external }
    for edge in builder.edges {
      result[Int(edge.source)] = true
      result[Int(edge.target)] = true
    }
    return result
  }

  private typealias Key = (UInt64, UInt64, UInt64, UInt64)

  /// Kind, source, target, file, line, column, resolution, candidates, most significant first; all
  /// numbers are non-negative but `file`, which is shifted by one.
  private static func key(_ edge: Edge) -> Key {
    (
      UInt64(edge.kind.rawValue) << 32 | UInt64(UInt32(bitPattern: edge.source)),
      UInt64(UInt32(bitPattern: edge.target)) << 32 | UInt64(UInt32(bitPattern: edge.file + 1)),
      UInt64(UInt32(bitPattern: edge.position.line)) << 32
        | UInt64(UInt32(bitPattern: edge.position.column)),
      UInt64(edge.resolution.rawValue) << 32 | UInt64(UInt32(bitPattern: edge.candidates))
    )
  }

  private static func less(_ left: Key, _ right: Key) -> Bool { left < right }

  /// The same edge found twice (by two passes) is one edge.
  private static func removeRepeats(_ edges: inout [Edge]) {
    var last: Edge?
    edges.removeAll { edge in
      defer { last = edge }
      return edge == last
    }
  }
}
