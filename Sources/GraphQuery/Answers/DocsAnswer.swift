import GraphModel

/// A place in the documentation that has to do with a definition.
public struct DocsPlace: Sendable, Equatable {
  /// The section or document.
  public var node: NodeSummary
  /// The strongest of what it does: `documents`, `mentions`, `links`; of code in a document `calls` and the like.
  public var relation: EdgeKind
  /// How the strongest edge came to be known.
  public var resolution: Resolution
  /// How often it names the definition.
  public var count: Int
  /// The first line that does.
  public var line: Int

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.object("node") { node.write(to: &$0) }
      json.field("relation", relation.name)
      json.field("resolution", resolution.name)
      json.field("count", count)
      json.field("line", line)
    }
  }
}

/// The documentation of a name.
public struct DocsAnswer: Answer, Equatable {
  /// What was asked.
  public var query: String
  /// The definition, if there is exactly one.
  public var symbol: NodeSummary?
  /// Its documentation comment.
  public var doc: String?
  /// Best first.
  public var places: [DocsPlace]
  /// All definitions of an ambiguous name, by symbol id.
  public var candidates: [NodeSummary]
  /// Names like the one asked for, if there is none such.
  public var suggestions: [String]
  /// The state of the index that answered.
  public var index: IndexState

  /// Writes the keys of this answer.
  public func writeFields(to json: inout JSONWriter) {
    json.field("query", query)
    if let symbol { json.object("symbol") { symbol.write(to: &$0) } } else { json.null("symbol") }
    json.field("doc", doc)
    json.array("places", places) { $1.write(to: &$0) }
    json.array("candidates", candidates) { json, node in json.object { node.write(to: &$0) } }
    json.array("suggestions", suggestions) { $0.string($1) }
  }
}

/// References in the documentation that lead nowhere.
public struct DocsProblems: Answer, Equatable {
  /// One of them.
  public struct Problem: Sendable, Equatable {
    /// The destination or the name as written.
    public var name: String
    /// Relative to the root, escaped for display.
    public var path: String
    /// 1-based.
    public var line: Int
    /// 1-based, in bytes.
    public var column: Int
    /// Why, for example `no such section`.
    public var reason: String
    /// Names of the tree like it, nearest first.
    public var nearest: [String]
  }

  /// `broken` or `drift`.
  public var kind: String
  /// By file and place.
  public var problems: [Problem]
  /// The state of the index that answered.
  public var index: IndexState

  /// Writes the keys of this answer.
  public func writeFields(to json: inout JSONWriter) {
    json.array(kind, problems) { json, item in
      json.object { json in
        json.field("name", item.name)
        json.field("path", item.path)
        json.field("line", item.line)
        json.field("column", item.column)
        json.field("reason", item.reason)
        if !item.nearest.isEmpty { json.array("nearest", item.nearest) { $0.string($1) } }
      }
    }
  }
}

/// Public definitions that no document names.
public struct UndocumentedAnswer: Answer, Equatable {
  /// Public definitions in all, tests and examples left out.
  public var publicDefinitions: Int
  /// How many of them no document names.
  public var total: Int
  /// The first of those, by file and place: those without a documentation comment before the others.
  public var definitions: [Definition]
  /// The state of the index that answered.
  public var index: IndexState

  /// One of them.
  public struct Definition: Sendable, Equatable {
    /// The definition.
    public var node: NodeSummary
    /// Whether the code itself documents it.
    public var hasComment: Bool
  }

  /// Writes the keys of this answer.
  public func writeFields(to json: inout JSONWriter) {
    json.field("publicDefinitions", publicDefinitions)
    json.field("total", total)
    json.array("undocumented", definitions) { json, item in
      json.object { json in
        item.node.write(to: &json)
        json.field("hasComment", item.hasComment)
      }
    }
  }
}
