import CStorage
import GRDB
import GraphModel

extension GraphReader {
  /// The blocks of a term's postings, in order; empty if no chunk holds it. They name chunks by numbers of their own,
  /// see ``chunkPlaces()``.
  public func postings(_ term: String) throws -> [PostingBlock] {
    try readDatabase { database in
      let rows = try Statement(
        cachedIn: database, "SELECT count, chunks FROM posting WHERE term = ? ORDER BY piece")
      rows.bind(1, term)
      var blocks: [PostingBlock] = []
      while try rows.step() { blocks.append(PostingBlock(count: rows.int(0), bytes: rows.bytes(1))) }
      return blocks
    }
  }

  /// The blocks of a term's postings by the term's bytes, in order.
  public func postings(term: [UInt8]) throws -> [PostingBlock] {
    try postings(String(decoding: term, as: UTF8.self))
  }

  /// The place of a file's first chunk, or of the first chunk of a later file, and its chunks. O(log chunks): they are ordered by their files.
  public func chunks(ofFile file: Int32) throws -> (first: Int, chunks: [StoredChunk]) {
    let range = try chunkRange(ofFile: file)
    return (range.lowerBound, try chunks(Array(range)))
  }

  /// The place of a file's first chunk, and the numbers by which postings name its chunks.
  public func chunkNumbers(ofFile file: Int32) throws -> (first: Int, numbers: [Int32]) {
    let order = try order(.chunk)
    let range = try chunkRange(ofFile: file)
    return (range.lowerBound, range.map { order.number(at: Int32($0)) })
  }

  /// The chunks that a file of another generation had in this one: the place of the first, or of what new ones come
  /// before, and the numbers by which postings name them.
  public func chunkNumbers(_ files: FileMatching, _ file: Int32) throws -> (first: Int, numbers: [Int32]) {
    let (first, numbers) = try chunkNumbers(ofFile: files.following[Int(file)])
    return (first, files.before[Int(file)] < 0 ? [] : numbers)
  }

  /// So many numbers that postings name no chunk by, ascending.
  public func unusedChunkNumbers(_ count: Int) throws -> [Int32] { try order(.chunk).unused(count) }

  private func chunkRange(ofFile file: Int32) throws -> Range<Int> {
    try read { connection in
      let fileOf = try Statement(connection, "SELECT file FROM chunk WHERE id = ?")
      let order = try order(.chunk)
      let files = try self.order(.file)
      var low = 0
      var high = order.count
      while low < high {
        let middle = (low + high) / 2
        fileOf.reset()
        fileOf.bind(1, order.number(at: Int32(middle)))
        guard try fileOf.step() else { throw damaged("a missing chunk") }
        if files.place(of: fileOf.int32(0)) < file { low = middle + 1 } else { high = middle }
      }
      var end = low
      while end < order.count {
        fileOf.reset()
        fileOf.bind(1, order.number(at: Int32(end)))
        guard try fileOf.step(), files.place(of: fileOf.int32(0)) == file else { break }
        end += 1
      }
      return low..<end
    }
  }

  /// The distinct terms of a file's chunks, as they were given to ``ChunkSink/add(_:ofFile:)``; empty if
  /// there are none.
  public func terms(ofFile file: Int32) throws -> [UInt8] {
    guard let stored = try storedTerms(ofFile: file) else { return [] }
    // The buffer is used inside the closure only.
    guard let terms = stored.compressed.withUnsafeBufferPointer({ Deflate.expand($0, size: stored.size) })
    else { throw damaged("the terms of a file") }
    return terms
  }

  /// The terms of a file's chunks, packed, with the digest of what the chunks were made of; nil if there are none.
  public func storedTerms(ofFile file: Int32) throws -> StoredTerms? {
    try readDatabase { database in
      let rows = try Statement(
        cachedIn: database, "SELECT source, size, terms FROM file_terms WHERE file = ?")
      rows.bind(1, try order(.file).number(at: file))
      guard try rows.step() else { return nil }
      return StoredTerms(source: rows.bytes(0), size: rows.int(1), compressed: rows.bytes(2))
    }
  }

  /// Hands every term with all its blocks to `body`, terms in the order of their bytes. Linear. Blocks name chunks by
  /// numbers of their own, see ``chunkPlaces()``.
  public func forEachPosting(_ body: (_ term: [UInt8], _ blocks: [PostingBlock]) throws -> Void) throws {
    try read { connection in
      let rows = try Statement(
        connection, "SELECT term, count, chunks, piece FROM posting ORDER BY term, piece")
      var term: [UInt8] = []
      var blocks: [PostingBlock] = []
      while try rows.step() {
        if rows.int(3) == 0 {
          if !blocks.isEmpty { try body(term, blocks) }
          term = rows.bytes(0)
          blocks.removeAll(keepingCapacity: true)
        }
        blocks.append(PostingBlock(count: rows.int(1), bytes: rows.bytes(2)))
      }
      if !blocks.isEmpty { try body(term, blocks) }
    }
  }

  /// The encoded lengths of all chunks, as they were given to ``ChunkSink/setLengths(_:)``.
  public func chunkLengths() throws -> [UInt8] {
    try read { connection in
      let rows = try Statement(connection, "SELECT bytes FROM chunk_lengths")
      return try rows.step() ? rows.bytes(0) : []
    }
  }

  /// How many chunks each file has, as it was given to ``ChunkSink/setChunksPerFile(_:)``.
  public func chunksPerFile() throws -> [UInt8] {
    try read { connection in
      let rows = try Statement(connection, "SELECT bytes FROM chunk_counts")
      return try rows.step() ? rows.bytes(0) : []
    }
  }

  /// The chunks at these places, in the order asked for.
  public func chunks(_ numbers: [Int]) throws -> [StoredChunk] {
    try readDatabase { database in
      let rows = try Statement(
        cachedIn: database, "SELECT node, file, start, length FROM chunk WHERE id = ?")
      let order = try order(.chunk)
      let nodes = try self.order(.node)
      let files = try self.order(.file)
      return try numbers.map { number in
        rows.reset()
        rows.bind(1, order.number(at: Int32(clamping: number)))
        guard try rows.step(), let start = UInt32(exactly: rows.int64(2)),
          let length = UInt32(exactly: rows.int64(3)), !start.addingReportingOverflow(length).overflow
        else { throw damaged("chunk \(number)") }
        return StoredChunk(
          node: nodes.place(of: rows.int32(0)), file: files.place(of: rows.int32(1)), start: start,
          end: start + length)
      }
    }
  }
}
