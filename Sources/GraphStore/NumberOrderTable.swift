import GraphModel
import CStorage
import Synchronization

/// The table `number_order`: for nodes, texts, chunks and files that are not numbered in their order the runs of numbers that
/// are, each as its first number (less the end of the run before, zigzag) and its length, in LEB128.
enum NumberOrderTable {
  /// Orders in more pieces cost readers more than writing the generation anew.
  static let mostRuns = 4096
  /// No row takes fewer bytes.
  static let smallestRow = 4

  /// Puts an order in the place of the one that is there.
  static func write(
    _ order: NumberOrder, _ kind: NumberOrder.Kind, _ connection: OpaquePointer
  ) throws(StatementError) {
    let delete = try Statement(connection, "DELETE FROM number_order WHERE kind = ?")
    delete.bind(1, kind.rawValue)
    try delete.run()
    if order.isPlain { return }
    var bytes: [UInt8] = []
    var last: Int64 = 0
    for run in order.runs {
      let difference = Int64(run.first) - last
      LEB128.append(LEB128.zigzag(difference), to: &bytes)
      LEB128.append(UInt64(run.count), to: &bytes)
      last = Int64(run.end)
    }
    let insert = try Statement(connection, "INSERT INTO number_order (kind, runs) VALUES (?, ?)")
    insert.bind(1, kind.rawValue)
    insert.bindBlob(2, bytes)
    try insert.run()
  }

  /// The order of a kind, of which a generation written as a whole holds `count`; nil if the bytes are damaged.
  static func read(
    _ kind: NumberOrder.Kind, count: Int, _ connection: OpaquePointer
  ) throws(StatementError) -> NumberOrder? {
    let rows = try Statement(connection, "SELECT runs FROM number_order WHERE kind = ?")
    rows.bind(1, kind.rawValue)
    guard try rows.step() else { return NumberOrder(count: count) }
    return rows.withBytes(0) { decode($0) }
  }

  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> NumberOrder? {
    var place = 0
    var last: Int64 = 0
    var total: Int64 = 0
    var runs: [NumberOrder.Run] = []
    while place < bytes.count {
      guard let coded = LEB128.uint64(bytes, &place), let count = LEB128.uint64(bytes, &place), count > 0,
        runs.count <= mostRuns, coded < 1 << 40, count < 1 << 30
      else { return nil }
      let first = last + LEB128.signed(coded)
      last = first + Int64(count)
      total += Int64(count)
      guard first >= 0, last < 1 << 30, total < 1 << 30 else { return nil }
      runs.append(NumberOrder.Run(first: Int32(first), count: Int32(count)))
    }
    let sorted = runs.sorted { $0.first < $1.first }
    guard zip(sorted, sorted.dropFirst()).allSatisfy({ $0.end <= $1.first }) else { return nil }
    return NumberOrder(runs: runs)
  }
}

extension GraphReader {
  /// The order of what the tables number. Read once.
  func order(_ kind: NumberOrder.Kind) throws -> NumberOrder {
    if let known = orders.withLock({ $0[kind] }) { return known }
    let order = try read { connection in
      let table =
        switch kind {
        case .node: "node"
        case .text: "text"
        case .chunk: "chunk"
        case .file: "file"
        }
      let rows = try Statement(connection, "SELECT coalesce(max(id) + 1, 0) FROM \(table)")
      let count = try rows.step() ? rows.int(0) : 0
      let pages = try Statement(connection, "PRAGMA page_count")
      // Readers make room for all numbers: there were never more than rows that the file holds.
      let most = try pages.step() ? pages.int(0) * (Schema.pageSize / NumberOrderTable.smallestRow) : 0
      guard count <= most, let order = try NumberOrderTable.read(kind, count: count, connection),
        order.limit <= most
      else { throw damaged("the order of numbers") }
      return order
    }
    orders.withLock { $0[kind] = order }
    return order
  }

  /// For each number under which the postings name a chunk its place among the chunks, or -1; empty if all numbers are
  /// places.
  public func chunkPlaces() throws -> [Int32] {
    let order = try order(.chunk)
    return order.isPlain ? [] : order.places
  }
}
