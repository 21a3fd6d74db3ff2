import Embedding
import GraphModel
import GraphStore
import LanguageSupport
import Linking
import Retrieval

/// What edits of files change in the index over their chunks, on top of an earlier generation.
struct ChunkEdits {
  private let reader: GraphReader
  private let files: FileMatching
  private var postings: PostingEdits
  /// In the order of files.
  private var lengths: [(chunks: Range<Int>, lengths: ChunkLengths)] = []
  private var counts: [(file: Int32, count: Int)] = []
  /// How many numbers were taken that no chunk had.
  private var taken = 0
  /// What was edited.
  private(set) var chunks: [GenerationPatch.Chunks] = []

  init(_ reader: GraphReader, _ files: FileMatching) {
    self.reader = reader
    self.files = files
    postings = PostingEdits(reader: reader)
  }

  /// Takes out the chunks of the files that are gone; false if the index is damaged.
  mutating func removeFiles() throws -> Bool {
    for file in files.removed {
      let old = try reader.chunkNumbers(ofFile: file)
      if old.numbers.isEmpty { continue }
      lengths.append((old.first..<old.first + old.numbers.count, ChunkLengths()))
      var none = LexicalIndexBuilder(table: nil)
      guard
        try postings.replace(Set(old.numbers), previous: reader.terms(ofFile: file), with: &none, [])
      else { return false }
    }
    return true
  }

  /// Puts the chunks that a file has now in the place of those that it had. Files come in their order.
  ///
  /// - Parameters:
  ///   - file: its number now.
  ///   - program: the file; nil if it has no facts.
  ///   - nodes: for each chunk the node it shows, as the patch names it.
  ///   - shown: these nodes.
  ///   - content: the file's bytes, which are asked for if the index over its chunks changes.
  /// - Returns: False if the index is damaged, or the content is not there.
  mutating func replace(
    _ file: Int32, with program: ProgramFile?, blob: BlobID?, nodes: [NodeIndex], shown: [Node],
    content: () -> [UInt8]?
  ) throws -> Bool {
    let old = try reader.chunkNumbers(files, file)
    let before = files.before[Int(file)]
    let planned = program?.facts.chunks ?? []
    if planned.isEmpty && old.numbers.isEmpty { return true }
    var item = GenerationPatch.Chunks(
      file: file,
      chunks: zip(planned, nodes).map { StoredChunk(node: $1, file: file, start: $0.start, end: $0.end) },
      numbers: Array(old.numbers.prefix(planned.count)), index: nil)
    let source = program?.chunkSource(blob: blob, shown: shown) ?? []
    let known = try reader.storedTerms(ofFile: before)?.source
    if planned.count != old.numbers.count || known != source {
      let more = planned.count - item.numbers.count
      item.numbers += try reader.unusedChunkNumbers(taken + more)[taken...]
      taken += more
      var index = LexicalIndexBuilder(table: .builtIn)
      if let program, !planned.isEmpty {
        guard let bytes = content() else { return false }
        for (chunk, node) in zip(planned, shown) {
          index.add(ChunkDocument(chunk, of: program, node: node, bytes))
        }
      }
      lengths.append((old.first..<old.first + old.numbers.count, index.lengths))
      counts.append((file, planned.count))
      item.index = GenerationPatch.Chunks.Index(
        vectors: index.vectors, terms: index.takeTerms(), source: source)
      guard
        try postings.replace(
          Set(old.numbers), previous: reader.terms(ofFile: before), with: &index, item.numbers)
      else { return false }
    }
    chunks.append(item)
    return true
  }

  /// The terms whose postings changed, see ``GenerationPatch/postings``.
  var changedPostings: [(term: [UInt8], blocks: [PostingBlock])] { postings.changes }

  /// See ``GenerationPatch/lengths``.
  func changedLengths() throws -> (lengths: [UInt8], perFile: [UInt8])? {
    if lengths.isEmpty && files.isSame { return nil }
    guard var all = ChunkLengths(try reader.chunkLengths()),
      let before = ChunkLengths(try reader.chunksPerFile())
    else { throw reader.damaged("the lengths of chunks") }
    // From behind, so that the places of those before stay: new chunks come before the ones at their place.
    let behind = lengths.enumerated().sorted { left, right in
      (left.element.chunks.lowerBound, left.element.chunks.upperBound, left.offset)
        > (right.element.chunks.lowerBound, right.element.chunks.upperBound, right.offset)
    }
    for item in behind { all.replace(item.element.chunks, with: item.element.lengths) }
    let changed = Dictionary(counts.map { ($0.file, $0.count) }) { $1 }
    var perFile = ChunkLengths()
    for (file, place) in files.before.enumerated() {
      let known = before.values.indices.contains(Int(place)) ? Int(before.values[Int(place)]) : 0
      perFile.append(changed[Int32(file)] ?? known)
    }
    return (all.encoded, perFile.encoded)
  }
}

/// The postings that changes of chunks change.
struct PostingEdits {
  let reader: GraphReader
  private var lists: [[UInt8]: PostingList] = [:]
  private var edited: Set<[UInt8]> = []

  init(reader: GraphReader) { self.reader = reader }

  /// Puts the postings of `index`, whose chunks get these numbers, in the place of those of `chunks`, whose terms were
  /// `previous`, one a line. False if the index is damaged.
  mutating func replace(
    _ chunks: Set<Int32>, previous: [UInt8], with index: inout LexicalIndexBuilder, _ numbers: [Int32]
  ) throws -> Bool {
    var fresh: [[UInt8]: [PostingBlock]] = [:]
    index.forEachBlock { term, _, block in fresh[Array(term), default: []].append(block) }
    let terms = Set(previous.split(separator: 0x0A).map(Array.init)).union(fresh.keys)
    for term in terms {
      guard var list = try lists[term] ?? PostingList(reader.postings(term: term)),
        let other = PostingList(fresh[term] ?? [])
      else { return false }
      guard list.replace(chunks, with: other, numbers) else { continue }
      lists[term] = list
      edited.insert(term)
    }
    return true
  }

  /// The terms whose postings changed, by their bytes, with all their blocks.
  var changes: [(term: [UInt8], blocks: [PostingBlock])] {
    edited.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0, lists[$0]?.blocks ?? []) }
  }
}
