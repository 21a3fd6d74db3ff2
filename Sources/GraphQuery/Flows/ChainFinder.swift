import GraphModel

/// Finds the chain of calls from a definition that says most: what few others call says more than everybody's helper,
/// and a step into another subsystem more than one within.
///
/// The worth of a chain is the sum of that of its steps, later ones counting less; so a chain is worth what the best of
/// those that go on from its first step is, and one computation for every length serves all entry points.
struct ChainFinder {
  /// The longest chain, entry point included.
  static let longest = 8

  private let graph: CallGraph
  private let communityOfNode: [Int32]
  /// For each length the best chain of that length from each node, as its worth and its next call.
  private var best: [[Choice]] = []

  private struct Choice {
    var worth = 0.0
    var next: NodeIndex = -1
    var line: Int32 = 0
  }

  /// How much a step counts beside the one before it.
  private static let fading = 0.8
  /// What a step into another subsystem is worth beside one within.
  private static let crossing = 2.0

  init(_ graph: CallGraph, communityOfNode: [Int32]) {
    self.graph = graph
    self.communityOfNode = communityOfNode
    var last = [Choice](repeating: Choice(), count: communityOfNode.count)
    best.append(last)
    for _ in 1..<Self.longest {
      var next = [Choice](repeating: Choice(), count: communityOfNode.count)
      for node in next.indices {
        for call in graph.calls(of: NodeIndex(node)) {
          let worth = worth(NodeIndex(node), call) + Self.fading * last[Int(call.target)].worth
          if worth > next[node].worth {
            next[node] = Choice(worth: worth, next: call.target, line: call.line)
          }
        }
      }
      best.append(next)
      last = next
    }
  }

  private func worth(_ source: NodeIndex, _ call: CallGraph.Call) -> Double {
    let isCrossing = communityOfNode[Int(source)] != communityOfNode[Int(call.target)]
    return (isCrossing ? Self.crossing : 1) / Double(1 + graph.callers[Int(call.target)]).squareRoot()
      / Double(call.candidates)
  }

  /// What the best chain from a node is worth; 0 if it calls nothing.
  func worth(from start: NodeIndex) -> Double { best[best.count - 1][Int(start)].worth }

  /// The best chain from a node, which is its first step; it ends before it would come back to itself.
  func chain(from start: NodeIndex) -> [(node: NodeIndex, line: Int32?)] {
    var chain: [(node: NodeIndex, line: Int32?)] = [(start, nil)]
    for length in stride(from: best.count - 1, through: 1, by: -1) {
      let choice = best[length][Int(chain[chain.count - 1].node)]
      guard choice.next >= 0, !chain.contains(where: { $0.node == choice.next }) else { break }
      chain.append((choice.next, choice.line))
    }
    return chain
  }
}
