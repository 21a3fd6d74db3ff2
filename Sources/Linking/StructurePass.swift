import GraphModel
import LanguageSupport

/// Pass 1: the repository, the packages and modules that the languages see, and the files.
struct StructurePass {
  let languages: [any Language]
  let files: [IndexedFile]
  let facts: [FileFacts?]

  /// The parsed files, sorted by path.
  private(set) var parsed: [ProgramFile] = []
  /// For each parsed file its index in `files`.
  private(set) var fileIndices: [Int32] = []
  /// For each parsed file its node.
  private(set) var fileNodes: [NodeIndex] = []
  /// For each parsed file what its definitions' ids begin with.
  private(set) var idPrefixes: [String] = []
  /// For each parsed file what its definitions' qualified names begin with: empty or `flask.app`.
  private(set) var namePrefixes: [String] = []
  private(set) var structures: [LanguageID: [ModuleStructure]] = [:]
  private(set) var structureNodes: [LanguageID: [NodeIndex]] = [:]

  init(languages: [any Language], files: [IndexedFile], facts: [FileFacts?]) {
    self.languages = languages
    self.files = files
    self.facts = facts
  }

  mutating func run(into builder: inout GraphBuilder) {
    let repository = builder.add(
      Node(
        id: SymbolID.prefix(scheme: "repository") + SymbolID.descriptor("root", .namespace),
        kind: .repository, name: ".", qualifiedName: ".", language: nil))
    addFiles(to: &builder)
    var owner = [NodeIndex](repeating: repository, count: parsed.count)
    for language in languages { addStructures(of: language, repository, &owner, &builder) }
    var isParsed = [Bool](repeating: false, count: files.count)
    for (index, node) in fileNodes.enumerated() {
      isParsed[Int(fileIndices[index])] = true
      builder.add(
        Edge(
          kind: .contains, source: owner[index], target: node, file: fileIndices[index],
          position: Position(line: 0, column: 0)))
    }
    for index in files.indices where !isParsed[index] {
      let node = builder.add(fileNode(files[index], lines: nil))
      builder.add(
        Edge(
          kind: .contains, source: repository, target: node, file: Int32(index),
          position: Position(line: 0, column: 0)))
    }
  }

  private mutating func addFiles(to builder: inout GraphBuilder) {
    for (index, file) in files.enumerated() {
      guard let facts = facts[index], let language = file.language else { continue }
      parsed.append(ProgramFile(path: file.path, language: language, facts: facts))
      fileIndices.append(Int32(index))
      fileNodes.append(builder.add(fileNode(file, lines: facts.lines)))
      // Where no structure claims the file its path qualifies what it defines.
      idPrefixes.append(
        SymbolID.prefix(scheme: language.name) + SymbolID.path(file.path, last: .namespace))
      namePrefixes.append("")
    }
  }

  private func fileNode(_ file: IndexedFile, lines: LineTable?) -> Node {
    let path = file.path.display
    return Node(
      id: SymbolID.file(file.path), kind: .file,
      name: file.path.lastComponent.display, qualifiedName: path, language: file.language, path: file.path,
      start: Position(line: 1, column: 1), end: lines.map { $0.position($0.byteCount) })
  }

  private mutating func addStructures(
    of language: any Language, _ repository: NodeIndex, _ owner: inout [NodeIndex],
    _ builder: inout GraphBuilder
  ) {
    let mine = parsed.indices.filter { parsed[$0].language == language.id }
    var found = language.structure(of: mine.map { parsed[$0] })
    var nodes: [NodeIndex] = []
    var ids = UniqueIDs()
    var count: [[String]: Int] = [:]
    for structure in found { count[structure.components, default: 0] += 1 }
    for index in found.indices {
      found[index].files = found[index].files.map { mine[$0] }
      let structure = found[index]
      let repeats = count[structure.components, default: 0] > 1
      let root = repeats ? structure.root : ""
      let id = ids.claim(Self.id(structure, language.id, root)) { ordinal in
        Self.id(structure, language.id, root + "+\(ordinal)")
      }
      let single = onlySource(of: structure)
      let lines = single.map { parsed[$0].facts.lines }
      var node = Node(
        id: id, kind: structure.kind, name: structure.name, qualifiedName: structure.qualifiedName,
        language: language.id)
      if let single {
        node.path = parsed[single].path
        node.start = Position(line: 1, column: 1)
        node.end = lines.map { $0.position($0.byteCount) }
        node.doc = parsed[single].facts.names.text(parsed[single].facts.doc)
      }
      let index = builder.add(node)
      nodes.append(index)
      builder.add(
        Edge(
          kind: .contains, source: structure.parent < 0 ? repository : nodes[structure.parent],
          target: index, file: -1, position: Position(line: 0, column: 0)))
      for file in structure.files {
        owner[file] = index
        idPrefixes[file] = id
        namePrefixes[file] = structure.membersQualified ? structure.qualifiedName : ""
      }
    }
    structures[language.id] = found
    structureNodes[language.id] = nodes
  }

  /// The file that is all of a structure, or the source that a stub of the same name lies beside.
  private func onlySource(of structure: ModuleStructure) -> Int? {
    guard let first = structure.files.first else { return nil }
    func stem(_ file: Int) -> Substring {
      let path = parsed[file].path.display
      return path[..<(path.lastIndex(of: ".") ?? path.endIndex)]
    }
    return structure.files.allSatisfy { stem($0) == stem(first) } ? first : nil
  }

  private static func id(
    _ structure: ModuleStructure, _ language: LanguageID, _ disambiguator: String
  ) -> String {
    let outer = structure.components.dropLast().map { SymbolID.descriptor($0, .namespace) }.joined()
    let own = structure.components.last ?? structure.name
    return SymbolID.prefix(scheme: language.name) + outer
      + SymbolID.descriptor(own, .namespace, disambiguator: disambiguator)
  }
}

/// Hands out each id once; a taken one gets the first free ordinal.
struct UniqueIDs {
  private var next: [String: Int] = [:]

  /// `base` if it is free, else the first free of `numbered(1)`, `numbered(2)`, ….
  mutating func claim(_ base: String, numbered: (Int) -> String) -> String {
    guard var ordinal = next[base] else {
      next[base] = 1
      return base
    }
    var id = numbered(ordinal)
    while next[id] != nil {
      ordinal += 1
      id = numbered(ordinal)
    }
    next[base] = ordinal + 1
    next[id] = 1
    return id
  }
}
