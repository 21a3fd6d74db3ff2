import CStorage
import GraphModel

/// Turns the copy of a generation into the next one by changing the rows that a patch changes.
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
    for file in patch.files {
      guard digests.files.indices.contains(Int(file.number)),
        let content = try previous.content(ofFile: file.number),
        // All of the file was found, and it is what was written.
        GraphDigest.digest(of: content) == digests.files[Int(file.number)],
        try !previous.isLinkedFromElsewhere(content)
      else { throw PatchRefusal() }
      let moved = try file.moved(content)
      digests.files[Int(file.number)] = GraphDigest.digest(of: moved)
      try write(file, digest: digests.files[Int(file.number)])
      try write(moved.nodes)
      for table in ["edge_list", "unresolved_list"] { try move(table, file, content) }
      try writeChunks(file)
    }
    try writeStamps(patch)
    try writePostings(patch)
    try writeFacts(patch)
    meta.generation += 1
    meta.digest = digests.digest
    meta.other.merge(patch.meta) { $1 }
    try MetaTable.write(meta, connection)
    try Statement.execute(connection, "COMMIT")
    return meta
  }

  private func write(_ file: GenerationPatch.File, digest: [UInt8]) throws {
    let update = try Statement(
      connection,
      "UPDATE file SET blob = ?, lines = ?, parse_errors = ?, digest = ? WHERE id = ?")
    BlobColumn.bind(file.file.blob, to: update, 1)
    update.bind(2, file.file.lines)
    update.bind(3, file.file.parseErrors)
    update.bindBlob(4, digest)
    update.bind(5, file.number)
    try update.run()
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

  private func write(_ nodes: [StoredNode]) throws {
    let update = try Statement(
      connection,
      """
      UPDATE node SET start_line = ?, start_column = ?, end_line = ?, end_column = ?, name_line = ?,
        name_column = ? WHERE id = ?
      """)
    for stored in nodes {
      for (place, position) in [stored.node.start, stored.node.end, stored.node.namePosition].enumerated() {
        update.bind(Int32(2 * place + 1), position?.line)
        update.bind(Int32(2 * place + 2), position?.column)
      }
      update.bind(7, stored.index)
      try update.run()
    }
  }

  private func move(_ table: String, _ file: GenerationPatch.File, _ content: FileContent) throws {
    let mover = try ListMover(connection, table: table, file: file, nodes: Set(content.nodes.map(\.index)))
    guard try mover.run() else { throw previous.damaged("a list of references") }
  }

  private func writeChunks(_ file: GenerationPatch.File) throws {
    let update = try Statement(connection, "UPDATE chunk SET start = ?, length = ? WHERE id = ? AND file = ?")
    for (index, chunk) in file.chunks.enumerated() {
      update.bind(1, Int64(chunk.start))
      update.bind(2, Int64(chunk.end - chunk.start))
      update.bind(3, file.firstChunk + index)
      update.bind(4, file.number)
      try update.run()
    }
    guard try VectorTables.replace(from: file.firstChunk, with: file.vectors, connection) else {
      throw previous.damaged("not one vector for each chunk")
    }
    guard let terms = Deflate.compress(file.terms) else {
      throw GraphStoreError.failed(path: path, operation: "write", reason: "out of memory")
    }
    let replace = try Statement(
      connection, "REPLACE INTO file_terms (file, source, size, terms) VALUES (?, ?, ?, ?)")
    replace.bind(1, file.number)
    replace.bindBlob(2, file.source)
    replace.bind(3, file.terms.count)
    replace.bindBlob(4, terms)
    try replace.run()
  }

  private func writePostings(_ patch: GenerationPatch) throws {
    let delete = try Statement(connection, "DELETE FROM posting WHERE term = ?")
    let insert = try Statement(connection, ChunkSink.blockSQL)
    for (term, blocks) in patch.postings {
      delete.bindText(1, term)
      try delete.run()
      insert.bindText(1, term)
      for (piece, block) in blocks.enumerated() {
        insert.bind(2, piece)
        insert.bind(3, block.count)
        insert.bindBlob(4, block.bytes)
        try insert.run()
      }
    }
    let lengths = try Statement(connection, "UPDATE chunk_lengths SET bytes = ?")
    lengths.bindBlob(1, patch.lengths)
    try lengths.run()
  }

  private func writeFacts(_ patch: GenerationPatch) throws {
    try StaleFacts(connection).settle(
      patch.files.compactMap { try previous.file($0.number)?.blob }, held: patch.held,
      generation: previous.meta().generation + 1)
    var sink = try FactsSink(connection, previous: nil, path: path, appends: true)
    for file in patch.files where try previous.compressedFacts(file.facts.key) == nil {
      try sink.add(file.facts.key, file.facts.bytes)
    }
    try sink.finish()
  }
}
