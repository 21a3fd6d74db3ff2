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
    if let finding = try structuralFindings(limit: 1).first { throw damaged(finding) }
    try checkDigest()
  }

  /// What SQLite finds wrong with its structures, and rows that refer to missing ones; at most `limit`. Reads
  /// every page in use, and so checks their checksums.
  func structuralFindings(limit: Int) throws -> [String] {
    try read { connection in
      var findings: [String] = []
      let structures = try Statement(connection, "PRAGMA integrity_check(\(limit))")
      while try structures.step() {
        if structures.string(0) != "ok" { findings.append(structures.string(0)) }
      }
      let references = try Statement(connection, "PRAGMA foreign_key_check")
      while findings.count < limit, try references.step() {
        findings.append("a row of table \(references.string(0)) refers to a missing one")
      }
      return findings
    }
  }

  /// Checks that the stored digest is the one of the stored graph.
  ///
  /// - Throws: ``GraphStoreError/damaged(path:reason:)`` if not.
  func checkDigest() throws {
    guard GraphDigest.digest(of: try graph()) == (try meta().digest) else {
      throw damaged("the content does not match its digest")
    }
  }
}
