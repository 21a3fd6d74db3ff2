import CStorage
import GraphModel

/// The distinct declared names of a generation's nodes in the order of the `text` table, kept by a reader from the
/// first question for similar names on: their bytes and twelve more for each (1.5 MB for 40 000 chunks of code).
struct NameList: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// For each name which letters are in it, see ``letters(_:)``.
  private var letters: [UInt32] = []

  /// Reads the names of all nodes but external ones: every row of a table once.
  init(_ connection: OpaquePointer, _ order: NumberOrder) throws(StatementError) {
    var isName = [Bool](repeating: false, count: Int(order.limit))
    let nodes = try Statement(connection, "SELECT name FROM node WHERE kind <> ?")
    nodes.bind(1, Int32(NodeKind.external.rawValue))
    while try nodes.step() {
      let name = nodes.int(0)
      if isName.indices.contains(name) { isName[name] = true }
    }
    let texts = try Statement(connection, "SELECT value FROM text WHERE id = ?")
    for place in 0..<Int32(order.count) {
      let text = Int(order.number(at: place))
      guard isName[text] else { continue }
      texts.reset()
      texts.bind(1, text)
      guard try texts.step() else { continue }
      texts.withBytes(0) { name in
        bytes.append(contentsOf: name)
        letters.append(Self.letters(name))
      }
      ends.append(bytes.count)
    }
  }

  /// Hands every name that may be at a distance of at most `bound` from `wanted`, or begin with it, to `body`.
  func forEachName(
    near wanted: [UInt8], atMost bound: Int, orPrefix: Bool,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let own = wanted.withUnsafeBufferPointer(Self.letters)
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for (place, end) in ends.enumerated() {
        defer { start = end }
        let length = end - start
        let (gone, new) = (own & ~letters[place], letters[place] & ~own)
        // An edit takes at most one letter away for good and brings at most one that was not there.
        let isNear =
          abs(length - wanted.count) <= bound && max(gone.nonzeroBitCount, new.nonzeroBitCount) <= bound
        guard isNear || (orPrefix && length >= wanted.count && gone == 0) else { continue }
        // In bounds: the ends ascend to the number of bytes.
        body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      }
    }
  }

  /// Which letters a name holds, one bit for each of 32 classes of bytes, case of ASCII ignored.
  private static func letters(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    name.reduce(0) { $0 | 1 << UInt32(TextOrder.fold($1) & 31) }
  }
}
