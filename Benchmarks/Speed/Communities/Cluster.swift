import ArgumentParser
import Communities
import Foundation

/// Clusters one graph and prints one JSON object; the peers' runner prints the same keys.
struct Cluster: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Cluster a graph and print one JSON object.",
    discussion: "userSeconds is the clustering alone, peakBytes the whole process, startBytes before reading."
  )

  enum ObjectiveName: String, ExpressibleByArgument, CaseIterable { case modularity, cpm }

  @Argument(help: "Lines `u v [w]`, plain or gzip.")
  var file: String

  @Option var objective: ObjectiveName = .modularity
  @Option(help: "The resolution.") var gamma = 1.0
  @Option var seed: UInt64 = 0
  @Option(help: "Passes at most.") var iterations = 3
  @Option(help: "Cluster so many times; userSeconds is the mean.") var repeats = 1
  @Option(help: "Write the community of each node to this file, one a line.") var membership: String?

  func validate() throws {
    if iterations < 1 || repeats < 1 || gamma < 0 {
      throw ValidationError("--iterations and --repeats take 1 or more, --gamma 0 or more")
    }
  }

  func run() throws {
    let start = Usage.now()
    let graph = try EdgeFile.graph(at: file)
    let target: Objective = objective == .cpm ? .cpm(gamma: gamma) : .modularity(gamma: gamma)
    let leiden = Leiden(target, seed: seed, passes: iterations)
    let before = Usage.now()
    var result = leiden.cluster(graph)
    for _ in 1..<repeats { result = leiden.cluster(graph) }
    let after = Usage.now()
    let parts = graph.splittingDisconnected(result.membership)
    let keys: [(String, String)] = [
      ("system", "\"kg\""), ("nodes", "\(graph.nodeCount)"), ("edges", "\(graph.edgeCount)"),
      ("modularity", "\(graph.quality(of: result.membership, for: .modularity(gamma: 1)))"),
      ("cpm", "\(graph.quality(of: result.membership, for: .cpm(gamma: objective == .cpm ? gamma : 0)))"),
      ("communities", "\(result.count)"), ("disconnected", "\(parts.split)"),
      ("levels", "\(result.levelCount)"), ("passes", "\(result.passes)"),
      ("userSeconds", "\((after.user - before.user) / Double(repeats))"), ("peakBytes", "\(after.peakBytes)"),
      ("startBytes", "\(start.peakBytes)"), ("graphBytes", "\(graph.byteCount)"),
    ]
    print("{" + keys.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}")
    if let membership {
      let text = result.membership.map { "\($0)\n" }.joined()
      try Data(text.utf8).write(to: URL(fileURLWithPath: membership))
    }
  }
}

/// What the process used so far.
struct Usage {
  var user: Double
  var peakBytes: Int

  static func now() -> Usage {
    var usage = rusage()
    getrusage(0, &usage)  // RUSAGE_SELF, whose type differs between systems
    return Usage(
      user: Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6,
      peakBytes: usage.ru_maxrss * 1024)
  }
}
