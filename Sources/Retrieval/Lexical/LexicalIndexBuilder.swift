import Embedding
import GraphModel

/// Builds the inverted index of a tree's chunks: for each term the chunks it occurs in. And their vectors, since
/// both are made of the same tokens.
///
/// The index is made in memory (about the size of the result) and handed out term by term.
public struct LexicalIndexBuilder: Sendable {
  /// Raised whenever the same documents give another index: an index of another version is written anew.
  public static let version = 1

  private static let columns = LexicalColumn.allCases.count

  private var tokenizer = CodeTokenizer()
  private var terms: [Term] = []
  /// Tokens of the chunk at hand, by column; kept for their memory.
  private var buffer: [TokenID] = []
  private var touched: [TokenID] = []
  /// Tokens of the chunks since the last ``takeTerms()``.
  private var listed: [TokenID] = []
  /// For each token how often it occurs in the chunk at hand, by column; zero between chunks. The place
  /// ``touchedMark`` is 1 if it occurs at all: one look at memory tells both.
  private var counts: [PostingWriter.Counts] = []
  private static let touchedMark = LexicalColumn.allCases.count
  /// The lengths of all chunks.
  public private(set) var lengths = ChunkLengths()

  private struct Term {
    var postings = PostingWriter()
    var isListed = false
  }

  private var embedder: TextEmbedder?
  /// The vectors of all chunks, ``EmbeddingTable/dimension`` components each; empty without a table.
  public private(set) var vectors: [Int8] = []

  /// Makes an empty index; with a table, vectors too.
  public init(table: EmbeddingTable? = nil) { embedder = table.map { TextEmbedder($0) } }

  /// How many chunks were added; the next one has this number.
  public var count: Int { lengths.count }

  /// The lengths of all chunks, in the form that ``ChunkLengths`` reads.
  public var encodedLengths: [UInt8] { lengths.encoded }

  /// Adds a chunk, whose number is ``count`` before the call. Linear in the document.
  public mutating func add(_ document: ChunkDocument) {
    var columnLengths = [Int](repeating: 0, count: Self.columns)
    // The buffers are used inside the closures only.
    document.path.bytes.withUnsafeBufferPointer { columnLengths[0] = add($0, .path) }
    for (text, column) in [
      (document.qualifiedName, LexicalColumn.qualifiedName), (document.signature, .signature),
      (document.doc, .doc),
    ] {
      var text = text
      text.withUTF8 { columnLengths[column.rawValue] = add($0, column) }
    }
    document.body.withUnsafeBufferPointer { columnLengths[LexicalColumn.body.rawValue] = add($0, .body) }
    addVector(columnLengths)
    for token in touched {
      var taken = counts[Int(token)]
      taken[Self.touchedMark] = 0
      counts[Int(token)] = .zero
      terms[Int(token)].postings.append(chunk: lengths.count, counts: taken)
      if !terms[Int(token)].isListed {
        terms[Int(token)].isListed = true
        listed.append(token)
      }
    }
    touched.removeAll(keepingCapacity: true)
    lengths.append(columnLengths.reduce(0, +))
  }

  /// Appends the vector of the chunk whose tokens were counted.
  private mutating func addVector(_ columnLengths: [Int]) {
    embedder?.learn(tokenizer.tokens)
    for token in touched {
      let counts = counts[Int(token)]
      var weight: Float = 0
      for column in 0..<Self.columns where counts[column] > 0 {
        weight +=
          VectorWeights.columns[column]
          * VectorWeights.weight(count: counts[column], length: columnLengths[column])
      }
      embedder?.add(token, weight: weight)
    }
    embedder?.finish(into: &vectors)
  }

  /// The distinct terms of the chunks that were added since the last call, one a line, in the order in which the
  /// builder met them first.
  public mutating func takeTerms() -> [UInt8] {
    var bytes: [UInt8] = []
    for token in listed.sorted() {
      terms[Int(token)].isListed = false
      tokenizer.tokens.withBytes(token) { bytes.append(contentsOf: $0) }
      bytes.append(0x0A)
    }
    listed.removeAll(keepingCapacity: true)
    return bytes
  }

  /// Hands every block of postings to `body`, terms in the order of their bytes, blocks of a term in the
  /// order of their chunks.
  public mutating func forEachBlock(
    _ body: (_ term: ArraySlice<UInt8>, _ piece: Int, _ block: PostingBlock) throws -> Void
  ) rethrows {
    let tokens = tokenizer.tokens
    for token in tokens.sorted() {
      for (piece, block) in terms[Int(token)].postings.blocks().enumerated() {
        try body(tokens[token], piece, block)
      }
    }
  }

  /// Counts the tokens of a text; returns how many there are.
  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ column: LexicalColumn) -> Int {
    buffer.removeAll(keepingCapacity: true)
    tokenizer.append(text, to: &buffer, cap: column.cap)
    let missing = tokenizer.tokens.count - terms.count
    if missing > 0 {
      terms.append(contentsOf: repeatElement(Term(), count: missing))
      counts.append(contentsOf: repeatElement(.zero, count: missing))
    }
    for token in buffer {
      counts[Int(token)][column.rawValue] += 1
      guard counts[Int(token)][Self.touchedMark] == 0 else { continue }
      counts[Int(token)][Self.touchedMark] = 1
      touched.append(token)
    }
    return buffer.count
  }
}

/// The number of tokens of each chunk.
public struct ChunkLengths: Sendable, Equatable {
  /// By the chunk's number.
  public private(set) var values: [UInt32] = []
  /// The sum of all.
  public private(set) var total: UInt64 = 0

  /// Makes an empty list.
  public init() {}

  /// How many chunks there are.
  public var count: Int { values.count }

  /// Adds the length of the next chunk.
  public mutating func append(_ length: Int) {
    values.append(UInt32(clamping: length))
    total += UInt64(UInt32(clamping: length))
  }

  /// Puts other lengths, as many or not, in the place of those of `chunks`; nothing happens if there are not so many.
  public mutating func replace(_ chunks: Range<Int>, with other: ChunkLengths) {
    guard chunks.lowerBound >= 0, chunks.upperBound <= count else { return }
    for value in values[chunks] { total -= UInt64(value) }
    values.replaceSubrange(chunks, with: other.values)
    total += other.total
  }

  /// The lengths as LEB128 numbers.
  public var encoded: [UInt8] {
    var bytes: [UInt8] = []
    for value in values { LEB128.append(UInt64(value), to: &bytes) }
    return bytes
  }

  /// Reads ``encoded``; nil if the bytes are damaged.
  public init?(_ bytes: [UInt8]) {
    values.reserveCapacity(bytes.count)
    // In bounds: `read` checks against the buffer's count.
    let isRead = bytes.withUnsafeBufferPointer { buffer in
      var place = 0
      while place < buffer.count {
        guard let value = LEB128.uint32(buffer, &place) else { return false }
        values.append(value)
        total += UInt64(value)
      }
      return true
    }
    guard isRead else { return nil }
  }
}
