import GraphModel
import LanguageSupport

/// Tables of names: what each module, type and function declares, extensions included.
extension SwiftModel {
  /// Fills the tables. Extensions are bound last and in rounds, since one may declare what the next extends.
  mutating func buildTables() {
    resolveImports()
    for id in declarations.indices { enter(DeclID(id)) }
    bindExtensions()
  }

  private mutating func enter(_ id: DeclID) {
    let item = declarations[Int(id)]
    guard item.unit >= 0 else { return }
    if item.kind == .operator { return }
    if item.isFunctionLike, isInternal(id), isOperatorName(item.name) {
      operatorFunctions[item.name, default: []].append(id)
    }
    let container: DeclID
    if item.parent < 0 {
      if item.kind == .extension { return }
      container = Self.moduleContainer(units[Int(item.unit)].module)
    } else if declarations[Int(item.parent)].kind == .extension {
      return  // entered when the extension is bound
    } else {
      container = item.parent
    }
    if item.kind == .typeParameter && item.definition < 0 { return }
    add(id, to: container)
  }

  private mutating func add(_ id: DeclID, to container: DeclID) {
    let key = Self.tableKey(container, declarations[Int(id)].name)
    // What a build leaves out comes after what it takes.
    if declarations[Int(id)].modifiers.contains(.isInactive) {
      table[key, default: []].append(id)
    } else {
      let active = table[key]?.firstIndex { declarations[Int($0)].modifiers.contains(.isInactive) }
      table[key, default: []].insert(id, at: active ?? table[key]?.count ?? 0)
    }
    if container < 0x4000_0000 { members[container, default: []].append(id) }
  }

