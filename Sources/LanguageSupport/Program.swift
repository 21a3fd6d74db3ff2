import GraphModel

/// One parsed file of the program that is linked.
public struct ProgramFile: Sendable {
  /// Relative to the indexed root.
  public let path: SourcePath
  /// The language that parsed it.
  public let language: LanguageID
  /// What was found in it.
  public let facts: FileFacts

  /// Makes a file of its parts.
  public init(path: SourcePath, language: LanguageID, facts: FileFacts) {
    self.path = path
    self.language = language
    self.facts = facts
  }
}

/// A package or module that files belong to, as their language sees it.
public struct ModuleStructure: Sendable, Equatable {
  /// `package` or `module`.
  public var kind: NodeKind
  /// The name alone: `app`.
  public var name: String
  /// The dotted name: `flask.app`. Also what the members' qualified names begin with, if the language
  /// says so (`membersQualified`).
  public var qualifiedName: String
  /// The names of the enclosing packages and of this one, outermost first; they become descriptors.
  public var components: [String]
  /// Index of the enclosing structure in the same array (it comes earlier), or -1.
  public var parent: Int
  /// Indices of the files that belong to it directly, ascending.
  public var files: [Int]
  /// Tells structures of equal components apart (the folder their import path starts from); enters the
  /// symbol id only where they are.
  public var root: String
  /// True if a member's qualified name begins with the structure's (Python's `flask.app.Flask`).
  public var membersQualified: Bool

  /// Makes a value of its parts.
  public init(
    kind: NodeKind, name: String, qualifiedName: String, components: [String], parent: Int, files: [Int],
    root: String, membersQualified: Bool
  ) {
    self.kind = kind
    self.name = name
    self.qualifiedName = qualifiedName
    self.components = components
    self.parent = parent
    self.files = files
    self.root = root
    self.membersQualified = membersQualified
  }
}

/// The parsed files of the whole tree with the nodes that stand for them.
public struct Program: Sendable {
  /// Sorted by path; all languages.
  public let files: [ProgramFile]
  /// The code that documents show, in the order of the documents and of the places in them. They are numbered after
  /// `files`, have the path of their document and a place in the arrays below, but are part of no module: linkers
  /// resolve what they refer to when all edges of the files are made, so that no file's edges depend on them.
  public let snippets: [ProgramFile]
  /// For each file its index in ``Graph/files`` (skipped files are there too).
  public let fileIndices: [Int32]
  /// For each file the node of kind `file`; for a snippet that of what shows it.
  public let fileNodes: [NodeIndex]
  /// For each file the node of each definition; -1 where a definition is not a node.
  public let definitionNodes: [[NodeIndex]]
  /// The structures of each language, as ``Language/structure(of:)`` gave them, with `files` as indices
  /// into this program's files.
  public let structures: [LanguageID: [ModuleStructure]]
  /// The nodes of the structures, in the same order.
  public let structureNodes: [LanguageID: [NodeIndex]]
  /// How many threads a linker may use, from 1; what it finds is the same with any number.
  public var threads = 1

  /// Makes a value of its parts.
  public init(
    files: [ProgramFile], snippets: [ProgramFile] = [], fileIndices: [Int32], fileNodes: [NodeIndex],
    definitionNodes: [[NodeIndex]], structures: [LanguageID: [ModuleStructure]],
    structureNodes: [LanguageID: [NodeIndex]]
  ) {
    self.files = files
    self.snippets = snippets
    self.fileIndices = fileIndices
    self.fileNodes = fileNodes
    self.definitionNodes = definitionNodes
    self.structures = structures
    self.structureNodes = structureNodes
  }

  /// The file of that number, or the snippet.
  public func file(_ number: Int) -> ProgramFile {
    number < files.count ? files[number] : snippets[number - files.count]
  }

  /// True for the number of a snippet.
  public func isSnippet(_ number: Int) -> Bool { number >= files.count }

  /// The numbers of the snippets in a language, ascending.
  public func snippets(in language: LanguageID) -> [Int] {
    snippets.indices.filter { snippets[$0].language == language }.map { $0 + files.count }
  }

