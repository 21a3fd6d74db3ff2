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
    for pair in pairs {
      guard let source = ids[SymbolID.file(graph.files[Int(pair.source)].path)],
        let target = ids[SymbolID.file(graph.files[Int(pair.target)].path)]
      else { continue }
      graph.edges.append(
        Edge(
          kind: .coChanges, source: source, target: target, file: -1, position: Position(line: 0, column: 0)))
    }
  }
}
