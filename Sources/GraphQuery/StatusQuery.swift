import GraphModel
import GraphStore
import SourceTree

extension GraphSession {
  /// What is in the index, and what is not.
  ///
  /// - Parameter skippedFiles: how many skipped files are listed at most.
  public func status(skippedFiles limit: Int) throws(QueryError) -> StatusAnswer {
    do { return try answer(limit) } catch { throw QueryError(error) }
  }

  private func answer(_ limit: Int) throws -> StatusAnswer {
    let files = try reader.files()
    var languages: [String: Int] = [:]
    var reasons: [String: Int] = [:]
    for file in files {
      if let reason = file.skipReason {
        reasons[reason.rawValue, default: 0] += 1
      } else {
        languages[file.language?.name ?? "none", default: 0] += 1
      }
    }
    let skipped = files.lazy.compactMap { file in
      file.skipReason.map { StatusAnswer.SkippedFile(path: file.path.display, reason: $0) }
    }
    let size = try DatabaseSize(DatabaseLocation(location.database))
    return StatusAnswer(
      root: location.root, database: location.database,
      databaseBytes: size.own, baseBytes: size.base,
      files: sorted(languages),
      compilerFiles: try reader.meta().other[GraphMeta.compilerFilesKey].flatMap { Int($0) } ?? 0,
      lines: files.reduce(0) { $0 + Int($1.lines) }, skipped: sorted(reasons),
      skippedFiles: Array(skipped.prefix(limit)),
      parseErrors: files.reduce(0) { $0 + Int($1.parseErrors) },
      nodes: sorted(try reader.nodeCounts().map { ($0.kind.name, $0.count) }),
      edges: sorted(try reader.edgeCounts().map { ($0.kind.name, $0.count) }), index: try state(naming: []))
  }

  private func sorted(_ counts: some Sequence<(key: String, value: Int)>) -> [StatusAnswer.Count] {
    counts.map { StatusAnswer.Count(name: $0.key, count: $0.value) }.sorted { $0.name < $1.name }
  }
}
