import ArgumentParser

/// Clustering by itself, on graphs that are read from files or planted.
@main
struct CommunitiesBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "communities-benchmark", abstract: "Cluster a graph, or plant one with known communities.",
    subcommands: [Cluster.self, Plant.self])
}
