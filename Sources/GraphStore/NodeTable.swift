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
  /// The texts of one node: their numbers in the interner, or in the table; -1 for NULL.
  struct Row {
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
    var row = Self.row(node) { texts.intern($0) }
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

  /// The row of a node, but for its properties, with what `intern` gives for each of the texts.
  static func row(_ node: Node, _ intern: (UnsafeBufferPointer<UInt8>) throws -> Int32) rethrows -> Row {
    var name = node.name
    var id = node.id
    var qualified = node.qualifiedName
    // The buffers are used inside the closures only.
    return try name.withUTF8 { name in
      let idParts = try id.withUTF8 { try parts(of: $0, around: name, intern) }
      let qualifiedParts = try qualified.withUTF8 { try parts(of: $0, around: name, intern) }
      return Row(
        name: try intern(name), idPrefix: idParts.prefix, idSuffix: idParts.suffix,
        qualifiedPrefix: qualifiedParts.prefix, qualifiedSuffix: qualifiedParts.suffix)
    }
  }

  private static func parts(
    of whole: UnsafeBufferPointer<UInt8>, around name: UnsafeBufferPointer<UInt8>,
    _ intern: (UnsafeBufferPointer<UInt8>) throws -> Int32
  ) rethrows -> (prefix: Int32, suffix: Int32) {
    guard let place = NameSplit(whole, name: name).name else { return (try intern(whole), -1) }
    return (
      try intern(UnsafeBufferPointer(rebasing: whole[..<place.lowerBound])),
      try intern(UnsafeBufferPointer(rebasing: whole[place.upperBound...]))
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
    let insert = try Statement(connection, "INSERT \(Self.rowSQL)")
    var numbers = FileNumbers(graph.files)
    var nodeFiles: [Int32] = []
    nodeFiles.reserveCapacity(graph.nodes.count)
    for (index, node) in graph.nodes.enumerated() {
      let row = rows[index]
      guard let file = numbers.number(of: node.path) else {
        throw GraphStoreError.invalidGraph(reason: "the file of node \(node.id) is not in the graph")
      }
      nodeFiles.append(file)
      func text(_ number: Int32) -> Int32 { number < 0 ? -1 : ids[Int(number)] }
      let texts = Row(
        name: text(row.name), idPrefix: text(row.idPrefix), idSuffix: text(row.idSuffix),
        qualifiedPrefix: text(row.qualifiedPrefix), qualifiedSuffix: text(row.qualifiedSuffix),
        properties: text(row.properties))
      Self.bind(node, Int32(index), texts, file: file, to: insert)
      try insert.run()
    }
    return nodeFiles
  }

  /// What follows `INSERT` or `REPLACE`, for ``bind(_:_:_:file:to:)``.
  static let rowSQL = """
    INTO node (id, kind, language, name, id_prefix, id_suffix, qualified_prefix, qualified_suffix,
      file, start_line, start_column, end_line, end_column, name_line, name_column, signature, doc,
      properties)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// Binds a node's row.
  ///
  /// - Parameters:
  ///   - texts: ids in the `text` table.
  ///   - file: -1 for none.
  static func bind(
    _ node: Node, _ number: Int32, _ texts: Row, file: Int32, to insert: borrowing Statement
  ) {
    func optional(_ id: Int32) -> Int32? { id < 0 ? nil : id }
    insert.bind(1, number)
    insert.bind(2, Int32(node.kind.rawValue))
    insert.bind(3, node.language.map { Int32($0.rawValue) })
    insert.bind(4, texts.name)
    insert.bind(5, texts.idPrefix)
    insert.bind(6, optional(texts.idSuffix))
    insert.bind(7, texts.qualifiedPrefix)
    insert.bind(8, optional(texts.qualifiedSuffix))
    insert.bind(9, optional(file))
    insert.bind(10, node.start?.line)
    insert.bind(11, node.start?.column)
    insert.bind(12, node.end?.line)
    insert.bind(13, node.end?.column)
    insert.bind(14, node.namePosition?.line)
    insert.bind(15, node.namePosition?.column)
    insert.bind(16, node.signature)
    insert.bind(17, node.doc)
    insert.bind(18, optional(texts.properties))
  }
}
