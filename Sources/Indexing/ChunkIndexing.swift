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
    var index = LexicalIndexBuilder()
    // Files come in path order, so a file's chunks follow each other.
    var perFile = ChunkLengths()
    for (place, file) in linked.program.files.enumerated() {
      let number = Int(linked.program.fileIndices[place])
      while perFile.count < number { perFile.append(0) }
      perFile.append(file.facts.chunks.count)
      for chunk in file.facts.chunks {
        let node = linked.node(file: place, definition: chunk.definition)
        index.add(document(chunk, place, node))
        try sink.add(
          StoredChunk(
            node: node, file: linked.program.fileIndices[place], start: chunk.start, end: chunk.end))
      }
    }
    sink.setLengths(index.encodedLengths)
    sink.setChunksPerFile(perFile.encoded)
    try index.forEachBlock { term, piece, block in try sink.add(term: term, piece: piece, block) }
  }

  private func document(_ chunk: Chunk, _ place: Int, _ node: NodeIndex) -> ChunkDocument {
    let file = linked.program.files[place]
    let bytes = contents[place]
    let end = min(Int(chunk.end), bytes.count)
    let start = min(Int(chunk.start), end)
    let shown = linked.graph.nodes[Int(node)]
    let isDefinition = chunk.definition >= 0
    return ChunkDocument(
      path: file.path, qualifiedName: isDefinition ? shown.qualifiedName : "",
      signature: isDefinition ? shown.signature ?? "" : "",
      doc: isDefinition ? shown.doc ?? "" : file.facts.names.string(file.facts.doc),
      body: bytes[start..<end])
  }
}
