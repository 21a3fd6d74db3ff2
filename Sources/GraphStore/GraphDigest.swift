import Crypto
import GraphModel

/// SHA-256 over a graph's content, the same that `kg export` shows: equal graphs have equal digests, on any
/// machine and whatever way they were made.
///
/// It is the digest of digests: of each file with the nodes, edges and unresolved references that lie in it, and
/// of what lies in none. So what changes in one file asks for that file's alone (Merkle 1987).
///
/// The bytes hashed are, field by field in order of declaration: numbers as zigzag LEB128, strings as length
/// and bytes, optionals as 0 or 1 and the value; nodes and files that edges name, by their place.
public struct GraphDigest {
  /// The entry of the `meta` table for the digest of what lies in no file, in hexadecimal.
  static let restKey = "restDigest"

  private var hash = SHA256()
  private var buffer: [UInt8] = []
  private static let flushSize = 1 << 16

  /// The digest of `graph`, whose parts are in the order that ``Graph`` promises, in lower-case
  /// hexadecimal. Linear in its size.
  public static func digest(of graph: Graph) -> String {
    var numbers: [SourcePath: Int32] = [:]
    for (index, file) in graph.files.enumerated() { numbers[file.path] = Int32(index) }
    return Parts(of: graph, nodeFiles: graph.nodes.map { $0.path.flatMap { numbers[$0] } ?? -1 }).digest
  }

  /// The digests that the whole is made of.
  struct Parts {
    /// By the number of the file.
    var files: [[UInt8]]
    /// Of what lies in no file.
    var rest: [UInt8]

    /// - Parameter nodeFiles: for each node the number of its file, or -1.
    init(of graph: Graph, nodeFiles: [Int32]) {
      let count = graph.files.count
      let nodes = Groups(graph.nodes.count, count: count + 1) { Int(nodeFiles[$0]) + 1 }
      let edges = Groups(graph.edges.count, count: count + 1) { Int(graph.edges[$0].file) + 1 }
      let unresolved = Groups(graph.unresolved.count, count: count + 1) { Int(graph.unresolved[$0].file) + 1 }
      func part(_ group: Int) -> [UInt8] {
        var digest = GraphDigest()
        if group > 0 { digest.add(graph.files[group - 1]) }
        digest.begin("nodes", nodes[group].count)
        for node in nodes[group] { digest.add(graph.nodes[Int(node)], number: node) }
        digest.begin("edges", edges[group].count)
        for edge in edges[group] { digest.add(graph.edges[Int(edge)]) }
        digest.begin("unresolved", unresolved[group].count)
        for reference in unresolved[group] { digest.add(graph.unresolved[Int(reference)]) }
        return digest.finish()
      }
      files = (0..<count).map { part($0 + 1) }
      rest = part(0)
    }

    /// Takes digests that were stored.
    init(files: [[UInt8]], rest: [UInt8]) {
      self.files = files
      self.rest = rest
    }

    /// The digest of all, in lower-case hexadecimal.
    var digest: String {
      var digest = GraphDigest()
      digest.begin("files", files.count)
      for file in files { digest.add(file) }
      digest.add(rest)
      return GraphDigest.hex(digest.finish())
    }
  }

  /// The digest of one file's part.
  static func digest(of content: FileContent) -> [UInt8] {
    var digest = GraphDigest()
    digest.add(content.file)
    digest.begin("nodes", content.nodes.count)
    for node in content.nodes { digest.add(node.node, number: node.index) }
    digest.begin("edges", content.edges.count)
    for edge in content.edges { digest.add(edge) }
    digest.begin("unresolved", content.unresolved.count)
    for reference in content.unresolved { digest.add(reference) }
    return digest.finish()
  }

  mutating func begin(_ section: String, _ count: Int) {
    add(section)
    add(count)
  }

  mutating func add(_ file: IndexedFile) {
    add(file.path.bytes)
    add(Int(file.language?.rawValue ?? 0))
    add(optional: file.blob?.hex)
    add(Int(file.lines))
    add(Int(file.parseErrors))
    add(optional: file.skipReason?.rawValue)
    flushIfNeeded()
  }

  mutating func add(_ node: Node, number: NodeIndex) {
    add(Int(number))
    add(node.id)
    add(Int(node.kind.rawValue))
    add(node.name)
    add(node.qualifiedName)
    add(Int(node.language?.rawValue ?? 0))
    if let path = node.path {
      add(1)
      add(path.bytes)
    } else {
      add(0)
    }
    add(optional: node.start)
    add(optional: node.end)
    add(optional: node.namePosition)
    add(optional: node.signature)
    add(optional: node.doc)
    add(node.properties.count)
    for property in node.properties {
      add(property.key)
      add(property.value)
    }
    flushIfNeeded()
  }

  mutating func add(_ edge: Edge) {
    add(Int(edge.kind.rawValue))
    add(Int(edge.source))
    add(Int(edge.target))
    add(Int(edge.file))
    add(Int(edge.position.line))
    add(Int(edge.position.column))
    add(Int(edge.resolution.rawValue))
    add(Int(edge.candidates))
    flushIfNeeded()
  }

  mutating func add(_ reference: UnresolvedReference) {
    add(Int(reference.kind.rawValue))
    add(reference.name)
    add(Int(reference.source))
    add(Int(reference.file))
    add(Int(reference.position.line))
    add(Int(reference.position.column))
    add(reference.reason)
    flushIfNeeded()
  }

  mutating func finish() -> [UInt8] {
    hash.update(data: buffer)
    buffer.removeAll(keepingCapacity: true)
    return Array(hash.finalize())
  }

  /// Bytes in lower-case hexadecimal.
  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private mutating func add(_ value: Int) {
    var rest = UInt64(bitPattern: Int64((value << 1) ^ (value >> 63)))
    while rest >= 0x80 {
      buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    buffer.append(UInt8(rest))
  }

  private mutating func add(_ bytes: [UInt8]) {
    add(bytes.count)
    buffer.append(contentsOf: bytes)
  }

  private mutating func add(_ text: String) {
    add(text.utf8.count)
    buffer.append(contentsOf: text.utf8)
  }

  private mutating func add(optional text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  private mutating func add(optional position: Position?) {
    add(position == nil ? 0 : 1)
    if let position {
      add(Int(position.line))
      add(Int(position.column))
    }
  }

  private mutating func flushIfNeeded() {
    guard buffer.count >= Self.flushSize else { return }
    hash.update(data: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
