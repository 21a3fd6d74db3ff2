import GraphModel

/// A program drawn in a few words: files, a function of a given name in each, and who calls whom.
struct ProgramSketch {
  private(set) var functions: [(path: String, name: String)] = []
  private(set) var calls: [(String, String)] = []

  /// Adds a file with one function.
  mutating func add(_ path: String, _ name: String) { functions.append((path, name)) }

  /// Lets the function of one file call that of another.
  mutating func call(_ source: String, _ target: String) { calls.append((source, target)) }

  /// The graph, in canonical order.
  var graph: Graph {
    let files = functions.map { SourcePath($0.path) }.sorted()
    var nodes: [Node] = []
    for function in functions {
      let path = SourcePath(function.path)
      nodes.append(
        Node(
          id: SymbolID.file(path), kind: .file, name: path.lastComponent.display,
          qualifiedName: function.path, language: .python, path: path))
      nodes.append(
        Node(
          id: Self.id(function.path), kind: .function, name: function.name, qualifiedName: function.name,
          language: .python, path: path))
    }
    nodes.append(Node(id: "repository", kind: .repository, name: ".", qualifiedName: ".", language: nil))
    nodes.sort { $0.id.precedesByBytes($1.id) }
    func node(_ id: String) -> NodeIndex { NodeIndex(nodes.firstIndex { $0.id == id } ?? 0) }
    func file(_ path: String) -> Int32 { Int32(files.firstIndex(of: SourcePath(path)) ?? 0) }
    var edges: [Edge] = []
    for function in functions {
      let place = SymbolID.file(SourcePath(function.path))
      edges.append(
        Edge(
          kind: .contains, source: node("repository"), target: node(place), file: file(function.path),
          position: Position(line: 0, column: 0)))
      edges.append(
        Edge(
          kind: .contains, source: node(place), target: node(Self.id(function.path)),
          file: file(function.path),
          position: Position(line: 1, column: 5)))
    }
    for (line, call) in calls.enumerated() {
      edges.append(
        Edge(
          kind: .calls, source: node(Self.id(call.0)), target: node(Self.id(call.1)), file: file(call.0),
          position: Position(line: Int32(line + 2), column: 3)))
    }
    edges.sort {
      ($0.kind.rawValue, $0.source, $0.target, $0.position.line)
        < ($1.kind.rawValue, $1.source, $1.target, $1.position.line)
    }
    return Graph(
      files: files.map { IndexedFile(path: $0, language: .python, blob: nil) }, nodes: nodes, edges: edges)
  }

  private static func id(_ path: String) -> String { "x " + path }

  /// Folders of files that call each other, and one call from each folder to the next.
  static func folders(_ names: [String], files: Int, word: (String, Int) -> String) -> ProgramSketch {
    var sketch = ProgramSketch()
    for name in names { for file in 0..<files { sketch.add("\(name)/f\(file).py", word(name, file)) } }
    for (place, name) in names.enumerated() {
      for file in 1..<files {
        sketch.call("\(name)/f\(file).py", "\(name)/f0.py")
        sketch.call("\(name)/f\(file).py", "\(name)/f\(file - 1).py")
      }
      sketch.call("\(name)/f1.py", "\(names[(place + 1) % names.count])/f0.py")
    }
    return sketch
  }
}
