import Crypto
import GraphModel

/// SHA-256 over a graph's content, the same that `kg export` shows: equal graphs have equal digests, on any
/// machine and whatever way they were made.
///
/// It is the digest of digests: of each file with the nodes, edges and unresolved references that lie in it, and
/// of what lies in none. So what changes in one file asks for that file's alone (Merkle 1987).
///
/// The bytes hashed are, field by field in order of declaration: numbers as zigzag LEB128, strings as length
/// and bytes, optionals as 0 or 1 and the value; the file of an edge is that of its part. Nodes that edges name are said by their id the
/// first time in a digest, from then on by which first time that was: a node that comes or goes elsewhere changes nothing.
public struct GraphDigest {
  /// The entry of the `meta` table for the digest of what lies in no file, in hexadecimal.
  static let restKey = "restDigest"

  private var hash = SHA256()
  private var buffer: [UInt8] = []
  private let named: NamedNodes
  private static let flushSize = 1 << 16

  /// - Parameter named: taken over from a digest that is finished, which spares making one.
  init(_ named: NamedNodes = NamedNodes()) {
    self.named = named
    named.begin()
  }

  /// The digest of `graph`, whose parts are in the order that ``Graph`` promises, in lower-case
  /// hexadecimal. Linear in its size.
  public static func digest(of graph: Graph) -> String {
    var numbers = FileNumbers(graph.files)
    let files = graph.nodes.map { numbers.number(of: $0.path) ?? -1 }
    return Parts(of: GraphParts(graph, nodeFiles: files), threads: 1).digest
  }

  /// The digests that the whole is made of.
  struct Parts {
    /// By the number of the file.
    var files: [[UInt8]]
    /// Of what lies in no file.
    var rest: [UInt8]

    /// The digests of these parts.
    init(of parts: GraphParts, threads: Int) {
      var digests = parts.digests(threads: threads)[...]
      rest = digests.removeFirst()
      files = Array(digests)
    }

    /// Takes digests that were stored.
    init(files: [[UInt8]], rest: [UInt8]) {
      self.files = files
      self.rest = rest
    }

    /// By the number of the file; -1 for what lies in none.
    subscript(part: Int32) -> [UInt8] {
      get { part < 0 ? rest : files.indices.contains(Int(part)) ? files[Int(part)] : [] }
      set { if part < 0 { rest = newValue } else { files[Int(part)] = newValue } }
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

  /// The digest of one part, whose edges and references are in their order.
  ///
  /// - Parameter id: the symbol id of a node that edges name.
  static func digest(of content: GenerationPatch.Part, id: (NodeIndex) -> String) -> [UInt8] {
    var digest = GraphDigest()
    if let file = content.file { digest.add(file) }
    digest.begin("nodes", content.nodes.count)
    for node in content.nodes { digest.add(node) }
    digest.begin("edges", content.edges.count)
    for edge in content.edges { digest.add(edge, id) }
    digest.begin("unresolved", content.unresolved.count)
    for reference in content.unresolved { digest.add(reference, id) }
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

  mutating func add(_ node: Node) {
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

  mutating func add(_ edge: Edge, _ id: (NodeIndex) -> String) {
    add(Int(edge.kind.rawValue))
    add(edge.source, id)
    add(edge.target, id)
    add(Int(edge.position.line))
    add(Int(edge.position.column))
    add(Int(edge.resolution.rawValue))
    add(Int(edge.candidates))
    flushIfNeeded()
  }

  mutating func add(_ reference: UnresolvedReference, _ id: (NodeIndex) -> String) {
    add(Int(reference.kind.rawValue))
    add(reference.name)
    add(reference.source, id)
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

  private mutating func add(_ node: NodeIndex, _ id: (NodeIndex) -> String) {
    let (number, isNew) = named.number(of: node)
    add(number)
    if isNew { add(id(node)) }
  }

  private mutating func add(_ value: Int) {
    LEB128.append(LEB128.zigzag(Int64(value)), to: &buffer)
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

/// Which of the nodes that a digest names was named first, second and so on.
final class NamedNodes {
  /// By node: the digest that named it last, and which it was there.
  private var entries: [(digest: Int32, number: Int32)] = []
  private var digest: Int32 = 0
  private var count: Int32 = 0

  /// Begins a digest.
  func begin() {
    digest += 1
    count = 0
  }

  /// Which the node is, and whether it was not named before.
  func number(of node: NodeIndex) -> (number: Int, isNew: Bool) {
    while entries.count <= Int(node) { entries.append((0, 0)) }
    if entries[Int(node)].digest == digest { return (Int(entries[Int(node)].number), false) }
    entries[Int(node)] = (digest, count)
    count += 1
    return (Int(count) - 1, true)
  }
}
