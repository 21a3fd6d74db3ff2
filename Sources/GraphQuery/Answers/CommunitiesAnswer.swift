import GraphModel

/// The communities of the program as a tree, with what ties them together.
public struct CommunitiesAnswer: Answer, Equatable {
  /// A subsystem with its parts.
  public struct Subsystem: Sendable, Equatable {
    /// The subsystem itself.
    public var summary: CommunitySummary
    /// Its parts, the largest first; empty if it has none.
    public var parts: [CommunitySummary]
  }

  /// Two subsystems and the references that cross between them.
  public struct Bridge: Sendable, Equatable {
    /// The id of the one that refers more.
    public var from: String
    /// The id of the other one.
    public var to: String
    /// References from the first to the second.
    public var references: Int
    /// References back.
    public var backReferences: Int
  }

  /// Packages or modules that depend on each other in a circle.
  public struct Cycle: Sendable, Equatable {
    /// One step of the shortest circle, with one reference that makes it.
    public struct Step: Sendable, Equatable {
      /// The package or module that refers.
      public var from: String
      /// The one referred to.
      public var to: String
      /// Where, relative to the root.
      public var path: String
      /// 1-based.
      public var line: Int
      /// How many references there are.
      public var references: Int
    }
    /// All packages that reach each other, sorted.
    public var packages: [String]
    /// The shortest circle among them.
    public var shortest: [Step]
  }

  /// The most central subsystems first, tests last.
  public var subsystems: [Subsystem]
  /// The pairs with most references between them, at most twenty.
  public var bridges: [Bridge]
  /// Circles among packages, the largest first.
  public var cycles: [Cycle]
  /// The state of the index that answered.
  public var index: IndexState

  /// Writes the keys of this answer.
  public func writeFields(to json: inout JSONWriter) {
    json.array("subsystems", subsystems) { json, subsystem in
      json.object { json in
        subsystem.summary.write(to: &json)
        json.array("parts", subsystem.parts) { json, part in json.object { part.write(to: &$0) } }
      }
    }
    json.array("bridges", bridges) { json, bridge in
      json.object { json in
        json.field("from", bridge.from)
        json.field("to", bridge.to)
        json.field("references", bridge.references)
        json.field("backReferences", bridge.backReferences)
      }
    }
    json.array("cycles", cycles) { json, cycle in
      json.object { json in
        json.array("packages", cycle.packages) { $0.string($1) }
        json.array("shortest", cycle.shortest) { json, step in
          json.object { json in
            json.field("from", step.from)
            json.field("to", step.to)
            json.field("path", step.path)
            json.field("line", step.line)
            json.field("references", step.references)
          }
        }
      }
    }
  }
}

/// One community, or the few that a name may mean.
public struct CommunityAnswer: Answer, Equatable {
  /// What was asked.
  public var query: String
  /// The community, if there is exactly one.
  public var community: CommunitySummary?
  /// Its parts, the largest first.
  public var parts: [CommunitySummary]
  /// The communities that refer to it, most references first.
  public var usedBy: [CommunitySummary.Dependency]
  /// Its files, sorted.
  public var paths: [String]
  /// What the question may have meant, if it fits several.
  public var candidates: [CommunitySummary]
  /// The state of the index that answered.
  public var index: IndexState

  /// Writes the keys of this answer.
  public func writeFields(to json: inout JSONWriter) {
    json.field("query", query)
    if let community {
      json.object("community") { community.write(to: &$0) }
    } else {
      json.null("community")
    }
    json.array("parts", parts) { json, part in json.object { part.write(to: &$0) } }
    json.array("usedBy", usedBy) { json, item in
      json.object { json in
        json.field("id", item.id)
        json.field("label", item.label)
        json.field("references", item.references)
      }
    }
    json.array("paths", paths) { $0.string($1) }
    json.array("candidates", candidates) { json, item in json.object { item.write(to: &$0) } }
  }
}
