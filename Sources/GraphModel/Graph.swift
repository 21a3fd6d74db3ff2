/// A node's place in ``Graph/nodes``.
public typealias NodeIndex = Int32

/// A node of the property graph.
public struct Node: Sendable, Hashable {
  /// The symbol id: readable, stable, unique in the graph; see ``SymbolID``.
  public var id: String
  /// What it stands for or says.
  public var kind: NodeKind
  /// The declared name alone: `read`.
  public var name: String
  /// The name within its language's scopes: `DatabasePool.read(_:)`, `flask.app.Flask.route`.
  public var qualifiedName: String
  /// Nil for the repository and for files without a language.
  public var language: LanguageID?
  /// The file that defines the node; nil for external nodes, packages and modules of several files.
  public var path: SourcePath?
  /// Half-open span of the whole definition.
  public var start: Position?
  /// One past the last byte of the definition.
  public var end: Position?
  /// Where the declared identifier stands.
  public var namePosition: Position?
  /// One line, as declared, without the body.
  public var signature: String?
  /// The documentation text without comment marks.
  public var doc: String?
  /// Further facts, for example `("access", "public")`; sorted by key, keys unique.
  public var properties: [Property]

  /// One named fact about a node.
  public struct Property: Sendable, Hashable {
    /// The name of the fact.
    public var key: String
    /// The fact, as text.
    public var value: String

    /// Makes a value of its parts.
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// Makes a value of its parts.
  public init(
    id: String, kind: NodeKind, name: String, qualifiedName: String, language: LanguageID?,
    path: SourcePath? = nil, start: Position? = nil, end: Position? = nil, namePosition: Position? = nil,
    signature: String? = nil, doc: String? = nil, properties: [Property] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.qualifiedName = qualifiedName
    self.language = language
    self.path = path
    self.start = start
    self.end = end
    self.namePosition = namePosition
    self.signature = signature
    self.doc = doc
    self.properties = properties
  }
}

/// A directed edge with the place in the source that says so.
public struct Edge: Sendable, Hashable {
  /// What it stands for or says.
  public var kind: EdgeKind
  /// Where it starts.
  public var source: NodeIndex
  /// Where it points.
  public var target: NodeIndex
  /// Index of the file in ``Graph/files`` whose text makes this edge, or -1 where no file does (`contains`
  /// among folders and packages).
  public var file: Int32
  /// The identifier that makes the reference; line 0 where no file does.
  public var position: Position
  /// How the edge came to be known.
  public var resolution: Resolution
  /// How many candidates remained: 1 unless ambiguous.
  public var candidates: Int32

  /// Makes a value of its parts.
  public init(
    kind: EdgeKind, source: NodeIndex, target: NodeIndex, file: Int32, position: Position,
    resolution: Resolution = .exact, candidates: Int32 = 1
  ) {
    self.kind = kind
    self.source = source
    self.target = target
    self.file = file
    self.position = position
    self.resolution = resolution
    self.candidates = candidates
  }
}

/// A reference that no definition could be found for, kept with the reason.
public struct UnresolvedReference: Sendable, Hashable {
  /// What it stands for or says.
  public var kind: EdgeKind
  /// The name as written.
  public var name: String
  /// Where it starts.
  public var source: NodeIndex
  /// Index in ``Graph/files``.
  public var file: Int32
  /// Where the name stands.
  public var position: Position
  /// A short stable phrase, for example `no such module member`.
  public var reason: String

  /// Makes a value of its parts.
  public init(
    kind: EdgeKind, name: String, source: NodeIndex, file: Int32, position: Position, reason: String
  ) {
    self.kind = kind
    self.name = name
    self.source = source
    self.file = file
    self.position = position
    self.reason = reason
  }
}

/// A file of the indexed tree, parsed or skipped.
public struct IndexedFile: Sendable, Hashable {
  /// Relative to the indexed root.
  public var path: SourcePath
  /// Nil if no parser of ours is meant for it.
  public var language: LanguageID?
  /// Nil if the file was never read (too large, unreadable, …).
  public var blob: BlobID?
  /// Number of lines; 0 if skipped.
  public var lines: Int32
  /// Number of places where the parser had to recover.
  public var parseErrors: Int32
  /// Nil if the file was parsed.
  public var skipReason: SkipReason?

  /// Makes a value of its parts.
  public init(
    path: SourcePath, language: LanguageID?, blob: BlobID?, lines: Int32 = 0, parseErrors: Int32 = 0,
    skipReason: SkipReason? = nil
  ) {
    self.path = path
    self.language = language
    self.blob = blob
    self.lines = lines
    self.parseErrors = parseErrors
    self.skipReason = skipReason
  }
}

/// A whole linked program: what one generation of the database holds.
///
/// Invariant of a finished graph: `files` are sorted by path, `nodes` by id (ids unique), `edges` and
/// `unresolved` by all their fields in order of declaration; so equal inputs give equal bytes.
public struct Graph: Sendable, Equatable {
  /// Every file of the tree that a language claims.
  public var files: [IndexedFile]
  /// Every definition, module, package and file, and what is referenced outside.
  public var nodes: [Node]
  /// Every resolved reference and containment.
  public var edges: [Edge]
  /// Every reference without a target.
  public var unresolved: [UnresolvedReference]

  /// Makes a value of its parts.
  public init(
    files: [IndexedFile] = [], nodes: [Node] = [], edges: [Edge] = [],
    unresolved: [UnresolvedReference] = []
  ) {
    self.files = files
    self.nodes = nodes
    self.edges = edges
    self.unresolved = unresolved
  }
}
