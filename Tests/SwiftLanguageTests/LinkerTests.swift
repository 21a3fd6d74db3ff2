import GraphModel
import LanguageSupport
import Linking
import SwiftLanguage
import TestSupport
import Testing

/// The linker's promises that no single rule shows.
@Suite struct LinkerTests {
  @Test func externalReceiversNeverGetInternalMembers() {
    let graph = Self.graph([
      "Sources/A/a.swift": """
      import Elsewhere
      struct Own { func finish() {}; func map(_ f: (Int) -> Int) {} }
      func use(_ one: Foreign, _ own: Own) {
        one.finish()
        one.part().finish()
        [1].map { $0 }
        own.finish()
      }
      """
    ])
    let calls = graph.edges.filter { $0.kind == .calls && graph.nodes[Int($0.target)].kind != .external }
    #expect(calls.map { graph.nodes[Int($0.target)].qualifiedName } == ["Own.finish()"])
    #expect(calls.first?.position.line == 7)
  }

  @Test func theSameFilesGiveTheSameEdgesInAnyOrderOfEvaluation() {
    // The second file asks first for what the first one infers.
    let sources = [
      "Sources/A/a.swift": "let first = second.next\nstruct P { var next: P { self }; func go() {} }",
      "Sources/A/b.swift": "let second = third()\nfunc third() -> P { first.go(); return first }",
    ]
    #expect(Self.graph(sources) == Self.graph(sources))
    let renamed = Self.graph([
      "Sources/A/z.swift": sources["Sources/A/a.swift"] ?? "",
      "Sources/A/b.swift": sources["Sources/A/b.swift"] ?? "",
    ])
    #expect(Self.targets(renamed) == Self.targets(Self.graph(sources)))
  }

  @Test func cyclesEnd() {
    let graph = Self.graph([
      "Sources/A/a.swift": """
      class A: B {}
      class B: A {}
      protocol P: Q { associatedtype T: P where T.T == T }
      protocol Q: P {}
      typealias X = Y
      typealias Y = X
      let a = b
      let b = a
      struct S: P { typealias T = S; func f(_ x: X) { x.go(); a.go(); T().f(x) } }
      """
    ])
    #expect(graph.nodes.contains { $0.qualifiedName == "S.f(_:)" })
  }

  @Test(arguments: [
    ("#if os(Linux)\nfunc f() {}\n#else\nfunc f(_ x: Int = 1) {}\n#endif", "f()"),
    ("#if os(Windows)\nfunc f() {}\n#else\nfunc f(_ x: Int = 1) {}\n#endif", "f(_:)"),
    ("#if !canImport(Darwin) && swift(>=5.5)\nfunc f() {}\n#else\nfunc f(_ x: Int = 1) {}\n#endif", "f()"),
    ("#if swift(<5) || (arch(arm64) && DEBUG)\nfunc f() {}\n#else\nfunc f(_ x: Int = 1) {}\n#endif", "f(_:)"),
  ])
  func aBuildsBranchWins(source: String, target: String) {
    let graph = Self.graph(["Sources/A/a.swift": source + "\nfunc use() { f() }"])
    let calls = graph.edges.filter { $0.kind == .calls }
    #expect(calls.map { graph.nodes[Int($0.target)].qualifiedName } == [target])
  }

  @Test func longChainsAndRowsOfOperatorsEnd() {
    let chain = "x" + String(repeating: ".next", count: 20_000)
    let row = Array(repeating: "1", count: 20_000).joined(separator: " + ")
    let graph = Self.graph([
      "Sources/A/a.swift": """
      final class N { var next: N { self } }
      func use(_ x: N) { _ = \(chain); _ = \(row) }
      """
    ])
    #expect(graph.edges.contains { $0.kind == .reads || $0.kind == .calls })
  }

  /// What each thread finds out for itself is the same, whichever files it is given.
  @Test func anyNumberOfThreadsFindsTheSame() throws {
    var sources: [String: String] = [:]
    for file in RepositoryFiles.files(below: "Fixtures", suffix: ".swift") {
      sources["Sources/" + file] = try RepositoryFiles.text(file)
    }
    let alone = Self.graph(sources)
    #expect(alone.edges.count { $0.kind == .calls } > 500)
    for threads in [2, 5] { #expect(Self.graph(sources, threads: threads) == alone) }
  }

  private static func targets(_ graph: Graph) -> [String] {
    graph.edges.filter { $0.kind != .contains }
      .map {
        "\($0.kind) \(graph.nodes[Int($0.source)].qualifiedName) \(graph.nodes[Int($0.target)].qualifiedName)"
      }
      .filter { !$0.contains(".swift") }.sorted()
  }

  private static func graph(_ sources: [String: String], threads: Int = 1) -> Graph {
    var files: [IndexedFile] = []
    var facts: [FileFacts?] = []
    for (path, text) in sources.sorted(by: { $0.key < $1.key }) {
      files.append(IndexedFile(path: SourcePath(path), language: .swift, blob: nil))
      facts.append(Parsing.facts(of: text))
    }
    return ProgramLinker(languages: [SwiftLanguage()], threads: threads)
      .link(files: files, facts: facts).graph
  }
}
