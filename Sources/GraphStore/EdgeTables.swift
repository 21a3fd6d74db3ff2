import CStorage
import GraphModel

/// Kind and resolution of an edge in one small number: kind + 32 × resolution, exact being 0.
enum EdgeCode {
  private static let resolutions: [Resolution] = [.exact, .compiler, .inferred, .ambiguous]

  /// The number of a resolution in the tables.
  static func number(_ resolution: Resolution) -> Int { resolutions.firstIndex(of: resolution) ?? 0 }

  static func encode(_ kind: EdgeKind, _ resolution: Resolution) -> Int {
    Int(kind.rawValue) + 32 * number(resolution)
  }

  static func decode(_ code: Int) -> (kind: EdgeKind, resolution: Resolution)? {
    guard code >= 0, code >> 5 < resolutions.count, let kind = EdgeKind(rawValue: UInt8(code & 31)) else {
      return nil
    }
    return (kind, resolutions[code >> 5])
  }
}

/// Indices of items grouped by a number in `0..<count`, each group in the items' order. Counting sort.
struct Groups {
  private var starts: [Int]
  private var items: [Int32]

  init(_ itemCount: Int, count: Int, key: (Int) -> Int) {
    starts = [Int](repeating: 0, count: count + 1)
    for item in 0..<itemCount { starts[key(item) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    items = [Int32](repeating: 0, count: itemCount)
    var next = starts
    for item in 0..<itemCount {
      let group = key(item)
      items[next[group]] = Int32(item)
      next[group] += 1
    }
  }

  /// The items of a group.
  subscript(group: Int) -> ArraySlice<Int32> { items[starts[group]..<starts[group + 1]] }
}

/// Writes the tables `edge_list` and `backlink`.
enum EdgeTables {
  static func write(_ graph: Graph, nodeFiles: [Int32], _ connection: OpaquePointer) throws(StatementError) {
    try writeLists(graph, nodeFiles, connection)
    try writeBacklinks(graph, connection)
  }

  private static func writeLists(
    _ graph: Graph, _ nodeFiles: [Int32], _ connection: OpaquePointer
  ) throws(StatementError) {
    let insert = try Statement(
      connection,
      """
      INSERT INTO edge_list (source, piece, file, candidates, target_high, column_high, line, count, list)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let bySource = Groups(graph.edges.count, count: graph.nodes.count) { Int(graph.edges[$0].source) }
    var entries: [(common: ListCommon, entry: ListEntry)] = []
    for source in graph.nodes.indices where !bySource[source].isEmpty {
      entries.removeAll(keepingCapacity: true)
      for index in bySource[source] {
        let edge = graph.edges[Int(index)]
        entries.append(
          (
            ListCommon(
              file: edge.file == nodeFiles[source] ? nil : edge.file, extra: Int(edge.candidates),
              otherHigh: Int(edge.target) / NumberText.limit,
              columnHigh: Int(edge.position.column) / NumberText.limit,
              lineHigh: Int(edge.position.line) / NumberText.limit),
            ListEntry(
              code: EdgeCode.encode(edge.kind, edge.resolution), other: Int(edge.target),
              line: Int(edge.position.line), column: Int(edge.position.column))
          ))
      }
      var piece = 0
      try ReferenceList.rows(entries) { (row) throws(StatementError) in
        insert.bind(1, source)
        insert.bind(2, piece)
        insert.bind(3, row.common.file)
        insert.bind(4, row.common.extra)
        insert.bind(5, row.common.otherHigh)
        insert.bind(6, row.common.columnHigh)
        insert.bind(7, row.line)
        insert.bind(8, row.count)
        insert.bindText(9, row.text)
        try insert.run()
        piece += 1
      }
    }
  }

  private static func writeBacklinks(_ graph: Graph, _ connection: OpaquePointer) throws(StatementError) {
    let insert = try Statement(connection, "INSERT INTO backlink (target, sources) VALUES (?, ?)")
    let byTarget = Groups(graph.edges.count, count: graph.nodes.count) { Int(graph.edges[$0].target) }
    for target in graph.nodes.indices where !byTarget[target].isEmpty {
      // Edges are sorted by kind and source, and groups keep that order.
      let sources = byTarget[target].map { (graph.edges[Int($0)].kind, graph.edges[Int($0)].source) }
      insert.bind(1, target)
      insert.bindBlob(2, Backlinks.encode(sources))
      try insert.run()
    }
  }
}

/// The sources of the edges that end at one node: for each kind, ascending, the kind, the number of edges
/// and the sources, ascending, each as the difference from the one before (0 for a second edge from the same
/// source). All numbers are LEB128.
enum Backlinks {
  /// `sources` are sorted by kind, then by source.
  static func encode(_ sources: [(kind: EdgeKind, source: NodeIndex)]) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < sources.count {
      let kind = sources[index].kind
      let end = sources[index...].firstIndex { $0.kind != kind } ?? sources.count
      append(UInt64(kind.rawValue), to: &bytes)
      append(UInt64(end - index), to: &bytes)
      var last: NodeIndex = 0
      for entry in sources[index..<end] {
        append(UInt64(entry.source - last), to: &bytes)
        last = entry.source
      }
      index = end
    }
    return bytes
  }

  /// The sources of each kind, repeated ones included; nil if the bytes are damaged.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [(kind: EdgeKind, sources: [NodeIndex])]? {
    var place = 0
    var result: [(kind: EdgeKind, sources: [NodeIndex])] = []
    while place < bytes.count {
      guard let raw = read(bytes, &place), raw < 256, let kind = EdgeKind(rawValue: UInt8(raw)),
        let count = read(bytes, &place), count <= UInt64(bytes.count)
      else { return nil }
      var sources: [NodeIndex] = []
      sources.reserveCapacity(Int(count))
      var last: UInt64 = 0
      for _ in 0..<count {
        guard let difference = read(bytes, &place) else { return nil }
        last &+= difference
        guard let source = NodeIndex(exactly: last) else { return nil }
        sources.append(source)
      }
      result.append((kind, sources))
    }
    return result
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt64? {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64, place < bytes.count {
      let byte = bytes[place]
      place += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
    return nil
  }
}
