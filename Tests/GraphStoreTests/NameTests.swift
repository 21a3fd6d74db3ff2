import GraphModel
import Testing

@testable import GraphStore

@Suite struct NameTests {
  private static func node(
    _ id: String, _ name: String, _ qualified: String, _ kind: NodeKind = .method,
    _ language: LanguageID = .python,
    path: SourcePath? = nil
  ) -> Node {
    Node(id: id, kind: kind, name: name, qualifiedName: qualified, language: language, path: path)
  }

  private static func reader() throws -> (TemporaryFolder, GraphReader) {
    let path = SourcePath("flask/app.py")
    let nodes = [
      node("a", "Flask", "flask.app.Flask", .class, path: path),
      node("b", "route", "flask.app.Flask.route", path: path),
      node("c", "route", "flask.scaffold.Scaffold.route"),
      node("d", "route", "my_Flask.route"),
      node("e", "read", "DatabasePool.read(_:)", .method, .swift),
      node("f", "read", "DatabasePool.read(_:with:)", .method, .swift),
      node("g", "Route", "Route", .class),
      node("h", "app.py", "flask/app.py", .file),
      node("i", "join", "os.path.join", .external),
      node("j", "..<", "Int...<(_:_:)", .operator, .swift),
      node("k", "router", "router", .function),
    ]
    let folder = try TemporaryFolder()
    let files = [IndexedFile(path: path, language: .python, blob: nil)]
    try store(GenerationContents(graph: Graph(files: files, nodes: nodes)), at: folder.location)
    return (folder, try GraphReader(folder.location))
  }

  @Test(arguments: [
    ("route", ["b", "c", "d"]), ("Flask.route", ["b"]), ("flask.app.Flask.route", ["b"]),
    ("lask.route", []), ("DatabasePool.read", ["e", "f"]), ("DatabasePool.read(_:)", ["e"]),
    ("read(_:)", ["e"]),
    ("read", ["e", "f"]), ("flask/app.py", ["h"]), ("app.py", ["h"]), ("path.join", ["i"]), ("..<", ["j"]),
    ("", []), ("e", ["e"]), (".", []), ("read(", []), (String(repeating: "a.", count: 100_000), []),
  ])
  func matching(name: String, ids: [String]) throws {
    let (folder, reader) = try Self.reader()
    #expect(try reader.nodes(matching: name).map(\.node.id) == ids)
    _ = folder
  }

  @Test func filtersAndCase() throws {
    let (folder, reader) = try Self.reader()
    #expect(try reader.nodes(named: "ROUTE").isEmpty)
    #expect(try reader.nodes(named: "ROUTE", ignoresCase: true).map(\.node.id) == ["b", "c", "d", "g"])
    #expect(
      try reader.nodes(named: "route", ignoresCase: true, filter: NodeFilter(kinds: [.class])).map(\.node.id)
        == ["g"])
    #expect(try reader.nodes(matching: "read", filter: NodeFilter(language: .python)).isEmpty)
    let filter = NodeFilter(path: { $0 == SourcePath("flask/app.py") })
    #expect(try reader.nodes(matching: "route", filter: filter).map(\.node.id) == ["b"])
    _ = folder
  }

  @Test func nearNames() throws {
    let (folder, reader) = try Self.reader()
    #expect(try reader.namesNear("Route", limit: 10) == ["Route", "route", "router"])
    #expect(try reader.namesNear("rotue", limit: 10) == ["Route", "route"])  // a swap is one edit
    #expect(try reader.namesNear("routes", limit: 2) == ["Route", "route"])
    #expect(try reader.namesNear("flsk", limit: 5) == ["Flask"])
    #expect(try reader.namesNear("jion", limit: 5).isEmpty)  // external names are not offered
    #expect(try reader.namesNear("", limit: 5).isEmpty)
    #expect(try reader.namesNear("FLASK", limit: 5) == ["Flask"])  // nothing but case
    #expect(try reader.namesNear("flaskk", limit: 5) == ["Flask"])  // a letter too many, twice the same
    #expect(try reader.namesNear("rou", limit: 5, orPrefix: false).isEmpty)
    _ = folder
  }

  @Test func splitAroundTheName() {
    func split(_ whole: String, _ name: String) -> [String]? {
      var whole = whole
      var name = name
      return whole.withUTF8 { whole in
        name.withUTF8 { name in
          NameSplit(whole, name: name).name.map { range in
            [whole[..<range.lowerBound], whole[range], whole[range.upperBound...]]
              .map { String(decoding: $0, as: UTF8.self) }
          }
        }
      }
    }
    #expect(split("python . . . app/Flask#route().", "route") == ["python . . . app/Flask#", "route", "()."])
    #expect(split("swift . . . P#a(_:a:).", "a") == ["swift . . . P#", "a", "(_:a:)."])
    #expect(split("x", "y") == nil)
    #expect(split("", "") == nil)
    #expect(split("a.a", "a") == ["a.", "a", ""])
    #expect(split("xa", "a") == nil)
  }

  @Test func numberText() {
    for number in [0, 1, 126, 127, 128, 2046, 2047, 2048, 32767] {
      var bytes: [UInt8] = []
      NumberText.append(number, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self).unicodeScalars.map { Int($0.value) - 1 } == [number])
      bytes.withUnsafeBufferPointer { buffer in
        var place = 0
        #expect(NumberText.read(buffer, at: &place) == number && place == buffer.count)
      }
    }
    for damaged in [[0], [0x80], [0xC2], [0xE0, 0x80], [0xF0, 0x90, 0x80, 0x80], [0xC2, 0x41]] as [[UInt8]] {
      damaged.withUnsafeBufferPointer { buffer in
        var place = 0
        #expect(NumberText.read(buffer, at: &place) == nil)
      }
    }
  }
}
