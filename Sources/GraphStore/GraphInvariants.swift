import GraphModel

/// Checks what ``Graph`` promises before it is stored: readers rely on it.
enum GraphInvariants {
  static func check(_ graph: Graph) throws(GraphStoreError) {
    for index in graph.files.indices.dropFirst() where !(graph.files[index - 1].path < graph.files[index].path) {
      throw .invalidGraph(reason: "files not sorted by path at \(graph.files[index].path.display)")
    }
    for index in graph.nodes.indices.dropFirst() {
      guard graph.nodes[index - 1].id.utf8.lexicographicallyPrecedes(graph.nodes[index].id.utf8) else {
        throw .invalidGraph(reason: "nodes not sorted by the bytes of their ids, or an id twice: \(graph.nodes[index].id)")
      }
    }
    guard graph.nodes.count < ReferenceListWriter.otherLimit else {
      throw .invalidGraph(reason: "more nodes than fit")
    }
    let nodes = Int32(graph.nodes.count)
    let files = Int32(graph.files.count)
    for edge in graph.edges {
      guard edge.source >= 0, edge.source < nodes, edge.target >= 0, edge.target < nodes, edge.file >= -1,
        edge.file < files, edge.position.line >= 0, edge.position.column >= 0, edge.candidates >= 1
      else { throw .invalidGraph(reason: "an edge out of range: \(edge)") }
    }
    for reference in graph.unresolved {
      guard reference.source >= 0, reference.source < nodes, reference.file >= 0, reference.file < files,
        reference.position.line >= 0, reference.position.column >= 0
      else { throw .invalidGraph(reason: "an unresolved reference out of range: \(reference)") }
    }
    for index in graph.edges.indices.dropFirst() where order(graph.edges[index]) < order(graph.edges[index - 1]) {
      throw .invalidGraph(reason: "edges not sorted: \(graph.edges[index])")
    }
  }

  /// The order of edges by all their fields, packed for comparison.
  private static func order(_ edge: Edge) -> (UInt64, UInt64, UInt64) {
    (
      UInt64(edge.kind.rawValue) << 32 | UInt64(UInt32(bitPattern: edge.source)),
      UInt64(UInt32(bitPattern: edge.target)) << 32 | UInt64(UInt32(bitPattern: edge.file &+ 1)),
      UInt64(UInt32(bitPattern: edge.position.line)) << 32 | UInt64(UInt32(bitPattern: edge.position.column))
    )
  }
}
