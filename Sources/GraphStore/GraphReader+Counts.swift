import CStorage
import GraphModel

extension GraphReader {
  /// How many nodes there are of each kind, kinds ascending, no zeros.
  public func nodeCounts() throws -> [(kind: NodeKind, count: Int)] {
    try read { connection in
      let rows = try Statement(connection, "SELECT kind, count(*) FROM node GROUP BY kind ORDER BY kind")
      var counts: [(kind: NodeKind, count: Int)] = []
      while try rows.step() {
        guard let kind = NodeKind(rawValue: UInt8(truncatingIfNeeded: rows.int64(0))) else {
          throw damaged("unknown node kind")
        }
        counts.append((kind, rows.int(1)))
      }
      return counts
    }
  }

  /// How many edges there are of each kind, kinds ascending, no zeros. Reads all edges.
  public func edgeCounts() throws -> [(kind: EdgeKind, count: Int)] {
    var counts: [EdgeKind: Int] = [:]
    for edge in try edges() { counts[edge.kind, default: 0] += 1 }
    return EdgeKind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
  }

  /// The stored file of a path, if there is one.
  public func storedFile(_ path: SourcePath) throws -> StoredFile? {
    // Files are numbered in the order of their paths.
    var low: Int32 = 0
    var high = Int32(try meta().files)
    while low < high {
      let middle = (low + high) / 2
      guard let file = try storedFile(middle) else { throw damaged("file numbers have gaps") }
      if file.file.path == path { return file }
      if file.file.path < path { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
