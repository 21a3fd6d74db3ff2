import GraphModel

/// Chains of calls from where execution begins.
public struct FlowsAnswer: Answer, Equatable {
  /// One chain.
  public struct Flow: Sendable, Equatable {
    /// Why execution begins there.
    public var kind: EntryPointKind
    /// The entry point first, then each definition that the one before calls.
    public var steps: [Step]
    /// How many definitions can be reached from the entry point by calls.
    public var reached: Int
  }

  /// A definition in a chain.
  public struct Step: Sendable, Equatable {
    /// The definition.
    public var node: NodeSummary
    /// The label of its subsystem.
    public var community: String?
    /// The line of the call in the step before, 1-based; nil for the entry point.
    public var callLine: Int?
  }

  /// The chains that lead furthest first.
  public var flows: [Flow]
  /// How many entry points there are, those without any call included.
  public var entryPoints: Int
  /// The state of the index that answered.
  public var index: IndexState

  /// Writes the keys of this answer.
  public func writeFields(to json: inout JSONWriter) {
    json.field("entryPoints", entryPoints)
    json.array("flows", flows) { json, flow in
      json.object { json in
        json.field("kind", flow.kind.rawValue)
        json.field("reached", flow.reached)
        json.array("steps", flow.steps) { json, step in
          json.object { json in
            json.object("node") { step.node.write(to: &$0) }
            json.field("community", step.community)
            json.field("callLine", step.callLine)
          }
        }
      }
    }
  }
}
