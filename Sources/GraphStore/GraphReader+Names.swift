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
    try readDatabase { database in
      let texts = try TextRows(cachedIn: database, order(.text))
      let bytes = Array(name.utf8)[...]
      let ids = ignoresCase ? try texts.idsIgnoringCase(bytes) : try texts.id(bytes).map { [$0] } ?? []
      return try nodes(database, indices(database, named: ids), filter)
    }
  }

  /// The nodes in files whose declared name is `name`, in the order of their ids; empty if there are more than
  /// `limit`.
  public func nodes(named name: String, limit: Int) throws -> [StoredNode] {
    try readDatabase { database in
      guard let id = try TextRows(cachedIn: database, order(.text)).id(Array(name.utf8)[...]) else {
        return []
      }
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
    let matching = try readDatabase { database in
      let texts = try TextRows(cachedIn: database, order(.text))
      var ids: [Int] = []
      for tail in QualifiedName.possibleNames(wanted) {
        if let id = try texts.id(tail), !ids.contains(id) { ids.append(id) }
      }
      let named = try indices(database, named: ids)
      guard !named.isEmpty else { return [StoredNode]() }
      let symbols = try SymbolRows(cachedIn: database, order(.node))
      var meant: [NodeIndex] = []
      for index in named where try symbols.seek(index) {
        if QualifiedName.matches(symbols.qualifiedName, wanted) || symbols.id == name { meant.append(index) }
      }
      return try nodes(database, meant, filter)
    }
    if matching.isEmpty, let exact = try node(id: name), filter.accepts(exact.node) { return [exact] }
    return matching
  }

  /// Names of nodes that look like `name`, nearest first: equal but for case, then beginning with it (unless
  /// `orPrefix` is false), then by edit distance: at most `distance`, or a third of its length. Ties go by the order
  /// of the names.
  ///
  /// Looks at every distinct name of a node; bounded work for each. Reads them with the first call.
  public func namesNear(
    _ name: String, limit: Int, distance limitedDistance: Int? = nil, orPrefix: Bool = true
  ) throws -> [String] {
    let wanted = name.utf8.map(TextOrder.fold)
    guard !wanted.isEmpty, wanted.count <= Self.longestName else { return [] }
    let bound = limitedDistance ?? max(1, wanted.count / 3)
    var distance = EditDistance(wanted)
    var near: [(distance: Int, name: String)] = []
    try nameList().forEachName(near: wanted, atMost: bound, orPrefix: orPrefix) { bytes in
      let begins =
        (orPrefix ? bytes.count >= wanted.count : bytes.count == wanted.count)
        && zip(bytes, wanted).allSatisfy { TextOrder.fold($0) == $1 }
      let found =
        begins
        ? (bytes.count == wanted.count ? 0 : 1) : distance.measure(bytes, atMost: bound).map { $0 + 1 }
      if let found { near.append((found, String(decoding: bytes, as: UTF8.self))) }
    }
    // Stable, so ties stay in the order of the table.
    return near.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .prefix(limit).map(\.element.name)
  }

  /// No name of a symbol that a person types is longer, in bytes.
  private static var longestName: Int { 1024 }

  /// The places of the nodes that have one of these names, ascending.
  private func indices(_ database: Database, named texts: [Int]) throws -> [NodeIndex] {
    let rows = try Statement(cachedIn: database, "SELECT id FROM node WHERE name = ?")
    let order = try order(.node)
    var result: [NodeIndex] = []
    for text in texts {
      rows.reset()
      rows.bind(1, text)
      while try rows.step() { result.append(order.place(of: rows.int32(0))) }
    }
    return result.sorted()
  }

  private func nodes(
    _ database: Database, _ indices: [NodeIndex], _ filter: NodeFilter
  ) throws -> [StoredNode] {
    guard !indices.isEmpty else { return [] }
    let rows = try NodeRows(cachedIn: database, self)
    return try indices.compactMap { try rows.node($0) }.filter { filter.accepts($0.node) }
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

  /// For questions that are asked often.
  init(cachedIn database: Database, _ order: NumberOrder) throws {
    let byID = try Statement(cachedIn: database, "SELECT value FROM text WHERE id = ?")
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
