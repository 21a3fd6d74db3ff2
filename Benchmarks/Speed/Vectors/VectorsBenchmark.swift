import ArgumentParser
import Embedding
import Foundation

/// Times scans over vectors: exact, and by signs with an exact look at the best.
@main
struct VectorsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors-benchmark", abstract: "Scans random vectors; one JSON object a size.")

  @Option(help: "How many vectors.") var counts: [Int] = [10_000, 100_000, 1_000_000]
  @Option(help: "Questions a size.") var questions = 101

  func run() throws {
    for count in counts {
      var generator = Numbers(state: 1)
      let codes = [Int8](unsafeUninitializedCapacity: count * 256) { codes, initialized in
        for index in 0..<count * 256 { codes[index] = Int8(truncatingIfNeeded: generator.next() >> 58) }
        initialized = count * 256
      }
      let matrix = VectorMatrix(codes: codes)
      var signs = SignCodes()
      signs.append(matrix)
      let queries = (0..<questions).compactMap { EmbeddingVector(Array(matrix[$0 * 7 % count])) }
      let exact = time(queries) { _ = matrix.nearest($0, limit: 10) }
      let bySigns = time(queries) { query in
        let places = signs.candidates(query, limit: 512)
        _ = VectorMatrix(codes: places.flatMap { matrix[$0] }).nearest(query, limit: 10)
      }
      let floor = time(queries) { _ in sink(codes) }
      let object: [String: Any] = [
        "vectors": count, "instructions": VectorMatrix.instructionSet, "exactMicroseconds": exact,
        "signsMicroseconds": bySigns, "readMicroseconds": floor, "exactOverRead": exact / floor,
      ]
      let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
      FileHandle.standardOutput.write(data + Data("\n".utf8))
    }
  }

  /// The median time of a question in microseconds.
  private func time(_ queries: [EmbeddingVector], _ body: (EmbeddingVector) -> Void) -> Double {
    let clock = ContinuousClock()
    let times = queries.map { query in
      let (seconds, attoseconds) = clock.measure { body(query) }.components
      return Double(seconds) * 1e6 + Double(attoseconds) / 1e12
    }.sorted()
    return times[times.count / 2]
  }

  /// Reads all bytes once, as fast as memory gives them: what no exact scan can go below.
  private func sink(_ codes: [Int8]) {
    codes.withUnsafeBytes { bytes in
      let words = bytes.bindMemory(to: SIMD16<UInt32>.self)
      var sums = (SIMD16<UInt32>.zero, SIMD16<UInt32>.zero, SIMD16<UInt32>.zero, SIMD16<UInt32>.zero)
      for index in stride(from: 0, to: words.count - 3, by: 4) {
        sums.0 ^= words[index]
        sums.1 ^= words[index + 1]
        sums.2 ^= words[index + 2]
        sums.3 ^= words[index + 3]
      }
      if (sums.0 ^ sums.1 ^ sums.2 ^ sums.3).wrappedSum() == 1 {
        FileHandle.standardError.write(Data(".".utf8))
      }
    }
  }

  private struct Numbers {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }
}
