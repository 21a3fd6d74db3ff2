import GraphModel
import LanguageSupport

/// A name that a class's body or its methods (`self.x = …`) define.
struct Member {
  /// Its values.
  var slot: Int32
  /// Numbered over all files, or -1 where a statement binds it that defines nothing (an import).
  var definition: Int32
  /// The class that declares it.
  var owner: Int32
  /// The variable in the class's body, or -1 for what methods assign.
  var variable: Int32 = -1
  /// The annotation's slot, or -1.
  var type: Int32 = -1
  /// The annotation says something: assignments do not count.
  var isDeclared = false
}

extension Analysis {
  // MARK: Members

  /// Notes an attribute that the methods of a class assign.
  mutating func addMember(_ file: Int, _ definition: DefinitionIndex, of owner: Int32) {
    let name = world.name(file, world.files[file].facts.definitions[Int(definition)].name)
    let key = IntegerTable.key(owner, name)
    if memberTable[key] >= 0 { return }
    memberTable[key] = Int32(members.count)
    members.append(
      Member(slot: slot(), definition: world.files[file].definitionBase + definition, owner: owner))
  }

  /// Gives a member its annotation; `slot` has values of that type.
  mutating func declareMember(_ name: Int32, of owner: Int32, type: Int32, slot: Int32) {
    let index = member(name, of: owner)
    guard index >= 0 else { return }
    members[Int(index)].type = type
    if members[Int(index)].variable < 0 { constrain(slot, .copy, members[Int(index)].slot) }
  }

  /// The member of that name that the class itself defines, or -1.
  mutating func member(_ name: Int32, of owner: Int32) -> Int32 {
    let key = IntegerTable.key(owner, name)
    let known = memberTable[key]
    if known >= 0 { return known }
    let record = classes[Int(owner)]
    let variable = world.variables[record.scope, name]
    guard variable >= 0 else { return -1 }
    let item = world.variables[variable: variable]
    let definition = item.definition >= 0 ? item.definition : item.variableDefinition
    let made = Int32(members.count)
    memberTable[key] = made
    var member = Member(
      slot: publicSlot(variable),
      definition: definition >= 0 ? world.files[Int(record.file)].definitionBase + definition : -1,
      owner: owner)
    member.variable = variable
    members.append(member)
    return made
  }

  /// The member that a look-up in the class and its bases finds, or -1. O(bases) once for each name.
  mutating func lookUp(_ name: Int32, in owner: Int32) -> Int32 {
    guard owner >= 0 else { return -1 }
    let key = IntegerTable.key(owner, name)
    let known = memberCache[key]
    if known >= 0 { return known - 1 }
    var found: Int32 = -1
    for index in classes[Int(owner)].order {
      found = member(name, of: index)
      if found >= 0 { break }
    }
    memberCache[key] = found + 1
    return found
  }

  /// The member that a look-up finds behind `after` in the order of the class, or -1.
  mutating func lookUp(_ name: Int32, in owner: Int32, after: Int32) -> Int32 {
    var isBehind = false
    for index in classes[Int(owner)].order {
      if isBehind {
        let found = member(name, of: index)
        if found >= 0 { return found }
      }
      if index == after { isBehind = true }
    }
    return -1
  }

  /// True if the class is `other` or derived from it.
  func isDerived(_ index: Int32, from other: Int32) -> Bool {
    index == other || (index >= 0 && classes[Int(index)].order.contains(other))
  }

  // MARK: Hierarchy

  /// Finds the bases of all classes from `first` on and the orders in which names are looked up; the classes before
  /// are known already.
  mutating func computeClasses(from first: Int) {
    var bases = [[Int32]](repeating: [], count: first)
    for index in first..<classes.count { bases.append(findBases(index)) }
    computeOrders(bases, from: first)
    derived.append(contentsOf: repeatElement([], count: classes.count - first))
    for index in first..<classes.count {
      finishClass(index)
      for base in classes[index].order.dropFirst() { derived[Int(base)].append(Int32(index)) }
    }
    for index in members.indices where members[index].type >= 0 {
      members[index].isDeclared = isInformative(members[index].type)
    }
    for declaration in declarations where !isInformative(declaration.type) {
      constrain(declaration.assigned, .copy, declaration.slot)
    }
    declarations.removeAll()
  }

