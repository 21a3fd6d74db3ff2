import CStorage
import GraphModel

/// What writing the nodes found out and later tables need.
struct NodeTexts {
  /// Index in ``Graph/files`` of each node's file, or -1.
  var nodeFiles: [Int32]
  /// The id in the `text` table of each unresolved reference's name.
  var unresolvedNames: [Int32]
}

/// Writes the tables `text` and `node`.
struct NodeTable {
  /// Numbers in the interner of the texts of one node; -1 for NULL.
  private struct Row {
    var name: Int32
    var idPrefix: Int32
    var idSuffix: Int32 = -1
    var qualifiedPrefix: Int32
    var qualifiedSuffix: Int32 = -1
    var properties: Int32 = -1
  }

  private var texts = ByteInterner()
  private var propertyTexts: [[Node.Property]: Int32] = [:]

  /// Writes texts and nodes; nodes are numbered as in the graph.
  static func write(_ graph: Graph, _ connection: OpaquePointer) throws -> NodeTexts {
    var table = NodeTable()
    let rows = graph.nodes.map { table.row($0) }
    let names = graph.unresolved.map { table.intern($0.name) }
    let ids = try table.writeTexts(connection)
    let files = try table.writeNodes(graph, rows, ids, connection)
    return NodeTexts(nodeFiles: files, unresolvedNames: names.map { ids[Int($0)] })
  }

  private mutating func intern(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { texts.intern($0) }
  }

  private mutating func row(_ node: Node) -> Row {
    var name = node.name
    var id = node.id
    var qualified = node.qualifiedName
    var row = name.withUTF8 { name in
      let idParts = id.withUTF8 { intern($0, around: name) }
      let qualifiedParts = qualified.withUTF8 { intern($0, around: name) }
      return Row(
        name: texts.intern(name), idPrefix: idParts.prefix, idSuffix: idParts.suffix,
        qualifiedPrefix: qualifiedParts.prefix, qualifiedSuffix: qualifiedParts.suffix)
    }
    if !node.properties.isEmpty {
      if let known = propertyTexts[node.properties] {
        row.properties = known
      } else {
        row.properties = intern(PropertyText.encode(node.properties))
        propertyTexts[node.properties] = row.properties
      }
    }
    return row
  }

  private mutating func intern(
    _ whole: UnsafeBufferPointer<UInt8>, around name: UnsafeBufferPointer<UInt8>
  ) -> (prefix: Int32, suffix: Int32) {
    guard let place = NameSplit(whole, name: name).name else { return (texts.intern(whole), -1) }
    return (
      texts.intern(UnsafeBufferPointer(rebasing: whole[..<place.lowerBound])),
      texts.intern(UnsafeBufferPointer(rebasing: whole[place.upperBound...]))
    )
  }

  /// Writes the texts in their order; returns the id of each.
  private func writeTexts(_ connection: OpaquePointer) throws(StatementError) -> [Int32] {
    let order = texts.sorted(foldingCase: true)
    let insert = try Statement(connection, "INSERT INTO text (id, value) VALUES (?, ?)")
    var ids = [Int32](repeating: 0, count: order.count)
    for (id, index) in order.enumerated() {
      ids[Int(index)] = Int32(id)
      insert.bind(1, id)
      texts.withBytes(index) { insert.bindText(2, $0) }
      try insert.run()
    }
    return ids
  }

  private func writeNodes(
    _ graph: Graph, _ rows: [Row], _ ids: [Int32], _ connection: OpaquePointer
  ) throws -> [Int32] {
    let insert = try Statement(
      connection,
      """
      INSERT INTO node (id, kind, language, name, id_prefix, id_suffix, qualified_prefix, qualified_suffix,
        file, start_line, start_column, end_line, end_column, name_line, name_column, signature, doc,
        properties)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    var fileIndices = FileIndices(graph.files)
    var nodeFiles: [Int32] = []
    nodeFiles.reserveCapacity(graph.nodes.count)
    for (index, node) in graph.nodes.enumerated() {
      let row = rows[index]
      let file = try fileIndices.index(of: node.path, node: node.id)
      nodeFiles.append(file)
      insert.bind(1, index)
      insert.bind(2, Int32(node.kind.rawValue))
      insert.bind(3, node.language.map { Int32($0.rawValue) })
      insert.bind(4, ids[Int(row.name)])
      insert.bind(5, ids[Int(row.idPrefix)])
      insert.bind(6, row.idSuffix < 0 ? nil : ids[Int(row.idSuffix)])
      insert.bind(7, ids[Int(row.qualifiedPrefix)])
      insert.bind(8, row.qualifiedSuffix < 0 ? nil : ids[Int(row.qualifiedSuffix)])
      insert.bind(9, file < 0 ? nil : file)
      insert.bind(10, node.start?.line)
      insert.bind(11, node.start?.column)
      insert.bind(12, node.end?.line)
      insert.bind(13, node.end?.column)
      insert.bind(14, node.namePosition?.line)
      insert.bind(15, node.namePosition?.column)
      insert.bind(16, node.signature)
      insert.bind(17, node.doc)
      insert.bind(18, row.properties < 0 ? nil : ids[Int(row.properties)])
      try insert.run()
    }
    return nodeFiles
  }

  /// Finds files by path; most nodes lie in the same file as the one before.
  private struct FileIndices {
    private let indices: [SourcePath: Int32]
    private var last: (path: SourcePath, index: Int32)?

    init(_ files: [IndexedFile]) {
      indices = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1.path, Int32($0)) })
    }

    mutating func index(of path: SourcePath?, node: String) throws(GraphStoreError) -> Int32 {
      guard let path else { return -1 }
      if let last, last.path == path { return last.index }
      guard let index = indices[path] else {
        throw .invalidGraph(reason: "the file of node \(node) is not in the graph")
      }
      last = (path, index)
      return index
    }
  }
}
