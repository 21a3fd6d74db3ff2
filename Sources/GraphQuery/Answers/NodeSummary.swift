import GraphModel

/// What an answer says about a definition.
public struct NodeSummary: Sendable, Equatable {
  /// The symbol id.
  public var id: String
  /// What the node stands for.
  public var kind: NodeKind
  /// The declared name alone.
  public var name: String
  /// The name within its scopes.
  public var qualifiedName: String
  /// Nil for files without one.
  public var language: LanguageID?
  /// Relative to the indexed root, escaped for display; nil for what is not in the tree.
  public var path: String?
  /// 1-based; nil for what has no place in a file.
  public var startLine: Int?
  /// The last line of the definition, 1-based.
  public var endLine: Int?
  /// The declaration on one line.
  public var signature: String?

  /// Makes a summary of a node.
  public init(_ node: Node) {
    id = node.id
    kind = node.kind
    name = node.name
    qualifiedName = node.qualifiedName
    language = node.language
    path = node.path?.display
    startLine = node.start.map { Int($0.line) }
    endLine = node.end.map { end in
      // A span that ends before the first column of a line does not reach into that line.
      Int(end.column == 1 && end.line > (node.start?.line ?? 1) ? end.line - 1 : end.line)
    }
    signature = node.signature
  }

  func write(to json: inout JSONWriter) {
    json.field("id", id)
    json.field("kind", kind.name)
    json.field("name", name)
    json.field("qualifiedName", qualifiedName)
    json.field("language", language?.name)
    json.field("path", path)
    json.field("startLine", startLine)
    json.field("endLine", endLine)
    json.field("signature", signature)
  }
}
