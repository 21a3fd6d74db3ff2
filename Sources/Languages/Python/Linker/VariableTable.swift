import GraphModel
import LanguageSupport

/// A name that a scope binds.
struct Variable {
  var name: Int32
  var file: Int32
  /// The scope that binds it, numbered in its file.
  var scope: ScopeIndex
  /// The last class, function or type alias of that name, or -1.
  var definition: DefinitionIndex = -1
  /// Its definition as a variable, or -1.
  var variableDefinition: DefinitionIndex = -1
  /// The first import that binds it, or -1.
  var firstImport: Int32 = -1
  /// How many statements bind it.
  var bindingCount: Int32 = 0
  /// Inner functions assign it too (`global`, `nonlocal`).
  var isShared = false

  /// True if one definition or import is all there is to the name: it says what it means.
  var isSimple: Bool { bindingCount == 1 && (definition >= 0 || firstImport >= 0) }
}

/// The variables of all files, by scope and name.
struct VariableTable {
  private(set) var all: [Variable] = []
  private var table = IntegerTable(capacity: 1 << 12)
  /// For each file its first variable; those of a file are numbered in a row.
  fileprivate(set) var starts: [Int32] = []
  /// For each variable: 1 if it is an import of a module's own submodule, 0 if not, -1 where nobody asked.
  fileprivate(set) var isOwnImport: [Int8] = []
  /// For each file its imports by `*` at the top level.
  fileprivate(set) var starImports: [[Int]] = []
  /// For each file with an `__all__` the names in it.
  fileprivate(set) var exports: [Int: Set<Int32>] = [:]

  /// The variable of a name in a scope (numbered over all files), or -1.
  subscript(_ scope: Int32, _ name: Int32) -> Int32 {
    @inline(__always)
    get { table[IntegerTable.key(scope, name)] }
    set { table[IntegerTable.key(scope, name)] = newValue }
  }

  subscript(variable variable: Int32) -> Variable {
    @inline(__always)
    get { all[Int(variable)] }
    @inline(__always)
    _modify { yield &all[Int(variable)] }
  }

  /// The variable of a name in a scope, made if it is new.
  fileprivate mutating func bind(_ name: Int32, _ file: Int, _ scope: ScopeIndex, _ scopeBase: Int32) -> Int32
  {
    let key = IntegerTable.key(scopeBase + scope, name)
    let known = table[key]
    if known >= 0 { return known }
    let made = Int32(truncatingIfNeeded: all.count)
    all.append(Variable(name: name, file: Int32(file), scope: scope))
    isOwnImport.append(-1)
    table[key] = made
    return made
  }
}

extension World {
  /// Finds the variables of a file: what definitions, assignments and imports bind in which scope, with
  /// `global` and `nonlocal` taken into account.
  mutating func bindNames(_ file: Int) {
    let facts = files[file].facts
    let base = files[file].scopeBase
    variables.starts.append(Int32(truncatingIfNeeded: variables.all.count))
    var nonlocals: [Reference] = []
    if !files[file].isOutside, facts.references.contains(where: { isMetaclass($0, facts) }) {
      hasMetaclasses = true
    }
    for reference in facts.references where reference.role == .global || reference.role == .nonlocal {
      if reference.role == .nonlocal {
        nonlocals.append(reference)
      } else {
        let name = name(file, reference.name)
        let variable = variables.bind(name, file, 0, base)
        variables[base + reference.scope, name] = variable
        variables[variable: variable].isShared = true
      }
    }
    // Inner scopes come after outer ones, so an outer declaration is settled first.
    for reference in nonlocals { bindNonlocal(reference, file) }
    for (index, definition) in facts.definitions.enumerated() {
      if definition.modifiers.contains(.isInstanceAttribute) { continue }
      if definition.kind == .variable && definition.modifiers.contains(.isClassMember) { continue }
      let variable = variables.bind(name(file, definition.name), file, definition.scope, base)
      switch definition.kind {
      case .variable:
        if variables[variable: variable].variableDefinition < 0 {
          variables[variable: variable].variableDefinition = DefinitionIndex(index)
        }
      default:
        // Of a property's accessors the first one is what a use names.
        let isAccessor = definition.kind == .property && definition.overloadKey != .empty
        if !isAccessor || variables[variable: variable].definition < 0 {
          variables[variable: variable].definition = DefinitionIndex(index)
        }
        if !isAccessor { variables[variable: variable].bindingCount += 1 }
      }
    }
    for reference in facts.references
    where reference.role == .write && reference.receiver == Reference.Receiver.none {
      let variable = variables.bind(name(file, reference.name), file, reference.scope, base)
      variables[variable: variable].bindingCount += 1
    }
    bindImports(file, facts)
  }

