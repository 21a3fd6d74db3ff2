import Embedding
import GraphModel
import Testing

@testable import GraphStore

/// Chunks that come and go in one file, before those of another, as a patch changes them.
@Suite struct ChunkPatchTests {
  private static let graph = Graph(
    files: ["a", "b"].map { IndexedFile(path: SourcePath($0), language: nil, blob: nil) },
    nodes: ["a", "b"].map { Node(id: $0, kind: .file, name: $0, qualifiedName: $0, language: nil) })

  @Test(arguments: 0..<4 as Range<UInt64>) func chunksAreThoseOfTheFilesInOrder(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let table = try #require(EmbeddingTable.builtIn)
    let folder = try TemporaryFolder()
    // By file the starts of its chunks, each its own, with as many vectors.
    var starts: [[UInt32]] = [Array(0..<20), Array(100..<117)]
    var next: UInt32 = 200
    func vectors(_ starts: [UInt32]) -> [Int8] {
      starts.flatMap { start in (0..<256).map { Int8(truncatingIfNeeded: Int(start) + $0) } }
    }
    let first = starts
    try store(
      GenerationContents(
        graph: Self.graph, meta: [GraphMeta.vectorsKey: String(table.checksum)],
        chunks: { sink in
          for (file, starts) in first.enumerated() {
            for start in starts {
              try sink.add(
                StoredChunk(node: NodeIndex(file), file: Int32(file), start: start, end: start + 1))
            }
          }
          sink.setVectors(vectors(first.flatMap { $0 }))
        }), at: folder.location)
    for _ in 0..<12 {
      let file = Int.random(in: 0...1, using: &random)
      starts[file].removeAll { _ in Int.random(in: 0..<4, using: &random) == 0 }
      for _ in 0..<Int.random(in: 0...7, using: &random) {
        starts[file].append(next)
        next += 1
      }
      let previous = try GraphReader(folder.location)
      let old = try previous.chunkNumbers(ofFile: Int32(file)).numbers
      let more = try previous.unusedChunkNumbers(max(0, starts[file].count - old.count))
      let chunks = GenerationPatch.Chunks(
        file: Int32(file),
        chunks: starts[file].map {
          StoredChunk(node: NodeIndex(file), file: Int32(file), start: $0, end: $0 + 1)
        },
        numbers: old.prefix(starts[file].count) + more,
        index: GenerationPatch.Chunks.Index(vectors: vectors(starts[file]), terms: [10], source: [1]))
      let paths = Self.graph.files.map(\.path)
      let patch = GenerationPatch(
        files: FileMatching(paths, paths), parts: [], id: { Self.graph.nodes[Int($0)].id }, chunks: [chunks],
        postings: [], lengths: nil,
        communities: nil, facts: [], stamps: [:], meta: [:])
      let lock = try WriterLock(folder.location)
      let meta = try #require(try GraphStore.replace(lock, applying: patch, to: previous))
      lock.release()

      let all = starts.flatMap { $0 }
      #expect(meta.chunks == all.count)
      let reader = try GraphReader(folder.location)
      #expect(try reader.chunks(Array(all.indices)).map(\.start) == all)
      #expect(
        try reader.chunks(Array(all.indices)).map { Int($0.node) }
          == all.indices.map { $0 < starts[0].count ? 0 : 1 })
      #expect(try reader.chunks(ofFile: 1).first == starts[0].count)
      let index = try #require(try reader.vectors(of: table))
      #expect(try index.matrix().codes == vectors(all))
      for place in all.indices.reversed() {
        #expect(
          try GraphReader(folder.location).vectors(of: table)?.vector(ofChunk: place).codes
            == vectors([all[place]]))
      }
      #expect(try reader.signCodes(count: all.count).count == all.count)
    }
  }
}
