import CStorage
import GraphModel

/// Turns the copy of a generation into the next one by changing the rows that a patch changes.
///
/// Nodes, texts and chunks that stay keep their numbers; see ``NumberOrder``.
struct GenerationPatcher {
  private let connection: OpaquePointer
  private let previous: GraphReader
  private let path: String

  /// - Parameter previous: the generation that the database is a copy of.
  init(_ connection: OpaquePointer, previous: GraphReader, path: String) {
    self.connection = connection
    self.previous = previous
    self.path = path
  }

  /// Writes everything in one transaction.
  ///
  /// - Throws: ``PatchRefusal``, and errors of the store.
  func apply(_ patch: GenerationPatch) throws -> GraphMeta {
    var meta = try previous.meta()
    let before = try previous.digests(meta)
    let files = try PatchFiles(previous, patch.files)
    try Statement.execute(connection, "BEGIN")
    var graph = try GraphPatcher(connection, previous: previous, patch, files, before)
    let digests = try graph.write(before)
    meta.nodes += graph.nodesAdded
    meta.edges += graph.edgesAdded
    meta.unresolved += graph.unresolvedAdded
    meta.chunks = try ChunkPatcher(connection, previous: previous, path: path)
      .write(patch, graph.numbers, files)
    if var communities = patch.communities {
      for place in communities.indices {
        communities[place].files = communities[place].files.map(files.number)
        for item in communities[place].central.indices {
          let node = communities[place].central[item].node
          communities[place].central[item].node = try graph.numbers.number(of: node)
        }
      }
      try CommunityTables.replace(with: communities, connection)
    }
    try HistoryTable.apply(patch.history, files, connection, path: path)
    let gone = try leaving(patch, files)
    meta.files = files.order.count
    meta.skippedFiles += patch.parts.count { $0.file?.skipReason != nil }
    meta.skippedFiles -= gone.count { $0.skipReason != nil }
    try writeStamps(patch, files)
    try writeFacts(patch, gone.compactMap(\.blob))
    meta.generation += 1
    meta.digest = digests.digest
    for key in patch.removedMeta { meta.other[key] = nil }
    try MetaTable.remove(patch.removedMeta, connection)
    meta.other.merge(patch.meta) { $1 }
    meta.other[GraphDigest.restKey] = GraphDigest.hex(digests.rest)
    try MetaTable.write(meta, connection)
    try Statement.execute(connection, "COMMIT")
    return meta
  }

  /// The files of the generation before that go or become others.
  private func leaving(_ patch: GenerationPatch, _ files: PatchFiles) throws -> [IndexedFile] {
    let changed = patch.parts.map { files.before($0.number) }.filter { $0 >= 0 }
    return try (changed + patch.files.removed).compactMap { try previous.file($0) }
  }

  /// Writes the stamps that change: all, where the previous generation holds another work tree's.
  private func writeStamps(_ patch: GenerationPatch, _ files: PatchFiles) throws {
    let update = try Statement(connection, "UPDATE file SET stamp = ? WHERE id = ?")
    let own = try previous.ownStamps()
    for (file, before) in patch.files.before.enumerated() {
      let known = before < 0 ? nil : own?[Int(before)]
      guard let stamp = patch.stamps[Int32(file)] ?? known else { continue }
      update.bindBlob(1, stamp)
      update.bind(2, files.number(Int32(file)))
      try update.run()
    }
  }

  /// - Parameter dropped: contents of files that have something else now, or are gone.
  private func writeFacts(_ patch: GenerationPatch, _ dropped: [BlobID]) throws {
    var sink = try FactsSink(connection, previous: nil, path: path, appends: true)
    for item in patch.facts where try previous.compressedFacts(item.key) == nil {
      try sink.add(item.key, item.bytes)
    }
    try sink.finish()
    // The room of those that no file needs is measured by those that files need, new ones among them.
    try StaleFacts(connection).settle(
      dropped, held: patch.held, generation: previous.meta().generation + 1)
  }
}
