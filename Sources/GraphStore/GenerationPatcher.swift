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
    var digests = try previous.digests(meta)
    try Statement.execute(connection, "BEGIN")
    var graph = try GraphPatcher(connection, previous: previous, patch, digests)
    try graph.write(&digests)
    meta.nodes += graph.nodesAdded
    meta.edges += graph.edgesAdded
    meta.unresolved += graph.unresolvedAdded
    meta.chunks = try ChunkPatcher(connection, previous: previous, path: path).write(patch, graph.numbers)
    if var communities = patch.communities {
      for place in communities.indices {
        for item in communities[place].central.indices {
          let node = communities[place].central[item].node
          communities[place].central[item].node = try graph.numbers.number(of: node)
        }
      }
      try CommunityTables.replace(with: communities, connection)
    }
    let files = patch.parts.compactMap(\.file)
    meta.skippedFiles += files.count { $0.skipReason != nil }
    for part in patch.parts where part.file != nil {
      if try previous.file(part.number)?.skipReason != nil { meta.skippedFiles -= 1 }
    }
    try writeStamps(patch)
    try writeFacts(patch)
    meta.generation += 1
    meta.digest = digests.digest
    meta.other.merge(patch.meta) { $1 }
    meta.other[GraphDigest.restKey] = GraphDigest.hex(digests.rest)
    try MetaTable.write(meta, connection)
    try Statement.execute(connection, "COMMIT")
    return meta
  }

  /// Writes the stamps that change: all, where the previous generation holds another work tree's.
  private func writeStamps(_ patch: GenerationPatch) throws {
    let update = try Statement(connection, "UPDATE file SET stamp = ? WHERE id = ?")
    var stamps = patch.stamps
    for (number, stamp) in (try previous.ownStamps() ?? []).enumerated() where stamps[Int32(number)] == nil {
      stamps[Int32(number)] = stamp
    }
    for number in stamps.keys.sorted() {
      update.bindBlob(1, stamps[number] ?? [])
      update.bind(2, number)
      try update.run()
    }
  }

  private func writeFacts(_ patch: GenerationPatch) throws {
    try StaleFacts(connection).settle(
      patch.parts.compactMap { $0.number < 0 ? nil : try previous.file($0.number)?.blob }, held: patch.held,
      generation: previous.meta().generation + 1)
    var sink = try FactsSink(connection, previous: nil, path: path, appends: true)
    for item in patch.facts where try previous.compressedFacts(item.key) == nil {
      try sink.add(item.key, item.bytes)
    }
    try sink.finish()
  }
}
