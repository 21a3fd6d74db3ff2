import GraphModel

/// Compares caret assertions with the edges of a linked graph. The words, under the identifier that makes
/// the reference:
///
/// * `edge <kind> <qualified name of the target> [<resolution>]`
/// * `external <kind> <dotted name> [<resolution>]`: an edge to something outside the tree
/// * `unresolved <kind> [<reason>]`: a reference without a target
///
/// What stands in brackets is compared if it is written.
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
    guard let found = facts(of: path) else { return ["no file \(path.display)"] }
    let known = Set(found.flatMap { [$0.brief, $0.full] })
    let missing = expected.filter { !known.contains($0) }.map { "missing: \($0)" }
    let asserted = Set(expected)
    return missing
      + found.filter { !asserted.contains($0.brief) && !asserted.contains($0.full) }.map {
        "not asserted: \($0.full)"
      }
  }

  private static func line(_ assertion: CaretFile.Assertion) -> String? {
    guard ["edge", "external", "unresolved"].contains(assertion.words.first ?? "") else { return nil }
    return "\(assertion.codeLine):\(assertion.column) \(assertion.words.joined(separator: " "))"
  }

  /// Edges and unresolved references of a file as assertions say them, without and with what may be left out.
  private func facts(of path: SourcePath) -> [(brief: String, full: String)]? {
    guard let file = graph.files.firstIndex(where: { $0.path == path }) else { return nil }
    var found: [(brief: String, full: String)] = []
    for edge in graph.edges where edge.file == file && kinds.contains(edge.kind) {
      let target = graph.nodes[Int(edge.target)]
      let word = target.kind == .external ? "external" : "edge"
      let brief = "\(place(edge.position)) \(word) \(edge.kind.name) \(target.qualifiedName)"
      found.append((brief, "\(brief) \(edge.resolution.name)"))
    }
    for reference in graph.unresolved where reference.file == file && kinds.contains(reference.kind) {
      let brief = "\(place(reference.position)) unresolved \(reference.kind.name)"
      found.append((brief, "\(brief) \(reference.reason)"))
    }
    return found
  }

  private func place(_ position: Position) -> String { "\(position.line):\(position.column)" }
}
