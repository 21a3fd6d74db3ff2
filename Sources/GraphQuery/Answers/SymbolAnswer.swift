import GraphModel

/// What is known about the definitions of a name.
public struct SymbolAnswer: Answer, Equatable {
  /// A definition with its surroundings.
  public struct Details: Sendable, Equatable {
    /// The definition.
    public var node: NodeSummary
    /// Its documentation.
    public var doc: String?
    /// Further facts, sorted by key.
    public var properties: [Node.Property]
    /// The definition, module or package that contains it.
    public var container: NodeSummary?
    /// What it contains directly.
    public var members: [NodeSummary]
    /// The sections of documents that document or name it, best first.
    public var docs: [DocsPlace]
    /// How many edges of each kind come in and go out; sorted by kind name, no zeros.
    public var incoming: [Degree]
    /// Edges that go out, like `incoming`.
    public var outgoing: [Degree]
  }

  /// A number of edges of one kind.
  public struct Degree: Sendable, Equatable {
    /// The kind of the edges.
    public var kind: EdgeKind
    /// How many there are; at least 1.
    public var count: Int
  }

  /// What was asked.
  public var query: String
  /// The definition, if there is exactly one.
  public var symbol: Details?
  /// All definitions of an ambiguous name, by symbol id.
  public var candidates: [NodeSummary]
  /// Names like the one asked for, if there is none such.
  public var suggestions: [String]
  /// The state of the index that answered.
  public var index: IndexState

  /// Writes the keys of this answer.
  public func writeFields(to json: inout JSONWriter) {
    json.field("query", query)
    if let symbol {
      json.object("symbol") { json in
        symbol.node.write(to: &json)
        json.field("doc", symbol.doc)
        json.object("properties") { json in
          for property in symbol.properties { json.field(property.key, property.value) }
        }
        if let container = symbol.container { json.object("container") { container.write(to: &$0) } }
        json.array("members", symbol.members) { json, member in json.object { member.write(to: &$0) } }
        json.array("docs", symbol.docs) { $1.write(to: &$0) }
        json.object("degree") { json in
          json.object("in") { Self.write(symbol.incoming, to: &$0) }
          json.object("out") { Self.write(symbol.outgoing, to: &$0) }
        }
      }
    } else {
      json.null("symbol")
    }
    json.array("candidates", candidates) { json, node in json.object { node.write(to: &$0) } }
    json.array("suggestions", suggestions) { $0.string($1) }
  }

  private static func write(_ degrees: [Degree], to json: inout JSONWriter) {
    for degree in degrees { json.field(degree.kind.name, degree.count) }
  }
}
