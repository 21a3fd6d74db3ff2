import CStorage
import Embedding
import GraphModel

/// Fills an empty database with one generation, table after table in the order of their keys.
struct GenerationWriter {
  private let connection: OpaquePointer
  private let path: String

  init(_ connection: OpaquePointer, path: String) {
    self.connection = connection
    self.path = path
  }

  /// Writes everything in one transaction.
  func write(
    _ contents: GenerationContents, generation: Int64, previous: GraphReader?
  ) throws -> GraphMeta {
    let graph = try GraphInvariants.normalized(contents.graph)
    guard contents.stamps.isEmpty || contents.stamps.count == graph.files.count else {
      throw GraphStoreError.invalidGraph(reason: "not one stamp for each file")
    }
    try Statement.execute(connection, "BEGIN")
    try Statement.execute(connection, Schema.tables)
    try Statement.execute(connection, Schema.views)
    try FixedTables.write(connection)

    let texts = try NodeTable.write(graph, connection)
    let parts = GraphDigest.Parts(
      of: GraphParts(graph, nodeFiles: texts.nodeFiles), threads: contents.threads)
    try FileTable.write(graph.files, stamps: contents.stamps, digests: parts.files, connection)
    try EdgeTables.write(graph, nodeFiles: texts.nodeFiles, connection)
    try UnresolvedTable.write(graph, texts, connection)
    try CommunityTables.write(contents.communities, graph, connection)
    if let history = contents.history { try HistoryTable.write(history, connection, path: path) }

    // Sinks end before the indexes are made: an open statement would keep its table locked.
    try writeFacts(contents, generation: generation, previous: previous)
    let chunkCount = try writeChunks(contents, graph)
    try Statement.execute(connection, Schema.indexes)

    let meta = GraphMeta(
      generation: generation, digest: parts.digest, files: graph.files.count,
      skippedFiles: graph.files.count { $0.skipReason != nil }, nodes: graph.nodes.count,
      edges: graph.edges.count, unresolved: graph.unresolved.count, chunks: chunkCount,
      other: contents.meta.merging([GraphDigest.restKey: GraphDigest.hex(parts.rest)]) { $1 })
    try MetaTable.write(meta, connection)
    try Statement.execute(connection, "COMMIT")
    return meta
  }

  private func writeFacts(
    _ contents: GenerationContents, generation: Int64, previous: GraphReader?
  ) throws {
    var sink = try FactsSink(connection, previous: previous, path: path)
    try contents.facts(&sink)
    try sink.keep(contents.spareFacts, generation: generation)
    try sink.finish()
  }

  private func writeChunks(_ contents: GenerationContents, _ graph: Graph) throws -> Int {
    var sink = ChunkSink(
      chunk: try Statement(connection, ChunkSink.chunkSQL),
      block: try Statement(connection, ChunkSink.blockSQL),
      terms: try Statement(connection, ChunkSink.termsSQL),
      graph: graph, path: path)
    try contents.chunks(&sink)
    let insert = try Statement(connection, "INSERT INTO chunk_lengths (id, bytes) VALUES (0, ?)")
    insert.bindBlob(1, sink.lengths)
    try insert.run()
    let counts = try Statement(connection, "INSERT INTO chunk_counts (id, bytes) VALUES (0, ?)")
    counts.bindBlob(1, sink.chunksPerFile)
    try counts.run()
    guard sink.vectors.isEmpty || sink.vectors.count == sink.count * EmbeddingTable.dimension else {
      throw GraphStoreError.invalidGraph(reason: "not one vector for each chunk")
    }
    try VectorTables.write(sink.vectors, connection)
    return sink.count
  }
}

