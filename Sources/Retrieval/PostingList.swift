public import GraphModel

/// The postings of one term, unpacked, so that those of some chunks can be replaced.
public struct PostingList: Sendable, Equatable {
  private struct Posting: Equatable {
    var chunk: Int
    var counts: PostingWriter.Counts
  }

  private var postings: [Posting] = []

  /// Reads the blocks of a term, in order; nil if they are damaged.
  public init?(_ blocks: [PostingBlock]) {
    for block in blocks {
      // In bounds: `read` checks against the buffer's count.
      guard block.bytes.withUnsafeBufferPointer({ append($0) }) else { return nil }
    }
  }

  /// True if no chunk holds the term.
  public var isEmpty: Bool { postings.isEmpty }

  /// The blocks, as ``LexicalIndexBuilder`` makes them of the same postings.
  public var blocks: [PostingBlock] {
    var writer = PostingWriter()
    for posting in postings { writer.append(chunk: posting.chunk, counts: posting.counts) }
    return writer.blocks()
  }

  /// Puts the postings of `other` in the place of those of some chunks.
  ///
  /// - Parameter numbers: for each chunk of `other` its number.
  /// - Returns: false if nothing changes: O(chunks log postings) then, else O(postings).
  public mutating func replace(_ chunks: Set<Int32>, with other: PostingList?, _ numbers: [Int32]) -> Bool {
    let old = chunks.compactMap { place(of: Int($0)) }.sorted().map { postings[$0] }
    let added = (other?.postings ?? []).map {
      Posting(chunk: Int(numbers[$0.chunk]), counts: $0.counts)
    }.sorted { $0.chunk < $1.chunk }
    if added == old { return false }
    postings.removeAll { chunks.contains(Int32($0.chunk)) }
    postings += added
    postings.sort { $0.chunk < $1.chunk }
    return true
  }

  /// The place of the posting of a chunk; nil if there is none.
  private func place(of chunk: Int) -> Int? {
    var low = 0
    var high = postings.count
    while low < high {
      let middle = (low + high) / 2
      if postings[middle].chunk < chunk { low = middle + 1 } else { high = middle }
    }
    return low < postings.count && postings[low].chunk == chunk ? low : nil
  }

  /// Gives the chunks other numbers, those with a negative one none, and adds the postings of `other` under theirs.
  ///
  /// - Parameters:
  ///   - numbers: for each chunk its new number.
  ///   - other: postings of chunks that none of these numbers names.
  ///   - otherNumbers: for each chunk of `other` its number, ascending.
  /// - Returns: false if a chunk has no number: the list is damaged. O(postings), if the order stays.
  public mutating func renumber(
    _ numbers: [Int32], adding other: PostingList?, _ otherNumbers: [Int32]
  ) -> Bool {
    var result: [Posting] = []
    result.reserveCapacity(postings.count + (other?.postings.count ?? 0))
    var rest = other?.postings[...] ?? []
    guard let renumbered = renumbered(numbers) else { return false }
    for posting in renumbered {
      while let next = rest.first, Int(otherNumbers[next.chunk]) < posting.chunk {
        result.append(Posting(chunk: Int(otherNumbers[next.chunk]), counts: next.counts))
        rest = rest.dropFirst()
      }
      result.append(posting)
    }
    for next in rest { result.append(Posting(chunk: Int(otherNumbers[next.chunk]), counts: next.counts)) }
    postings = result
    return true
  }

  /// The blocks of a term with other numbers for its chunks, ascending; nil if they are damaged.
  public static func blocks(_ blocks: [PostingBlock], _ numbers: [Int32]) -> [PostingBlock]? {
    guard var list = PostingList(blocks), let renumbered = list.renumbered(numbers) else { return nil }
    list.postings = renumbered
    return list.blocks
  }

  /// The postings under other numbers, without those whose number is negative; nil if a chunk has none.
  private func renumbered(_ numbers: [Int32]) -> [Posting]? {
    var result: [Posting] = []
    result.reserveCapacity(postings.count)
    var isAscending = true
    for var posting in postings {
      guard numbers.indices.contains(posting.chunk) else { return nil }
      posting.chunk = Int(numbers[posting.chunk])
      if posting.chunk < 0 { continue }
      if let last = result.last, last.chunk > posting.chunk { isAscending = false }
      result.append(posting)
    }
    if !isAscending { result.sort { $0.chunk < $1.chunk } }
    return result
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    var chunk = 0
    while place < bytes.count {
      guard let difference = LEB128.uint32(bytes, &place), place < bytes.count else { return false }
      chunk += Int(difference)
      let byte = bytes[place]
      place += 1
      var counts = PostingWriter.Counts()
      for column in 0..<LexicalColumn.allCases.count where byte >> column & 1 == 1 {
        counts[column] = 1
        if byte >> 5 == 7 {
          guard let count = LEB128.uint32(bytes, &place) else { return false }
          counts[column] = count
        } else if column == LexicalColumn.body.rawValue {
          counts[column] = UInt32(byte >> 5) + 1
        }
      }
      postings.append(Posting(chunk: chunk, counts: counts))
    }
    return true
  }
}
