import GraphModel
import LanguageSupport

/// A file that the linker looks at: one of the tree's, or one of the standard library's declarations.
struct WorldFile {
  /// Shared: the facts are many arrays, and files are handed around all the time.
  private final class Shared {
    let facts: FileFacts
    init(_ facts: FileFacts) { self.facts = facts }
  }

  private let shared: Shared
  /// Its index in the program's files, or -1 for declarations of the standard library.
  let programFile: Int
  let module: Int32
  /// What its definitions, scopes and references are numbered from, over all files.
  let definitionBase: Int32
  let scopeBase: Int32
  let referenceBase: Int32

  var isOutside: Bool { programFile < 0 }

  var facts: FileFacts {
    @inline(__always)
    _read { yield shared.facts }
  }

  init(
    facts: FileFacts, programFile: Int, module: Int32, definitionBase: Int32, scopeBase: Int32,
    referenceBase: Int32
  ) {
    shared = Shared(facts)
    self.programFile = programFile
    self.module = module
    self.definitionBase = definitionBase
    self.scopeBase = scopeBase
    self.referenceBase = referenceBase
  }
}

/// A module or a package.
struct WorldModule {
  /// Its dotted name, as a number of ``Names``.
  let name: Int32
  /// The index of its structure in the program, or -1 outside of the tree.
  let structure: Int
  /// All the code that one document shows, file by file.
  var isDocument = false
  var files: [Int] = []
}

/// What a name in a module is.
enum ModuleMember: Equatable {
  case variable(Int32)
  case module(Int32)
  /// A dotted name outside of the tree.
  case external(Int32)
  case missing(PythonReason)
}

/// Why a reference has no target. The texts are stored: keep them short and stable.
enum PythonReason: String {
  case unknownName = "name is not defined in the tree"
  case unknownReceiver = "type of the receiver is unknown"
  case noAttribute = "no such attribute in the receiver's class"
  case noMember = "no such name in the module"
  case noModule = "no such module in the package"
  case beyondTop = "relative import beyond the top-level package"
  case provided = "provided at run time or from outside"
  case cycle = "import cycle"
  case tooMany = "too many candidates"
  case unknownValue = "value of the variable is unknown"
}

/// The files, modules and names of a program, before anything is said about values.
struct World {
  var names = Names()
  let known: KnownNames
  let program: Program
  let index: PythonModuleIndex
  private(set) var files: [WorldFile] = []
  private(set) var modules: [WorldModule] = []
  var variables = VariableTable()
  /// Some class of the tree names a metaclass.
  var hasMetaclasses = false

  /// For each file and name of its table the number in `names`, or -1 where nobody asked.
  private var nameNumbers: [[Int32]] = []
  private var outsideModules = IntegerTable()
  private(set) var definitionCount: Int32 = 0
  private(set) var scopeCount: Int32 = 0
  private(set) var referenceCount: Int32 = 0
  /// For each module of the tree by structure.
  private var moduleOfStructure: [Int32] = []
  /// Files of the tree come first, then the declarations of the standard library, then snippets.
  private(set) var treeFiles = 0..<0
  private(set) var snippets = 0..<0

  init(_ program: Program, outside: [OutsideModule]) {
    self.program = program
    known = KnownNames(&names)
    index = PythonModuleIndex(program)
    let structures = program.structures[.python] ?? []
    for (number, structure) in structures.enumerated() {
      let module = Int32(modules.count)
      moduleOfStructure.append(module)
      modules.append(WorldModule(name: names.intern(structure.qualifiedName), structure: number))
      for file in structure.files { add(program.files[file].facts, program: file, to: module) }
    }
    treeFiles = files.indices
    for item in outside {
      let name = names.intern(item.name)
      var module = outsideModules[UInt64(name)]
      if module < 0 {
        module = Int32(modules.count)
        outsideModules[UInt64(name)] = module
        modules.append(WorldModule(name: name, structure: -1))
      }
      add(item.facts, program: -1, to: module)
    }
    for file in files.indices { bindNames(file) }
  }

  /// Adds the code in documents; all of one document is a module without a name.
  mutating func addSnippets() {
    let first = files.count
    var path: SourcePath?
    for number in program.snippets(in: .python) {
      let snippet = program.file(number)
      if snippet.path != path {
        path = snippet.path
        modules.append(WorldModule(name: Names.empty, structure: -1, isDocument: true))
      }
      add(snippet.facts, program: number, to: Int32(modules.count - 1))
    }
    snippets = first..<files.count
    for file in snippets { bindNames(file) }
  }