/// The tables that hold the same in every database.
enum FixedTables {
  static func write(_ connection: OpaquePointer) throws(StatementError) {
    let ordinal = try Statement(connection, "INSERT INTO ordinal VALUES (?)")
    for number in 0..<Schema.listLength {
      ordinal.bind(1, number)
      try ordinal.run()
    }
    try write(connection, "node_kind", NodeKind.allCases.map { (Int($0.rawValue), $0.name) })
    try write(connection, "edge_kind", EdgeKind.allCases.map { (Int($0.rawValue), $0.name) })
    try write(connection, "language", LanguageID.allCases.map { (Int($0.rawValue), $0.name) })
    try write(connection, "resolution", Resolution.allCases.map { (EdgeCode.number($0), $0.name) })
  }

  private static func write(
    _ connection: OpaquePointer, _ table: String, _ rows: [(id: Int, name: String)]
  ) throws(StatementError) {
    let insert = try Statement(connection, "INSERT INTO \(table) VALUES (?, ?)")
    for row in rows {
      insert.bind(1, row.id)
      insert.bind(2, row.name)
      try insert.run()
    }
  }
}

/// The table of what the database says about itself.
enum MetaTable {
  static func remove(_ keys: [String], _ connection: OpaquePointer) throws(StatementError) {
    let delete = try Statement(connection, "DELETE FROM meta WHERE key = ?")
    for key in keys {
      delete.bind(1, key)
      try delete.run()
    }
  }

  static func write(_ meta: GraphMeta, _ connection: OpaquePointer) throws(StatementError) {
    let insert = try Statement(connection, "INSERT OR REPLACE INTO meta VALUES (?, ?)")
    for key in meta.other.keys.sorted() {
      insert.bind(1, key)
      insert.bind(2, meta.other[key])
      try insert.run()
    }
    for key in GraphMeta.Key.allCases {
      insert.bind(1, key.rawValue)
      switch key {
      case .generation: insert.bind(2, meta.generation)
      case .digest: insert.bind(2, meta.digest)
      case .files: insert.bind(2, meta.files)
      case .skippedFiles: insert.bind(2, meta.skippedFiles)
      case .nodes: insert.bind(2, meta.nodes)
      case .edges: insert.bind(2, meta.edges)
      case .unresolved: insert.bind(2, meta.unresolved)
      case .chunks: insert.bind(2, meta.chunks)
      }
      try insert.run()
    }
  }
}

/// The table of files.
enum FileTable {
  static func write(
    _ files: [IndexedFile], stamps: [[UInt8]], digests: [[UInt8]], _ connection: OpaquePointer
  ) throws(StatementError) {
    let insert = try insert(connection)
    for (index, file) in files.enumerated() {
      try add(file, index, stamp: stamps.isEmpty ? nil : stamps[index], digest: digests[index], insert)
    }
  }

  /// What ``add(_:_:stamp:digest:_:)`` runs.
  static func insert(_ connection: OpaquePointer) throws(StatementError) -> Statement {
    try Statement(
      connection,
      """
      INSERT INTO file (id, path, display, language, blob, lines, parse_errors, skip_reason, stamp, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  /// Adds a row under a number that nothing has.
  static func add(
    _ file: IndexedFile, _ number: Int, stamp: [UInt8]?, digest: [UInt8], _ insert: borrowing Statement
  ) throws(StatementError) {
    insert.bind(1, number)
    if let text = file.path.string, !text.utf8.contains(0) {
      insert.bind(2, text)
      let display = file.path.display
      insert.bind(3, display == text ? nil : display)
    } else {
      insert.bindBlob(2, file.path.bytes)
      insert.bind(3, file.path.display)
    }
    insert.bind(4, file.language.map { Int32($0.rawValue) })
    BlobColumn.bind(file.blob, to: insert, 5)
    insert.bind(6, file.lines)
    insert.bind(7, file.parseErrors)
    insert.bind(8, file.skipReason?.rawValue)
    if let stamp { insert.bindBlob(9, stamp) } else { insert.bindNull(9) }
    insert.bindBlob(10, digest)
    try insert.run()
  }
}
