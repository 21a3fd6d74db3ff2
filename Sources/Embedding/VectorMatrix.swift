import CVectorKernel

/// Vectors one after the other, scanned exactly.
public struct VectorMatrix: Sendable {
  /// The components of all vectors.
  public let codes: [Int8]

  /// Makes a matrix of components; what does not fill a vector at the end is left out.
  public init(codes: [Int8]) { self.codes = codes }

  /// How many vectors there are.
  public var count: Int { codes.count / EmbeddingTable.dimension }

  /// The components of one vector; none if there is no such vector.
  public subscript(place: Int) -> ArraySlice<Int8> {
    guard place >= 0, place < count else { return [] }
    return codes[place * EmbeddingTable.dimension..<(place + 1) * EmbeddingTable.dimension]
  }

  /// The cosine of `query` with each vector, in order. Linear; as fast as memory is read.
  public func cosines(_ query: EmbeddingVector) -> [Float] { products(query).map(EmbeddingVector.cosine) }

  /// The vectors nearest to `query`, nearest first; equal ones by their place. O(n + limit · log limit).
  public func nearest(_ query: EmbeddingVector, limit: Int) -> [(place: Int, cosine: Float)] {
    let products = products(query)
    var best = BestPlaces(limit: limit)
    for (place, product) in products.enumerated() { best.add(place, product) }
    return best.sorted.map { ($0.place, EmbeddingVector.cosine($0.score)) }
  }

  private func products(_ query: EmbeddingVector) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: count) { products, initialized in
      codes.withUnsafeBufferPointer { codes in
        query.codes.withUnsafeBufferPointer { query in
          guard let query = query.baseAddress, let codes = codes.baseAddress,
            let products = products.baseAddress
          else { return }
          // In bounds: `count` whole vectors are there, and room for as many products.
          kg_scan_dot(query, codes, count, products)
        }
      }
      initialized = count
    }
  }

  /// The instructions that scans are made of on this machine: `avx512vnni`, `avx2` or `portable`.
  public static var instructionSet: String { String(cString: kg_vector_kernel_name()) }
}

/// The places of the greatest scores: a binary heap whose root is the worst of them.
struct BestPlaces {
  private var heap: [(place: Int, score: Int32)] = []
  private let limit: Int

  init(limit: Int) { self.limit = max(limit, 0) }

  @inline(__always)
  mutating func add(_ place: Int, _ score: Int32) {
    // Places come in ascending order, so an equal score that comes later is worse.
    if heap.count == limit {
      guard let worst = heap.first, score > worst.score else { return }
      heap[0] = (place, score)
      return sink()
    }
    heap.append((place, score))
    rise()
  }

  /// Best first.
  var sorted: [(place: Int, score: Int32)] { heap.sorted { Self.isWorse($1, $0) } }

  private static func isWorse(
    _ left: (place: Int, score: Int32), _ right: (place: Int, score: Int32)
  ) -> Bool {
    left.score != right.score ? left.score < right.score : left.place > right.place
  }

  private mutating func rise() {
    var child = heap.count - 1
    while child > 0, Self.isWorse(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var worst = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && Self.isWorse(heap[child], heap[worst]) { worst = child }
      guard worst != parent else { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
