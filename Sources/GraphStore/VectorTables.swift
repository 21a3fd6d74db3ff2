import Embedding

/// Writes vectors and, beside them, the sign codes that make most of them needless to read.
enum VectorTables {
  /// Fills the empty tables.
  static func write(_ vectors: [Int8], _ connection: OpaquePointer) throws(StatementError) {
    try BlockTable.vectors.write(bytes(vectors), connection)
    try BlockTable.signs.write(signs(vectors), connection)
  }

  /// Puts vectors in the place of those from chunk `first` on.
  ///
  /// - Returns: false if there are not so many.
  static func replace(
    from first: Int, with vectors: [Int8], _ connection: OpaquePointer
  ) throws(StatementError) -> Bool {
    guard try BlockTable.vectors.replace(from: first, with: bytes(vectors), connection) else { return false }
    return try BlockTable.signs.replace(from: first, with: signs(vectors), connection)
  }

  /// Bytes as the components they stand for.
  static func signed(_ bytes: [UInt8]) -> [Int8] {
    [Int8](unsafeUninitializedCapacity: bytes.count) { components, initialized in
      // As many bytes as there is room for; both types have one byte and no invalid values.
      UnsafeMutableRawBufferPointer(components).copyBytes(from: bytes)
      initialized = bytes.count
    }
  }

  private static func bytes(_ vectors: [Int8]) -> [UInt8] { vectors.map { UInt8(bitPattern: $0) } }

  private static func signs(_ vectors: [Int8]) -> [UInt8] {
    var codes = SignCodes()
    codes.append(VectorMatrix(codes: vectors))
    return codes.bytes
  }
}
