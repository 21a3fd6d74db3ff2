import GraphModel
import LanguageSupport
import Testing

/// Parts of a graph that several threads make.
@Suite struct GraphBuilderTests {
  private static func file(_ number: Int, into builder: inout GraphBuilder) -> NodeIndex {
    builder.add(
      Node(id: "file \(number)", kind: .file, name: "f", qualifiedName: "f\(number)", language: .swift))
  }

  /// Both files use something that the tree used before, and something of their own; the second what the first does.
  private static func use(_ names: [String], from file: NodeIndex, into builder: inout GraphBuilder) {
    for name in names {
      let target = builder.external(name, language: .swift)
      builder.add(
        Edge(kind: .calls, source: file, target: target, file: 0, position: Position(line: 1, column: 1)))
    }
    builder.add(
      UnresolvedReference(
        kind: .calls, name: "gone", source: file, file: 0, position: Position(line: 2, column: 1), reason: "x"
      ))
  }

  @Test func forksLeaveWhatOneBuilderWouldHave() {
    var one = GraphBuilder()
    let files = [Self.file(0, into: &one), Self.file(1, into: &one)]
    _ = one.external("before", language: .swift)
    var joined = one
    let parts = [["before", "mine", "ours"], ["ours", "yours", "before"]]
    for (file, names) in zip(files, parts) { Self.use(names, from: file, into: &one) }

    let forks = zip(files, parts).map { file, names in
      var fork = joined.fork()
      Self.use(names, from: file, into: &fork)
      return fork
    }
    for fork in forks { joined.join(fork) }
    #expect(joined.nodes == one.nodes)
    #expect(joined.nodes.count == 6)
    #expect(joined.edges == one.edges)
    #expect(joined.unresolved == one.unresolved)
  }
}
