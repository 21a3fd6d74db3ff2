import CStorage
import GraphModel

/// Takes chunks and their token texts into the generation that is being written.
public struct ChunkSink: ~Copyable {
  private let insertChunk: Statement
  private let insertText: Statement
  private let graph: Graph
  private let path: String
  /// How many chunks were added.
  public private(set) var count = 0

  /// Takes statements compiled of ``chunkSQL`` and ``textSQL``.
  init(chunk: consuming Statement, text: consuming Statement, graph: Graph, path: String) {
    insertChunk = chunk
    insertText = text
    self.graph = graph
    self.path = path
  }

  static let chunkSQL = "INSERT INTO chunk (id, node, file, start, length) VALUES (?, ?, ?, ?, ?)"
  static let textSQL =
    "INSERT INTO fulltext (rowid, path, qualified_name, signature, doc, body) VALUES (?, ?, ?, ?, ?, ?)"

  /// Adds a chunk. The texts are tokens separated by spaces, of nothing but lower-case ASCII letters,
  /// digits and scalars beyond ASCII; the index splits them at spaces and changes nothing.
  ///
  /// Chunks are numbered from 1 in the order in which they are added, so that order should be the same for
  /// the same tree.
  public mutating func add(
    _ chunk: StoredChunk, path: [UInt8], qualifiedName: [UInt8], signature: [UInt8], doc: [UInt8],
    body: [UInt8]
  ) throws {
    guard graph.nodes.indices.contains(Int(chunk.node)), graph.files.indices.contains(Int(chunk.file)),
      chunk.start <= chunk.end
    else { throw GraphStoreError.invalidGraph(reason: "a chunk names a missing node or file") }
    count += 1
    insertChunk.bind(1, count)
    insertChunk.bind(2, chunk.node)
    insertChunk.bind(3, chunk.file)
    insertChunk.bind(4, Int64(chunk.start))
    insertChunk.bind(5, Int64(chunk.end - chunk.start))
    insertText.bind(1, count)
    do {
      try insertChunk.run()
      // Nothing is copied: the five buffers live until the statement has run.
      try path.withUnsafeBufferPointer { path in
        try qualifiedName.withUnsafeBufferPointer { qualifiedName in
          try signature.withUnsafeBufferPointer { signature in
            try doc.withUnsafeBufferPointer { doc in
              try body.withUnsafeBufferPointer { body in
                insertText.bindTextWithoutCopy(2, path)
                insertText.bindTextWithoutCopy(3, qualifiedName)
                insertText.bindTextWithoutCopy(4, signature)
                insertText.bindTextWithoutCopy(5, doc)
                insertText.bindTextWithoutCopy(6, body)
                try insertText.run()
              }
            }
          }
        }
      }
    } catch let error as StatementError {
      throw error.storeError(self.path, "write")
    }
  }
}
