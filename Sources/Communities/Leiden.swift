/// Finds communities with the Leiden algorithm. Source: Traag, Waltman, van Eck: From Louvain to Leiden: guaranteeing
/// well-connected communities, 2019, algorithm A.2.
///
/// The same graph, options and beginning give the same partition, on any machine: all arithmetic is on doubles in a
/// fixed order, and random numbers are made here.
public struct Leiden: Sendable {
  /// What is maximised.
  public var objective: Objective
  /// The seed of the randomised merges.
  public var seed: UInt64
  /// How many passes are made at most; each begins with the partition of the one before.
  public var passes: Int
  /// A pass that moves at most this share of the nodes before anything is aggregated ends there and is the last: what
  /// follows would cost as much as ever and change next to nothing. The last of several passes always ends there. 0 for
  /// full passes until no node and no set moves any more.
  public var settledShare: Double
  /// The θ of the paper, in units of edge weight: how freely refinement chooses worse merges; positive.
  public var randomness: Double

  /// Makes an optimiser with these options.
  public init(
    _ objective: Objective = .modularity(), seed: UInt64 = 0, passes: Int = 3, settledShare: Double = 0.01,
    randomness: Double = 0.01
  ) {
    precondition(
      passes > 0 && settledShare >= 0 && randomness > 0 && objective.gamma >= 0, "options out of range")
    self.objective = objective
    self.seed = seed
    self.passes = passes
    self.settledShare = settledShare
    self.randomness = randomness
  }

  /// Clusters a graph. Expected O(edges · log nodes); every community of the result is connected.
  ///
  /// - Parameter initial: the community of each node to begin with, at least 0; nil for each node alone.
  public func cluster(_ graph: WeightedGraph, from initial: [Int32]? = nil) -> Clustering {
    let count = graph.nodeCount
    let strengths = graph.strengths()
    let total = strengths.reduce(0, +)
    var membership = initial.map(Partition.canonical) ?? (0..<Int32(count)).map { $0 }
    precondition(membership.count == count, "each node has a community")
    var pass = LeidenPass(
      gamma: price(total: total), tolerance: 1e-12 * max(1, total),
      refinement: Refinement(randomness: randomness, seed: seed))
    let level = Level(graph, sizes: sizes(strengths))
    var made = 1
    pass.run(level, &membership, settledMoves: nil)
    while made < passes && pass.moves > 0 {
      made += 1
      let settled = made == passes ? count : Int(settledShare * Double(count))
      pass.run(level, &membership, settledMoves: settledShare > 0 ? settled : nil)
      if pass.isSettled { break }
    }
    var finished = graph.splittingDisconnected(membership)
    if pass.isSettled || finished.split > 0 {
      while pass.merge(level, &finished.membership) {
        finished = graph.splittingDisconnected(finished.membership)
      }
    }
    return Clustering(membership: finished.membership, sets: pass.sets, passes: made)
  }

  /// What each node adds to the size of its community.
  private func sizes(_ strengths: [Double]) -> [Double] {
    switch objective {
    case .modularity: strengths
    case .cpm: [Double](repeating: 1, count: strengths.count)
    }
  }

  /// The price of size, given the sum of all strengths; see ``LocalMoving``.
  private func price(total: Double) -> Double {
    switch objective {
    case .modularity(let gamma): total > 0 ? gamma / total : 0
    case .cpm(let gamma): gamma
    }
  }
}

/// Passes over all levels, from the graph itself upwards.
struct LeidenPass {
  let gamma: Double
  let tolerance: Double
  var refinement: Refinement
  /// How many moves the last pass made, on all levels.
  private(set) var moves = 0
  /// Whether the last pass moved so little that it ended on the finest level.
  private(set) var isSettled = false
  /// The partitions of the graph by which the last pass that was not settled aggregated.
  private(set) var sets: [[Int32]] = []

  init(gamma: Double, tolerance: Double, refinement: Refinement) {
    self.gamma = gamma
    self.tolerance = tolerance
    self.refinement = refinement
  }

  /// Improves `membership`.
  ///
  /// - Parameter settledMoves: with at most so many moves on the finest level the pass ends there; nil for never.
  mutating func run(_ finest: Level, _ membership: inout [Int32], settledMoves: Int?) {
    var level = finest
    /// The community of each node of the present level.
    var communities = membership
    /// The node of the present level in which each node of the graph lies.
    var place: [Int32] = (0..<Int32(membership.count)).map { $0 }
    var found: [[Int32]] = []
    moves = 0
    while true {
      var moving = LocalMoving()
      moving.run(level, membership: &communities, gamma: gamma, tolerance: tolerance)
      moves += moving.moves
      isSettled = found.isEmpty && settledMoves.map { moving.moves <= $0 } ?? false
      let count = Partition.renumber(&communities)
      if isSettled || count == level.nodeCount { break }
      var parts = refinement.run(level, membership: communities, gamma: gamma)
      let partCount = Partition.renumber(&parts)
      if partCount == level.nodeCount { break }
      var above = [Int32](repeating: 0, count: partCount)
      for node in parts.indices { above[Int(parts[node])] = communities[node] }
      for node in place.indices { place[node] = parts[Int(place[node])] }
      found.append(place)
      level = level.aggregated(by: parts, count: partCount)
      communities = above
    }
    for node in place.indices { membership[node] = communities[Int(place[node])] }
    if !isSettled { sets = found }
  }

  /// Joins whole communities where that helps; false if it helps nowhere, so that they are γ-separated.
  func merge(_ finest: Level, _ membership: inout [Int32]) -> Bool {
    let count = Partition.renumber(&membership)
    var communities = (0..<Int32(count)).map { $0 }
    var moving = LocalMoving()
    moving.run(
      finest.aggregated(by: membership, count: count), membership: &communities, gamma: gamma,
      tolerance: tolerance)
    for node in membership.indices { membership[node] = communities[Int(membership[node])] }
    return moving.moves > 0
  }
}
