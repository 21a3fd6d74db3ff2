import GraphModel

/// Compares caret assertions with the edges of a linked graph. The words, under the identifier that makes
/// the reference:
///
/// * `edge <kind> <qualified name of the target>`; with `@12` behind it the target stands at that line of the same
///   file, with `@File.swift:12` in another one, which tells overloads apart
/// * `external <kind> <dotted name>`: an edge to something outside the tree; `*.name` is one whose name ends so
/// * `unresolved <kind> [<reason>]`: a reference without a target
///
/// The resolution may stand behind an edge; it is compared if it is written.
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
    guard let index = graph.files.firstIndex(where: { $0.path == path }) else {
      return ["no file \(path.display)"]
    }
    let found = found(in: index)
    let missing = expected.filter { line in !found.contains { $0.isNamed(by: line) } }
    let more = found.filter { item in !expected.contains { item.isNamed(by: $0) } }
    return missing.map { "missing: \($0)" } + more.map { "not asserted: \($0.start)\($0.name)" }
  }

  /// An edge or an unresolved reference in the words of assertions.
  private struct Found {
    /// Its place, and the words before the name.
    var start: String
    var name: String
    /// Where the target stands: `12`, or `File.swift:12` in another file.
    var target: String?
    /// How the edge was resolved; nil for unresolved references, whose reason is the name.
    var resolution: String?

    func isNamed(by assertion: String) -> Bool {
      if resolution == nil, assertion + " " == start { return true }
      guard assertion.hasPrefix(start) else { return false }
      var rest = assertion.dropFirst(start.count)
      if let resolution, rest.hasSuffix(" " + resolution) { rest = rest.dropLast(resolution.count + 1) }
      if rest == name { return true }
      if let target, rest == "\(name) @\(target)" { return true }
      return rest.hasPrefix("*.") && name.hasSuffix(rest.dropFirst())
    }
  }

  private static func line(_ assertion: CaretFile.Assertion) -> String? {
    guard ["edge", "external", "unresolved"].contains(assertion.words.first ?? "") else { return nil }
    return "\(assertion.codeLine):\(assertion.column) \(assertion.words.joined(separator: " "))"
  }

  private func found(in file: Int) -> [Found] {
    var result: [Found] = []
    for edge in graph.edges where edge.file == file && kinds.contains(edge.kind) {
      let target = graph.nodes[Int(edge.target)]
      let word = target.kind == .external ? "external" : "edge"
      let isNear = target.path == graph.files[file].path
      let line = target.namePosition.map { "\($0.line)" } ?? ""
      result.append(
        Found(
          start: "\(place(edge.position)) \(word) \(edge.kind.name) ", name: target.qualifiedName,
          target: isNear ? line : target.path.map { "\($0.lastComponent.display):\(line)" },
          resolution: edge.resolution.name))
    }
    for reference in graph.unresolved where reference.file == file && kinds.contains(reference.kind) {
      result.append(
        Found(
          start: "\(place(reference.position)) unresolved \(reference.kind.name) ",
          name: "\(reference.reason)"))
    }
    return result
  }

  private func place(_ position: Position) -> String { "\(position.line):\(position.column)" }
}
