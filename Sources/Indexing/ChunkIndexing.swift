import Embedding
import GraphModel
import GraphStore
import LanguageSupport
import Linking
import Retrieval

/// Gives the chunks of all files and the inverted index over them to the store: in path order, so that chunk
/// numbers are the same for the same tree.
struct ChunkIndexing {
  let linked: LinkedProgram
  /// For each file of the program its content.
  let contents: [[UInt8]]

  func write(to sink: inout ChunkSink) throws {
    var index = LexicalIndexBuilder(table: .builtIn)
    // Files come in path order, so a file's chunks follow each other.
    var perFile = ChunkLengths()
    for (place, file) in linked.program.files.enumerated() {
      let number = linked.program.fileIndices[place]
      while perFile.count < Int(number) { perFile.append(0) }
      perFile.append(file.facts.chunks.count)
      for chunk in file.facts.chunks {
        let node = linked.node(file: place, definition: chunk.definition)
        let shown = linked.graph.nodes[Int(node)]
        index.add(ChunkDocument(chunk, of: file, node: shown, contents[place]))
        try sink.add(StoredChunk(node: node, file: number, start: chunk.start, end: chunk.end))
      }
      let terms = index.takeTerms()
      if !terms.isEmpty { try sink.add(termsOfFile: number, terms) }
    }
    sink.setLengths(index.encodedLengths)
    sink.setChunksPerFile(perFile.encoded)
    sink.setVectors(index.vectors)
    try index.forEachBlock { term, piece, block in try sink.add(term: term, piece: piece, block) }
  }
}

extension ChunkDocument {
  /// What search knows of a chunk of `file`, whose content is `bytes`; `node` is what it shows.
  init(_ chunk: Chunk, of file: ProgramFile, node: Node, _ bytes: [UInt8]) {
    let end = min(Int(chunk.end), bytes.count)
    let start = min(Int(chunk.start), end)
    let isDefinition = chunk.definition >= 0
    self.init(
      path: file.path, qualifiedName: isDefinition ? node.qualifiedName : "",
      signature: isDefinition ? node.signature ?? "" : "",
      doc: isDefinition ? node.doc ?? "" : file.facts.names.string(file.facts.doc),
      body: bytes[start..<end])
  }
}
