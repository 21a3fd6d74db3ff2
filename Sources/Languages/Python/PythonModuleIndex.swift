import GraphModel
import LanguageSupport

/// Finds modules by dotted name and names inside modules, following imports to the definition.
struct PythonModuleIndex {
  /// What a name or a module turned out to be.
  enum Target: Equatable {
    case node(NodeIndex)
    case external(String)
    case missing(reason: String)
  }

  private let program: Program
  private let structures: [ModuleStructure]
  private let nodes: [NodeIndex]
  /// Structures of a dotted name, in order of path.
  private let byName: [String: [Int]]
  /// For each file of the program its structure, -1 if it is not Python.
  private let structureOfFile: [Int]
  /// For each file what its top level binds.
  private var bindings: [Int: [String: Binding]] = [:]
  /// For each file with an `__all__` what that lists.
  private var exports: [Int: Set<String>] = [:]

  /// What the top level of a file binds a name to.
  private enum Binding {
    case definition(Int)
    case imported(Int)
  }

  init(_ program: Program) {
    self.program = program
    structures = program.structures[.python] ?? []
    nodes = program.structureNodes[.python] ?? []
    var byName: [String: [Int]] = [:]
    var structureOfFile = [Int](repeating: -1, count: program.files.count + program.snippets.count)
    for (index, structure) in structures.enumerated() {
      byName[structure.qualifiedName, default: []].append(index)
      for file in structure.files { structureOfFile[file] = index }
    }
    self.byName = byName
    self.structureOfFile = structureOfFile
    for file in structures.flatMap(\.files) {
      bindings[file] = bind(file)
      let facts = program.files[file].facts
      let listed = facts.references.filter { $0.role == .export }
      if !listed.isEmpty { exports[file] = Set(listed.map { facts.names.string($0.name) }) }
    }
  }

  // MARK: Modules

  /// What `import dotted` in `file` means.
  func module(_ dotted: String, from file: Int) -> (target: Target, structure: Int?) {
    if let found = structure(dotted, from: file) { return (.node(nodes[found]), found) }
    // A module missing from a package of the tree is not something outside; namespace folders, though,
    // may share their name with an installed package.
    var outer = dotted
    while let dot = outer.lastIndex(of: ".") {
      outer = String(outer[..<dot])
      if let found = structure(outer, from: file), !structures[found].files.isEmpty {
        return (.missing(reason: "no such module in the package"), nil)
      }
    }
    return (.external(dotted), nil)
  }

  /// What `from … import` with `level` leading dots and the rest `dotted` in `file` means.
  func relativeModule(_ dotted: String, level: Int, from file: Int) -> (target: Target, structure: Int?) {
    let beyond = Target.missing(reason: "relative import beyond the top-level package")
    var current = structureOfFile[file]
    guard current >= 0 else { return (beyond, nil) }
    // A package's own file is its level one; a module's is the package around it.
    var steps = level - (structures[current].kind == .package ? 1 : 0)
    while steps > 0 {
      current = structures[current].parent
      steps -= 1
      guard current >= 0 else { return (beyond, nil) }
    }
    if dotted.isEmpty { return (.node(nodes[current]), current) }
    let full = structures[current].qualifiedName + "." + dotted
    if let found = structure(full, from: file) { return (.node(nodes[found]), found) }
    return (.missing(reason: "no such module in the package"), nil)
  }

  private func structure(_ dotted: String, from file: Int) -> Int? {
    let own = structureOfFile[file]
    if own >= 0, let found = nearest(byName[dotted] ?? [], to: own) { return found }
    // A script sees the modules of its own folder.
    if own >= 0, structures[own].parent >= 0, structures[structures[own].parent].files.isEmpty {
      let beside = structures[structures[own].parent].qualifiedName + "." + dotted
      return nearest(byName[beside] ?? [], to: own)
    }
    guard program.isSnippet(file) else { return nil }
    let document = program.file(file).path
    return byName[dotted]?.first { isShown($0, in: document) }
  }

  /// True for what a document's code can import: not the tree's tests, and examples only where the document is about
  /// them.
  private func isShown(_ structure: Int, in document: SourcePath) -> Bool {
    guard let file = structures[structure].files.first else { return false }
    let path = program.files[file].path
    return !path.isAside || !path.isTest && SourcePath.shareName(path.directory, document.directory)
  }

  /// Of modules with the same name the one of the same import root, else the first by path.
  private func nearest(_ candidates: [Int], to own: Int) -> Int? {
    candidates.first { structures[$0].root == structures[own].root } ?? candidates.first
  }

  // MARK: Names in modules

