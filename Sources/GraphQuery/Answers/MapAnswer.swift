import GraphModel

/// An overview of a repository that fits a budget.
public struct MapAnswer: Answer, Equatable {
  /// A subsystem, with as much of it as the budget allows.
  public struct Subsystem: Sendable, Equatable {
    /// The community's id.
    public var id: String
    /// What it is about.
    public var label: String
    /// How many files it has.
    public var files: Int
    /// True if nearly all of its files are tests.
    public var isTests: Bool
    /// Its most central definitions.
    public var keyDefinitions: [NodeSummary]
    /// Labels of the subsystems it refers to, most references first.
    public var dependsOn: [String]
  }

  /// Where execution begins.
  public struct EntryPoint: Sendable, Equatable {
    /// Why it is one.
    public var kind: EntryPointKind
    /// The definition, or the file that is run.
    public var node: NodeSummary
  }

  /// The budget, in tokens.
  public var budget: Int
  /// About how many tokens the text of the map has; never more than the budget.
  public var tokens: Int
  /// Files by language, sorted.
  public var languages: [StatusAnswer.Count]
  /// How many lines the parsed files have.
  public var lines: Int
  /// Entry points, tests left out.
  public var entryPoints: [EntryPoint]
  /// The most central first.
  public var subsystems: [Subsystem]
  /// How many subsystems did not fit.
  public var omittedSubsystems: Int
  /// The state of the index that answered.
  public var index: IndexState

  /// Writes the keys of this answer.
  public func writeFields(to json: inout JSONWriter) {
    json.field("budget", budget)
    json.field("tokens", tokens)
    json.object("languages") { json in for item in languages { json.field(item.name, item.count) } }
    json.field("lines", lines)
    json.array("entryPoints", entryPoints) { json, entry in
      json.object { json in
        json.field("kind", entry.kind.rawValue)
        json.object("node") { entry.node.write(to: &$0) }
      }
    }
    json.array("subsystems", subsystems) { json, subsystem in
      json.object { json in
        json.field("id", subsystem.id)
        json.field("label", subsystem.label)
        json.field("files", subsystem.files)
        json.field("isTests", subsystem.isTests)
        json.array("keyDefinitions", subsystem.keyDefinitions) { json, node in
          json.object { node.write(to: &$0) }
        }
        json.array("dependsOn", subsystem.dependsOn) { $0.string($1) }
      }
    }
    json.field("omittedSubsystems", omittedSubsystems)
  }
}
