import GraphModel

/// What a generation has other than the one before it, where that is little: files whose content changed but says
/// the same, so that all their nodes, edges and chunks are there as before, at other places.
public struct GenerationPatch {
  /// One changed file.
  public struct File {
    /// Its number.
    public var number: Int32
    /// The file as it is now, under the same path.
    public var file: IndexedFile
    /// The end of the file.
    public var end: Position
    /// Where each place that something starts at is now.
    public var starts: [Position: Position]
    /// Where each place that something ends at is now.
    public var ends: [Position: Position]
    /// The number of its first chunk.
    public var firstChunk: Int
    /// All its chunks, in order; as many as before.
    public var chunks: [StoredChunk]
    /// The vectors of all its chunks, one after the other; empty if the generation has none.
    public var vectors: [Int8]
    /// The distinct terms of its chunks, one a line.
    public var terms: [UInt8]
    /// A digest of what the chunks were made of.
    public var source: [UInt8]
    /// The facts of its content.
    public var facts: (key: FactsKey, bytes: [UInt8])

    /// Makes a changed file of its parts.
    public init(
      number: Int32, file: IndexedFile, end: Position, starts: [Position: Position],
      ends: [Position: Position], firstChunk: Int, chunks: [StoredChunk], vectors: [Int8],
      terms: [UInt8], source: [UInt8], facts: (key: FactsKey, bytes: [UInt8])
    ) {
      self.number = number
      self.file = file
      self.end = end
      self.starts = starts
      self.ends = ends
      self.firstChunk = firstChunk
      self.chunks = chunks
      self.vectors = vectors
      self.terms = terms
      self.source = source
      self.facts = facts
    }
  }

  /// The changed files, by number.
  public var files: [File]
  /// The terms whose postings changed, in an order that is the same for the same patch, with all their blocks.
  public var postings: [(term: [UInt8], blocks: [PostingBlock])]
  /// The encoded lengths of all chunks.
  public var lengths: [UInt8]
  /// Entries of the `meta` table that change.
  public var meta: [String: String]
  /// By the number of the file what the caller wants to know again of it: of the changed files, and of others if it
  /// wants to know something else.
  public var stamps: [Int32: [UInt8]]
  /// Contents whose facts may stay though no file has them any longer; see ``SpareFacts``.
  public var held: Set<BlobID> = []

  /// Makes a patch of its parts.
  public init(
    files: [File], stamps: [Int32: [UInt8]], postings: [(term: [UInt8], blocks: [PostingBlock])],
    lengths: [UInt8], meta: [String: String]
  ) {
    self.files = files
    self.stamps = stamps
    self.postings = postings
    self.lengths = lengths
    self.meta = meta
  }
}

/// Why a patch cannot be applied: something lies at a place that it does not say the new one of, or links from
/// elsewhere depend on lines. The generation must then be written as a whole.
struct PatchRefusal: Error {}

extension GenerationPatch.File {
  /// Where what starts at `position` starts now; what has no place keeps none.
  func moved(_ position: Position) throws(PatchRefusal) -> Position {
    if position.line == 0 { return position }
    guard let moved = starts[position] else { throw PatchRefusal() }
    return moved
  }

  /// The node at its new places.
  func moved(_ node: Node) throws(PatchRefusal) -> Node {
    var node = node
    switch node.kind {
    case .file, .module, .package: if node.end != nil { node.end = end }
    default:
      if let start = node.start { node.start = try moved(start) }
      if let end = node.end {
        guard let moved = ends[end] else { throw PatchRefusal() }
        node.end = moved
      }
    }
    if let name = node.namePosition { node.namePosition = try moved(name) }
    return node
  }

  /// What the graph holds of the file, at the new places.
  func moved(_ content: FileContent) throws(PatchRefusal) -> FileContent {
    var content = content
    content.file = file
    for index in content.nodes.indices { content.nodes[index].node = try moved(content.nodes[index].node) }
    for index in content.edges.indices {
      content.edges[index].position = try moved(content.edges[index].position)
    }
    for index in content.unresolved.indices {
      content.unresolved[index].position = try moved(content.unresolved[index].position)
    }
    content.edges.sort(by: GraphOrder.precedes)
    content.unresolved.sort(by: GraphOrder.precedes)
    return content
  }
}