  private mutating func add(_ facts: FileFacts, program: Int, to module: Int32) {
    modules[Int(module)].files.append(files.count)
    files.append(
      WorldFile(
        facts: facts, programFile: program, module: module, definitionBase: definitionCount,
        scopeBase: scopeCount, referenceBase: referenceCount))
    nameNumbers.append([Int32](repeating: -1, count: facts.names.count))
    definitionCount += Int32(truncatingIfNeeded: facts.definitions.count)
    scopeCount += Int32(truncatingIfNeeded: facts.scopes.count)
    referenceCount += Int32(truncatingIfNeeded: facts.references.count)
  }

  /// The number of a file's name.
  @inline(__always)
  mutating func name(_ file: Int, _ id: NameID) -> Int32 {
    let known = nameNumbers[file][Int(id.rawValue)]
    if known >= 0 { return known }
    let made = names.intern(files[file].facts.names.bytes(id))
    nameNumbers[file][Int(id.rawValue)] = made
    return made
  }

  // MARK: Modules

  func module(ofStructure structure: Int) -> Int32 { moduleOfStructure[structure] }

  /// The declarations of a module of the standard library, or -1.
  func outsideModule(_ dotted: Int32) -> Int32 { outsideModules[UInt64(dotted)] }

  /// What `import dotted` in a file means.
  mutating func module(_ dotted: String, from file: Int) -> ModuleMember {
    let programFile = files[file].programFile
    if programFile >= 0 {
      let found = index.module(dotted, from: programFile)
      if let structure = found.structure { return .module(moduleOfStructure[structure]) }
      if case .missing = found.target { return .missing(.noModule) }
    }
    return outside(names.intern(dotted))
  }

  private func outside(_ name: Int32) -> ModuleMember {
    let module = outsideModules[UInt64(name)]
    return module >= 0 ? .module(module) : .external(name)
  }

  /// The module that an import names.
  mutating func module(ofImport item: Import, in file: Int) -> ModuleMember {
    let dotted = files[file].facts.names.string(item.module)
    if item.level == 0 { return module(dotted, from: file) }
    guard files[file].programFile >= 0 else { return .missing(.noModule) }
    let found = index.relativeModule(dotted, level: Int(item.level), from: files[file].programFile)
    if let structure = found.structure { return .module(moduleOfStructure[structure]) }
    return .missing(dotted.isEmpty ? .beyondTop : .noModule)
  }

  /// What the name an import binds stands for, one step along the chain.
  mutating func target(ofImport number: Int, in file: Int) -> ModuleMember {
    let item = files[file].facts.imports[number]
    if !item.flags.contains(.from) && item.alias == .empty {
      // `import a.b` binds `a`.
      let dotted = files[file].facts.names.string(item.module)
      return module(String(dotted.prefix { $0 != "." }), from: file)
    }
    let found = module(ofImport: item, in: file)
    guard item.flags.contains(.from) else { return found }
    let name = name(file, item.name)
    switch found {
    case .module(let module):
      return member(name, of: module)
    case .external(let dotted): return .external(names.join(dotted, name))
    case .variable, .missing: return found
    }
  }

  /// What a name in a module is: what its files bind, a submodule, or what they import by `*`.
  mutating func member(_ name: Int32, of module: Int32) -> ModuleMember {
    var visited: Set<Int32> = []
    return member(name, of: module, &visited)
  }

  private mutating func member(
    _ name: Int32, of module: Int32, _ visited: inout Set<Int32>
  ) -> ModuleMember {
    guard visited.insert(module).inserted else { return .missing(.cycle) }
    for file in modules[Int(module)].files {
      let variable = variables[files[file].scopeBase, name]
      guard variable >= 0 else { continue }
      // `from . import part` in a package's own file binds the name to the submodule itself.
      if isImportOfItself(variable, module) { continue }
      return .variable(variable)
    }
    if let child = submodule(name, of: module) { return .module(child) }
    return starred(name, of: module, &visited)
  }

