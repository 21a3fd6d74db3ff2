import GraphModel
import GraphStore

extension GraphSession {
  /// The whole graph as JSON Lines: `community`, `edge`, `file`, `node`, `unresolved`, each sorted by its own keys, given
  /// to `write` in pieces of whole lines. Byte-identical for identical input.
  public func exportLines(_ write: @escaping ([UInt8]) throws -> Void) throws {
    let files: [IndexedFile]
    var ids: [String] = []
    var nodeFiles: [Int32?] = []
    do {
      files = try reader.files()
      ids.reserveCapacity(meta.nodes)
      try reader.forEachNode {
        ids.append($0.node.id)
        nodeFiles.append($0.file)
      }
    } catch {
      throw QueryError(error)
    }
    var lines = LineBuffer(write)
    try exportCommunities(&lines, ids, nodeFiles, files)
    try exportEdges(&lines, ids, files)
    for file in files { try lines.add { file.write(to: &$0) } }
    try reader.forEachNode { stored in try lines.add { stored.node.writeLine(to: &$0) } }
    try exportUnresolved(&lines, ids, files)
    try lines.flush()
  }

  private func exportCommunities(
    _ lines: inout LineBuffer, _ ids: [String], _ nodeFiles: [Int32?], _ files: [IndexedFile]
  ) throws {
    var nodes = [[Int]](repeating: [], count: files.count)
    for (node, file) in nodeFiles.enumerated() {
      if let file, nodes.indices.contains(Int(file)) { nodes[Int(file)].append(node) }
    }
    for community in try reader.communities().sorted(by: { $0.id.precedesByBytes($1.id) }) {
      // Nodes are numbered in the order of their ids.
      let members = community.files.filter { nodes.indices.contains(Int($0)) }.flatMap { nodes[Int($0)] }
        .sorted()
      try lines.add { json in
        json.field("type", "community")
        json.field("id", community.id)
        json.field("level", community.level)
        json.field("label", community.label)
        json.array("members", members) { $0.string(ids[$1]) }
        json.field("modularityShare", community.modularityShare)
      }
    }
  }

  private func exportEdges(_ lines: inout LineBuffer, _ ids: [String], _ files: [IndexedFile]) throws {
    // The stored order is the exported one, but for the kinds, which stand in the order of their names.
    let edges = Dictionary(grouping: try reader.edges(), by: \.kind)
    for kind in EdgeKind.allCases.sorted(by: { $0.name < $1.name }) {
      for edge in edges[kind] ?? [] {
        try lines.add { json in
          json.field("type", "edge")
          json.field("kind", edge.kind.name)
          json.field("source", ids[Int(edge.source)])
          json.field("target", ids[Int(edge.target)])
          json.site(edge.file, edge.position, files)
          json.field("resolution", edge.resolution.name)
          json.field("candidates", edge.candidates)
        }
      }
    }
  }

  private func exportUnresolved(_ lines: inout LineBuffer, _ ids: [String], _ files: [IndexedFile]) throws {
    let references = Dictionary(grouping: try reader.unresolved(), by: \.kind)
    for kind in EdgeKind.allCases.sorted(by: { $0.name < $1.name }) {
      for reference in references[kind] ?? [] {
        try lines.add { json in
          json.field("type", "unresolved")
          json.field("kind", reference.kind.name)
          json.field("name", reference.name)
          json.field("source", ids[Int(reference.source)])
          json.site(reference.file, reference.position, files)
          json.field("reason", reference.reason)
        }
      }
    }
  }
}

/// Collects lines and passes them on in large pieces.
private struct LineBuffer {
  private static let limit = 1 << 18
  private var json = JSONWriter()
  private let write: ([UInt8]) throws -> Void

  init(_ write: @escaping ([UInt8]) throws -> Void) { self.write = write }

  mutating func add(_ fields: (inout JSONWriter) -> Void) throws {
    json.object(fields)
    json.newline()
    if json.bytes.count >= Self.limit { try flush() }
  }

  mutating func flush() throws {
    guard !json.bytes.isEmpty else { return }
    try write(json.bytes)
    json.removeAll()
  }
}

extension JSONWriter {
  /// The place of a reference: `path`, `line`, `column`; null and zeros for what has none.
  fileprivate mutating func site(_ file: Int32, _ position: Position, _ files: [IndexedFile]) {
    if files.indices.contains(Int(file)) {
      field("path", files[Int(file)].path.display)
    } else {
      null("path")
    }
    field("line", position.line)
    field("column", position.column)
  }

  fileprivate mutating func position(_ name: String, _ position: Position?) {
    field(name + "Line", position?.line)
    field(name + "Column", position?.column)
  }
}

extension IndexedFile {
  fileprivate func write(to json: inout JSONWriter) {
    json.field("type", "file")
    json.field("path", path.display)
    json.field("language", language?.name)
    json.field("blob", blob?.hex)
    json.field("lines", lines)
    json.field("parseErrors", parseErrors)
    json.field("skipReason", skipReason?.rawValue)
  }
}

extension Node {
  fileprivate func writeLine(to json: inout JSONWriter) {
    json.field("type", "node")
    json.field("id", id)
    json.field("kind", kind.name)
    json.field("name", name)
    json.field("qualifiedName", qualifiedName)
    json.field("language", language?.name)
    json.field("path", path?.display)
    json.position("start", start)
    json.position("end", end)
    json.position("name", namePosition)
    json.field("signature", signature)
    json.field("doc", doc)
    json.object("properties") { json in
      for property in properties { json.field(property.key, property.value) }
    }
  }
}
