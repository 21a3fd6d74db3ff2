import CompilerIndex
import Foundation
import GraphModel
import LanguageSupport
import TestSupport
import Testing

/// The sources in `Fixtures/Projects/compiler-index` say which edges their compiler's index gives.
@Suite struct CompilerEdgesTests {
  private static let folder = "Fixtures/Projects/compiler-index"

  private static func fixture() throws -> CompiledFixture {
    var files: [String: String] = [:]
    for path in RepositoryFiles.files(below: folder, suffix: ".swift") {
      files[String(path.dropFirst(folder.count + 1))] = try RepositoryFiles.text(path)
    }
    return try CompiledFixture(files)
  }

  @Test func edgesAreWhatTheSourcesSay() throws {
    let fixture = try Self.fixture()
    #expect(fixture.compiled.files.map(\.path) == fixture.paths)
    let graph = fixture.graph()
    let matcher = EdgeMatcher(
      graph,
      kinds: [
        .calls, .instantiates, .references, .reads, .writes, .inherits, .conforms, .overrides, .extends,
        .decorates,
      ])
    for (path, source) in zip(fixture.paths, fixture.sources) {
      let failures = matcher.failures(in: CaretFile(source: source, comment: "//"), path: path)
      #expect(failures.isEmpty, "\(path.display):\n\(failures.joined(separator: "\n"))")
    }
    let taken = graph.edges.filter { EdgeKind.contains != $0.kind }
    // Code that was not compiled is the linker's.
    #expect(taken.filter { $0.resolution != .compiler }.map(\.resolution) == [.exact])
    #expect(taken.allSatisfy { $0.candidates == 1 })
  }

  @Test func theSameStoreGivesTheSameGraph() throws {
    let fixture = try Self.fixture()
    #expect(fixture.graph() == fixture.graph())
    let again = try IndexStoreReader.read(CompiledFixture.request(fixture.directory, fixture.paths))
    #expect(again == fixture.compiled)
  }

  @Test func namesStandWhereTheIndexSays() throws {
    let fixture = try Self.fixture()
    for (file, source) in zip(fixture.compiled.files, fixture.sources) {
      let lines = LineTable(source)
      #expect(SourceAgreement.holds(file, in: fixture.compiled, source: source, lines: lines))
      // A line more at the top, and one letter less: both are other files.
      let moved = [0x0A] + source
      #expect(
        !SourceAgreement.holds(file, in: fixture.compiled, source: moved, lines: LineTable(moved)))
      let cut = Array(source.dropLast(source.count / 2))
      #expect(!SourceAgreement.holds(file, in: fixture.compiled, source: cut, lines: LineTable(cut)))
    }
  }

  @Test func targetsInChangedFilesAreLeftToTheLinker() throws {
    let fixture = try CompiledFixture([
      "A.swift": "func a() { b(); c() }\n", "B.swift": "func b() {}\n", "C.swift": "func c() {}\n",
    ])
    let graph = fixture.graph(current: [SourcePath("A.swift"), SourcePath("C.swift")])
    let calls = graph.edges.filter { $0.resolution == .compiler }
    #expect(calls.map { graph.nodes[Int($0.target)].qualifiedName } == ["c()"])
    #expect(!graph.nodes.contains { $0.kind == .external })
  }
}
