import GraphModel
import GraphStore
import LanguageSupport
import Linking
import Retrieval

/// What search needs of all chunks, before it is known which numbers their nodes have.
struct ChunkTables: Sendable {
  /// By number; `file` is the program's file of that number.
  var chunks: [(file: Int, chunk: Chunk)] = []
  /// By the file's number in the graph.
  var terms: [(file: Int32, terms: StoredTerms)] = []
  /// Terms in the order of their bytes.
  var postings: [(term: [UInt8], blocks: [PostingBlock])] = []
  /// Encoded as the store has them.
  var lengths: [UInt8] = []
  var chunksPerFile: [UInt8] = []
  var vectors: [Int8] = []

  /// Gives all of it to the store.
  func write(to sink: inout ChunkSink, _ linked: LinkedProgram) throws {
    for entry in terms { try sink.add(entry.terms, ofFile: entry.file) }
    for (file, chunk) in chunks {
      try sink.add(
        StoredChunk(
          node: linked.node(file: file, definition: chunk.definition),
          file: linked.program.fileIndices[file], start: chunk.start, end: chunk.end))
    }
    sink.setLengths(lengths)
    sink.setChunksPerFile(chunksPerFile)
    sink.setVectors(vectors)
    for entry in postings {
      for (piece, block) in entry.blocks.enumerated() {
        try sink.add(term: entry.term[...], piece: piece, block)
      }
    }
  }
}
