import GraphModel
import GraphStore

/// Who calls whom, each pair once.
struct CallGraph {
  /// A call, and the line of the first one of its pair.
  struct Call {
    var target: NodeIndex
    var line: Int32
    /// How many targets the call may have.
    var candidates: Int32
  }

  /// Calls with more candidates than this tell nothing about what happens.
  private static let mostCandidates: Int32 = 4

  private let offsets: [Int]
  private let calls: [Call]
  /// How many definitions call each.
  let callers: [Int32]

  /// - Parameters:
  ///   - owners: for each node the node that calls of it count for, or -1 to leave them out.
  ///   - isTest: for each node whether it belongs to the tests, which nothing else calls.
  init(_ edges: [Edge], owners: [NodeIndex], isTest: [Bool]) {
    let nodeCount = owners.count
    var pairs: [(source: NodeIndex, target: NodeIndex, line: Int32, candidates: Int32)] = []
    for edge in edges where edge.kind == .calls || edge.kind == .instantiates {
      // The database is not trusted.
      guard owners.indices.contains(Int(edge.source)), owners.indices.contains(Int(edge.target)) else {
        continue
      }
      let source = owners[Int(edge.source)]
      guard source >= 0, owners[Int(edge.target)] >= 0, source != edge.target, !isTest[Int(edge.target)],
        edge.candidates <= Self.mostCandidates
      else { continue }
      pairs.append((source, edge.target, edge.position.line, edge.candidates))
    }
    pairs.sort {
      ($0.source, $0.target, $0.candidates, $0.line) < ($1.source, $1.target, $1.candidates, $1.line)
    }
    var offsets = [0]
    var calls: [Call] = []
    var callers = [Int32](repeating: 0, count: nodeCount)
    var place = 0
    for node in 0..<NodeIndex(nodeCount) {
      while place < pairs.count && pairs[place].source == node {
        if calls.count == offsets[Int(node)] || calls[calls.count - 1].target != pairs[place].target {
          calls.append(
            Call(target: pairs[place].target, line: pairs[place].line, candidates: pairs[place].candidates))
          callers[Int(pairs[place].target)] += 1
        }
        place += 1
      }
      offsets.append(calls.count)
    }
    self.offsets = offsets
    self.calls = calls
    self.callers = callers
  }

  /// The calls of a node, by target.
  func calls(of node: NodeIndex) -> ArraySlice<Call> { calls[offsets[Int(node)]..<offsets[Int(node) + 1]] }

  /// How many nodes can be reached from one, itself not counted, `limit` at most.
  func reach(_ start: NodeIndex, limit: Int) -> Int {
    var seen: Set<NodeIndex> = [start]
    var stack = [start]
    while let node = stack.popLast(), seen.count <= limit {
      for call in calls(of: node) where seen.insert(call.target).inserted { stack.append(call.target) }
    }
    return min(seen.count - 1, limit)
  }
}
