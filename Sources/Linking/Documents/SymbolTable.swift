import GraphModel
import LanguageSupport

/// The definitions of code by their names, as prose refers to them, with what they are members of.
struct SymbolTable {
  /// One definition, module or package.
  struct Symbol {
    let node: NodeIndex
    let kind: NodeKind
    /// The file that defines it, -1 for packages and modules of several files.
    let file: Int
    /// Index in `symbols` of what contains it, or -1.
    let container: Int
    let labels: String
    let isPublic: Bool
    /// An attribute that methods assign, maybe declared elsewhere.
    var isAssigned = false
    let language: LanguageID
  }

  private(set) var symbols: [Symbol] = []
  private(set) var names: [String] = []
  private var byName: [String: [Int]] = [:]
  private var byNode: [NodeIndex: Int] = [:]
  /// For each type what it inherits or conforms to, for each module those of which it passes on all names.
  private var bases: [Int: [Int]] = [:]
  /// For each extension the type that it extends.
  private var extended: [Int: Int] = [:]
  /// Types of which a base is not in the tree, or not known.
  private var foreignBases: Set<Int> = []
  /// Names of what is used but not in the tree.
  private var externals: Set<String> = []
  /// By module what imports in its own file call otherwise: `run_sync` for `from .threads import to_thread as run_sync`.
  private var aliases: [NodeIndex: [String: [NodeIndex]]] = [:]
  /// Names of parameters with defaults.
  private var options: Set<String> = []
  /// Modules and packages: what imports inside their own file make their members too.
  private var imported: [NodeIndex: Set<NodeIndex>] = [:]

  init(_ program: Program, _ graph: GraphBuilder) {
    addStructures(program, graph)
    for (file, source) in program.files.enumerated() where !source.language.isProse {
      addDefinitions(file, source, program, graph)
      if source.language == .python { addOptions(source.facts) }
    }
    addEdges(program, graph)
    for node in graph.nodes where node.kind == .external { externals.insert(node.name) }
  }

  /// True if something outside of the tree has that name.
  func isExternal(_ name: String) -> Bool { externals.contains(name) }

  /// The symbols of a name, in the order of files and places; structures first.
  func named(_ name: String) -> [Int] { byName[name] ?? [] }

  /// The symbol that stands for a node, if any.
  func symbol(of node: NodeIndex) -> Int? { byNode[node] }

  /// The type that an extension extends, if it is in the tree.
  func extendedType(of symbol: Int) -> Int? { extended[symbol] }

  /// What a type gets members from, directly.
  func bases(of type: Int) -> [Int] { bases[type] ?? [] }

