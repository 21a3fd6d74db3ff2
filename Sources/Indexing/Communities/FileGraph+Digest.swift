import Communities
import Crypto
import GraphModel

extension FileGraph {
  /// SHA-256 of all of it, in lower-case hexadecimal; with the version of the clustering, so that equal digests mean
  /// equal communities.
  var digest: String {
    var bytes = Bytes()
    bytes.add(CommunityFinder.version)
    bytes.add(files.count)
    for file in files { bytes.add(Int(file)) }
    bytes.add(paths.count)
    for path in paths {
      bytes.add(path.bytes.count)
      bytes.add(path.bytes)
    }
    for node in 0..<graph.nodeCount {
      let neighbors = graph.neighbors(of: node)
      bytes.add(neighbors.count)
      for (neighbor, weight) in zip(neighbors, graph.weights(of: node)) {
        bytes.add(Int(neighbor) << 32 | Int(weight.bitPattern))
      }
    }
    bytes.add(references.count)
    for reference in references {
      bytes.add(Int(reference.source) << 32 | Int(reference.target))
      bytes.add(Int(reference.count))
    }
    return bytes.finish()
  }

  /// Numbers of 8 bytes, hashed in portions.
  private struct Bytes {
    private var hash = SHA256()
    private var buffer: [UInt8] = []
    private static let portion = 1 << 14

    mutating func add(_ number: Int) {
      for shift in stride(from: 0, to: 64, by: 8) {
        buffer.append(UInt8(truncatingIfNeeded: number >> shift))
      }
      if buffer.count >= Self.portion { flush() }
    }

    mutating func add(_ bytes: [UInt8]) { buffer.append(contentsOf: bytes) }

    mutating func finish() -> String {
      flush()
      return hash.finalize().map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
    }

    private mutating func flush() {
      hash.update(data: buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }
}
