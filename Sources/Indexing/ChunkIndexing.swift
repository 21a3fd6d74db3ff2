import Crypto
import Embedding
import GraphModel
import GraphStore
import LanguageSupport
import Linking
import Retrieval

/// Makes the chunks of all files and the inverted index over them: in path order, so that chunk numbers are the same
/// for the same tree.
///
/// It needs the definitions and no edge, so that it can run while references are resolved. What an earlier generation
/// knows of files whose chunks are the same is taken from there, under new numbers.
struct ChunkIndexing: Sendable {
  let defined: DefinedProgram
  /// An earlier generation with the same versions of everything; nil for none.
  let previous: PreviousGeneration?
  /// The content of the program's file of that number; nil if the file no longer holds what its facts are of. Asked
  /// for files that are not known.
  let content: @Sendable (_ file: Int) -> [UInt8]?

  /// In the place of the digest of chunks whose text is missing: no digest equals it, so nothing is taken over.
  private static let unknownSource: [UInt8] = [0]

  func tables() throws -> ChunkTables {
    var tables = ChunkTables()
    let known = try previous.flatMap { try KnownChunks($0) }
    var index = LexicalIndexBuilder(table: .builtIn)
    // Files come in path order, so a file's chunks follow each other.
    var perFile = ChunkLengths()
    var lengths = ChunkLengths()
    var vectors: [Int8] = []
    var merger = PostingMerger(known)
    for (place, file) in defined.program.files.enumerated() {
      let number = defined.program.fileIndices[place]
      while perFile.count < Int(number) { perFile.append(0) }
      perFile.append(file.facts.chunks.count)
      if file.facts.chunks.isEmpty { continue }
      let shown = file.facts.chunks.map { defined.node(file: place, definition: $0.definition) }
      let source = file.chunkSource(blob: defined.blob(file: place), shown: shown)
      if let known, let found = try known.chunks(of: file.path, source, count: shown.count) {
        for chunk in found.chunks {
          lengths.append(known.length(of: chunk))
          vectors.append(contentsOf: known.vectors[chunk])
        }
        merger.move(found.chunks, to: tables.chunks.count)
        tables.terms.append((number, found.terms))
      } else {
        let bytes = content(place)
        merger.add(tables.chunks.count..<tables.chunks.count + shown.count)
        let first = index.count
        for (chunk, node) in zip(file.facts.chunks, shown) {
          index.add(ChunkDocument(chunk, of: file, node: node, bytes ?? []))
        }
        for chunk in first..<index.count { lengths.append(Int(index.lengths.values[chunk])) }
        let dimension = EmbeddingTable.dimension
        if !index.vectors.isEmpty { vectors += index.vectors[(first * dimension)...] }
        let terms = index.takeTerms()
        if !terms.isEmpty {
          let source = bytes == nil ? Self.unknownSource : source
          guard let terms = StoredTerms(terms, source: source) else {
            throw GraphStoreError.failed(
              path: file.path.display, operation: "compress the terms of", reason: "out of memory")
          }
          tables.terms.append((number, terms))
        }
      }
      tables.chunks += file.facts.chunks.map { (place, $0) }
    }
    tables.lengths = lengths.encoded
    tables.chunksPerFile = perFile.encoded
    tables.vectors = vectors
    try merger.write(&index, to: &tables)
    return tables
  }
}

extension ProgramFile {
  /// A digest of all that search knows of the file's chunks, beside the path.
  ///
  /// - Parameter shown: for each chunk the node that it shows.
  func chunkSource(blob: BlobID?, shown: [Node]) -> [UInt8] {
    var hash = SHA256()
    func add(_ text: String) {
      var text = text
      // The buffer is used inside the closure only.
      text.withUTF8 { bytes in
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
        hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
      }
    }
    add(blob?.hex ?? "")
    add(facts.names.string(facts.doc))
    for (chunk, node) in zip(facts.chunks, shown) {
      add("\(chunk.definition) \(chunk.start) \(chunk.end)")
      if chunk.definition < 0 { continue }
      add(node.qualifiedName)
      add(node.signature ?? "")
      add(node.doc ?? "")
    }
    return Array(hash.finalize().prefix(16))
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