  private func isMetaclass(_ reference: Reference, _ facts: FileFacts) -> Bool {
    reference.detail != .empty && facts.names.bytes(reference.detail).elementsEqual("metaclass".utf8)
  }

  private mutating func bindImports(_ file: Int, _ facts: FileFacts) {
    var stars: [Int] = []
    for (index, item) in facts.imports.enumerated() {
      if item.flags.contains(.star) {
        if item.scope == 0 { stars.append(index) }
        continue
      }
      let variable = variables.bind(
        boundName(item, file, facts), file, item.scope, files[file].scopeBase)
      if variables[variable: variable].firstImport < 0 {
        variables[variable: variable].firstImport = Int32(index)
        variables[variable: variable].bindingCount += 1
      } else if item.flags.contains(.from) || item.alias != .empty {
        variables[variable: variable].bindingCount += 1
      }
    }
    variables.starImports.append(stars)
    var listed: Set<Int32> = []
    for reference in facts.references where reference.role == .export {
      listed.insert(name(file, reference.name))
    }
    if !listed.isEmpty { variables.exports[file] = listed }
  }

  /// True for a name of a package that only `from package import name` in its own file binds: the submodule.
  mutating func isImportOfItself(_ variable: Int32, _ module: Int32) -> Bool {
    let known = variables.isOwnImport[Int(variable)]
    if known >= 0 { return known == 1 }
    let item = variables[variable: variable]
    var result = false
    if item.firstImport >= 0, item.definition < 0 {
      let statement = files[Int(item.file)].facts.imports[Int(item.firstImport)]
      if statement.flags.contains(.from), name(Int(item.file), statement.name) == item.name,
        self.module(ofImport: statement, in: Int(item.file)) == .module(module)
      {
        result = true
      }
    }
    variables.isOwnImport[Int(variable)] = result ? 1 : 0
    return result
  }

  /// The name an import binds.
  mutating func boundName(_ item: Import, _ file: Int, _ facts: FileFacts) -> Int32 {
    if item.alias != .empty { return name(file, item.alias) }
    if item.flags.contains(.from) { return name(file, item.name) }
    let bytes = facts.names.bytes(item.module)
    guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")) else { return name(file, item.module) }
    return names.intern(bytes[..<dot])
  }

  private mutating func bindNonlocal(_ reference: Reference, _ file: Int) {
    let facts = files[file].facts
    let base = files[file].scopeBase
    let name = name(file, reference.name)
    var scope = facts.scopes[Int(reference.scope)].parent
    // The nearest function around that assigns the name; which do is not known yet, so look at its uses.
    while scope > 0 {
      let kind = facts.scopes[Int(scope)].kind
      if kind == .function || kind == .lambda, binds(reference.name, scope, facts) {
        let variable = variables.bind(name, file, scope, base)
        variables[base + reference.scope, name] = variable
        variables[variable: variable].isShared = true
        return
      }
      scope = facts.scopes[Int(scope)].parent
    }
  }

  private func binds(_ name: NameID, _ scope: ScopeIndex, _ facts: FileFacts) -> Bool {
    facts.references.contains { $0.scope == scope && $0.name == name && $0.role == .write }
      || facts.definitions.contains { $0.scope == scope && $0.name == name }
  }

  /// The variable that a name means where it is used, or -1: LEGB, with class scopes visible only to code
  /// directly in them. Source: The Python Language Reference, 4.2.2 "Resolution of names".
  func resolve(_ name: Int32, _ scope: ScopeIndex, _ file: Int) -> Int32 {
    let base = files[file].scopeBase
    var current = scope
    var isFirst = true
    while current >= 0 {
      let item = files[file].facts.scopes[Int(current)]
      if isFirst || item.kind != .type {
        let found = variables[base + current, name]
        if found >= 0 { return found }
      }
      // A class's own code sees through type parameters, but a comprehension in it does not.
      if item.kind != .typeParameters { isFirst = false }
      current = item.parent
    }
    return -1
  }
}
