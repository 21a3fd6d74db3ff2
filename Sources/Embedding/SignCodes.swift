import CVectorKernel

/// One bit for each component of many vectors: an eighth of their size, and enough to find the few that are worth
/// an exact look (Charikar 2002, "Similarity Estimation Techniques from Rounding Algorithms", section 3).
public struct SignCodes: Sendable {
  /// Bytes of one code.
  public static let length = EmbeddingTable.dimension / 8

  /// The codes of all vectors, one after the other.
  public private(set) var bytes: [UInt8]

  /// Makes codes of their bytes; what does not fill a code at the end is left out.
  public init(bytes: [UInt8] = []) { self.bytes = bytes }

  /// How many vectors there are.
  public var count: Int { bytes.count / Self.length }

  /// Adds the codes of vectors that lie one after the other.
  public mutating func append(_ matrix: VectorMatrix) {
    let first = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: matrix.count * Self.length))
    matrix.codes.withUnsafeBufferPointer { codes in
      bytes.withUnsafeMutableBufferPointer { bytes in
        guard let codes = codes.baseAddress, let bytes = bytes.baseAddress else { return }
        // In bounds: `matrix.count` vectors are there, and as many codes were appended at `first`.
        for place in 0..<matrix.count {
          kg_sign_code(codes + place * EmbeddingTable.dimension, bytes + first + place * Self.length)
        }
      }
    }
  }

  /// The places of the `limit` vectors whose signs agree best with the query's, in ascending order; of those that
  /// agree equally well, the first. Linear.
  public func candidates(_ query: EmbeddingVector, limit: Int) -> [Int] {
    guard limit > 0 else { return [] }
    guard limit < count else { return Array(0..<count) }
    let distances = distances(query)
    // How many vectors there are at each distance tells the distance up to which all are taken.
    var histogram = [Int](repeating: 0, count: EmbeddingTable.dimension + 1)
    for distance in distances { histogram[Int(distance)] += 1 }
    var last = 0
    var nearer = 0
    while nearer + histogram[last] < limit {
      nearer += histogram[last]
      last += 1
    }
    var free = limit - nearer
    var places: [Int] = []
    places.reserveCapacity(limit)
    for (place, distance) in distances.enumerated() where Int(distance) <= last {
      if Int(distance) == last {
        guard free > 0 else { continue }
        free -= 1
      }
      places.append(place)
    }
    return places
  }

  private func distances(_ query: EmbeddingVector) -> [UInt16] {
    var wanted = SignCodes()
    wanted.append(VectorMatrix(codes: query.codes))
    return [UInt16](unsafeUninitializedCapacity: count) { distances, initialized in
      bytes.withUnsafeBufferPointer { codes in
        wanted.bytes.withUnsafeBufferPointer { query in
          guard let query = query.baseAddress, let codes = codes.baseAddress,
            let distances = distances.baseAddress
          else { return }
          // In bounds: `count` whole codes are there, and room for as many distances.
          kg_scan_hamming(query, codes, count, distances)
        }
      }
      initialized = count
    }
  }
}
