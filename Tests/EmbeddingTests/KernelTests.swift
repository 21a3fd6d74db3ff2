import CVectorKernel
import Embedding
import TestSupport
import Testing

/// The kernel against loops that say what it means.
@Suite struct KernelTests {
  private static func vectors(_ count: Int, seed: UInt64) -> [Int8] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count * 256).map { _ in Int8.random(in: -127...127, using: &generator) }
  }

  @Test(arguments: [0, 1, 2, 7, 64]) func productsAreExact(count: Int) throws {
    let vectors = Self.vectors(count, seed: 1)
    let query = Self.vectors(1, seed: 2)
    var products = [Int32](repeating: -1, count: count)
    kg_scan_dot(query, vectors, count, &products)
    for place in 0..<count {
      let expected = (0..<256).reduce(Int32(0)) { $0 + Int32(query[$1]) * Int32(vectors[place * 256 + $1]) }
      #expect(products[place] == expected)
    }
  }

  @Test func theLargestProductsFit() {
    for (left, right) in [(-128, -128), (-128, 127), (127, 127)] as [(Int8, Int8)] {
      var product: Int32 = 0
      kg_scan_dot([Int8](repeating: left, count: 256), [Int8](repeating: right, count: 256), 1, &product)
      #expect(product == 256 * Int32(left) * Int32(right))
    }
  }

  @Test func distancesCountDifferentBits() {
    var generator = SeededGenerator(seed: 3)
    let codes = (0..<32 * 9).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var distances = [UInt16](repeating: 0, count: 9)
    kg_scan_hamming(Array(codes[0..<32]), codes, 9, &distances)
    for place in 0..<9 {
      let expected = (0..<32).reduce(0) { $0 + (codes[$1] ^ codes[place * 32 + $1]).nonzeroBitCount }
      #expect(distances[place] == UInt16(expected))
    }
  }

  @Test func sumsAreRoundedStepByStep() {
    let rows = Self.vectors(20, seed: 4)
    let indices: [UInt16] = [3, 19, 0, 3, 7, 11, 2, 5, 13, 17, 1, 6]
    let factors = indices.map { 0.1237 / (Float($0) + 0.7) }
    var sum = [Float](repeating: .nan, count: 256)
    kg_sum_rows(rows, indices, factors, indices.count, &sum)
    for d in 0..<256 {
      let expected = zip(indices, factors).reduce(Float(0)) { $0 + $1.1 * Float(rows[Int($1.0) * 256 + d]) }
      #expect(sum[d] == expected)
    }
    kg_sum_rows(rows, indices, factors, 0, &sum)
    #expect(sum.allSatisfy { $0 == 0 })
  }

  @Test func codesHaveTheirLength() {
    let sum = (0..<256).map { Float($0 % 17) - 8 }
    var codes = [Int8](repeating: 0, count: 256)
    #expect(kg_quantize(sum, 512, &codes))
    let length = codes.reduce(Float(0)) { $0 + Float($1) * Float($1) }.squareRoot()
    #expect(abs(length - 512) < 3)
    for d in 0..<256 { #expect(codes[d].signum() == Int8(sum[d] == 0 ? 0 : sum[d] > 0 ? 1 : -1)) }
  }

  @Test(arguments: [0, Float.nan, .infinity, 1e30]) func whatHasNoDirectionIsZero(value: Float) {
    var codes = [Int8](repeating: 5, count: 256)
    #expect(!kg_quantize([Float](repeating: value, count: 256), 512, &codes))
    #expect(codes.allSatisfy { $0 == 0 })
  }

  @Test func theMachineIsUsed() throws {
    #if arch(x86_64)
      // Every x86-64 server since 2013 has AVX2; a build that misses it would be five times slower.
      #expect(["avx2", "avx512vnni"].contains(VectorMatrix.instructionSet))
    #else
      #expect(VectorMatrix.instructionSet == "portable")
    #endif
  }
}
