import Embedding
import GraphModel
import GraphStore
import Retrieval

/// The chunks of an earlier generation, by their files.
struct KnownChunks {
  let reader: GraphReader
  /// By chunk.
  let vectors: VectorMatrix
  private let lengths: ChunkLengths
  private let layout: ChunkLayout
  private let numbers: [SourcePath: Int32]
  /// By the numbers of postings, see ``GraphReader/chunkPlaces()``.
  let places: [Int32]

  /// Nil if the generation has no vectors of the table at hand.
  init?(_ previous: PreviousGeneration) throws {
    reader = previous.reader
    guard let table = EmbeddingTable.builtIn, let stored = try reader.vectors(of: table),
      let layout = ChunkLayout(lengths: try reader.chunkLengths(), chunksPerFile: try reader.chunksPerFile())
    else { return nil }
    vectors = try stored.matrix()
    guard vectors.count == layout.lengths.count else { return nil }
    self.layout = layout
    lengths = layout.lengths
    places = try reader.chunkPlaces()
    var numbers: [SourcePath: Int32] = [:]
    for (number, file) in previous.files.enumerated() { numbers[file.path] = Int32(number) }
    self.numbers = numbers
  }

  /// How many there are.
  var count: Int { lengths.count }

  func length(of chunk: Int) -> Int { Int(lengths.values[chunk]) }

  /// For each file, by its number, its chunks.
  func forEachFile(_ body: (_ file: Int32, _ chunks: Range<Int>) throws -> Void) rethrows {
    for file in 0..<Int32(layout.fileCount) { try body(file, layout.chunks(ofFile: file)) }
  }

  /// The chunks of a file, if they were made of the same; with the file's terms.
  func chunks(
    of path: SourcePath, _ source: [UInt8], count: Int
  ) throws -> (chunks: Range<Int>, terms: StoredTerms)? {
    guard let number = numbers[path] else { return nil }
    let chunks = layout.chunks(ofFile: number)
    guard chunks.count == count, let terms = try reader.storedTerms(ofFile: number), terms.source == source
    else { return nil }
    return (chunks, terms)
  }
}

/// Joins the postings of chunks that stay with those of new ones.
struct PostingMerger {
  private let known: KnownChunks?
  /// For each known chunk its new number, or -1.
  private var numbers: [Int32]
  /// For each new chunk its number.
  private var added: [Int32] = []

  init(_ known: KnownChunks?) {
    self.known = known
    numbers = [Int32](repeating: -1, count: known?.count ?? 0)
  }

  /// Known chunks stay, from now on with the numbers from `first` on.
  mutating func move(_ chunks: Range<Int>, to first: Int) {
    for chunk in chunks { numbers[chunk] = Int32(first + chunk - chunks.lowerBound) }
  }

  /// The next new chunks have these numbers.
  mutating func add(_ chunks: Range<Int>) { added += chunks.map(Int32.init) }

  /// Writes all postings, terms in the order of their bytes; `index` holds those of the new chunks.
  func write(_ index: inout LexicalIndexBuilder, to tables: inout ChunkTables) throws {
    var fresh: [(term: [UInt8], blocks: [PostingBlock])] = []
    index.forEachBlock { term, piece, block in
      if piece == 0 { fresh.append((Array(term), [])) }
      fresh[fresh.count - 1].blocks.append(block)
    }
    let gone = try goneTerms()
    var rest = fresh[...]
    try known?.reader.forEachPosting { term, blocks in
      while let next = rest.first, next.term.lexicographicallyPrecedes(term) {
        write(next.term, try joined([], next.blocks), to: &tables)
        rest = rest.dropFirst()
      }
      if let next = rest.first, next.term == term {
        write(term, try joined(blocks, next.blocks), to: &tables)
        rest = rest.dropFirst()
      } else if let gone, !gone.contains(term) {
        write(term, blocks, to: &tables)
      } else {
        write(term, try joined(blocks, []), to: &tables)
      }
    }
    for next in rest { write(next.term, try joined([], next.blocks), to: &tables) }
  }

  /// The terms of known chunks that do not stay; nil if others have another number than before, so that all postings
  /// change.
  private func goneTerms() throws -> Set<[UInt8]>? {
    var terms: Set<[UInt8]> = []
    guard let known, known.places.isEmpty,
      numbers.indices.allSatisfy({ numbers[$0] < 0 || numbers[$0] == $0 })
    else { return nil }
    try known.forEachFile { file, chunks in
      guard let first = chunks.first, numbers[first] < 0 else { return }
      for term in try known.reader.terms(ofFile: file).split(separator: 0x0A) { terms.insert(Array(term)) }
    }
    return terms
  }

  private func joined(_ old: [PostingBlock], _ fresh: [PostingBlock]) throws -> [PostingBlock] {
    // All are new: their numbers are those of the builder.
    if known == nil { return fresh }
    guard let placed = placed(old), var list = PostingList(placed), let other = PostingList(fresh),
      list.renumber(numbers, adding: other, added)
    else {
      throw GraphStoreError.damaged(
        path: known?.reader.location.description ?? "", reason: "a list of postings")
    }
    return list.blocks
  }

  private func placed(_ blocks: [PostingBlock]) -> [PostingBlock]? {
    guard let known, !known.places.isEmpty else { return blocks }
    return PostingList.blocks(blocks, known.places)
  }

  private func write(_ term: [UInt8], _ blocks: [PostingBlock], to tables: inout ChunkTables) {
    tables.postings.append((term, blocks))
  }
}
