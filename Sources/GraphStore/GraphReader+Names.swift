import CStorage
import GRDB
import GraphModel

/// Which nodes count; what is nil does not matter.
public struct NodeFilter: Sendable {
  /// Any of these kinds.
  public var kinds: Set<NodeKind>?
  /// This language.
  public var language: LanguageID?
  /// Called with the path of the node's file; nodes without a file do not pass a filter by path.
  public var path: (@Sendable (SourcePath) -> Bool)?

  /// Makes a filter of its parts; without any, every node passes.
  public init(
    kinds: Set<NodeKind>? = nil, language: LanguageID? = nil,
    path: (@Sendable (SourcePath) -> Bool)? = nil
  ) {
    self.kinds = kinds
    self.language = language
    self.path = path
  }

  /// True if `node` passes.
  public func accepts(_ node: Node) -> Bool {
    if let kinds, !kinds.contains(node.kind) { return false }
    if let language, node.language != language { return false }
    guard let path else { return true }
    return node.path.map(path) ?? false
  }
}

extension GraphReader {
  /// The nodes whose declared name is `name`, in the order of their ids.
  ///
  /// - Parameter ignoresCase: whether ASCII letters match in either case.
  public func nodes(
    named name: String, ignoresCase: Bool = false, filter: NodeFilter = NodeFilter()
  ) throws -> [StoredNode] {
    try read { connection in
      let texts = try TextRows(connection, order(.text))
      let bytes = Array(name.utf8)[...]
      let ids = ignoresCase ? try texts.idsIgnoringCase(bytes) : try texts.id(bytes).map { [$0] } ?? []
      return try nodes(connection, named: ids, filter)
    }
  }

  /// The nodes in files whose declared name is `name`, in the order of their ids; empty if there are more than
  /// `limit`.
  public func nodes(named name: String, limit: Int) throws -> [StoredNode] {
    try readDatabase { database in
      guard let connection = database.sqliteConnection else { return [] }
      guard let id = try TextRows(connection, order(.text)).id(Array(name.utf8)[...]) else { return [] }
      let rows = try Statement(
        cachedIn: database, "SELECT id FROM node WHERE name = ? AND file IS NOT NULL ORDER BY id LIMIT ?")
      rows.bind(1, id)
      rows.bind(2, limit + 1)
      var indices: [NodeIndex] = []
      let order = try order(.node)
      while try rows.step() { indices.append(order.place(of: rows.int32(0))) }
      return indices.count > limit ? [] : try nodes(indices.sorted())
    }
  }

  /// The nodes that a user may mean by a name: those whose qualified name or symbol id is `name`, or whose
  /// qualified name ends with it behind a separator. `Flask.route` finds `flask.app.Flask.route`;
  /// `Pool.read` finds `Pool.read(_:)` too. In the order of their ids.
  public func nodes(matching name: String, filter: NodeFilter = NodeFilter()) throws -> [StoredNode] {
    let wanted = Array(name.utf8)
    guard !wanted.isEmpty, wanted.count <= Self.longestName else { return [] }
    let candidates = try read { connection in
      let texts = try TextRows(connection, order(.text))
      var ids: [Int] = []
      for tail in QualifiedName.possibleNames(wanted) {
        if let id = try texts.id(tail), !ids.contains(id) { ids.append(id) }
      }
      return try nodes(connection, named: ids, filter)
    }
    let matching = candidates.filter {
      QualifiedName.matches(Array($0.node.qualifiedName.utf8), wanted) || $0.node.id == name
    }
    if matching.isEmpty, let exact = try node(id: name), filter.accepts(exact.node) { return [exact] }
    return matching
  }

