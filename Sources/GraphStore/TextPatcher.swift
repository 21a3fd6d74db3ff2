import CStorage
import GraphModel

/// Finds and adds rows of the table `text`, and takes out those that nothing needs any longer.
struct TextPatcher: ~Copyable {
  private let connection: OpaquePointer
  private let rows: TextRows
  private let insert: Statement
  /// Of the generation before.
  private let order: NumberOrder
  /// Texts that were asked for.
  private var known: [[UInt8]: Int32] = [:]
  private var added: [(place: Int32, text: [UInt8], id: Int32)] = []
  private var unused: ArraySlice<Int32> = []
  /// Ids that something stops to use.
  private var left: Set<Int32> = []

  init(_ connection: OpaquePointer, _ order: NumberOrder) throws(StatementError) {
    let rows = try TextRows(connection, order)
    let insert = try Statement(connection, "INSERT INTO text (id, value) VALUES (?, ?)")
    self.connection = connection
    self.rows = rows
    self.insert = insert
    self.order = order
  }

  /// The id of a text, which is added if it is not there.
  mutating func id(_ text: [UInt8]) throws(StatementError) -> Int32 {
    if let id = known[text] { return id }
    if let found = try rows.id(text[...]) {
      known[text] = Int32(found)
      return Int32(found)
    }
    if unused.isEmpty {
      // Each time as many more, from where the last ones ended.
      let taken = added.count
      unused = order.unused(2 * taken + 64)[taken...]
    }
    let id = unused.removeFirst()
    // The buffer is used inside the closure only.
    let place = try rows.firstPlace { other in
      text.withUnsafeBufferPointer { !TextOrder.precedes(other, $0) }
    }
    added.append((Int32(place), text, id))
    known[text] = id
    return id
  }

  /// Notes that something no longer uses the text of an id.
  mutating func leave(_ id: Int32) { left.insert(id) }

  /// Notes that something no longer uses a text.
  mutating func leave(_ text: String) throws(StatementError) {
    if let id = try rows.id(Array(text.utf8)[...]) { left.insert(Int32(id)) }
  }

  /// Writes the rows, when everything else that names texts is written; the new order, or nil if a list of references
  /// is damaged. Looks at all nodes and references if a text may be needed by none of them.
  consuming func finish() throws(StatementError) -> NumberOrder? {
    for item in added {
      insert.bind(1, item.id)
      insert.bindText(2, item.text)
      try insert.run()
    }
    guard let stale = try stale() else { return nil }
    let delete = try Statement(connection, "DELETE FROM text WHERE id = ?")
    for id in stale.sorted() {
      delete.bind(1, id)
      try delete.run()
    }
    let sorted = added.sorted { left, right in
      left.place != right.place
        ? left.place < right.place
        : left.text.withUnsafeBufferPointer { left in
          right.text.withUnsafeBufferPointer { TextOrder.precedes(left, $0) }
        }
    }
    return order.edited(removing: stale, adding: sorted.map { ($0.place, $0.id) })
  }

  /// The ids left that nothing uses.
  private borrowing func stale() throws(StatementError) -> Set<Int32>? {
    var stale = left
    for id in known.values { stale.remove(id) }
    let named = try Statement(connection, "SELECT 1 FROM node WHERE name = ? LIMIT 1")
    for id in left where stale.contains(id) {
      named.reset()
      named.bind(1, id)
      if try named.step() { stale.remove(id) }
    }
    if stale.isEmpty { return stale }
    var isStale = [Bool](repeating: false, count: Int(order.limit))
    for id in stale where isStale.indices.contains(Int(id)) { isStale[Int(id)] = true }
    func use(_ id: Int) {
      if isStale.indices.contains(id), isStale[id] {
        isStale[id] = false
        stale.remove(Int32(id))
      }
    }
    let nodes = try Statement(
      connection,
      "SELECT id_prefix, id_suffix, qualified_prefix, qualified_suffix, properties FROM node")
    while try nodes.step() {
      for column in 0..<Int32(5) where !nodes.isNull(column) { use(nodes.int(column)) }
    }
    let references = try ReferenceListRows(connection, table: "unresolved_list", all: true)
    while let isRead = try references.next({ entry, _, _ in use(entry.other) }) {
      guard isRead else { return nil }
    }
    return stale
  }
}
