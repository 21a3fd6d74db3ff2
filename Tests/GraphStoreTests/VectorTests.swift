import CStorage
import Embedding
import GraphModel
import Testing

@testable import GraphStore

/// Vectors of chunks, stored and asked for.
@Suite struct VectorTests {
  private static let graph = Graph(
    files: [IndexedFile(path: SourcePath("a"), language: nil, blob: nil)],
    nodes: [Node(id: "a", kind: .file, name: "a", qualifiedName: "a", language: nil)])

  private static func vectors(_ count: Int) -> [Int8] {
    var generator = SeededGenerator(state: 9)
    return (0..<count * 256).map { _ in Int8.random(in: -64...64, using: &generator) }
  }

  /// A database of so many chunks with these vectors.
  private static func reader(
    _ folder: TemporaryFolder, _ vectors: [Int8], table: EmbeddingTable, chunks: Int? = nil
  ) throws -> GraphReader {
    try store(
      GenerationContents(
        graph: graph, meta: [GraphMeta.vectorsKey: String(table.checksum)],
        chunks: { sink in
          for _ in 0..<(chunks ?? vectors.count / 256) {
            try sink.add(StoredChunk(node: 0, file: 0, start: 0, end: 0))
          }
          sink.setVectors(vectors)
        }), at: folder.location)
    return try GraphReader(folder.location)
  }

  @Test(arguments: [0, 1, 14, 15, 16, 124, 125, 126, 400]) func vectorsComeBack(count: Int) throws {
    let table = try #require(EmbeddingTable.builtIn)
    let folder = try TemporaryFolder()
    let vectors = Self.vectors(count)
    let index = try #require(try Self.reader(folder, vectors, table: table).vectors(of: table))
    #expect(index.count == count)
    #expect(try index.matrix().codes == vectors)
    for chunk in stride(from: 0, to: count, by: 7) {
      #expect(try index.vector(ofChunk: chunk).codes == Array(vectors[chunk * 256..<(chunk + 1) * 256]))
    }
  }

  @Test func cosinesComeInTheOrderAskedFor() throws {
    let table = try #require(EmbeddingTable.builtIn)
    let folder = try TemporaryFolder()
    let vectors = Self.vectors(40)
    let index = try #require(try Self.reader(folder, vectors, table: table).vectors(of: table))
    let query = try #require(EmbeddingVector(Array(vectors[17 * 256..<18 * 256])))
    let all = VectorMatrix(codes: vectors).cosines(query)
    #expect(try index.cosines(query, chunks: [39, 0, 17, 0]) == [all[39], all[0], all[17], all[0]])
    #expect(try index.nearest(query, limit: 3).first?.chunk == 17)
    #expect(try index.nearest(.zero, limit: 3).isEmpty)
    #expect(throws: GraphStoreError.self) { try index.cosines(query, chunks: [40]) }
  }

  @Test func ofManyChunksTheSignsFindTheNearest() throws {
    let table = try #require(EmbeddingTable.builtIn)
    let folder = try TemporaryFolder()
    let count = VectorIndex.mostCompared + 300
    let vectors = Self.vectors(count)
    let index = try #require(try Self.reader(folder, vectors, table: table).vectors(of: table))
    let query = try #require(EmbeddingVector(Array(vectors[(count - 1) * 256..<count * 256])))
    let found = try index.nearest(query, limit: 10)
    let exact = VectorMatrix(codes: vectors).nearest(query, limit: 10)
    #expect(found.map(\.chunk).first == count - 1)
    // Random vectors are all about equally far: nothing is harder for the signs.
    #expect(Set(found.map(\.chunk)).intersection(exact.map(\.place)).count >= 7)
  }

  @Test func vectorsOfAnotherTableAreNotThere() throws {
    let table = try #require(EmbeddingTable.builtIn)
    let folder = try TemporaryFolder()
    try store(
      GenerationContents(graph: Self.graph, meta: [GraphMeta.vectorsKey: "other"]), at: folder.location)
    #expect(try GraphReader(folder.location).vectors(of: table) == nil)
  }

  @Test func asManyVectorsAsChunks() throws {
    let table = try #require(EmbeddingTable.builtIn)
    let folder = try TemporaryFolder()
    #expect(throws: GraphStoreError.self) {
      try Self.reader(folder, Self.vectors(3), table: table, chunks: 4)
    }
  }

  @Test func rowsAreReplacedWhereTheyLie() throws {
    var connection: OpaquePointer?
    #expect(sqlite3_open(":memory:", &connection) == SQLITE_OK)
    let database = try #require(connection)
    defer { sqlite3_close(database) }
    try Statement.execute(database, Schema.tables)
    var vectors = Self.vectors(300)
    try VectorTables.write(vectors, database)
    let fresh = [Int8](Self.vectors(340)[(300 * 256)...])
    vectors.replaceSubrange(110 * 256..<150 * 256, with: fresh)
    #expect(try VectorTables.replace(from: 110, with: fresh, database))
    #expect(try Self.bytes("vector", database) == vectors.map { UInt8(bitPattern: $0) })
    var signs = SignCodes()
    signs.append(VectorMatrix(codes: vectors))
    #expect(try Self.bytes("vector_sign", database) == signs.bytes)
    #expect(try VectorTables.replace(from: 290, with: fresh, database))
    vectors.replaceSubrange(290 * 256..<300 * 256, with: fresh)
    #expect(try Self.bytes("vector", database) == vectors.map { UInt8(bitPattern: $0) })
    #expect(try !VectorTables.replace(from: 331, with: fresh, database))
  }

  private static func bytes(_ table: String, _ connection: OpaquePointer) throws -> [UInt8] {
    let rows = try Statement(connection, "SELECT bytes FROM \(table) ORDER BY id")
    var bytes: [UInt8] = []
    while try rows.step() { bytes += rows.bytes(0) }
    return bytes
  }
}