  private mutating func findBases(_ index: Int) -> [Int32] {
    var result: [Int32] = []
    for slot in classes[index].bases {
      var isKnown = false
      for object in graph.values(slot) {
        isKnown = true
        switch objects.kind(object) {
        case .class: result.append(objects.a(object))
        case .alias:
          result.append(objects.a(object))
          classes[index].aliases.append(object)
          addTypeParameters(of: objects.b(object), to: index)
        case .external:
          if classes[index].externalBase < 0 { classes[index].externalBase = objects.a(object) }
        case .form:
          if objects.a(object) == Builtin.generic.rawValue {
            addTypeParameters(of: objects.b(object), to: index)
          }
        case .builtin: break
        default: isKnown = false
        }
        if isKnown { break }
      }
      if !isKnown { classes[index].hasUnknownBase = true }
    }
    var seen: Set<Int32> = []
    return result.filter { $0 != Int32(index) && seen.insert($0).inserted }
  }

  private mutating func addTypeParameters(of list: Int32, to index: Int) {
    for slot in objects.lists[Int(list)] {
      for object in graph.values(slot) where objects.kind(object) == .typeVariable {
        if !classes[index].typeParameters.contains(object) { classes[index].typeParameters.append(object) }
      }
    }
  }

  /// Linearises the hierarchy, bases before what derives from them. Cycles end where they began.
  private mutating func computeOrders(_ bases: [[Int32]], from first: Int) {
    enum State { case new, open, done }
    var states = [State](repeating: .done, count: first)
    states += repeatElement(.new, count: classes.count - first)
    for root in classes.indices where states[root] == .new {
      var path = [root]
      while let current = path.last {
        if states[current] == .new {
          states[current] = .open
          path.append(contentsOf: bases[current].map(Int.init).filter { states[$0] == .new })
          continue
        }
        path.removeLast()
        guard states[current] == .open else { continue }
        let known = bases[current].filter { states[Int($0)] == .done }
        classes[current].order = Self.merge(
          Int32(current), known, known.map { classes[Int($0)].order })
        states[current] = .done
      }
    }
  }

  /// The longest order that is kept: chains of bases beyond are cut.
  private static let orderLimit = 128

  /// C3. Source: Barrett et al., "A Monotonic Superclass Linearization for Dylan", OOPSLA 1996; where no such order
  /// exists (an error in Python) depth first.
  private static func merge(_ own: Int32, _ bases: [Int32], _ orders: [[Int32]]) -> [Int32] {
    var result = [own]
    if bases.count == 1 { return result + orders[0].prefix(orderLimit) }
    var sequences = orders.map { $0[...] } + [bases[...]]
    while result.count < orderLimit {
      sequences.removeAll { $0.isEmpty }
      if sequences.isEmpty { break }
      let heads = sequences.compactMap(\.first)
      let next =
        heads.first { head in !sequences.contains { $0.dropFirst().contains(head) } } ?? heads[0]
      result.append(next)
      for index in sequences.indices { sequences[index].removeAll { $0 == next } }
    }
    return result
  }

  private mutating func finishClass(_ index: Int) {
    for base in classes[index].order.dropFirst() {
      let record = classes[Int(base)]
      if classes[index].externalBase < 0 { classes[index].externalBase = record.externalBase }
      if record.hasUnknownBase { classes[index].hasUnknownBase = true }
      if isEnumClass(base) { classes[index].isEnum = true }
    }
    let external = classes[index].externalBase
    if external >= 0, world.names.string(external).hasPrefix("enum.") { classes[index].isEnum = true }
  }

  private func isEnumClass(_ index: Int32) -> Bool {
    let record = classes[Int(index)]
    let file = world.files[Int(record.file)]
    guard file.isOutside, world.names.string(world.modules[Int(file.module)].name) == "enum" else {
      return false
    }
    let name = file.facts.names.string(file.facts.definitions[Int(record.definition)].name)
    return name == "Enum" || name == "Flag"
  }

  // MARK: Annotations

  /// True if an annotation tells which class a value is of: then only that counts. `Any`, type variables,
  /// callables and names that are not known tell nothing.
  func isInformative(_ type: Int32) -> Bool {
    guard type >= 0 else { return false }
    var isAny = false
    for object in graph.values(type) {
      switch objects.kind(object) {
      case .class, .alias, .external, .externalInstance: isAny = true
      case .form where objects.a(object) == Builtin.typeOf.rawValue: isAny = true
      case .typeVariable, .form: return false
      case .builtin:
        switch Builtin(rawValue: objects.a(object)) {
        case .any, .callable, .typeAlias, .transparent: return false
        default: isAny = true
        }
      default: break
      }
    }
    return isAny
  }
}
