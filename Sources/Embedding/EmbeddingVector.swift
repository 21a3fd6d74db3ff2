import CVectorKernel

/// The direction that a text has in the space of an embedding: 256 signed bytes.
///
/// All vectors but that of a text without known words have the same length, ``radius``, up to rounding, so the cosine of
/// two is their dot product over its square.
public struct EmbeddingVector: Sendable, Hashable {
  /// The length of a vector. A component of ±127 is a quarter of it; larger ones are cut.
  public static let radius: Float = 512

  /// The components, ``EmbeddingTable/dimension`` of them.
  public let codes: [Int8]

  /// Makes a vector of components; nil if there are not 256.
  public init?(_ codes: [Int8]) {
    guard codes.count == EmbeddingTable.dimension else { return nil }
    self.codes = codes
  }

  /// The vector of a text without known words; its cosine with all others is 0.
  public static let zero = EmbeddingVector(unchecked: [Int8](repeating: 0, count: EmbeddingTable.dimension))

  init(unchecked codes: [Int8]) { self.codes = codes }

  /// True if the text has no direction.
  public var isZero: Bool { codes.allSatisfy { $0 == 0 } }

  /// The cosine for a dot product of two vectors, from -1 to 1.
  static func cosine(_ product: Int32) -> Float { max(-1, min(1, Float(product) / (radius * radius))) }
}

/// The weighted sum of the vectors of a text's pieces, in the order in which they are added.
public struct VectorSum: Sendable {
  private let table: EmbeddingTable
  private var pieces: [UInt16] = []
  private var factors: [Float] = []

  /// Makes an empty sum over a table.
  public init(_ table: EmbeddingTable) { self.table = table }

  /// Adds `weight` times a piece's vector; nothing if the table has no such piece.
  @inline(__always)
  public mutating func add(_ piece: UInt16, weight: Float) {
    guard Int(piece) < table.count else { return }
    pieces.append(piece)
    factors.append(weight * table.scale(Int(piece)))
  }

  /// Empties the sum.
  public mutating func reset() {
    pieces.removeAll(keepingCapacity: true)
    factors.removeAll(keepingCapacity: true)
  }

  /// Appends the components of the sum's vector to `codes`; zeros if the sum has no direction. O(pieces).
  public func append(to codes: inout [Int8]) {
    let first = codes.count
    codes.append(contentsOf: repeatElement(0, count: EmbeddingTable.dimension))
    codes.withUnsafeMutableBufferPointer { codes in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: EmbeddingTable.dimension) { sum in
        guard let rows = table.rows, let sum = sum.baseAddress, let start = codes.baseAddress else { return }
        // In bounds: `add` takes pieces of the table only, each with a factor; the sum has 256 components, and as
        // many were appended to the codes at `first`.
        kg_sum_rows(rows, pieces, factors, pieces.count, sum)
        _ = kg_quantize(sum, EmbeddingVector.radius, start + first)
      }
    }
  }

  /// How long the sum is before it is brought to the length of all vectors: what it weighs in a longer one. O(pieces).
  public var length: Float {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: EmbeddingTable.dimension) { sum in
      guard let rows = table.rows, let start = sum.baseAddress else { return 0 }
      // In bounds: as in `append`. All of `sum` is written.
      kg_sum_rows(rows, pieces, factors, pieces.count, start)
      return sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
  }

  /// The sum's vector.
  public var vector: EmbeddingVector {
    var codes: [Int8] = []
    append(to: &codes)
    return EmbeddingVector(unchecked: codes)
  }
}