  func isOperatorName(_ name: Name) -> Bool {
    guard let first = interner.withBytes(name, { $0.first }) else { return false }
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "$"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return false
    case 0x80...:
      // Operators such as `≤` and identifiers such as `é` begin alike; the labels tell: no identifier's
      // bytes are in the mathematical block.
      return first == 0xE2
    default: return true
    }
  }

  // MARK: Imports

  private mutating func resolveImports() {
    // Which modules a module exports further.
    var exported: [Int32: [Int32]] = [:]
    let standard = modules.indices.filter { isInterface[$0] }.map(Int32.init)
    for unit in units.indices {
      let facts = units[unit].facts
      for item in facts.imports where item.flags.contains(.exported) {
        if let module = moduleNumbers[moduleName(item, facts)] {
          exported[units[unit].module, default: []].append(module)
        }
      }
    }
    for unit in units.indices {
      let facts = units[unit].facts
      var visible = [units[unit].module]
      var testable: [Int32] = []
      var foreign: [String] = []
      for item in facts.imports {
        let name = moduleName(item, facts)
        if let module = moduleNumbers[name] {
          visible.append(module)
          if item.flags.contains(.testable) { testable.append(module) }
        } else if !foreign.contains(name) {
          foreign.append(name)
        }
      }
      visible += units[unit].around
      // What modules re-export, transitively; then the interfaces, which are seen without being imported.
      var place = 0
      var known = Set<Int32>()
      visible = visible.filter { known.insert($0).inserted }
      while place < visible.count {
        for module in exported[visible[place]] ?? [] where known.insert(module).inserted {
          visible.append(module)
        }
        place += 1
      }
      for module in standard where known.insert(module).inserted { visible.append(module) }
      units[unit].visible = visible
      units[unit].testable = testable
      units[unit].foreign = foreign
    }
  }

  private func moduleName(_ item: Import, _ facts: FileFacts) -> String {
    String(facts.names.string(item.module).prefix { $0 != "." })
  }

  // MARK: Extensions

  private mutating func bindExtensions() {
    var open: [DeclID] = []
    var inside: [DeclID: [DeclID]] = [:]
    for (number, item) in declarations.enumerated() where item.unit >= 0 {
      if item.kind == .extension { open.append(DeclID(number)) }
      if item.parent >= 0, declarations[Int(item.parent)].kind == .extension {
        if item.kind != .typeParameter || item.definition >= 0 {
          inside[item.parent, default: []].append(DeclID(number))
        }
      }
    }
    while !open.isEmpty {
      var rest: [DeclID] = []
      for item in open {
        let found = extended(by: item, final: false)
        if found < 0 { rest.append(item) } else { bind(item, to: found, inside[item] ?? []) }
      }
      forgetTypes()
      if rest.count == open.count {
        for item in rest {
          let found = extended(by: item, final: true)
          if found >= 0 { bind(item, to: found, inside[item] ?? []) }
        }
        break
      }
      open = rest
    }
    forgetTypes()
    for id in declarations.indices where declarations[id].isNominal {
      allParameterCache[DeclID(id)] = allParameters(of: DeclID(id))
    }
  }

  /// Forgets what was found while extensions were not bound yet.
  private mutating func forgetTypes() {
    supertypeCache = [:]
    lineageCache = [:]
    aliasCache = [:]
    requirementCache = [:]
    associatedCache = [:]
    signatureCache = [:]
    valueTypeCache = [:]
    check.sightScope = -2
  }

  private mutating func bind(_ item: DeclID, to type: DeclID, _ inside: [DeclID]) {
    extendedType[item] = type
    // What a document adds to a type of the tree changes nothing about that.
    if !units[Int(declarations[Int(item)].unit)].isSnippet { extensions[type, default: []].append(item) }
    for member in inside where declarations[Int(member)].kind != .extension { add(member, to: type) }
  }

  /// The nominal type that an extension names; `final` makes what cannot be found a type outside.
  private mutating func extended(by item: DeclID, final: Bool) -> DeclID {
    let tree = declarations[Int(item)].tree
    guard tree >= 0, let node = children(tree).first(where: { kind($0) == .extended }) else { return -1 }
    let type = firstChild(node)
    guard type >= 0 else { return -1 }
    let found = declaredType(
      named: type, scope: declarations[Int(item)].parent, unit: declarations[Int(item)].unit)
    if found >= 0 {
      let kind = declarations[Int(found)].kind
      if kind == .typeAlias {
        let target = aliasTarget(found)
        if types.shape(target) == .nominal { return types.head(target) }
        return final ? foreignType(named: type) : -1
      }
      if declarations[Int(found)].isNominal { return found }
    }
    return final ? foreignType(named: type) : -1
  }

  /// The type outside the tree that a type's tree names, by its dotted name.
  private mutating func foreignType(named node: TreeID) -> DeclID {
    var parts: [String] = []
    var current = node
    while current >= 0 {
      switch kind(current) {
      case .typeName, .typeMember: parts.append(text(name(of: current)))
      default: break
      }
      current = kind(current) == .typeMember ? firstChild(current) : -1
    }
    guard !parts.isEmpty else { return -1 }
    return foreignType(intern(parts.reversed().joined(separator: ".")))
  }

  /// The declaration that stands for a type outside the tree.
  mutating func foreignType(_ name: Name) -> DeclID {
    if let known = foreignTypes[name] { return known }
    let made = DeclID(declarations.count)
    declarations.append(
      Declaration(kind: .external, name: name, unit: -1, definition: -1, parent: -1))
    foreignTypes[name] = made
    return made
  }

  /// The declaration that a plain or dotted type name means, without evaluating anything; -1 if not found.
  private mutating func declaredType(named node: TreeID, scope: DeclID, unit: Int32) -> DeclID {
    switch kind(node) {
    case .typeName: return typeDeclaration(name(of: node), scope: scope, unit: unit).declaration
    case .typeMember:
      let base = firstChild(node)
      guard base >= 0 else { return -1 }
      let last = name(of: node)
      // `Module.Type`.
      if kind(base) == .typeName, let module = module(named: name(of: base), unit) {
        for found in lookUp(Self.moduleContainer(module), last, from: unit)
        where declarations[Int(found)].isTypeLike { return found }
      }
      var outer = declaredType(named: base, scope: scope, unit: unit)
      if outer >= 0, declarations[Int(outer)].kind == .typeAlias {
        let target = aliasTarget(outer)
        outer = types.shape(target) == .nominal ? types.head(target) : -1
      }
      guard outer >= 0 else { return -1 }
      for found in lookUp(outer, last, from: unit) where declarations[Int(found)].isTypeLike { return found }
      return -1
    case .typeArray: return standardType("Array")
    case .typeDictionary: return standardType("Dictionary")
    case .typeOptional: return standardType("Optional")
    default: return -1
    }
  }

  /// The module of that name, if `unit` sees one.
  func module(named name: Name, _ unit: Int32) -> Int32? {
    guard let number = moduleNumbers[text(name)] else { return nil }
    return units[Int(unit)].visible.contains(number) ? number : nil
  }

  /// A type of the standard library by name; one outside if the interfaces lack it.
  mutating func standardType(_ name: String) -> DeclID {
    let name = intern(name)
    for module in modules.indices where isInterface[module] {
      let container = Self.moduleContainer(Int32(module))
      for found in table[Self.tableKey(container, name)] ?? [] where declarations[Int(found)].isTypeLike {
        return found
      }
    }
    return foreignType(name)
  }
}
