import CStorage
import GraphModel

extension GraphReader {
  /// What the database says about itself.
  public func meta() throws -> GraphMeta {
    try read { connection in
      var meta = GraphMeta(
        generation: 0, digest: "", files: 0, skippedFiles: 0, nodes: 0, edges: 0, unresolved: 0, chunks: 0,
        other: [:])
      var seen = 0
      let rows = try Statement(connection, "SELECT key, value FROM meta")
      while try rows.step() {
        guard let key = GraphMeta.Key(rawValue: rows.string(0)) else {
          meta.other[rows.string(0)] = rows.string(1)
          continue
        }
        seen += 1
        switch key {
        case .generation: meta.generation = rows.int64(1)
        case .digest: meta.digest = rows.string(1)
        case .files: meta.files = rows.int(1)
        case .skippedFiles: meta.skippedFiles = rows.int(1)
        case .nodes: meta.nodes = rows.int(1)
        case .edges: meta.edges = rows.int(1)
        case .unresolved: meta.unresolved = rows.int(1)
        case .chunks: meta.chunks = rows.int(1)
        }
      }
      guard seen == GraphMeta.Key.allCases.count else { throw damaged("incomplete meta table") }
      return meta
    }
  }

  /// Checks SQLite's structures and that the stored digest is the one of the stored graph. Reads
  /// everything.
  ///
  /// - Throws: ``GraphStoreError/damaged(path:reason:)`` with the first finding.
  public func verify() throws {
    try read { connection in
      let rows = try Statement(connection, "PRAGMA integrity_check(1)")
      guard try rows.step(), rows.string(0) == "ok" else { throw damaged(rows.string(0)) }
    }
    guard GraphDigest.digest(of: try graph()) == (try meta().digest) else {
      throw damaged("the content does not match its digest")
    }
  }
}
