import GraphModel

/// Compares caret assertions with the edges of a linked graph. The words, under the identifier that makes
/// the reference:
///
/// * `edge <kind> <qualified name of the target>`
/// * `external <kind> <dotted name>`: an edge to something outside the tree
/// * `unresolved <kind> <reason>`: a reference without a target
///
/// Every edge and every unresolved reference of the kinds given must be asserted.
public struct EdgeMatcher {
  private let graph: Graph
  private let kinds: Set<EdgeKind>

  /// Makes a matcher of the edges of these kinds.
  public init(_ graph: Graph, kinds: Set<EdgeKind>) {
    self.graph = graph
    self.kinds = kinds
  }

  /// What is wrong in a file, one line each.
  public func failures(in file: CaretFile, path: SourcePath) -> [String] {
    let expected = file.assertions.compactMap(Self.line)
    let found = lines(of: path)
    let missing = expected.filter { !found.contains($0) }.map { "missing: \($0)" }
    return missing + found.filter { !expected.contains($0) }.map { "not asserted: \($0)" }
  }

  private static func line(_ assertion: CaretFile.Assertion) -> String? {
    guard ["edge", "external", "unresolved"].contains(assertion.words.first ?? "") else { return nil }
    return "\(assertion.codeLine):\(assertion.column) \(assertion.words.joined(separator: " "))"
  }

  private func lines(of path: SourcePath) -> [String] {
    guard let file = graph.files.firstIndex(where: { $0.path == path }) else {
      return ["no file \(path.display)"]
    }
    var lines: [String] = []
    for edge in graph.edges where edge.file == file && kinds.contains(edge.kind) {
      let target = graph.nodes[Int(edge.target)]
      let word = target.kind == .external ? "external" : "edge"
      lines.append("\(place(edge.position)) \(word) \(edge.kind.name) \(target.qualifiedName)")
    }
    for reference in graph.unresolved where reference.file == file && kinds.contains(reference.kind) {
      lines.append("\(place(reference.position)) unresolved \(reference.kind.name) \(reference.reason)")
    }
    return lines
  }

  private func place(_ position: Position) -> String { "\(position.line):\(position.column)" }
}
