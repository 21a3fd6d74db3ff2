import Embedding
import TestSupport
import Testing

/// Finding near vectors, exactly and by signs.
@Suite struct NearestTests {
  private static func matrix(_ count: Int) -> VectorMatrix {
    var generator = SeededGenerator(seed: 5)
    return VectorMatrix(codes: (0..<count * 256).map { _ in Int8.random(in: -60...60, using: &generator) })
  }

  @Test func nearestFirstAndEqualOnesByPlace() throws {
    let matrix = Self.matrix(50)
    let doubled = VectorMatrix(codes: matrix.codes + matrix.codes)
    let query = try #require(EmbeddingVector(Array(matrix[20])))
    let cosines = doubled.cosines(query)
    let expected = (0..<100).sorted { cosines[$0] != cosines[$1] ? cosines[$0] > cosines[$1] : $0 < $1 }
    let found = doubled.nearest(query, limit: 9)
    #expect(found.map(\.place) == Array(expected.prefix(9)))
    #expect(found.map(\.cosine) == expected.prefix(9).map { cosines[$0] })
    #expect(found.prefix(2).map(\.place) == [20, 70])
    #expect(doubled.nearest(query, limit: 0).isEmpty)
    #expect(doubled.nearest(query, limit: 1_000).count == 100)
  }

  @Test func cosinesLieBetweenMinusOneAndOne() throws {
    let loud = try #require(EmbeddingVector([Int8](repeating: 127, count: 256)))
    #expect(VectorMatrix(codes: loud.codes + loud.codes.map { -$0 }).cosines(loud) == [1, -1])
    #expect(VectorMatrix(codes: loud.codes).cosines(.zero) == [0])
    #expect(EmbeddingVector([1, 2]) == nil)
  }

  @Test(arguments: [1, 5, 39, 40, 100]) func candidatesAreThoseOfLeastDistance(limit: Int) throws {
    let matrix = Self.matrix(40)
    var signs = SignCodes()
    signs.append(matrix)
    let query = try #require(EmbeddingVector(Array(matrix[11])))
    let distances = (0..<40).map { place in
      zip(matrix[place], query.codes).count { ($0 > 0) != ($1 > 0) }
    }
    let expected = (0..<40).sorted {
      distances[$0] != distances[$1] ? distances[$0] < distances[$1] : $0 < $1
    }.prefix(limit).sorted()
    #expect(signs.candidates(query, limit: limit) == expected)
  }
}
