import GraphModel
import Retrieval

extension CoChanges {
  /// Adds an edge for each pair to a graph whose files are those of the history: from file to file, without
  /// a place, as no text says it.
  func addEdges(to graph: inout Graph) {
    guard !pairs.isEmpty else { return }
    let ids = Dictionary(
      graph.nodes.enumerated().filter { $1.kind == .file || $1.kind == .document }.map {
        ($1.id, NodeIndex($0))
      },
      uniquingKeysWith: { first, _ in first })
    let files = graph.files
    graph.edges += edges { ids[SymbolID.file(files[Int($0)].path)] }
  }

  /// The edges, for files whose nodes `node` gives by their numbers.
  func edges(node: (Int32) throws -> NodeIndex?) rethrows -> [Edge] {
    try pairs.compactMap { pair in
      guard let source = try node(pair.source), let target = try node(pair.target) else { return nil }
      return Edge(
        kind: .coChanges, source: source, target: target, file: -1, position: Position(line: 0, column: 0))
    }
  }
}
