import Crypto
import GraphModel

/// SHA-256 over a graph's content, the same that `kg export` shows: equal graphs have equal digests, on any
/// machine and whatever way they were made.
///
/// The bytes hashed are, field by field in order of declaration: numbers as zigzag LEB128, strings as length
/// and bytes, optionals as 0 or 1 and the value; nodes and files that edges name, by their place.
public struct GraphDigest {
  private var hash = SHA256()
  private var buffer: [UInt8] = []
  private static let flushSize = 1 << 16

  /// The digest of `graph`, whose parts are in the order that ``Graph`` promises, in lower-case
  /// hexadecimal. Linear in its size.
  public static func digest(of graph: Graph) -> String {
    var digest = GraphDigest()
    digest.add(graph)
    return digest.finish()
  }

  init() { buffer.reserveCapacity(Self.flushSize + 4096) }

  mutating func add(_ graph: Graph) {
    begin("files", graph.files.count)
    for file in graph.files { add(file) }
    begin("nodes", graph.nodes.count)
    for node in graph.nodes { add(node) }
    begin("edges", graph.edges.count)
    for edge in graph.edges { add(edge) }
    begin("unresolved", graph.unresolved.count)
    for reference in graph.unresolved { add(reference) }
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

  /// The digest in lower-case hexadecimal.
  mutating func finish() -> String {
    hash.update(data: buffer)
    buffer.removeAll(keepingCapacity: true)
    return hash.finalize().map { byte in
      let hex = String(byte, radix: 16)
      return hex.count == 1 ? "0" + hex : hex
    }.joined()
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
