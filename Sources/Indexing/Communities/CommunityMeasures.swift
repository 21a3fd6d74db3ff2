import Communities
import GraphModel

/// What can be said about groups of nodes of a file graph.
struct CommunityMeasures {
  /// The node that each group is named after: of its folders the one that most of its files lie in, the first by path
  /// among equals; without folders the file most tied to the rest of the group. (Often two or three files share the
  /// lead, so that an edit elsewhere passes it on; folders do not.)
  private(set) var anchors: [Int32]
  /// What each group adds to modularity.
  private(set) var shares: [Double]
  /// The share of the references of each group's files that stay inside.
  private(set) var cohesions: [Double]
  private var outgoing: [[Int32: Int32]]

  /// - Parameter groups: nodes of the graph, each in at most one group; each group has a file.
  init(_ fileGraph: FileGraph, _ groups: [[Int32]]) {
    let graph = fileGraph.graph
    var groupOf = [Int32](repeating: -1, count: graph.nodeCount)
    for (group, nodes) in groups.enumerated() { for node in nodes { groupOf[Int(node)] = Int32(group) } }
    let strengths = graph.strengths()
    let total = strengths.reduce(0, +)

    anchors = groups.map { $0[0] }
    shares = groups.map { _ in 0 }
    for (group, nodes) in groups.enumerated() {
      var inside = 0.0
      var size = 0.0
      var best = -1.0
      for node in nodes {
        var tie = 0.0
        for (neighbor, weight) in zip(graph.neighbors(of: Int(node)), graph.weights(of: Int(node)))
        where groupOf[Int(neighbor)] == Int32(group) {
          tie += Double(weight)
        }
        inside += tie
        size += strengths[Int(node)]
        if Int(node) < fileGraph.files.count, tie > best {
          best = tie
          anchors[group] = node
        }
      }
      if let folder = Self.folder(of: nodes, fileGraph) { anchors[group] = folder }
      if total > 0 { shares[group] = inside / total - (size / total) * (size / total) }
    }

    var inside = [Double](repeating: 0, count: groups.count)
    var all = [Double](repeating: 0, count: groups.count)
    outgoing = groups.map { _ in [:] }
    for reference in fileGraph.references {
      let source = groupOf[Int(reference.source)]
      let target = groupOf[Int(reference.target)]
      if source >= 0 { all[Int(source)] += Double(reference.count) }
      if target >= 0 && target != source { all[Int(target)] += Double(reference.count) }
      guard source >= 0 && target >= 0 else { continue }
      if source == target {
        inside[Int(source)] += Double(reference.count)
      } else {
        outgoing[Int(source)][target, default: 0] += reference.count
      }
    }
    cohesions = zip(inside, all).map { $1 > 0 ? $0 / $1 : 1 }
  }

  /// Of the folders among some nodes the one that most of the files among them lie in.
  private static func folder(of nodes: [Int32], _ fileGraph: FileGraph) -> Int32? {
    let fileCount = Int32(fileGraph.files.count)
    var held: [Int32: Int] = [:]
    for node in nodes where node >= fileCount { held[node] = 0 }
    for node in nodes where node < fileCount {
      let folder = fileGraph.folders[Int(node)]
      if let count = held[folder] { held[folder] = count + 1 }
    }
    let best = held.max { left, right in
      left.value != right.value
        ? left.value < right.value : fileGraph.paths[Int(right.key)] < fileGraph.paths[Int(left.key)]
    }
    return best.flatMap { $0.value > 0 ? $0.key : nil }
  }

  /// How many references lead from a group to each other one; in no order.
  func dependencies(of group: Int) -> [(group: Int, references: Int32)] {
    outgoing[group].map { (Int($0.key), $0.value) }
  }
}
