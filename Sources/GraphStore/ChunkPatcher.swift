import CStorage
import Embedding
import GraphModel

/// Changes the rows of chunks and of the index over them for a patch.
struct ChunkPatcher {
  private let connection: OpaquePointer
  private let previous: GraphReader
  private let path: String

  init(_ connection: OpaquePointer, previous: GraphReader, path: String) {
    self.connection = connection
    self.previous = previous
    self.path = path
  }

  /// Writes everything; returns how many chunks there are.
  func write(_ patch: GenerationPatch, _ numbers: PatchNumbers, _ files: PatchFiles) throws -> Int {
    let order = try previous.order(.chunk)
    var removed: Set<Int32> = []
    var added: [(place: Int32, number: Int32)] = []
    let replace = try Statement(
      connection, "REPLACE INTO chunk (id, node, file, start, length) VALUES (?, ?, ?, ?, ?)")
    for place in patch.files.removed {
      removed.formUnion(try previous.chunkNumbers(ofFile: place).numbers)
      try removeTerms(files.numberBefore(place))
    }
    for item in patch.chunks {
      let file = files.number(item.file)
      let old = try previous.chunkNumbers(patch.files, item.file)
      guard item.numbers.count == item.chunks.count else { throw PatchRefusal() }
      removed.formUnion(old.numbers)
      added += item.numbers.map { (Int32(old.first), $0) }
      for (number, chunk) in zip(item.numbers, item.chunks) {
        replace.bind(1, number)
        replace.bind(2, try numbers.number(of: chunk.node))
        replace.bind(3, file)
        replace.bind(4, Int64(chunk.start))
        replace.bind(5, Int64(chunk.end - chunk.start))
        try replace.run()
      }
      if let index = item.index { try write(index, item, file) }
    }
    let gone = removed.subtracting(added.map(\.number))
    try remove(gone.sorted())
    try writePostings(patch)
    let result = order.edited(removing: removed, adding: added)
    guard result.runs.count <= NumberOrderTable.mostRuns else { throw PatchRefusal() }
    try NumberOrderTable.write(result, .chunk, connection)
    return result.count
  }

  private func removeTerms(_ file: Int32) throws(StatementError) {
    let delete = try Statement(connection, "DELETE FROM file_terms WHERE file = ?")
    delete.bind(1, file)
    try delete.run()
  }

  private func write(
    _ index: GenerationPatch.Chunks.Index, _ item: GenerationPatch.Chunks, _ file: Int32
  ) throws {
    let dimension = EmbeddingTable.dimension
    if !index.vectors.isEmpty {
      guard index.vectors.count == item.numbers.count * dimension else { throw PatchRefusal() }
      for (place, number) in item.numbers.enumerated() {
        let vector = Array(index.vectors[place * dimension..<(place + 1) * dimension])
        guard try VectorTables.replace(from: Int(number), with: vector, connection) else {
          throw previous.damaged("not one vector for each chunk")
        }
      }
    }
    if item.numbers.isEmpty { return try removeTerms(file) }
    guard let terms = Deflate.compress(index.terms) else {
      throw GraphStoreError.failed(path: path, operation: "write", reason: "out of memory")
    }
    let replace = try Statement(
      connection, "REPLACE INTO file_terms (file, source, size, terms) VALUES (?, ?, ?, ?)")
    replace.bind(1, file)
    replace.bindBlob(2, index.source)
    replace.bind(3, index.terms.count)
    replace.bindBlob(4, terms)
    try replace.run()
  }

  /// Takes out chunks, whose vectors become zero: what is not there is near to nothing.
  private func remove(_ chunks: [Int32]) throws {
    let delete = try Statement(connection, "DELETE FROM chunk WHERE id = ?")
    let hasVectors = try Statement(connection, "SELECT 1 FROM vector LIMIT 1").step()
    for number in chunks {
      delete.bind(1, number)
      try delete.run()
      if hasVectors {
        let zero = [Int8](repeating: 0, count: EmbeddingTable.dimension)
        _ = try VectorTables.replace(from: Int(number), with: zero, connection)
      }
    }
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
    guard let lengths = patch.lengths else { return }
    for (table, bytes) in [("chunk_lengths", lengths.lengths), ("chunk_counts", lengths.perFile)] {
      let update = try Statement(connection, "UPDATE \(table) SET bytes = ?")
      update.bindBlob(1, bytes)
      try update.run()
    }
  }
}
