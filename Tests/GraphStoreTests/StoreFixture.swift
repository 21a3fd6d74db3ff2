import Foundation
import GraphModel
import GraphStore

/// A folder that is removed with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "kg-store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The default place of the database of this folder.
  var location: DatabaseLocation { .inRepository(Array(path.utf8)) }

  func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path + "/" + name).map(Array.init)
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func names(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + name).sorted()
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

enum SampleGraph {
  /// A small graph with something of everything.
  static let small: Graph = {
    let path = SourcePath("app/core.py")
    let odd = SourcePath(bytes: Array("app/caf".utf8) + [0xE9, 0x0A] + Array(".py".utf8))
    return Graph(
      files: [
        IndexedFile(path: odd, language: .python, blob: nil, skipReason: .encoding),
        IndexedFile(
          path: path, language: .python, blob: BlobID(hex: String(repeating: "0f", count: 20)), lines: 40,
          parseErrors: 1),
        IndexedFile(path: SourcePath("README"), language: nil, blob: BlobID(hex: "zz")),
      ].sorted { $0.path < $1.path },
      nodes: [
        Node(
          id: ". . . . ./", kind: .repository, name: "shop", qualifiedName: "shop", language: nil),
        Node(
          id: "python . . . app/core/Cart#", kind: .class, name: "Cart", qualifiedName: "app.core.Cart",
          language: .python, path: path, start: Position(line: 3, column: 1),
          end: Position(line: 30, column: 9), namePosition: Position(line: 3, column: 7),
          signature: "class Cart(Base)", doc: "Holds items.\n\n\"Quoted\" and ünïcode.",
          properties: [.init("access", "public"), .init("quote", "a \"b\" \\ \n")]),
        Node(
          id: "python . . . app/core/Cart#add().", kind: .method, name: "add",
          qualifiedName: "app.core.Cart.add", language: .python, path: path,
          start: Position(line: 5, column: 3), end: Position(line: 9, column: 1),
          namePosition: Position(line: 5, column: 7), signature: "def add(self, item)"),
        Node(
          id: "python . . . external:`os.path.join`.", kind: .external, name: "join",
          qualifiedName: "os.path.join", language: .python),
        Node(
          id: "swift . . . App/Pool#read(_:).", kind: .method, name: "read", qualifiedName: "Pool.read(_:)",
          language: .swift, path: path, start: Position(line: 1, column: 1),
          end: Position(line: 2, column: 1), namePosition: Position(line: 1, column: 8)),
      ],
      edges: [
        Edge(kind: .contains, source: 0, target: 1, file: -1, position: Position(line: 0, column: 0)),
        Edge(kind: .contains, source: 1, target: 2, file: 2, position: Position(line: 5, column: 7)),
        Edge(
          kind: .calls, source: 2, target: 2, file: 1, position: Position(line: 6, column: 9),
          resolution: .ambiguous, candidates: 3),
        Edge(
          kind: .calls, source: 2, target: 3, file: 2, position: Position(line: 6, column: 9),
          resolution: .inferred),
        Edge(
          kind: .calls, source: 2, target: 3, file: 2, position: Position(line: 7, column: 9),
          resolution: .compiler),
      ],
      unresolved: [
        UnresolvedReference(
          kind: .calls, name: "frobnicate", source: 2, file: 2, position: Position(line: 8, column: 4),
          reason: "no such member")
      ])
  }()

  /// A large graph with extreme numbers and names, the same for the same seed.
  static func random(seed: UInt64, nodes nodeCount: Int, edges edgeCount: Int) -> Graph {
    var generator = SeededGenerator(state: seed)
    let pieces = ["a", "B", "_", "é", "#", "`", "(x:)", "/", ".", " ", "filter", "Filter", "🙂", "\u{FFFF}"]
    func word() -> String {
      (0..<Int.random(in: 0...5, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
        .joined()
    }
    let files = (0..<20).map { index in
      IndexedFile(
        path: SourcePath("dir/file\(index + 10).py"), language: .python,
        blob: BlobID(hex: String(format: "%040x", index)), lines: Int32(index))
    }
    var nodes: [Node] = []
    for index in 0..<nodeCount {
      let name = word()
      let file = files.randomElement(using: &generator)
      nodes.append(
        Node(
          id: "python . . . " + word() + name + word() + String(index),
          kind: NodeKind.allCases.randomElement(using: &generator)!,
          name: name, qualifiedName: word() + name + word(),
          language: Bool.random(using: &generator) ? .python : nil,
          path: Bool.random(using: &generator) ? file?.path : nil,
          start: Bool.random(using: &generator) ? Position(line: 7, column: Int32(index)) : nil,
          signature: Bool.random(using: &generator) ? word() : nil,
          doc: Bool.random(using: &generator) ? "" : nil,
          properties: Bool.random(using: &generator) ? [.init("k", word())] : []))
    }
    nodes.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let sizes: [ClosedRange<Int32>] = [0...3, 0...300, 0...40_000, 0...Int32.max]
    func number() -> Int32 { Int32.random(in: sizes.randomElement(using: &generator)!, using: &generator) }
    let edges = (0..<edgeCount).map { _ in
      Edge(
        kind: EdgeKind.allCases.randomElement(using: &generator)!,
        source: Int32.random(in: 0..<Int32(nodeCount), using: &generator),
        target: Int32.random(in: 0..<Int32(nodeCount), using: &generator),
        file: Int32.random(in: -1..<20, using: &generator),
        position: Position(line: number(), column: number()),
        resolution: Resolution.allCases.randomElement(using: &generator)!,
        candidates: max(1, number()))
    }
    let unresolved = (0..<edgeCount / 2).map { _ in
      UnresolvedReference(
        kind: EdgeKind.allCases.randomElement(using: &generator)!, name: word(),
        source: Int32.random(in: 0..<Int32(nodeCount), using: &generator),
        file: Int32.random(in: 0..<20, using: &generator),
        position: Position(line: number(), column: number()),
        reason: word())
    }
    return Graph(files: files, nodes: nodes, edges: edges, unresolved: unresolved)
  }
}

/// Writes one generation and gives the lock back.
@discardableResult
func store(
  _ contents: GenerationContents, at location: DatabaseLocation, previous: GraphReader? = nil
) throws -> GraphMeta {
  let lock = try WriterLock(location)
  defer { lock.release() }
  return try GraphStore.replace(lock, with: contents, previous: previous)
}
