/// A graph as one level of the algorithm sees it: nodes are sets of nodes of the level below.
struct Level {
  var offsets: [Int]
  var neighbors: [Int32]
  var weights: [Float]
  /// What a node adds to the size of its community: its strength for modularity, how many nodes of the
  /// original graph it stands for with the constant Potts model.
  var sizes: [Double]

  var nodeCount: Int { sizes.count }

  /// The finest level.
  init(_ graph: WeightedGraph, sizes: [Double]) {
    offsets = graph.offsets
    neighbors = graph.neighbors
    weights = graph.weights
    self.sizes = sizes
  }

  init(offsets: [Int], neighbors: [Int32], weights: [Float], sizes: [Double]) {
    self.offsets = offsets
    self.neighbors = neighbors
    self.weights = weights
    self.sizes = sizes
  }
}

/// The sums that a visit keeps for each community, side by side: they are read together.
struct CommunitySums: BitwiseCopyable {
  /// Weight of the edges between the visited node and this community; 0 between visits.
  var link = 0.0
  /// The sum of its nodes' sizes.
  var size = 0.0
}
