import GraphModel

/// Collects the postings of one term, chunks ascending.
///
/// A block holds for each chunk, ascending: its number less the one before (the first: itself) in LEB128, and
/// a byte. The byte's lowest five bits say which columns hold the term; its upper three, if below 7, are the
/// body's count less 1 and every other count is 1; if they are 7, the counts of these columns follow in
/// LEB128.
struct PostingWriter: Sendable {
  /// A block ends when it is this long: short enough to lie within a database page with others.
  static let blockSize = 480

  private var bytes: [UInt8] = []
  /// Where finished blocks end, and how many chunks each names.
  private var finished: [(end: Int, count: Int)] = []
  /// Where the block at hand begins.
  private var start = 0
  private var count = 0
  private var last = 0

  /// How often a chunk holds the term, by column; the places beyond the columns are zero. A vector, as a
  /// slice of an array would be counted and released for every posting.
  typealias Counts = SIMD8<UInt32>

  mutating func append(chunk: Int, counts: Counts) {
    if bytes.count - start >= Self.blockSize {
      finished.append((bytes.count, count))
      start = bytes.count
      count = 0
      last = 0
    }
    LEB128.append(UInt64(chunk - last), to: &bytes)
    last = chunk
    count += 1
    let (path, name, signature, doc, body) = (counts[0], counts[1], counts[2], counts[3], counts[4])
    if path | name | signature | doc <= 1, body <= 7 {
      let mask = path | name << 1 | signature << 2 | doc << 3
      bytes.append(UInt8(body == 0 ? mask : mask | 1 << 4 | (body - 1) << 5))
      return
    }
    var mask: UInt8 = 7 << 5
    for column in 0..<LexicalColumn.allCases.count where counts[column] > 0 { mask |= 1 << UInt8(column) }
    bytes.append(mask)
    for column in 0..<LexicalColumn.allCases.count where counts[column] > 0 {
      LEB128.append(UInt64(counts[column]), to: &bytes)
    }
  }

  /// All blocks in order.
  func blocks() -> [PostingBlock] {
    var start = 0
    return (finished + [(bytes.count, count)]).compactMap { end, count in
      defer { start = end }
      return count == 0 ? nil : PostingBlock(count: count, bytes: Array(bytes[start..<end]))
    }
  }
}

/// The weights of the columns, and their sums for each set of columns, so that the usual posting costs one
/// look-up.
struct ColumnWeights: Sendable {
  let weights: [Double]
  let sums: [Double]

  init(_ weights: [Double]) {
    self.weights = weights
    sums = (0..<32).map { mask in
      weights.enumerated().reduce(0) { mask >> $1.offset & 1 == 1 ? $0 + $1.element : $0 }
    }
  }
}

extension PostingBlock {
  /// Hands each chunk with the weighted sum of its counts to `body`; false if the bytes are damaged.
  func read(_ columns: ColumnWeights, _ body: (_ chunk: Int, _ frequency: Double) -> Void) -> Bool {
    let bodyWeight = columns.weights[LexicalColumn.body.rawValue]
    return bytes.withUnsafeBufferPointer { buffer in
      var place = 0
      var chunk = 0
      while place < buffer.count {
        guard let difference = LEB128.uint32(buffer, &place), place < buffer.count else { return false }
        chunk += Int(difference)
        let byte = buffer[place]
        place += 1
        let mask = Int(byte & 31)
        var frequency = columns.sums[mask]
        if byte >> 5 == 7 {
          frequency = 0
          for column in 0..<5 where mask >> column & 1 == 1 {
            guard let count = LEB128.uint32(buffer, &place) else { return false }
            frequency += Double(count) * columns.weights[column]
          }
        } else {
          frequency += Double(byte >> 5) * bodyWeight
        }
        body(chunk, frequency)
      }
      return true
    }
  }
}