  /// The node a reference inside `definition` of file `file` starts from: the innermost enclosing
  /// definition that is a node, or the file.
  public func source(file: Int, definition: DefinitionIndex) -> NodeIndex {
    var current = definition
    while current >= 0 {
      let node = definitionNodes[file][Int(current)]
      if node >= 0 { return node }
      current = self.file(file).facts.definitions[Int(current)].parent
    }
    return fileNodes[file]
  }
}

/// What tells things outside of the tree apart.
private struct ExternalName: Hashable {
  var language: LanguageID
  var name: String
}

/// Collects the nodes and edges of a graph while it is linked.
public struct GraphBuilder: Sendable {
  /// In order of addition; a fork's own alone.
  public private(set) var nodes: [Node] = []
  /// In order of addition.
  public private(set) var edges: [Edge] = []
  /// In order of addition.
  public private(set) var unresolved: [UnresolvedReference] = []
  private var externals: [ExternalName: NodeIndex] = [:]
  /// The number of the first node: of a fork that many belong to the builder it was made of.
  private var firstNode: NodeIndex = 0

  /// Makes an empty builder.
  public init() {}

  /// An empty builder for another thread, which may name the nodes that this one has now, and ``join(_:)`` brings back.
  public func fork() -> GraphBuilder {
    var fork = GraphBuilder()
    fork.firstNode = firstNode + NodeIndex(nodes.count)
    return fork
  }

  /// Adds all that a fork of this builder holds. Forks that join in the order in which one builder would have been given
  /// their parts leave the same as that one. O(what the fork holds).
  public mutating func join(_ fork: GraphBuilder) {
    let own = fork.firstNode
    let numbers = fork.nodes.map { node in
      guard node.kind == .external, let language = node.language else { return add(node) }
      return external(node.qualifiedName, name: node.name, language: language)
    }
    func place(_ node: NodeIndex) -> NodeIndex { node < own ? node : numbers[Int(node - own)] }
    edges.reserveCapacity(edges.count + fork.edges.count)
    for var edge in fork.edges {
      edge.source = place(edge.source)
      edge.target = place(edge.target)
      edges.append(edge)
    }
    for var reference in fork.unresolved {
      reference.source = place(reference.source)
      unresolved.append(reference)
    }
  }

  /// Adds a node. The caller keeps ids unique.
  public mutating func add(_ node: Node) -> NodeIndex {
    nodes.append(node)
    return firstNode + NodeIndex(nodes.count - 1)
  }

  /// Adds an edge.
  public mutating func add(_ edge: Edge) { edges.append(edge) }

  /// Takes out edges and unresolved references that a pass knows better. O(edges).
  public mutating func remove(
    edges isEdgeOut: (Edge) -> Bool, unresolved isReferenceOut: (UnresolvedReference) -> Bool
  ) {
    edges.removeAll(where: isEdgeOut)
    unresolved.removeAll(where: isReferenceOut)
  }

  /// Adds a reference without a target.
  public mutating func add(_ reference: UnresolvedReference) { unresolved.append(reference) }

  /// The node for something outside the tree, made when it is first asked for. `qualifiedName` is dotted:
  /// `os.path.join`. `name` is the declared name alone, by default what follows the last dot.
  public mutating func external(
    _ qualifiedName: String, name: String? = nil, language: LanguageID
  ) -> NodeIndex {
    let key = ExternalName(language: language, name: qualifiedName)
    if let known = externals[key] { return known }
    let id =
      SymbolID.prefix(scheme: language.name) + SymbolID.descriptor("external", .meta)
      + SymbolID.descriptor(qualifiedName, .term)
    let name = name ?? qualifiedName.split(separator: ".").last.map(String.init) ?? qualifiedName
    let index = add(
      Node(id: id, kind: .external, name: name, qualifiedName: qualifiedName, language: language))
    externals[key] = index
    return index
  }
}

/// A pass over the whole program after the languages' linkers: it sees their nodes and edges.
public protocol LinkPass: Sendable {
  /// Adds what it finds, and takes out what it knows better. A function of its own state, the program and the graph.
  func run(_ program: Program, into graph: inout GraphBuilder)
}
