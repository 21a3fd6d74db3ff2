import CStorage
import GraphModel

/// Takes chunks and the inverted index over them into the generation that is being written.
public struct ChunkSink: ~Copyable {
  private let insertChunk: Statement
  private let insertBlock: Statement
  private let insertTerms: Statement
  private let nodes: Range<NodeIndex>
  private let files: Range<Int32>
  private let path: String
  /// How many chunks were added; the next one has this number.
  public private(set) var count = 0
  /// What ``setLengths(_:)`` was given.
  private(set) var lengths: [UInt8] = []
  /// What ``setChunksPerFile(_:)`` was given.
  private(set) var chunksPerFile: [UInt8] = []
  /// What ``setVectors(_:)`` was given.
  private(set) var vectors: [Int8] = []

  /// Takes statements compiled of ``chunkSQL``, ``blockSQL`` and ``termsSQL``.
  init(
    chunk: consuming Statement, block: consuming Statement, terms: consuming Statement, graph: Graph,
    path: String
  ) {
    insertChunk = chunk
    insertBlock = block
    insertTerms = terms
    nodes = 0..<NodeIndex(graph.nodes.count)
    files = 0..<Int32(graph.files.count)
    self.path = path
  }

  static let chunkSQL = "INSERT INTO chunk (id, node, file, start, length) VALUES (?, ?, ?, ?, ?)"
  static let blockSQL = "INSERT INTO posting (term, piece, count, chunks) VALUES (?, ?, ?, ?)"

  static let termsSQL = "INSERT INTO file_terms (file, source, size, terms) VALUES (?, ?, ?, ?)"

  /// Adds the distinct terms of all chunks of a file.
  public mutating func add(_ terms: StoredTerms, ofFile file: Int32) throws {
    insertTerms.bind(1, file)
    insertTerms.bindBlob(2, terms.source)
    insertTerms.bind(3, terms.size)
    insertTerms.bindBlob(4, terms.compressed)
    do { try insertTerms.run() } catch { throw error.storeError(path, "write") }
  }

  /// Adds a chunk. Chunks are numbered from 0 in the order in which they are added, so that order should be
  /// the same for the same tree.
  public mutating func add(_ chunk: StoredChunk) throws {
    guard nodes.contains(chunk.node), files.contains(chunk.file), chunk.start <= chunk.end else {
      throw GraphStoreError.invalidGraph(reason: "a chunk names a missing node or file")
    }
    insertChunk.bind(1, count)
    insertChunk.bind(2, chunk.node)
    insertChunk.bind(3, chunk.file)
    insertChunk.bind(4, Int64(chunk.start))
    insertChunk.bind(5, Int64(chunk.end - chunk.start))
    do { try insertChunk.run() } catch { throw error.storeError(path, "write") }
    count += 1
  }

  /// Adds a block of a term's postings. Cheapest when terms come in the order of their bytes and pieces
  /// (from 0) in theirs; each pair may come once.
  public mutating func add(term: ArraySlice<UInt8>, piece: Int, _ block: PostingBlock) throws {
    // The buffer is copied before the call returns.
    term.withUnsafeBufferPointer { insertBlock.bindText(1, $0) }
    insertBlock.bind(2, piece)
    insertBlock.bind(3, block.count)
    insertBlock.bindBlob(4, block.bytes)
    do { try insertBlock.run() } catch { throw error.storeError(path, "write") }
  }

  /// Sets the vectors of all chunks, one after the other.
  public mutating func setVectors(_ codes: [Int8]) { vectors = codes }

  /// Sets the encoded lengths of all chunks, which scoring needs.
  public mutating func setLengths(_ bytes: [UInt8]) { lengths = bytes }

  /// Sets how many chunks each file has, encoded: chunks are added file by file.
  public mutating func setChunksPerFile(_ bytes: [UInt8]) { chunksPerFile = bytes }
}

/// The distinct terms of a file's chunks, as they are stored: what must be looked at when the file changes.
public struct StoredTerms: Sendable, Equatable {
  /// A digest of what the chunks were made of: equal for two files only if all that search knows of their chunks is
  /// equal.
  public let source: [UInt8]
  /// Bytes of the terms.
  let size: Int
  let compressed: [UInt8]
}

extension StoredTerms {
  /// Makes it of the terms, one a line; nil if there is not enough memory.
  public init?(_ terms: [UInt8], source: [UInt8]) {
    guard let compressed = Deflate.compress(terms) else { return nil }
    self.init(source: source, size: terms.count, compressed: compressed)
  }
}
