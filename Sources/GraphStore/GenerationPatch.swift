import GraphModel

/// What a generation has other than the one before it.
public struct GenerationPatch {
  /// What the graph holds of one file, or of no file.
  public struct Part: Equatable {
    /// The number of the file in the new generation; -1 for what lies in none.
    public var number: Int32
    /// The file; nil for what lies in none.
    public var file: IndexedFile?
    /// In the order of their ids.
    public var nodes: [Node]
    /// Those whose site is in the file. They name nodes by numbers that ``GenerationPatch/id`` knows.
    public var edges: [Edge]
    /// References in the file without a target, likewise.
    public var unresolved: [UnresolvedReference]

    /// Makes a part.
    public init(
      number: Int32, file: IndexedFile?, nodes: [Node], edges: [Edge], unresolved: [UnresolvedReference]
    ) {
      self.number = number
      self.file = file
      self.nodes = nodes
      self.edges = edges
      self.unresolved = unresolved
    }
  }

  /// The chunks of one file, all of them.
  public struct Chunks {
    /// The number of the file.
    public var file: Int32
    /// In their order; they name nodes as edges do.
    public var chunks: [StoredChunk]
    /// For each the number by which postings name it: one that the file's chunks had, or one that
    /// ``GraphReader/unusedChunkNumbers(_:)`` gave. Ascending.
    public var numbers: [Int32]
    /// What search knows of them; nil if that is as it was.
    public var index: Index?

    /// Makes a value of its parts.
    public init(file: Int32, chunks: [StoredChunk], numbers: [Int32], index: Index?) {
      self.file = file
      self.chunks = chunks
      self.numbers = numbers
      self.index = index
    }

    /// What search knows of a file's chunks, beside the postings.
    public struct Index {
      /// The vectors, one after the other; empty if the generation has none.
      public var vectors: [Int8]
      /// The distinct terms, one a line.
      public var terms: [UInt8]
      /// A digest of what the chunks were made of.
      public var source: [UInt8]

      /// Makes a value of its parts.
      public init(vectors: [Int8], terms: [UInt8], source: [UInt8]) {
        self.vectors = vectors
        self.terms = terms
        self.source = source
      }
    }
  }

  /// Which files there are.
  public var files: FileMatching
  /// The parts of the graph that change, each once; those of new files are among them.
  public var parts: [Part]
  /// The symbol id of a node that parts and chunks name.
  public var id: (NodeIndex) throws -> String
  /// The files whose chunks change, by number; all that are among the parts and have chunks, or had. Those of files
  /// that are gone go without.
  public var chunks: [Chunks]
  /// The terms whose postings changed, in an order that is the same for the same patch, with all their blocks.
  public var postings: [(term: [UInt8], blocks: [PostingBlock])]
  /// The encoded lengths of all chunks, and how many each file has; nil if they are as they were.
  public var lengths: (lengths: [UInt8], perFile: [UInt8])?
  /// What earlier commits say, if that changes or the files do.
  public var history: HistoryChange = .same
  /// All communities, naming nodes as edges do; nil if they are as they were.
  public var communities: [Community]?
  /// Facts of contents that are new.
  public var facts: [(key: FactsKey, bytes: [UInt8])]
  /// By the number of the file what the caller wants to know again of it: of the changed files, and of others if it
  /// wants to know something else.
  public var stamps: [Int32: [UInt8]]
  /// Entries of the `meta` table that change.
  public var meta: [String: String]
  /// Entries of the `meta` table that go.
  public var removedMeta: [String] = []
  /// Contents whose facts may stay though no file has them any longer; see ``SpareFacts``.
  public var held: Set<BlobID> = []
  /// Databases that the generation may hold only the difference from, best first: those that hold nothing which must
  /// not lie beside it. None for a generation that shall hold all its pages.
  public var bases: [BaseCandidate] = []

  /// Makes a patch of its parts.
  public init(
    files: FileMatching, parts: [Part], id: @escaping (NodeIndex) throws -> String, chunks: [Chunks],
    postings: [(term: [UInt8], blocks: [PostingBlock])], lengths: (lengths: [UInt8], perFile: [UInt8])?,
    communities: [Community]?, facts: [(key: FactsKey, bytes: [UInt8])], stamps: [Int32: [UInt8]],
    meta: [String: String]
  ) {
    self.files = files
    self.parts = parts
    self.id = id
    self.chunks = chunks
    self.postings = postings
    self.lengths = lengths
    self.communities = communities
    self.facts = facts
    self.stamps = stamps
    self.meta = meta
  }
}

/// What a patch does to the history.
public enum HistoryChange: Sendable, Equatable {
  /// Nothing.
  case same
  /// There are other files, but the same commits.
  case matched(StoredHistory)
  /// There are other commits.
  case read(StoredHistory)
  /// There is none any longer.
  case gone
}

/// Why a patch cannot be applied: the generation is not what it was made for, or would be too much in pieces. The
/// next generation must then be written as a whole.
struct PatchRefusal: Error {}
