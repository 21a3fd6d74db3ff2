import Embedding
import GraphModel
import Synchronization

/// The vectors of a generation's chunks.
///
/// Of few chunks all vectors are read and compared; of many, an eighth of them (the sign codes) and the vectors that
/// these say are near. What was read is kept; a reader that is asked again reads and keeps all vectors of up to 262 144
/// chunks (64 MB). Answers depend on the vectors alone, not on what was asked before.
public final class VectorIndex: Sendable {
  /// Up to this number all are compared: 8 MB, read in a few milliseconds.
  static let mostCompared = 1 << 15
  /// How many candidates the sign codes give for each result asked for, and at least.
  private static let candidatesPerResult = 8
  private static let fewestCandidates = 512
  /// Vectors of more chunks are not kept.
  private static let mostKept = 1 << 18

  private let reader: GraphReader
  private let memory = Mutex(Memory())

  private struct Memory {
    var signs: SignCodes?
    var all: VectorMatrix?
    /// True once some were read by number.
    var isAskedAgain = false
  }

  /// How many chunks there are; they are numbered from 0.
  public let count: Int

  init(_ reader: GraphReader, count: Int) {
    self.reader = reader
    self.count = count
  }

  /// The chunks nearest to `query`, nearest first, with their cosines; equal ones by their number. Of more than
  /// 32 768 chunks one may be missed whose signs are unlike the query's.
  ///
  /// - Throws: ``GraphStoreError``.
  public func nearest(_ query: EmbeddingVector, limit: Int) throws -> [(chunk: Int, cosine: Float)] {
    guard limit > 0, !query.isZero else { return [] }
    if count <= Self.mostCompared {
      return try matrix().nearest(query, limit: limit).map { ($0.place, $0.cosine) }
    }
    let chunks = try signs().candidates(
      query, limit: max(Self.fewestCandidates, limit * Self.candidatesPerResult))
    return VectorMatrix(codes: try codes(chunks)).nearest(query, limit: limit)
      .map { (chunks[$0.place], $0.cosine) }
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

  /// The vectors of all chunks, in order.
  ///
  /// - Throws: ``GraphStoreError``.
  public func matrix() throws -> VectorMatrix {
    if let kept = memory.withLock({ $0.all }) { return kept }
    let read = VectorMatrix(codes: try reader.vectorCodes(count: count))
    memory.withLock { $0.all = read }
    return read
  }

  private func signs() throws -> SignCodes {
    if let kept = memory.withLock({ $0.signs }) { return kept }
    let read = try reader.signCodes(count: count)
    memory.withLock { $0.signs = read }
    return read
  }

  private func codes(_ ascending: [Int]) throws -> [Int8] {
    if let chunk = ascending.first(where: { $0 < 0 || $0 >= count }) {
      throw reader.damaged("chunk \(chunk) without vector")
    }
    let isKept = memory.withLock { memory in
      defer { memory.isAskedAgain = true }
      return memory.all != nil || (memory.isAskedAgain && count <= Self.mostKept)
    }
    guard isKept else { return try reader.vectorCodes(ascending) }
    let all = try matrix()
    var codes: [Int8] = []
    codes.reserveCapacity(ascending.count * EmbeddingTable.dimension)
    for chunk in ascending { codes.append(contentsOf: all[chunk]) }
    return codes
  }
}

extension GraphReader {
  /// The vectors of the chunks; nil if they are not of this table.
  ///
  /// - Throws: ``GraphStoreError``.
  public func vectors(of table: EmbeddingTable) throws -> VectorIndex? {
    let meta = try meta()
    guard meta.other[GraphMeta.vectorsKey] == String(table.checksum) else { return nil }
    return VectorIndex(self, count: meta.chunks)
  }

  func signCodes(count: Int) throws -> SignCodes {
    let order = try order(.chunk)
    guard let bytes = try readDatabase({ try BlockTable.signs.readAll(order, $0) }),
      bytes.count == count * SignCodes.length
    else { throw damaged("not one sign code for each chunk") }
    return SignCodes(bytes: bytes)
  }

  func vectorCodes(_ ascending: [Int]) throws -> [Int8] {
    let order = try order(.chunk)
    return try readDatabase { database in
      guard let bytes = try BlockTable.vectors.read(ascending, order, database) else {
        throw damaged("a chunk without vector")
      }
      return VectorTables.signed(bytes)
    }
  }

  func vectorCodes(count: Int) throws -> [Int8] {
    let order = try order(.chunk)
    return try readDatabase { database in
      guard let bytes = try BlockTable.vectors.readAll(order, database),
        bytes.count == count * BlockTable.vectors.itemLength
      else { throw damaged("not one vector for each chunk") }
      return VectorTables.signed(bytes)
    }
  }
}

extension GraphMeta {
  /// The entry of `other` that names the table that the vectors were made with.
  public static let vectorsKey = "vectors"
}
