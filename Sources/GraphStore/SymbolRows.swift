import CStorage
import GRDB
import GraphModel

/// Reads the symbol ids and qualified names of nodes, without the rest of their rows: enough to see whether a node is
/// the one that is looked for, at a fraction of the cost.
struct SymbolRows: ~Copyable {
  private let statement: Statement
  private let order: NumberOrder

  init(cachedIn database: Database, _ order: NumberOrder) throws {
    let statement = try Statement(
      cachedIn: database,
      """
      SELECT p.value, CASE WHEN s.id IS NULL THEN '' ELSE n.value END, s.value,
        q.value, CASE WHEN t.id IS NULL THEN '' ELSE n.value END, t.value
      \(NodeRows.named)
      WHERE d.id = ?
      """)
    self.statement = statement
    self.order = order
  }

  /// How many nodes there are.
  var count: Int { order.count }

  /// Goes to a node; false if there is none at this place.
  borrowing func seek(_ index: NodeIndex) throws(StatementError) -> Bool {
    statement.reset()
    statement.bind(1, order.number(at: index))
    return try statement.step()
  }

  /// Negative, zero or positive as the node's id comes before, is, or comes after `id` in the order of bytes.
  borrowing func compareID(_ id: ArraySlice<UInt8>) -> Int {
    var rest = id
    for column in Int32(0)..<3 {
      let order = statement.withBytes(column) { part in
        for byte in part {
          guard let other = rest.popFirst() else { return 1 }
          if byte != other { return byte < other ? -1 : 1 }
        }
        return 0
      }
      if order != 0 { return order }
    }
    return rest.isEmpty ? 0 : -1
  }

  /// The symbol id of the node at hand.
  var id: String { joined(0) }

  /// The qualified name of the node at hand.
  var qualifiedName: [UInt8] { Array(joined(3).utf8) }

  private borrowing func joined(_ first: Int32) -> String {
    statement.string(first) + statement.string(first + 1) + statement.string(first + 2)
  }
}
