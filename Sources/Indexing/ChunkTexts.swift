import GraphModel
import GraphStore
import LanguageSupport
import Linking
import Retrieval

/// Gives the chunks of all files, with their token texts, to the store: in path order, so that chunk numbers
/// are the same for the same tree.
struct ChunkTexts {
  let linked: LinkedProgram
  /// For each file of the program its content.
  let contents: [[UInt8]]

  func write(to sink: inout ChunkSink) throws {
    var tokenizer = CodeTokenizer()
    var texts = TokenTexts()
    for (index, file) in linked.program.files.enumerated() {
      for chunk in file.facts.chunks {
        let node = linked.node(file: index, definition: chunk.definition)
        texts.fill(from: document(chunk, index, node), with: &tokenizer)
        try sink.add(
          StoredChunk(
            node: node, file: linked.program.fileIndices[index], start: chunk.start, end: chunk.end),
          path: texts.path, qualifiedName: texts.qualifiedName, signature: texts.signature, doc: texts.doc,
          body: texts.body)
      }
    }
  }

  private func document(_ chunk: Chunk, _ index: Int, _ node: NodeIndex) -> ChunkDocument {
    let file = linked.program.files[index]
    let bytes = contents[index]
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