  /// True if a type may have members from outside of the tree, by itself or through its bases.
  func hasForeignBase(_ type: Int) -> Bool {
    var seen: Set<Int> = []
    var open = [type]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      if foreignBases.contains(next) { return true }
      open += bases(of: next)
    }
    return false
  }

  /// True if a function of the tree has a parameter of that name with a default: what prose calls an option.
  func isOption(_ name: String) -> Bool { options.contains(name) }

  /// What an import in the module's own file calls by another name than its own.
  func aliased(_ name: String, in module: Int) -> [Int] {
    (aliases[symbols[module].node]?[name] ?? []).compactMap { byNode[$0] }
  }

  private mutating func addOptions(_ facts: FileFacts) {
    for definition in facts.definitions where Self.callableKinds.contains(definition.kind) {
      for name in ParameterNames.optional(in: facts.names.bytes(definition.signature)) {
        options.insert(name)
      }
    }
  }

  private static let callableKinds: Set<NodeKind> = [.function, .method, .initializer]

  /// True if an import in the module's own file makes the definition one of its names.
  func reexports(_ module: Int, _ symbol: Int) -> Bool {
    imported[symbols[module].node]?.contains(symbols[symbol].node) ?? false
  }

  private mutating func addStructures(_ program: Program, _ graph: GraphBuilder) {
    for language in program.structures.keys.sorted() {
      let first = symbols.count
      let nodes = program.structureNodes[language] ?? []
      for (structure, node) in zip(program.structures[language] ?? [], nodes) {
        add(
          Symbol(
            node: node, kind: structure.kind,
            file: structure.files.count == 1 ? structure.files.first ?? -1 : -1,
            container: structure.parent < 0 ? -1 : first + structure.parent, labels: "", isPublic: true,
            language: language),
          named: structure.name)
      }
    }
  }

  private mutating func addDefinitions(
    _ file: Int, _ source: ProgramFile, _ program: Program, _ graph: GraphBuilder
  ) {
    let facts = source.facts
    let structure = structureOfFile(file, program)
    var indices = [Int](repeating: -1, count: facts.definitions.count)
    for (index, definition) in facts.definitions.enumerated() {
      let node = program.definitionNodes[file][index]
      guard node >= 0, definition.kind != .typeParameter else { continue }
      let container = definition.parent >= 0 ? indices[Int(definition.parent)] : structure
      indices[index] = symbols.count
      let isHidden = definition.modifiers.contains(.isLocal)
      let name = facts.names.string(definition.name)
      add(
        Symbol(
          node: node, kind: definition.kind, file: file, container: container,
          labels: definition.kind == .macro
            ? ParameterNames.labels(in: facts.names.bytes(definition.signature))
            : facts.names.string(definition.labels),
          isPublic: isPublic(definition, in: container),
          isAssigned: definition.modifiers.contains(.isInstanceAttribute), language: source.language),
        named: name, isFindable: !isHidden && definition.kind != .extension)
    }
  }

  /// Members of protocols, cases of enums and members of extensions that say so are as public as what is around them.
  private func isPublic(_ definition: Definition, in container: Int) -> Bool {
    let modifiers = definition.modifiers
    if !modifiers.isDisjoint(with: [.isPublic, .isOpen]) { return true }
    guard modifiers.isDisjoint(with: [.isInternal, .isPackage, .isFilePrivate, .isPrivate]), container >= 0
    else {
      return false
    }
    let kind = symbols[container].kind
    guard kind == .protocol || kind == .extension || definition.kind == .enumCase else { return false }
    return symbols[container].isPublic
  }

  private var structureSymbols: [Int: Int] = [:]

  private mutating func structureOfFile(_ file: Int, _ program: Program) -> Int {
    if structureSymbols.isEmpty {
      for language in program.structures.keys.sorted() {
        let nodes = program.structureNodes[language] ?? []
        for (structure, node) in zip(program.structures[language] ?? [], nodes) {
          for file in structure.files { structureSymbols[file] = byNode[node] }
        }
      }
    }
    return structureSymbols[file] ?? -1
  }

  private mutating func add(_ symbol: Symbol, named name: String, isFindable: Bool = true) {
    let index = symbols.count
    symbols.append(symbol)
    names.append(name)
    if byNode[symbol.node] == nil { byNode[symbol.node] = index }
    if isFindable { byName[name, default: []].append(index) }
  }

  private mutating func addEdges(_ program: Program, _ graph: GraphBuilder) {
    var moduleOfFile: [NodeIndex: NodeIndex] = [:]
    for (file, structure) in structureSymbols where symbols[structure].language == .python {
      moduleOfFile[program.fileNodes[file]] = symbols[structure].node
    }
    let stars = Self.starImports(program)
    let renamed = Self.renamingImports(program)
    // In an order that is the same whoever made the edges.
    var found: [(from: Int, file: Int32, position: Position, to: Int)] = []
    for edge in graph.edges {
      switch edge.kind {
      case .inherits, .conforms:
        guard let from = byNode[edge.source], let to = byNode[edge.target] else { continue }
        found.append((from, edge.file, edge.position, to))
      case .extends:
        if let from = byNode[edge.source], let to = byNode[edge.target] {
          extended[from] = min(to, extended[from] ?? to)
        }
      case .imports:
        let module = moduleOfFile[edge.source] ?? edge.source
        imported[module, default: []].insert(edge.target)
        if let alias = renamed[edge.source]?[edge.position] {
          aliases[module, default: [:]][alias, default: []].append(edge.target)
        }
        // What another module's star passes on is found there, as members of a base are.
        if stars[edge.source]?.contains(edge.position) ?? false, let from = byNode[module],
          let to = byNode[edge.target], from != to
        {
          found.append((from, edge.file, edge.position, to))
        }
      default: continue
      }
    }
    found.sort { ($0.from, $0.file, $0.position, $0.to) < ($1.from, $1.file, $1.position, $1.to) }
    for item in found { bases[item.from, default: []].append(item.to) }
    aliases = aliases.mapValues { $0.mapValues { $0.sorted() } }
    addNamedBases(program)
  }

  /// For each file's node the names that members get by imports in the file's own scope, by the places of the members.
  private static func renamingImports(_ program: Program) -> [NodeIndex: [Position: String]] {
    var result: [NodeIndex: [Position: String]] = [:]
    for (file, source) in program.files.enumerated() where source.language == .python {
      let facts = source.facts
      for item in facts.imports
      where item.owner < 0 && item.name != .empty && item.alias != .empty && item.alias != item.name {
        let place = facts.lines.position(item.nameStart)
        result[program.fileNodes[file], default: [:]][place] = facts.names.string(item.alias)
      }
    }
    return result
  }

  /// For each file's node where in it the last names of modules stand from which everything is imported.
  private static func starImports(_ program: Program) -> [NodeIndex: Set<Position>] {
    var result: [NodeIndex: Set<Position>] = [:]
    for (file, source) in program.files.enumerated() {
      for item in source.facts.imports where item.flags.contains(.star) {
        let name = source.facts.names.bytes(item.module)
        let last = name.reversed().prefix { $0 != UInt8(ascii: ".") }.count
        let offset = item.moduleStart + (last == 0 ? 0 : item.moduleLength - UInt32(last))
        result[program.fileNodes[file], default: []].insert(source.facts.lines.position(offset))
      }
    }
    return result
  }

  /// Bases whose edges no linker has made: by their names, where only one other type has that name.
  private mutating func addNamedBases(_ program: Program) {
    for (file, source) in program.files.enumerated() where !source.language.isProse {
      let facts = source.facts
      for reference in facts.references where reference.role == .base && reference.owner >= 0 {
        guard let type = byNode[program.definitionNodes[file][Int(reference.owner)]] else { continue }
        let imported = facts.imports.first { $0.alias == reference.name && $0.name != .empty }
        let name = facts.names.string(imported?.name ?? reference.name)
        let found = named(name).filter { symbols[$0].kind.isType && $0 != type }
        guard found.count == 1, let only = found.first else {
          if !hasBaseEdge(type, named: name) { foreignBases.insert(type) }
          continue
        }
        if !(bases[type]?.contains(only) ?? false) { bases[type, default: []].append(only) }
      }
    }
  }

  private func hasBaseEdge(_ type: Int, named name: String) -> Bool {
    bases(of: type).contains { names[$0] == name }
  }

  /// True if `type` gets members from `base`, directly or not.
  func isAncestor(_ base: Int, of type: Int) -> Bool { hasAncestor(in: [base], type) }

  /// True if `type` gets members from one of these, directly or not.
  func hasAncestor(in types: Set<Int>, _ type: Int) -> Bool {
    var seen: Set<Int> = [type]
    var open = bases(of: type)
    while let next = open.popLast() {
      if next != type, types.contains(next) { return true }
      if seen.insert(next).inserted { open += bases(of: next) }
    }
    return false
  }
}
