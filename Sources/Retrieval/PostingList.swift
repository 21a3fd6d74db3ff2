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

  /// Puts the postings of `other`, whose chunks are numbered from 0, in the place of those of `chunks`.
  ///
  /// - Returns: false if nothing changes. O(postings).
  public mutating func replace(_ chunks: Range<Int>, with other: PostingList?) -> Bool {
    let start = place(of: chunks.lowerBound)
    let end = place(of: chunks.upperBound)
    let fresh = (other?.postings ?? []).map {
      Posting(chunk: $0.chunk + chunks.lowerBound, counts: $0.counts)
    }
    if postings[start..<end] == fresh[...] { return false }
    postings.replaceSubrange(start..<end, with: fresh)
    return true
  }

  /// The place of the first posting of a chunk that is `chunk` or later.
  private func place(of chunk: Int) -> Int {
    var low = 0
    var high = postings.count
    while low < high {
      let middle = (low + high) / 2
      if postings[middle].chunk < chunk { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    var chunk = 0
    while place < bytes.count {
      guard let difference = Varint.read(bytes, &place), place < bytes.count else { return false }
      chunk += Int(difference)
      let byte = bytes[place]
      place += 1
      var counts = PostingWriter.Counts()
      for column in 0..<LexicalColumn.allCases.count where byte >> column & 1 == 1 {
        counts[column] = 1
        if byte >> 5 == 7 {
          guard let count = Varint.read(bytes, &place) else { return false }
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
