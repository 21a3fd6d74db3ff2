import Foundation
import TestSupport
import Testing

/// Nothing in a tree may stop a run, hang it, or keep the rest of the tree from being indexed.
/// The time limit is for what hangs: the other tests run beside this one, on as few as two cores.
@Suite struct HostileTreeTests {
  @Test(.timeLimit(.minutes(15))) func everyHostileFileEndsInFactsOrAReason() throws {
    let tree = try TemporaryDirectory()
    try HostileTree.build(in: tree.path)
    let kg = KGProcess(in: tree.url)
    // CPU time, which is several times as much under a sanitizer.
    let limit = Sanitizer.isOn ? ["--parse-limit", "100"] : []
    let result = try kg.run(["index", "--json", "--quiet"] + limit)
    #expect(result.status == 0, "\(result.errors)")

    let rows = try kg("export").objects()
    let files = rows.filter { $0["type"] as? String == "file" }
    var reasons: [String: String] = [:]
    for file in files {
      let path = try #require(file["path"] as? String)
      reasons[path] = file["skipReason"] as? String ?? "parsed"
    }
    for name in ["ordinary.py", "ordinary.swift", "ordinary.md"] {
      #expect(reasons["ordinary/\(name)"] == "parsed", "\(name)")
    }
    #expect(reasons["text/line-20-megabytes.py"] == "tooLarge")
    #expect(reasons["text/sparse-10-gigabytes.py"] == "tooLarge")
    #expect(reasons["text/line.swift"] == "lineTooLong")
    #expect(reasons["special/pipe.py"] == "specialFile")
    #expect(reasons["links/outside.py"] == "symlinkOutsideTree")
    for shape in HostileShape.all {
      let reason = reasons["nesting/\(shape.name).\(shape.fileExtension)"]
      #expect(
        ["parsed", "nestingTooDeep", "lineTooLong", "tooLarge"].contains(reason),
        "\(shape.name): \(reason ?? "lost")")
    }
    #expect(try kg("search", "ordinary").status == 0)
  }

  /// One file at a time, so that a slow one is named. CPU seconds of the whole run: two of the product, which
  /// `KG_BINARY` names; the debug build is several times slower.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["KG_TEST"] == "full"), arguments: HostileShape.all)
  func eachShapeIsQuick(shape: HostileShape) throws {
    let tree = try TemporaryDirectory()
    try RawFiles.write(shape.bytes(100_000), to: tree.bytes("shape.\(shape.fileExtension)"))
    try tree.write("def ordinary(): pass\n", to: "ordinary.py")
    let result = try KGProcess(in: tree.url)("index", "--quiet", "--json")
    #expect(result.status == 0, "\(result.errors)")
    let seconds = try #require(try result.object()["cpuSeconds"] as? [String: Double])
    let limit = ProcessInfo.processInfo.environment["KG_BINARY"] == nil ? 10.0 : 2
    #expect(seconds.values.reduce(0, +) < limit, "\(seconds)")
  }
}
