import CStorage
import GraphModel

/// Kind, resolution and candidates of an edge in one small number: kind + 32 × resolution + 128 ×
/// (candidates less 1), exact being resolution 0. So usual edges have numbers below 32.
enum EdgeCode {
  private static let resolutions: [Resolution] = [.exact, .compiler, .inferred, .ambiguous]
  /// How many numbers of candidates fit.
  private static let candidatesLimit = 256

  /// The number of a resolution in the tables.
  static func number(_ resolution: Resolution) -> Int { resolutions.firstIndex(of: resolution) ?? 0 }

  static func encode(_ edge: Edge) -> Int {
    let candidates = max(0, Int(edge.candidates) - 1) % candidatesLimit
    return Int(edge.kind.rawValue) + 32 * number(edge.resolution) + 128 * candidates
  }

  /// What does not fit into the code.
  static func candidatesHigh(_ edge: Edge) -> Int { max(0, Int(edge.candidates) - 1) / candidatesLimit }

  /// Nil if the numbers are damaged.
  static func decode(
    _ code: Int, candidatesHigh: Int
  ) -> (kind: EdgeKind, resolution: Resolution, candidates: Int32)? {
    guard let kind = EdgeKind(rawValue: UInt8(truncatingIfNeeded: code & 31)),
      let candidates = Int32(exactly: code >> 7 + candidatesHigh * candidatesLimit + 1)
    else { return nil }
    return (kind, resolutions[code >> 5 & 3], candidates)
  }
}

/// Writes the tables `edge_list` and `backlink`.
enum EdgeTables {
  static func write(_ graph: Graph, nodeFiles: [Int32], _ connection: OpaquePointer) throws(StatementError) {
    try writeLists(graph, nodeFiles, connection)
    try writeBacklinks(graph, connection)
  }

  private static func writeLists(
    _ graph: Graph, _ nodeFiles: [Int32], _ connection: OpaquePointer
  ) throws(StatementError) {
    var writer = try ReferenceListWriter(connection, table: "edge_list")
    let bySource = Groups(graph.edges.count, count: graph.nodes.count) { Int(graph.edges[$0].source) }
    for source in graph.nodes.indices where !bySource[source].isEmpty {
      try writer.add(
        bySource[source].map { entry(graph.edges[Int($0)], sourceFile: nodeFiles[source]) })
    }
    try writer.finish()
  }

  /// An edge as `edge_list` holds it.
  ///
  /// - Parameter sourceFile: the file that the source lies in, or -1.
  static func entry(_ edge: Edge, sourceFile: Int32) -> (common: ListCommon, entry: ListEntry) {
    let line = Int(edge.position.line)
    let column = Int(edge.position.column)
    return (
      ListCommon(
        file: edge.file == sourceFile ? nil : edge.file, line: line, column: column,
        candidatesHigh: EdgeCode.candidatesHigh(edge)),
      ListEntry(
        source: Int(edge.source), code: EdgeCode.encode(edge), other: Int(edge.target), line: line,
        column: column)
    )
  }

  private static func writeBacklinks(_ graph: Graph, _ connection: OpaquePointer) throws(StatementError) {
    let insert = try Statement(connection, "INSERT INTO backlink (bucket, sources) VALUES (?, ?)")
    let byTarget = Groups(graph.edges.count, count: graph.nodes.count) { Int(graph.edges[$0].target) }
    for bucket in 0...max(0, graph.nodes.count - 1) / Backlinks.bucketSize {
      var bytes: [UInt8] = []
      let first = bucket * Backlinks.bucketSize
      for target in first..<min(first + Backlinks.bucketSize, graph.nodes.count) {
        // Edges are sorted by kind and source, and groups keep that order.
        let sources = byTarget[target].map { (graph.edges[Int($0)].kind, graph.edges[Int($0)].source) }
        Backlinks.append(NodeIndex(target), sources, to: &bytes)
      }
      guard !bytes.isEmpty else { continue }
      insert.bind(1, bucket)
      insert.bindBlob(2, bytes)
      try insert.run()
    }
  }
}
