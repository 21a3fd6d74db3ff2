import CStorage
import GraphModel
import Testing

@testable import GraphStore

/// The views as other programs see them.
@Suite struct ViewTests {
  private static func query(_ folder: TemporaryFolder, _ sql: String) throws -> [[String]] {
    var connection: OpaquePointer?
    guard sqlite3_open_v2(folder.location.description, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
      let connection
    else { throw GraphStoreError.notFound(path: "test") }
    defer { sqlite3_close(connection) }
    let rows = try Statement(connection, sql)
    var result: [[String]] = []
    while try rows.step() {
      result.append((0..<rows.columnCount).map { rows.isNull($0) ? "NULL" : rows.string($0) })
    }
    return result
  }

  private static func folder(_ graph: Graph) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try store(GenerationContents(graph: graph), at: folder.location)
    return folder
  }

  @Test(arguments: [
    ("files", "path language blob lines parseErrors skipReason"),
    (
      "nodes",
      "id kind name qualifiedName language path startLine startColumn endLine endColumn nameLine nameColumn "
        + "signature doc properties"
    ),
    ("edges", "kind source target path line column resolution candidates"),
    ("unresolved", "kind name source path line column reason"),
  ])
  func columns(view: String, expected: String) throws {
    let folder = try Self.folder(SampleGraph.small)
    let names = try Self.query(folder, "SELECT name FROM pragma_table_info('\(view)')").map { $0[0] }
    #expect(names.joined(separator: " ") == expected)
  }

  @Test func content() throws {
    let folder = try Self.folder(SampleGraph.small)
    #expect(
      try Self.query(folder, "SELECT * FROM files ORDER BY path") == [
        ["README", "NULL", "zz", "0", "0", "NULL"],
        ["app/caf\\xe9\\x0a.py", "python", "NULL", "0", "0", "encoding"],
        ["app/core.py", "python", "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f", "40", "1", "NULL"],
      ])
    #expect(
      try Self.query(
        folder,
        "SELECT kind, source, target, path, line, column, resolution, candidates FROM edges "
          + "ORDER BY kind, target, line") == [
          [
            "calls", "python . . . app/core/Cart#add().", "python . . . app/core/Cart#add().",
            "app/caf\\xe9\\x0a.py", "6", "9", "ambiguous", "3",
          ],
          [
            "calls", "python . . . app/core/Cart#add().", "python . . . external:`os.path.join`.",
            "app/core.py",
            "6", "9", "inferred", "1",
          ],
          [
            "calls", "python . . . app/core/Cart#add().", "python . . . external:`os.path.join`.",
            "app/core.py",
            "7", "9", "compiler", "1",
          ],
          ["contains", ". . . . ./", "python . . . app/core/Cart#", "NULL", "NULL", "NULL", "exact", "1"],
          [
            "contains", "python . . . app/core/Cart#", "python . . . app/core/Cart#add().", "app/core.py",
            "5",
            "7", "exact", "1",
          ],
        ])
    #expect(
      try Self.query(folder, "SELECT * FROM unresolved") == [
        [
          "calls", "frobnicate", "python . . . app/core/Cart#add().", "app/core.py", "8", "4",
          "no such member",
        ]
      ])
    #expect(
      try Self.query(folder, "SELECT json_extract(properties, '$.quote') FROM nodes WHERE name = 'Cart'")
        == [["a \"b\" \\ \n"]])
    #expect(try Self.query(folder, "SELECT properties FROM nodes WHERE name = 'join'") == [["{}"]])
  }

  /// Plain SQL reads the packed lists exactly as the reader does, whatever the numbers.
  @Test func viewsAgreeWithTheReader() throws {
    let graph = try GraphInvariants.normalized(SampleGraph.random(seed: 11, nodes: 200, edges: 2000))
    let folder = try Self.folder(graph)
    let edges = try Self.query(
      folder, "SELECT kind, source, target, line, column, resolution, candidates, path FROM edges")
    let expected = graph.edges.map { edge in
      let hasLine = edge.position.line > 0
      return [
        edge.kind.name, graph.nodes[Int(edge.source)].id, graph.nodes[Int(edge.target)].id,
        hasLine ? String(edge.position.line) : "NULL", hasLine ? String(edge.position.column) : "NULL",
        edge.resolution.name, String(edge.candidates),
        edge.file < 0 ? "NULL" : graph.files[Int(edge.file)].path.display,
      ]
    }
    #expect(Set(edges) == Set(expected) && edges.count == expected.count)
    let unresolved = try Self.query(
      folder, "SELECT kind, name, source, path, line, column, reason FROM unresolved")
    let references = graph.unresolved.map { reference in
      [
        reference.kind.name, reference.name, graph.nodes[Int(reference.source)].id,
        graph.files[Int(reference.file)].path.display, String(reference.position.line),
        String(reference.position.column), reference.reason,
      ]
    }
    #expect(Set(unresolved) == Set(references) && unresolved.count == references.count)
    let nodes = try Self.query(folder, "SELECT id, name, qualifiedName FROM nodes ORDER BY id")
    #expect(nodes == graph.nodes.map { [$0.id, $0.name, $0.qualifiedName] })
  }

  @Test func identification() throws {
    let folder = try Self.folder(SampleGraph.small)
    #expect(try Self.query(folder, "PRAGMA application_id") == [["1801938018"]])
    #expect(try Self.query(folder, "PRAGMA user_version") == [["\(Schema.version)"]])
    #expect(try Self.query(folder, "PRAGMA integrity_check") == [["ok"]])
    #expect(try Self.query(folder, "PRAGMA journal_mode") == [["delete"]])
  }
}
