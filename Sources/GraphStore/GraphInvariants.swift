import GraphModel

/// What ``Graph`` promises, checked before it is stored: readers rely on it.
enum GraphInvariants {
  /// The graph with edges and unresolved references in their order.
  ///
  /// - Throws: ``GraphStoreError/invalidGraph(reason:)`` if files or nodes are not in order (edges name them
  ///   by place, so sorting them here would be wrong), or an edge names what is not there.
  static func normalized(_ graph: Graph) throws(GraphStoreError) -> Graph {
    try checkOrder(graph)
    try checkRanges(graph)
    var graph = graph
    if !isSorted(graph.edges, by: GraphOrder.precedes) { graph.edges.sort(by: GraphOrder.precedes) }
    if !isSorted(graph.unresolved, by: GraphOrder.precedes) { graph.unresolved.sort(by: GraphOrder.precedes) }
    return graph
  }

  private static func checkOrder(_ graph: Graph) throws(GraphStoreError) {
    for index in graph.files.indices.dropFirst() {
      guard graph.files[index - 1].path < graph.files[index].path else {
        throw .invalidGraph(reason: "files not sorted by path at \(graph.files[index].path.display)")
      }
    }
    for index in graph.nodes.indices.dropFirst() {
      guard graph.nodes[index - 1].id.utf8.lexicographicallyPrecedes(graph.nodes[index].id.utf8) else {
        let id = graph.nodes[index].id
        throw .invalidGraph(reason: "nodes not sorted by the bytes of their ids, or an id twice: \(id)")
      }
    }
  }

  private static func checkRanges(_ graph: Graph) throws(GraphStoreError) {
    guard graph.nodes.count < ReferenceListWriter.otherLimit else {
      throw .invalidGraph(reason: "more nodes than fit")
    }
    let nodes = 0..<NodeIndex(graph.nodes.count)
    let files = 0..<Int32(graph.files.count)
    for edge in graph.edges {
      guard nodes.contains(edge.source), nodes.contains(edge.target),
        edge.file == -1 || files.contains(edge.file), edge.position.line >= 0, edge.position.column >= 0,
        edge.candidates >= 1
      else { throw .invalidGraph(reason: "an edge out of range: \(edge)") }
    }
    for reference in graph.unresolved {
      guard nodes.contains(reference.source), files.contains(reference.file), reference.position.line >= 0,
        reference.position.column >= 0
      else { throw .invalidGraph(reason: "an unresolved reference out of range: \(reference)") }
    }
  }

  private static func isSorted<Element>(
    _ elements: [Element], by precedes: (Element, Element) -> Bool
  ) -> Bool {
    for index in elements.indices.dropFirst() where precedes(elements[index], elements[index - 1]) {
      return false
    }
    return true
  }
}

/// The order of a graph's parts: by all their fields in order of declaration, strings by their bytes.
enum GraphOrder {
  static func precedes(_ left: Edge, _ right: Edge) -> Bool {
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.source != right.source { return left.source < right.source }
    if left.target != right.target { return left.target < right.target }
    if left.file != right.file { return left.file < right.file }
    if left.position != right.position { return left.position < right.position }
    return (left.resolution.rawValue, left.candidates) < (right.resolution.rawValue, right.candidates)
  }

  static func precedes(_ left: UnresolvedReference, _ right: UnresolvedReference) -> Bool {
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if !left.name.utf8.elementsEqual(right.name.utf8) {
      return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
    if left.source != right.source { return left.source < right.source }
    if left.file != right.file { return left.file < right.file }
    if left.position != right.position { return left.position < right.position }
    return left.reason.utf8.lexicographicallyPrecedes(right.reason.utf8)
  }
}
