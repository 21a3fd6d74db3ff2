import GraphModel
import GraphStore

/// A question about execution flows.
public struct FlowsRequest: Sendable {
  /// How many chains are wanted at most.
  public var limit: Int
  /// Only entry points of these kinds.
  public var kinds: [EntryPointKind]

  /// Makes a request of its parts.
  public init(limit: Int = 10, kinds: [EntryPointKind] = [.main, .command, .route]) {
    self.limit = limit
    self.kinds = kinds
  }
}

extension GraphSession {
  /// The call chains that matter from entry points, none of which mostly repeats another.
  public func flows(_ request: FlowsRequest) throws(QueryError) -> FlowsAnswer {
    do { return try answer(request) } catch { throw QueryError(error) }
  }

  /// Definitions that can be reached are counted up to this.
  private static let reachLimit = 10_000
  /// A chain of which more than this share is in one shown before adds nothing.
  private static let sharedLimit = 0.6

  private func answer(_ request: FlowsRequest) throws -> FlowsAnswer {
    let index = try CommunityIndex(reader)
    var owners: [NodeIndex] = []
    var communityOfNode: [Int32] = []
    var isTest: [Bool] = []
    try reader.forEachNode { stored in
      let isInside = stored.file != nil && stored.node.kind != .external
      owners.append(isInside ? stored.index : -1)
      isTest.append(stored.node.path?.isTest ?? false)
      communityOfNode.append(index.place(ofFile: stored.file).map { Int32($0) } ?? -1)
    }
    let entries = try EntryPoints.find(reader).filter { request.kinds.contains($0.kind) }
    let edges = try reader.edges()
    // A type that is the program runs what its members do.
    let types = Set(entries.filter { $0.stored.node.kind.isType }.map(\.stored.index))
    for edge in edges where edge.kind == .contains && types.contains(edge.source) {
      guard owners.indices.contains(Int(edge.target)) else { continue }
      owners[Int(edge.target)] = edge.source
    }
    let graph = CallGraph(edges, owners: owners, isTest: isTest)
    let finder = ChainFinder(graph, communityOfNode: communityOfNode)
    let ranked = entries.map { ($0, finder.worth(from: $0.stored.index)) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.stored.index < $1.0.stored.index }

    var flows: [FlowsAnswer.Flow] = []
    var shown: [Set<NodeIndex>] = []
    var paths: [SourcePath] = []
    for (entry, worth) in ranked where worth > 0 && flows.count < request.limit {
      let chain = finder.chain(from: entry.stored.index)
      let steps = Set(chain.dropFirst().map(\.node))
      let isRepetition = shown.contains { other in
        Double(steps.intersection(other).count) > Self.sharedLimit * Double(steps.count)
      }
      guard !isRepetition else { continue }
      shown.append(steps)
      let nodes = try reader.nodes(chain.map(\.node))
      guard nodes.count == chain.count else { continue }
      paths += nodes.compactMap(\.node.path)
      flows.append(
        FlowsAnswer.Flow(
          kind: entry.kind,
          steps: zip(nodes, chain).map { stored, step in
            FlowsAnswer.Step(
              node: NodeSummary(stored.node),
              community: index.place(ofFile: stored.file).map { index.communities[$0].label },
              callLine: step.line.map { Int($0) })
          }, reached: graph.reach(entry.stored.index, limit: Self.reachLimit)))
    }
    return FlowsAnswer(flows: flows, entryPoints: entries.count, index: try state(naming: paths))
  }
}
