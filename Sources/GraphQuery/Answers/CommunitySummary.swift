import GraphModel

/// What answers say about a community.
public struct CommunitySummary: Sendable, Equatable {
  /// A community that another one refers to.
  public struct Dependency: Sendable, Equatable {
    /// The other one's id.
    public var id: String
    /// The other one's label.
    public var label: String
    /// How many references lead there.
    public var references: Int
  }

  /// Unique; see ``GraphModel/Community/id``.
  public var id: String
  /// 0 for a subsystem, 1 for a part of one.
  public var level: Int
  /// The id of the subsystem that a part belongs to.
  public var parent: String?
  /// What it is about; unique.
  public var label: String
  /// How many files it has.
  public var files: Int
  /// True if nearly all of its files are tests.
  public var isTests: Bool
  /// The share of its references that stay inside, 0...1.
  public var cohesion: Double
  /// What it adds to the modularity of its level.
  public var modularityShare: Double
  /// Its most central definitions, best first.
  public var central: [NodeSummary]
  /// The communities of the same level that it refers to, most references first.
  public var dependsOn: [Dependency]

  func write(to json: inout JSONWriter) {
    json.field("id", id)
    json.field("level", level)
    json.field("parent", parent)
    json.field("label", label)
    json.field("files", files)
    json.field("isTests", isTests)
    json.field("cohesion", cohesion)
    json.field("modularityShare", modularityShare)
    json.array("central", central) { json, node in json.object { node.write(to: &$0) } }
    json.array("dependsOn", dependsOn) { json, item in
      json.object { json in
        json.field("id", item.id)
        json.field("label", item.label)
        json.field("references", item.references)
      }
    }
  }
}
