import CStorage
import GRDB
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
    try readDatabase { database in
      let rows = try Statement(cachedIn: database, "SELECT path FROM file WHERE id = ?")
      var low: Int32 = 0
      let files = try order(.file)
      var high = Int32(files.count)
      while low < high {
        let middle = low + (high - low) / 2
        rows.reset()
        rows.bind(1, files.number(at: middle))
        guard try rows.step() else { throw damaged("a missing file") }
        let order = rows.withBytes(0) { found in
          found.elementsEqual(path.bytes) ? 0 : found.lexicographicallyPrecedes(path.bytes) ? -1 : 1
        }
        if order == 0 { return try storedFile(middle) }
        if order < 0 { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }
}