  /// Names of nodes that look like `name`, nearest first: equal but for case, then beginning with it (unless
  /// `orPrefix` is false), then by edit distance: at most `distance`, or a third of its length. Ties go by the order
  /// of the names.
  ///
  /// Looks at every distinct name of a node once; bounded work for each.
  public func namesNear(
    _ name: String, limit: Int, distance limitedDistance: Int? = nil, orPrefix: Bool = true
  ) throws -> [String] {
    let wanted = name.utf8.map(TextOrder.fold)
    guard !wanted.isEmpty, wanted.count <= Self.longestName else { return [] }
    let bound = limitedDistance ?? max(1, wanted.count / 3)
    return try read { connection in
      let rows = try Statement(
        connection,
        "SELECT value, id FROM text WHERE id IN (SELECT name FROM node WHERE kind <> ?) ORDER BY id")
      rows.bind(1, Int32(NodeKind.external.rawValue))
      var distance = EditDistance(wanted)
      let order = try order(.text)
      var near: [(distance: Int, place: Int32, name: String)] = []
      while try rows.step() {
        let found: Int? = rows.withBytes(0) { bytes in
          let begins =
            (orPrefix ? bytes.count >= wanted.count : bytes.count == wanted.count)
            && zip(bytes, wanted).allSatisfy { TextOrder.fold($0) == $1 }
          if begins { return bytes.count == wanted.count ? 0 : 1 }
          return distance.measure(bytes, atMost: bound).map { $0 + 1 }
        }
        if let found { near.append((found, order.place(of: rows.int32(1)), rows.string(0))) }
      }
      return near.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.prefix(limit).map(\.name)
    }
  }

  /// No name of a symbol that a person types is longer, in bytes.
  private static var longestName: Int { 1024 }

  private func nodes(
    _ connection: OpaquePointer, named texts: [Int], _ filter: NodeFilter
  ) throws -> [StoredNode] {
    let indices = try Statement(connection, "SELECT id FROM node WHERE name = ?")
    let rows = try NodeRows(connection, self)
    let order = try order(.node)
    var result: [StoredNode] = []
    for text in texts {
      indices.reset()
      indices.bind(1, text)
      while try indices.step() {
        let place = order.place(of: indices.int32(0))
        if let stored = try rows.node(place), filter.accepts(stored.node) { result.append(stored) }
      }
    }
    return result.sorted { $0.index < $1.index }
  }
}

/// Looks texts up by binary search; see ``TextOrder`` for their order.
struct TextRows: ~Copyable {
  private let byID: Statement
  private let order: NumberOrder

  init(_ connection: OpaquePointer, _ order: NumberOrder) throws(StatementError) {
    let byID = try Statement(connection, "SELECT value FROM text WHERE id = ?")
    self.byID = byID
    self.order = order
  }

  /// The id of a text, or nil if there is none.
  borrowing func id(_ text: ArraySlice<UInt8>) throws(StatementError) -> Int? {
    for id in try idsIgnoringCase(text) where try isEqual(id, text) { return id }
    return nil
  }

  /// The ids of the texts that are equal to `text` but for the case of ASCII letters, in order.
  borrowing func idsIgnoringCase(_ text: ArraySlice<UInt8>) throws(StatementError) -> [Int] {
    var place = try firstPlace { TextOrder.compareFolded($0, text) >= 0 }
    var ids: [Int] = []
    while place < order.count {
      try seek(id(at: place))
      guard byID.withBytes(0, { TextOrder.compareFolded($0, text) }) == 0 else { break }
      ids.append(id(at: place))
      place += 1
    }
    return ids
  }

  /// The place of the first text in order for which `holds`, which does so for all after it.
  borrowing func firstPlace(
    where holds: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(StatementError) -> Int {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      try seek(id(at: middle))
      if byID.withBytes(0, holds) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private borrowing func id(at place: Int) -> Int { Int(order.number(at: Int32(place))) }

  private borrowing func isEqual(_ id: Int, _ text: ArraySlice<UInt8>) throws(StatementError) -> Bool {
    try seek(id)
    return byID.withBytes(0) { $0.elementsEqual(text) }
  }

  private borrowing func seek(_ id: Int) throws(StatementError) {
    byID.reset()
    byID.bind(1, id)
    _ = try byID.step()
  }
}