  mutating func submodule(_ name: Int32, of module: Int32) -> Int32? {
    let structure = modules[Int(module)].structure
    if structure >= 0 {
      return index.submodule(names.string(name), of: structure).map { moduleOfStructure[$0] }
    }
    let child = outsideModules[UInt64(names.join(modules[Int(module)].name, name))]
    return child >= 0 ? child : nil
  }

  /// What a name that a snippet does not bind is: that of the last one before it in the document that binds it, or
  /// what the tree's packages offer under it, if that is one thing.
  mutating func documentMember(_ name: Int32, ofFile file: Int) -> ModuleMember {
    let snippets = modules[Int(files[file].module)].files
    // The files of a module ascend. Only so many are asked: documents may have any number of blocks.
    var (place, end) = (0, snippets.count)
    while place < end {
      let middle = (place + end) / 2
      if snippets[middle] < file { place = middle + 1 } else { end = middle }
    }
    let first = max(0, place - Self.snippetsBefore)
    while place > first {
      place -= 1
      let variable = variables[files[snippets[place]].scopeBase, name]
      if variable >= 0 { return .variable(variable) }
    }
    return offered(name)
  }

  /// How many blocks of a document before one are asked for the names that it does not bind.
  private static let snippetsBefore = 100

  /// The class or function that the tree's top-level packages agree on; names that may be anyone's variable are not
  /// looked up.
  private mutating func offered(_ name: Int32) -> ModuleMember {
    let isDistinct = names.bytes(name).dropFirst().contains(UInt8(ascii: "_")) || names.looksLikeClass(name)
    guard isDistinct else { return .missing(.unknownName) }
    var found: ModuleMember?
    for module in publicModules {
      guard case .variable(let variable) = member(name, of: module) else { continue }
      let origin = origin(of: variable)
      guard variables[variable: origin].definition >= 0 else { continue }
      if let found, found != .variable(origin) { return .missing(.unknownName) }
      found = .variable(origin)
    }
    return found ?? .missing(.unknownName)
  }

  /// The variable at the end of a chain of imports.
  private mutating func origin(of variable: Int32) -> Int32 {
    var current = variable
    for _ in 0..<100 {
      let item = variables[variable: current]
      guard item.definition < 0, item.firstImport >= 0,
        case .variable(let next) = target(ofImport: Int(item.firstImport), in: Int(item.file))
      else { break }
      current = next
    }
    return current
  }

  /// The top-level packages and modules of the tree but those of tests and examples.
  private lazy var publicModules: [Int32] = modules.indices.filter { number in
    let module = modules[number]
    guard module.structure >= 0, (program.structures[.python] ?? [])[module.structure].parent < 0,
      let file = module.files.first
    else { return false }
    return !program.files[files[file].programFile].path.isAside
  }.map(Int32.init)

  /// What a name that a file does not bind gets from its imports by `*`.
  mutating func starMember(_ name: Int32, ofFile file: Int) -> ModuleMember {
    var visited: Set<Int32> = []
    return starred(name, of: files[file].module, &visited)
  }

  private mutating func starred(
    _ name: Int32, of module: Int32, _ visited: inout Set<Int32>
  ) -> ModuleMember {
    var isProvided = false
    for file in modules[Int(module)].files {
      for star in variables.starImports[file].reversed() {
        let source = self.module(ofImport: files[file].facts.imports[star], in: file)
        guard case .module(let found) = source else {
          isProvided = true
          continue
        }
        guard exports(name, of: found) else { continue }
        let member = member(name, of: found, &visited)
        if case .missing = member { continue }
        return member
      }
      if variables[files[file].scopeBase, known.getAttribute] >= 0 { isProvided = true }
    }
    if modules[Int(module)].isDocument { return .missing(.noMember) }
    if modules[Int(module)].structure < 0 { return .external(names.join(modules[Int(module)].name, name)) }
    return .missing(isProvided ? .provided : .noMember)
  }

  /// True if `from module import *` binds a name: what `__all__` lists, or without it whatever has no leading
  /// underscore.
  private func exports(_ name: Int32, of module: Int32) -> Bool {
    for file in modules[Int(module)].files {
      if let listed = variables.exports[file] { return listed.contains(name) }
    }
    return names.bytes(name).first != UInt8(ascii: "_")
  }
}

/// Declarations of one module outside of the tree.
struct OutsideModule {
  /// Dotted: `os.path`.
  let name: String
  let facts: FileFacts
}
