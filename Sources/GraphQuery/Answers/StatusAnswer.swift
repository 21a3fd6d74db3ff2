import GraphModel

/// What is in the index, and what is not.
public struct StatusAnswer: Answer, Equatable {
  /// A name with a number.
  public struct Count: Sendable, Equatable {
    /// What is counted.
    public var name: String
    /// How many there are.
    public var count: Int
  }

  /// The indexed root.
  public var root: String
  /// The database file.
  public var database: String
  /// What the file itself takes.
  public var databaseBytes: Int
  /// What the base takes that it shares with other work trees; nil if it holds everything itself.
  public var baseBytes: Int?
  /// Number of files that were parsed, by language, sorted by name.
  public var files: [Count]
  /// How many of them have their edges from a compiler's index.
  public var compilerFiles: Int
  /// Lines of the parsed files.
  public var lines: Int
  /// Files without facts, by reason, sorted by name.
  public var skipped: [Count]
  /// The skipped files themselves, by path, at most so many as asked for.
  public var skippedFiles: [SkippedFile]
  /// Places where a parser had to recover.
  public var parseErrors: Int
  /// Nodes by kind, sorted by name.
  public var nodes: [Count]
  /// Edges by kind, sorted by name.
  public var edges: [Count]
  /// The state of the index that answered.
  public var index: IndexState

  /// A file without facts.
  public struct SkippedFile: Sendable, Equatable {
    /// Relative to the root, escaped for display.
    public var path: String
    /// Why it has no facts.
    public var reason: SkipReason
  }

  /// Writes the keys of this answer.
  public func writeFields(to json: inout JSONWriter) {
    json.field("root", root)
    json.field("database", database)
    json.field("databaseBytes", databaseBytes)
    if let baseBytes { json.field("baseBytes", baseBytes) }
    Self.write("files", files, to: &json)
    json.field("compilerFiles", compilerFiles)
    json.field("lines", lines)
    Self.write("skipped", skipped, to: &json)
    json.array("skippedFiles", skippedFiles) { json, file in
      json.object { json in
        json.field("path", file.path)
        json.field("reason", file.reason.rawValue)
      }
    }
    json.field("parseErrors", parseErrors)
    Self.write("nodes", nodes, to: &json)
    Self.write("edges", edges, to: &json)
  }

  private static func write(_ key: String, _ counts: [Count], to json: inout JSONWriter) {
    json.object(key) { json in for item in counts { json.field(item.name, item.count) } }
  }
}
