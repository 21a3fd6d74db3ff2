import GraphModel
import LanguageSupport

/// Pass 2: a node for each definition, with its symbol id, and the `contains` edges among them.
///
/// An id is made of names alone: module, enclosing types, the name with its labels. Where several
/// definitions share it, all of them add their overload key; those that still share it are numbered in
/// order of path and place. So an edit elsewhere never changes an id, and a line never enters one.
struct DefinitionPass {
  private let structure: StructurePass
  /// For each parsed file and definition what the ids of its members begin with.
  private var memberPrefixes: [[String]] = []
  private var bases: [[String]] = []

  init(structure: StructurePass) {
    self.structure = structure
    for (file, program) in structure.parsed.enumerated() { addBases(program.facts, file) }
  }

  /// Adds the nodes and returns the program that languages link.
  func run(into builder: inout GraphBuilder) -> Program {
    var count: [String: Int] = [:]
    for bases in bases { for base in bases { count[base, default: 0] += 1 } }
    var ids = UniqueIDs()
    var definitionNodes: [[NodeIndex]] = []
    for (file, program) in structure.parsed.enumerated() {
      let facts = program.facts
      var nodes: [NodeIndex] = []
      nodes.reserveCapacity(facts.definitions.count)
      var qualified: [String] = []
      qualified.reserveCapacity(facts.definitions.count)
      for (index, definition) in facts.definitions.enumerated() {
        let base = bases[file][index]
        let parentPrefix = prefix(ofParent: definition.parent, file)
        var id = base
        if count[base, default: 0] > 1 {
          let key = facts.names.string(definition.overloadKey)
          id = ids.claim(Self.id(definition, facts, parentPrefix, key)) { ordinal in
            Self.id(definition, facts, parentPrefix, key + "+\(ordinal)")
          }
        }
        let outer =
          definition.parent >= 0 ? qualified[Int(definition.parent)] : structure.namePrefixes[file]
        qualified.append(Self.qualifiedName(definition, facts, outer))
        let node = builder.add(
          makeNode(definition, program, id: id, qualifiedName: qualified[index]))
        nodes.append(node)
        let source = definition.parent >= 0 ? nodes[Int(definition.parent)] : structure.fileNodes[file]
        builder.add(
          Edge(
            kind: .contains, source: source, target: node, file: structure.fileIndices[file],
            position: facts.lines.position(definition.nameStart)))
      }
      definitionNodes.append(nodes)
    }
    return program(definitionNodes)
  }

  /// The program, with the code in documents: what that defines are no nodes.
  private func program(_ definitionNodes: [[NodeIndex]]) -> Program {
    var snippets: [ProgramFile] = []
    var fileIndices = structure.fileIndices
    var fileNodes = structure.fileNodes
    var nodes = definitionNodes
    for (file, source) in structure.parsed.enumerated() {
      for code in source.facts.embedded {
        snippets.append(ProgramFile(path: source.path, language: code.language, facts: code.facts))
        fileIndices.append(fileIndices[file])
        fileNodes.append(code.definition < 0 ? fileNodes[file] : nodes[file][Int(code.definition)])
        nodes.append([NodeIndex](repeating: -1, count: code.facts.definitions.count))
      }
    }
    return Program(
      files: structure.parsed, snippets: snippets, fileIndices: fileIndices, fileNodes: fileNodes,
      definitionNodes: nodes, structures: structure.structures, structureNodes: structure.structureNodes)
  }

  private mutating func addBases(_ facts: FileFacts, _ file: Int) {
    var prefixes: [String] = []
    prefixes.reserveCapacity(facts.definitions.count)
    var bases: [String] = []
    bases.reserveCapacity(facts.definitions.count)
    for definition in facts.definitions {
      let parent =
        definition.parent >= 0 ? prefixes[Int(definition.parent)] : structure.idPrefixes[file]
      let base = Self.id(definition, facts, parent, "")
      bases.append(base)
      switch definition.kind {
      case .extension:
        // Members belong to the extended type, wherever that is declared.
        let types = facts.names.string(definition.name).split(separator: ".")
        let module = structure.idPrefixes[file]
        prefixes.append(module + types.map { SymbolID.descriptor(String($0), .type) }.joined())
      default: prefixes.append(base)
      }
    }
    memberPrefixes.append(prefixes)
    self.bases.append(bases)
  }

  private func prefix(ofParent parent: DefinitionIndex, _ file: Int) -> String {
    parent >= 0 ? memberPrefixes[file][Int(parent)] : structure.idPrefixes[file]
  }

  private static func id(
    _ definition: Definition, _ facts: FileFacts, _ prefix: String, _ disambiguator: String
  ) -> String {
    let name = facts.names.string(definition.name)
    switch definition.kind {
    case .document where definition.parent < 0 && disambiguator.isEmpty:
      return prefix  // the file's path says it all
    case .function, .method, .initializer, .subscript, .operator:
      let labels = facts.names.string(definition.labels).dropFirst().dropLast()
      return prefix + SymbolID.descriptor(name, .method, disambiguator: labels + disambiguator)
    case .extension:
      return prefix + SymbolID.descriptor("extension " + name, .type, disambiguator: disambiguator)
    case .enumCase:
      return prefix
        + SymbolID.descriptor(
          name + facts.names.string(definition.labels), .term, disambiguator: disambiguator)
    default:
      return prefix
        + SymbolID.descriptor(name, suffix(definition.kind), disambiguator: disambiguator)
    }
  }

  private static func suffix(_ kind: NodeKind) -> SymbolID.Suffix {
    switch kind {
    case .class, .struct, .enum, .actor, .protocol, .typeAlias, .associatedType, .typeParameter: .type
    case .macro: .macro
    case .document, .section, .codeBlock: .meta
    default: .term
    }
  }

  private static func qualifiedName(_ definition: Definition, _ facts: FileFacts, _ outer: String) -> String {
    let own = facts.names.string(definition.name) + facts.names.string(definition.labels)
    switch definition.kind {
    case .section, .codeBlock: return outer.isEmpty ? own : outer + " › " + own
    default: return outer.isEmpty ? own : outer + "." + own
    }
  }

  private func makeNode(
    _ definition: Definition, _ program: ProgramFile, id: String, qualifiedName: String
  ) -> Node {
    let facts = program.facts
    var node = Node(
      id: id, kind: definition.kind, name: facts.names.string(definition.name),
      qualifiedName: qualifiedName, language: program.language, path: program.path,
      start: facts.lines.position(definition.start), end: facts.lines.position(definition.end),
      namePosition: facts.lines.position(definition.nameStart),
      signature: facts.names.text(definition.signature), doc: facts.names.text(definition.doc),
      properties: NodeProperties.of(definition, facts))
    if node.name.isEmpty {
      node.name = program.path.lastComponent.display
      if node.qualifiedName.isEmpty { node.qualifiedName = node.name }
    }
    return node
  }
}
