import Embedding
import GraphModel
import Synchronization

/// The vectors of a generation's chunks.
///
/// Whoever asks once reads an eighth of them (the sign codes) and the few that these say are near; from the second
/// question on all are kept in memory and compared exactly.
public final class VectorIndex: Sendable {
  /// From this number on vectors are never kept: they would take 256 MB.
  private static let mostKept = 1_000_000
  /// How many candidates the sign codes give for each result asked for, and at least.
  private static let candidatesPerResult = 8
  private static let fewestCandidates = 256

  private let reader: GraphReader
  private let signs: SignCodes
  private let memory = Mutex(Memory())

  private struct Memory {
    var questions = 0
    var all: VectorMatrix?
  }

  /// How many chunks there are; they are numbered from 0.
  public var count: Int { signs.count }

  init(_ reader: GraphReader, signs: SignCodes) {
    self.reader = reader
    self.signs = signs
  }

  /// The chunks nearest to `query`, nearest first, with their cosines; equal ones by their number. The first
  /// question may miss a near chunk whose signs are unlike the query's.
  ///
  /// - Throws: ``GraphStoreError``.
  public func nearest(_ query: EmbeddingVector, limit: Int) throws -> [(chunk: Int, cosine: Float)] {
    guard limit > 0, !query.isZero else { return [] }
    if let all = try all() { return all.nearest(query, limit: limit).map { ($0.place, $0.cosine) } }
    let chunks = signs.candidates(
      query, limit: max(Self.fewestCandidates, limit * Self.candidatesPerResult))
    let matrix = VectorMatrix(codes: try codes(chunks))
    return matrix.nearest(query, limit: limit).map { (chunks[$0.place], $0.cosine) }
  }

  /// The cosine of `query` with each of these chunks, in the order asked for.
  ///
  /// - Throws: ``GraphStoreError``.
  public func cosines(_ query: EmbeddingVector, chunks: [Int]) throws -> [Float] {
    let ascending = chunks.sorted()
    let cosines = VectorMatrix(codes: try codes(ascending)).cosines(query)
    let byChunk = Dictionary(zip(ascending, cosines)) { first, _ in first }
    return chunks.map { byChunk[$0] ?? 0 }
  }

  /// The vector of a chunk.
  ///
  /// - Throws: ``GraphStoreError``.
  public func vector(ofChunk chunk: Int) throws -> EmbeddingVector {
    EmbeddingVector(try codes([chunk])) ?? .zero
  }

  /// The vectors of all chunks, in order: read once and kept.
  ///
  /// - Throws: ``GraphStoreError``.
  public func matrix() throws -> VectorMatrix {
    if let kept = memory.withLock({ $0.all }) { return kept }
    let read = VectorMatrix(codes: try reader.allVectorCodes(count: count))
    memory.withLock { $0.all = read }
    return read
  }

  /// All vectors if they are in memory or this is not the first question.
  private func all() throws -> VectorMatrix? {
    let isFirst = memory.withLock { memory in
      memory.questions += 1
      return memory.questions == 1 && memory.all == nil
    }
    return isFirst || count > Self.mostKept ? nil : try matrix()
  }

  private func codes(_ ascending: [Int]) throws -> [Int8] {
    if let all = memory.withLock({ $0.all }) {
      return ascending.flatMap { all[$0] }
    }
    return try reader.vectorCodes(ascending)
  }
}

extension GraphReader {
  /// The vectors of the chunks; nil if they are not of this table.
  ///
  /// - Throws: ``GraphStoreError``.
  public func vectors(of table: EmbeddingTable) throws -> VectorIndex? {
    let meta = try meta()
    guard meta.other[GraphMeta.vectorsKey] == String(table.checksum) else { return nil }
    let signs = SignCodes(bytes: try readDatabase { try BlockTable.signs.readAll($0) })
    guard signs.count == meta.chunks else { throw damaged("not one sign code for each chunk") }
    return VectorIndex(self, signs: signs)
  }

  func vectorCodes(_ ascending: [Int]) throws -> [Int8] {
    try readDatabase { database in
      guard let bytes = try BlockTable.vectors.read(ascending, database) else {
        throw damaged("a chunk without vector")
      }
      return bytes.map { Int8(bitPattern: $0) }
    }
  }

  func allVectorCodes(count: Int) throws -> [Int8] {
    try readDatabase { database in
      let bytes = try BlockTable.vectors.readAll(database)
      guard bytes.count == count * BlockTable.vectors.itemLength else {
        throw damaged("not one vector for each chunk")
      }
      return bytes.map { Int8(bitPattern: $0) }
    }
  }
}

extension GraphMeta {
  /// The entry of `other` that names the table that the vectors were made with.
  public static let vectorsKey = "vectors"
}