  /// What `name`, imported from the module, finally is: a definition, a submodule, or whatever the module
  /// itself imports under that name. Cycles end as missing.
  func member(_ name: String, of structure: Int) -> Target {
    var visited: Set<String> = []
    return member(name, of: structure, &visited)
  }

  private func member(_ name: String, of structure: Int, _ visited: inout Set<String>) -> Target {
    guard visited.insert("\(structure).\(name)").inserted else {
      return .missing(reason: "import cycle")
    }
    for file in structures[structure].files {
      switch bindings[file]?[name] {
      case .definition(let index): return .node(program.definitionNodes[file][index])
      case .imported(let index):
        let found = imported(index, file, &visited)
        // `from . import part` in a package's own file binds the name to the submodule itself.
        if case .missing = found, let child = submodule(name, of: structure) { return .node(nodes[child]) }
        return found
      case nil: continue
      }
    }
    if let child = submodule(name, of: structure) { return .node(nodes[child]) }
    return starred(name, of: structure, &visited)
  }

  func submodule(_ name: String, of structure: Int) -> Int? {
    let candidates = byName[structures[structure].qualifiedName + "." + name] ?? []
    return candidates.first { structures[$0].parent == structure }
  }

  /// The module that import `index` of `file` names.
  func module(ofImport index: Int, in file: Int) -> (target: Target, structure: Int?) {
    let facts = program.file(file).facts
    let item = facts.imports[index]
    let dotted = facts.names.string(item.module)
    return item.level > 0
      ? relativeModule(dotted, level: Int(item.level), from: file) : module(dotted, from: file)
  }

  private func imported(_ index: Int, _ file: Int, _ visited: inout Set<String>) -> Target {
    let facts = program.files[file].facts
    let item = facts.imports[index]
    if !item.flags.contains(.from) && item.alias == .empty {
      // `import a.b` binds `a`.
      let first = facts.names.string(item.module).prefix { $0 != "." }
      return module(String(first), from: file).target
    }
    let found = module(ofImport: index, in: file)
    guard item.flags.contains(.from) else { return found.target }
    let name = facts.names.string(item.name)
    if let structure = found.structure { return member(name, of: structure, &visited) }
    return Self.externalMember(name, of: found.target)
  }

  private func starred(_ name: String, of structure: Int, _ visited: inout Set<String>) -> Target {
    var outside = false
    for file in structures[structure].files {
      let facts = program.files[file].facts
      for (index, item) in facts.imports.enumerated().reversed()
      where item.flags.contains(.star) && item.scope == 0 {
        guard let source = module(ofImport: index, in: file).structure else {
          outside = true
          continue
        }
        guard exports(name, of: source) else { continue }
        let found = member(name, of: source, &visited)
        if case .missing = found { continue }
        return found
      }
      if bindings[file]?["__getattr__"] != nil { outside = true }
    }
    return .missing(reason: outside ? "provided at run time or from outside" : "no such name in the module")
  }

  /// True if `from module import *` binds `name`: what `__all__` lists, or without it whatever has no
  /// leading underscore.
  private func exports(_ name: String, of structure: Int) -> Bool {
    for file in structures[structure].files {
      if let listed = exports[file] { return listed.contains(name) }
    }
    return !name.hasPrefix("_")
  }

  /// `name` in a module that is not in the tree.
  static func externalMember(_ name: String, of module: Target) -> Target {
    guard case .external(let dotted) = module else { return module }
    return .external(dotted + "." + name)
  }

  // MARK: Bindings

  /// What the top level of a file binds. A class or a function wins over an import of the same name (the
  /// fall-back of a `try`), an import over an assignment; among equals the first.
  private func bind(_ file: Int) -> [String: Binding] {
    let facts = program.files[file].facts
    var result: [String: Binding] = [:]
    for (index, definition) in facts.definitions.enumerated() where definition.parent < 0 {
      guard definition.kind != .variable else { continue }
      let name = facts.names.string(definition.name)
      if result[name] == nil { result[name] = .definition(index) }
    }
    for (index, item) in facts.imports.enumerated() where item.scope == 0 && !item.flags.contains(.star) {
      let name = Self.boundName(item, facts)
      if result[name] == nil { result[name] = .imported(index) }
    }
    for (index, definition) in facts.definitions.enumerated()
    where definition.parent < 0 && definition.kind == .variable {
      let name = facts.names.string(definition.name)
      if result[name] == nil { result[name] = .definition(index) }
    }
    return result
  }

  private static func boundName(_ item: Import, _ facts: FileFacts) -> String {
    if item.alias != .empty { return facts.names.string(item.alias) }
    if item.flags.contains(.from) { return facts.names.string(item.name) }
    return String(facts.names.string(item.module).prefix { $0 != "." })
  }
}
