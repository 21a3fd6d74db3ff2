import GraphModel
import Testing

/// The ids of definitions without the part that all share.
private func ids(_ graph: Graph) -> [String] {
  graph.nodes.filter { $0.path != nil && $0.kind != .file && $0.kind != .module }.map {
    String($0.id.dropFirst("swift . . . ".count))
  }
}

@Suite struct DefinitionIDTests {
  @Test func idsAreMadeOfModuleTypesAndLabels() {
    let graph = link([
      (
        "M/a.swift",
        [.init(.struct, "Pool", holding: [.init(.method, "read", "(_:)"), .init(.property, "size")])]
      )
    ])
    #expect(ids(graph) == ["M/Pool#", "M/Pool#read(_:).", "M/Pool#size."])
  }

  @Test func overloadsAddTheirSignatureAndTheRestAnOrdinal() {
    let graph = link([
      (
        "M/a.swift",
        [
          .init(.function, "f", "(_:)", key: "Int"), .init(.function, "f", "(_:)", key: "String"),
          .init(.function, "f", "(_:)", key: "Int"), .init(.function, "g", "()"),
        ]
      )
    ])
    #expect(ids(graph) == ["M/f(_:Int).", "M/f(_:Int+1).", "M/f(_:String).", "M/g()."])
  }

  @Test func membersOfExtensionsBelongToTheExtendedType() {
    let graph = link([
      ("M/a.swift", [.init(.struct, "Pool", holding: [.init(.method, "read", "()", key: "a")])]),
      ("M/b.swift", [.init(.extension, "Pool", holding: [.init(.method, "read", "()", key: "b")])]),
      ("M/c.swift", [.init(.extension, "Pool.Inner", holding: [.init(.method, "x", "()")])]),
    ])
    #expect(
      ids(graph) == [
        "M/Pool#", "M/Pool#Inner#x().", "M/Pool#read(a).", "M/Pool#read(b).", "M/`extension Pool.Inner`#",
        "M/`extension Pool`#",
      ])
  }

  @Test func anEditElsewhereChangesNoID() {
    let before = link([("M/b.swift", [.init(.struct, "A", holding: [.init(.method, "f", "()")])])])
    let after = link([
      ("M/a.swift", [.init(.struct, "Z")]),
      ("M/b.swift", [.init(.variable, "new"), .init(.struct, "A", holding: [.init(.method, "f", "()")])]),
    ])
    #expect(Set(ids(before)).isSubset(of: ids(after)))
  }

  @Test func idsAreUniqueWhateverIsDeclared() {
    let twins = Declared(.class, "A", holding: [.init(.method, "f", "()"), .init(.method, "f", "()")])
    let graph = link([("M/a.swift", [twins, twins, .init(.method, "f", "(+1)")]), ("M/b.swift", [twins])])
    #expect(Set(graph.nodes.map(\.id)).count == graph.nodes.count)
  }
}

@Suite struct ContainmentTests {
  @Test func everythingIsReachableFromTheRepository() {
    let graph = linkFacts([
      ("M/a.swift", facts([.init(.struct, "A", holding: [.init(.method, "f", "()")])])),
      ("M/broken.swift", nil),
    ])
    var parents = [Int](repeating: 0, count: graph.nodes.count)
    for edge in graph.edges where edge.kind == .contains { parents[Int(edge.target)] += 1 }
    for (index, node) in graph.nodes.enumerated() {
      #expect(parents[index] == (node.kind == .repository ? 0 : 1), "\(node.id)")
    }
  }

  @Test func graphsAreInCanonicalOrder() {
    let graph = link([
      ("N/b.swift", [.init(.struct, "B")]), ("M/a.swift", [.init(.struct, "A"), .init(.enum, "C")]),
    ])
    for (left, right) in zip(graph.nodes, graph.nodes.dropFirst()) {
      #expect(left.id.precedesByBytes(right.id))
    }
    for (left, right) in zip(graph.edges, graph.edges.dropFirst()) {
      #expect(
        (left.kind.rawValue, left.source, left.target) <= (right.kind.rawValue, right.source, right.target))
    }
  }
}
