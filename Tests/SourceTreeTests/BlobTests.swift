import GraphModel
import SourceTree
import TestSupport
import Testing

@Suite struct BlobTests {
  @Test(arguments: [ObjectFormat.sha1, .sha256]) func idsEqualGits(format: ObjectFormat) async throws {
    let repository = try GitRepository("--object-format=\(format.rawValue)")
    // Without a tracked file first: the format is the repository's all the same.
    #expect(try await scan(repository.path).objectFormat == format)
    var random = SeededGenerator(seed: 3)
    for (number, size) in [0, 1, 2, 55, 56, 63, 64, 65, 1_000, 65_536, 1_000_000].enumerated() {
      let content = (0..<size).map { _ in
        UInt8.random(in: 1...255, using: &random) | (number % 2 == 0 ? 0 : 0x80)
      }
      try repository.directory.write(content, to: "f\(number).py")
    }
    try repository.commit()
    let tree = try await scan(repository.path) { $0.maximumLineLength = .max }
    let names = tree.paths
    let output = try repository.git(["hash-object", "--no-filters", "--"] + names)
    let expected = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    let known = try tree.known()
    #expect(tree.entries.map { known[$0.path]?.blob?.hex } == expected)
    #expect(names.count == 11)
    #expect(expected.allSatisfy { $0.count == format.digits })
  }
}
