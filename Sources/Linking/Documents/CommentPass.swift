import GraphModel
import LanguageSupport

/// What documentation comments name becomes `mentions` edges of the definitions that they document.
///
/// A name is looked up as the code around the comment would: among the members of the types around it, then in its
/// module, then anywhere; always in its own language.
struct CommentPass {
  private let program: Program
  private let mentions: MentionResolver
  /// For each file the symbol of its module, or -1.
  private let moduleOfFile: [Int]
  /// Names that documents describe and code does not define, with their sections.
  private let declared: [String: NodeIndex]

  init(_ program: Program, _ mentions: MentionResolver, declared: [String: NodeIndex]) {
    self.program = program
    self.mentions = mentions
    self.declared = declared
    var modules = [Int](repeating: -1, count: program.files.count)
    for language in program.structures.keys.sorted() {
      let nodes = program.structureNodes[language] ?? []
      for (structure, node) in zip(program.structures[language] ?? [], nodes) {
        for file in structure.files { modules[file] = mentions.symbol(of: node) ?? -1 }
      }
    }
    moduleOfFile = modules
  }

  /// Adds the edges of all comments but those of tests and examples. O(names) look-ups.
  func run(into graph: inout GraphBuilder) {
    for (file, source) in program.files.enumerated() where !source.path.isAside {
      link(file, source, &graph)
    }
  }

  private func link(_ file: Int, _ source: ProgramFile, _ graph: inout GraphBuilder) {
    let facts = source.facts
    var place = MentionResolver.Place(
      folder: source.path.directory.bytes, isAside: source.path.isAside, language: source.language)
    var owner = DefinitionIndex(-2)
    var parameters: Set<Substring>?
    for reference in facts.mentions {
      if reference.owner != owner {
        owner = reference.owner
        place.subjects = subjects(of: owner, file)
        parameters = nil
      }
      let name = facts.names.string(reference.name)
      let form = facts.names.string(reference.detail)
      guard let mention = MentionSyntax(name, isSymbolLink: form == MentionForm.symbolLink) else { continue }
      let isMarked = !form.isEmpty && form != "any"
      if !isMarked, owner >= 0, mention.components.count == 1 {
        let words =
          parameters ?? Self.words(of: facts.names.string(facts.definitions[Int(owner)].signature))
        parameters = words
        // Most often a parameter is meant.
        if words.contains(mention.components[0][...]) { continue }
      }
      let site = Site(
        source: program.source(file: file, definition: owner), file: program.fileIndices[file],
        position: facts.lines.position(reference.offset))
      switch mentions.resolve(mention, form: form, at: place) {
      case .found(let target, let resolution): site.add(target, resolution, &graph)
      case .several(let targets):
        // Plain code spans may be anything; links and roles say that a definition is meant.
        guard isMarked else { continue }
        for target in targets { site.add(target, .ambiguous, &graph, candidates: targets.count) }
      case .missing(let reason):
        if let section = declared[name] {
          site.add(section, .exact, &graph)
        } else if isMarked {
          graph.add(
            UnresolvedReference(
              kind: .mentions, name: name, source: site.source, file: site.file, position: site.position,
              reason: reason))
        }
      case .none: break
      }
    }
  }

  /// Where a name stands.
  private struct Site {
    let source: NodeIndex
    let file: Int32
    let position: Position

    /// Adds an edge, but for what a comment says about its own definition.
    func add(
      _ target: NodeIndex, _ resolution: Resolution, _ graph: inout GraphBuilder, candidates: Int = 1
    ) {
      guard target != source else { return }
      graph.add(
        Edge(
          kind: .mentions, source: source, target: target, file: file, position: position,
          resolution: resolution, candidates: Int32(candidates)))
    }
  }

  /// The types around a definition, itself first, and the module: whose members its comment names without more.
  private func subjects(of definition: DefinitionIndex, _ file: Int) -> [Int] {
    var result: [Int] = []
    var current = definition
    while current >= 0 {
      let item = program.files[file].facts.definitions[Int(current)]
      if item.kind.isType || item.kind == .extension,
        let symbol = mentions.symbol(of: program.definitionNodes[file][Int(current)])
      {
        result.append(mentions.type(of: symbol))
      }
      current = item.parent
    }
    if moduleOfFile[file] >= 0 { result.append(moduleOfFile[file]) }
    return result
  }

  /// The identifiers of a signature, parameters' names among them.
  private static func words(of signature: String) -> Set<Substring> {
    let parts = signature.utf8.split { byte in
      !(byte >= 0x80 || byte == UInt8(ascii: "_")
        || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")))
    }
    return Set(parts.map(Substring.init))
  }
}
