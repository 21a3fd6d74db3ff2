import GraphModel

/// All that one generation of the database holds. What is large and not needed at once is asked for while
/// it is written: cached facts and the texts of chunks never lie in memory all together.
public struct GenerationContents {
  /// The linked program. Its invariant holds: files sorted by path, nodes by the bytes of their ids.
  public var graph: Graph

  /// The communities of the program: subsystems before parts, each sorted by id.
  public var communities: [Community]

  /// What the caller wants to know again of each file, for example its size and times; beside
  /// `graph.files`, or empty.
  public var stamps: [[UInt8]]

  /// What earlier commits say about the files; nil outside of git.
  public var history: StoredHistory?

  /// Entries for the `meta` table beside the store's own, for example versions of parsers. Keys that
  /// ``GraphMeta`` names are the store's.
  public var meta: [String: String]

  /// Gives the facts of parsed files to the sink.
  public var facts: (inout FactsSink) throws -> Void

  /// Facts of the previous generation that no file needs and that may stay.
  public var spareFacts: [SpareFacts]

  /// Gives the chunks and their token texts to the sink.
  public var chunks: (inout ChunkSink) throws -> Void

  /// How many threads may be used.
  public var threads: Int

  /// Makes contents of their parts.
  public init(
    graph: Graph, communities: [Community] = [], stamps: [[UInt8]] = [], history: StoredHistory? = nil,
    meta: [String: String] = [:],
    facts: @escaping (inout FactsSink) throws -> Void = { _ in }, spareFacts: [SpareFacts] = [],
    chunks: @escaping (inout ChunkSink) throws -> Void = { _ in }, threads: Int = 1
  ) {
    self.graph = graph
    self.communities = communities
    self.stamps = stamps
    self.history = history
    self.meta = meta
    self.facts = facts
    self.spareFacts = spareFacts
    self.chunks = chunks
    self.threads = threads
  }
}

/// Names the cached facts of one content.
public struct FactsKey: Sendable, Hashable {
  /// The content.
  public var blob: BlobID
  /// The language it was parsed as.
  public var language: LanguageID
  /// The parser's version.
  public var version: Int

  /// Makes a key of its parts.
  public init(blob: BlobID, language: LanguageID, version: Int) {
    self.blob = blob
    self.language = language
    self.version = version
  }
}

/// A piece of text that search returns as one result.
public struct StoredChunk: Sendable, Hashable {
  /// The definition it shows, or the node that stands for the file.
  public var node: NodeIndex
  /// Index in ``Graph/files`` of the file it lies in.
  public var file: Int32
  /// Where it begins, in bytes from the beginning of the file.
  public var start: UInt32
  /// Where it ends, in bytes; not before its beginning.
  public var end: UInt32

  /// Makes a chunk of its parts.
  public init(node: NodeIndex, file: Int32, start: UInt32, end: UInt32) {
    self.node = node
    self.file = file
    self.start = start
    self.end = end
  }
}
