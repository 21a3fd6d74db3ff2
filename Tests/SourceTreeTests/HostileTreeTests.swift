import Foundation
import TestSupport
import Testing

@Suite struct HostileTreeTests {
  @Test func namesOfShapesAreUnique() {
    #expect(Set(HostileShape.all.map(\.name)).count == HostileShape.all.count)
    let prefixes = ["py": "python-", "swift": "swift-", "md": "markdown-", "html": "html-", "rst": "rst-"]
    for shape in HostileShape.all {
      #expect(shape.name.hasPrefix(prefixes[shape.fileExtension] ?? "?"), "\(shape.name)")
    }
  }

  @Test(arguments: HostileShape.all) func shapesGrowWithTheirCount(shape: HostileShape) {
    let sizes = [1, 10, 100, 1_000].map { shape.bytes($0).count }
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 < $1 }, "\(sizes)")
    #expect(shape.bytes(100_000).count <= 2_400_000)
  }

  @Test func buildsEveryPart() throws {
    let directory = try TemporaryDirectory()
    try HostileTree.build(in: directory.path, depth: 100)
    let manager = FileManager.default
    let shapes = try manager.contentsOfDirectory(atPath: directory.path + "/nesting")
    #expect(shapes.count == HostileShape.all.count)
    #expect(manager.fileExists(atPath: directory.path + "/ordinary/ordinary.swift"))
    let sparse = try manager.attributesOfItem(atPath: directory.path + "/text/sparse-10-gigabytes.py")
    #expect(sparse[.size] as? Int == 10 << 30)
  }
}
