import GraphModel
import LanguageSupport

/// A condition on types: `left: right` or `left == right`.
struct Requirement {
  var left: TypeID
  var right: TypeID
  var isSame: Bool
}

/// What is being computed, as the upper half of the keys of `SwiftModel.inProgress`.
enum Task: UInt64 {
  case alias = 1
  case supertypes, lineage, signature, value, requirements, associated
}

/// Which types a type inherits from and conforms to.
extension SwiftModel {
  mutating func begin(_ declaration: DeclID, _ task: Task) -> Bool {
    inProgress.insert(task.rawValue << 32 | UInt64(UInt32(bitPattern: declaration))).inserted
  }

  mutating func end(_ declaration: DeclID, _ task: Task) {
    inProgress.remove(task.rawValue << 32 | UInt64(UInt32(bitPattern: declaration)))
  }

  /// The types that a nominal type and its extensions name in their inheritance clauses, in its own
  /// parameters; compositions are taken apart. Empty while it is being computed.
  mutating func supertypes(of type: DeclID) -> [TypeID] {
    if let known = supertypeCache[type] { return known }
    guard begin(type, .supertypes) else { return [] }
    var result: [TypeID] = []
    for declaration in [type] + (extensions[type] ?? []) {
      let item = declarations[Int(declaration)]
      guard item.tree >= 0 else { continue }
      for node in children(item.tree) where kind(node) == .inherited {
        append(self.type(firstChild(node), scope: declaration, unit: item.unit), to: &result)
      }
      // `protocol P where Self: Q`, `extension P where Self: Q` holds only for the extension.
      if item.kind == .protocol {
        for node in children(item.tree) where kind(node) == .conformanceRequirement {
          let left = firstChild(node)
          guard left >= 0, kind(left) == .typeName, name(of: left) == words.selfType else { continue }
          append(self.type(nodes[Int(left)].next, scope: declaration, unit: item.unit), to: &result)
        }
      }
    }
    end(type, .supertypes)
    // What was computed inside a cycle is not complete and must not stay.
    if !inProgress.contains(where: { $0 >> 32 == Task.supertypes.rawValue }) || !result.isEmpty {
      supertypeCache[type] = result
    }
    return result
  }

  private mutating func append(_ type: TypeID, to result: inout [TypeID]) {
    switch types.shape(type) {
    case .bounded: for part in types.arguments(type) { append(part, to: &result) }
    case .nominal: if !result.contains(type) { result.append(type) }
    default: break
    }
  }

  /// All ancestors of a nominal type in its own parameters, nearest first: superclasses before protocols.
  mutating func lineage(of type: DeclID) -> [TypeID] {
    if let known = lineageCache[type] { return known }
    guard begin(type, .lineage) else { return [] }
    var result: [TypeID] = []
    var heads: Set<DeclID> = [type]
    var open = supertypes(of: type)
    if let raw = rawType(of: type), raw.isKnown, check.rawRepresentable >= 0 {
      open.append(types.make(.nominal, check.rawRepresentable, []))
    }
    let isClass = declarations[Int(type)].kind == .class
    var place = 0
    // Superclasses first.
    if isClass {
      open.sort { self.rankInLineage($0) < self.rankInLineage($1) }
    }
    while place < open.count {
      let current = open[place]
      place += 1
      let head = types.head(current)
      if declarations[Int(head)].kind == .struct || declarations[Int(head)].kind == .enum { continue }
      guard heads.insert(head).inserted else { continue }
      result.append(current)
      var map = Substitution()
      addArguments(current, to: &map)
      map.selfType = .unknown
      for next in supertypes(of: head) {
        open.append(map.isEmpty ? next : substitute(next, map))
      }
    }
    end(type, .lineage)
    if !inProgress.contains(where: { $0 >> 32 <= Task.lineage.rawValue }) { lineageCache[type] = result }
    return result
  }

  private func rankInLineage(_ type: TypeID) -> Int {
    switch declarations[Int(types.head(type))].kind {
    case .class, .external: 0
    default: 1
    }
  }

  /// The raw type of an enum: the struct that its inheritance clause names.
  mutating func rawType(of type: DeclID) -> TypeID? {
    guard declarations[Int(type)].kind == .enum else { return nil }
    for item in supertypes(of: type) where declarations[Int(types.head(item))].kind == .struct { return item }
    return nil
  }

  /// The superclass of a class, unknown for none.
  mutating func superclass(of type: DeclID) -> TypeID {
    for item in supertypes(of: type) {
      switch declarations[Int(types.head(item))].kind {
      case .class: return item
      case .external where declarations[Int(type)].kind == .class: return item
      default: continue
      }
    }
    return .unknown
  }

  /// True if something about the type's ancestors lies outside, so that members may come from there.
  mutating func hasForeignAncestor(_ type: DeclID) -> Bool {
    if declarations[Int(type)].kind == .external { return true }
    for item in lineage(of: type) where declarations[Int(types.head(item))].kind == .external { return true }
    return false
  }

  /// Whether a type conforms to a protocol or inherits from a class; nil if that is not known.
  mutating func conforms(_ type: TypeID, to target: DeclID, scope: DeclID) -> Bool? {
    switch types.shape(type) {
    case .unknown, .outside: return nil
    case .tuple, .function, .metatype:
      return isInternal(target) ? false : nil
    case .nominal:
      let head = types.head(type)
      if head == target { return true }
      for item in lineage(of: head) where types.head(item) == target {
        return meetsConditions(type, target, scope)
      }
      if hasForeignAncestor(head) { return nil }
      // The compiler makes some conformances itself.
      return isInternal(target) || !check.synthesised.contains(target) ? false : nil
    case .parameter, .protocolSelf, .associated, .bounded:
      for bound in bounds(of: type, scope: scope) {
        if conforms(bound, to: target, scope: scope) == true { return true }
      }
      if types.shape(type) == .associated, bounds(of: type, scope: scope).isEmpty { return nil }
      for bound in bounds(of: type, scope: scope) where hasForeignAncestor(types.head(bound)) { return nil }
      return isInternal(target) || !check.synthesised.contains(target) ? false : nil
    }
  }

  /// Whether the conditions hold under which a nominal type conforms: `extension Box: P where T: P`.
  private mutating func meetsConditions(_ type: TypeID, _ target: DeclID, _ scope: DeclID) -> Bool {
    let head = types.head(type)
    guard types.count(type) > 0, check.enter() else { return true }
    defer { check.leave() }
    var isConditional = false
    for provider in providers(of: target, in: head) {
      guard declarations[Int(provider)].kind == .extension else { return true }
      let conditions = requirements(of: provider)
      if conditions.isEmpty { return true }
      var map = Substitution()
      addArguments(type, to: &map)
      map.selfType = type
      var holds = true
      for condition in conditions where holds {
        let left = substitute(condition.left, map)
        let right = substitute(condition.right, map)
        guard left.isKnown, types.shape(right) == .nominal else { continue }
        if condition.isSame {
          holds = types.shape(left) != .nominal || types.head(left) == types.head(right)
        } else {
          holds = conforms(left, to: types.head(right), scope: scope) != false
        }
      }
      if holds { return true }
      isConditional = true
    }
    return !isConditional
  }

  /// The type itself and those of its extensions that say that it conforms.
  private mutating func providers(of target: DeclID, in head: DeclID) -> [DeclID] {
    let key = Self.tableKey(head, target)
    if let known = providerCache[key] { return known }
    var result: [DeclID] = []
    for declaration in [head] + (extensions[head] ?? []) {
      let item = declarations[Int(declaration)]
      guard item.tree >= 0 else { continue }
      for node in children(item.tree) where kind(node) == .inherited {
        let named = type(firstChild(node), scope: declaration, unit: item.unit)
        let parts = types.shape(named) == .bounded ? types.arguments(named) : [named]
        for part in parts where types.shape(part) == .nominal {
          let direct = types.head(part)
          if direct == target || lineage(of: direct).contains(where: { types.head($0) == target }) {
            result.append(declaration)
          }
        }
      }
    }
    providerCache[key] = result
    return result
  }

  // MARK: Requirements

  /// The conditions that a declaration's generic clauses state, those of a protocol's associated types
  /// included.
  mutating func requirements(of declaration: DeclID) -> [Requirement] {
    if let known = requirementCache[declaration] { return known }
    guard begin(declaration, .requirements) else { return [] }
    var result: [Requirement] = []
    let item = declarations[Int(declaration)]
    if item.tree >= 0 {
      let outer = check.head
      check.head = declaration
      for node in children(item.tree) { addRequirement(node, declaration, item.unit, &result) }
      check.head = outer
    }
    if item.kind == .protocol {
      for member in members[declaration] ?? [] where declarations[Int(member)].kind == .associatedType {
        addAssociatedRequirements(member, declaration, &result)
      }
    }
    end(declaration, .requirements)
    requirementCache[declaration] = result
    return result
  }

  private mutating func addRequirement(
    _ node: TreeID, _ scope: DeclID, _ unit: Int32, _ result: inout [Requirement]
  ) {
    switch kind(node) {
    case .genericParameter:
      let constraint = firstChild(node)
      guard constraint >= 0 else { return }
      let parameter = types.make(.parameter, nodes[Int(node)].value - 1, [])
      let bound = type(constraint, scope: scope, unit: unit)
      result.append(Requirement(left: parameter, right: bound, isSame: false))
    case .conformanceRequirement, .sameTypeRequirement:
      let left = firstChild(node)
      guard left >= 0, nodes[Int(left)].next >= 0 else { return }
      result.append(
        Requirement(
          left: type(left, scope: scope, unit: unit),
          right: type(nodes[Int(left)].next, scope: scope, unit: unit),
          isSame: kind(node) == .sameTypeRequirement))
    default: break
    }
  }

  private mutating func addAssociatedRequirements(
    _ member: DeclID, _ owner: DeclID, _ result: inout [Requirement]
  ) {
    let item = declarations[Int(member)]
    guard item.tree >= 0 else { return }
    let own = types.make(.associated, item.name, [types.make(.protocolSelf, owner, [])])
    for node in children(item.tree) {
      if kind(node) == .inherited {
        result.append(
          Requirement(
            left: own, right: type(firstChild(node), scope: member, unit: item.unit), isSame: false))
      } else {
        addRequirement(node, member, item.unit, &result)
      }
    }
  }

  /// All conditions in sight of a scope: its own, those of what it stands in, those of extended types.
  mutating func requirements(inSight scope: DeclID) -> [Requirement] {
    if scope == check.sightScope { return check.sight }
    var result: [Requirement] = []
    var current = scope
    while current >= 0 {
      result += requirements(of: current)
      let type = nominal(current)
      if type >= 0 && type != current { result += requirements(of: type) }
      current = declarations[Int(current)].parent
    }
    if inProgress.isEmpty {
      check.sightScope = scope
      check.sight = result
    }
    return result
  }

  // MARK: Bounds

  /// The nominal types whose members a value of the type has: itself, or what it must conform to.
  mutating func bounds(of type: TypeID, scope: DeclID) -> [TypeID] {
    guard check.enter() else { return [] }
    defer { check.leave() }
    switch types.shape(type) {
    case .nominal: return [type]
    case .bounded:
      var result: [TypeID] = []
      for part in types.arguments(type) { result += bounds(of: part, scope: scope) }
      return result
    case .parameter, .protocolSelf, .associated: return abstractBounds(of: type, scope: scope)
    default: return []
    }
  }

  private mutating func abstractBounds(of type: TypeID, scope: DeclID) -> [TypeID] {
    var result: [TypeID] = []
    func add(_ bound: TypeID, _ model: inout SwiftModel) {
      for item in model.types.shape(bound) == .bounded ? model.types.arguments(bound) : [bound]
      where model.types.shape(item) == .nominal && !result.contains(item) {
        result.append(item)
      }
    }
    if types.shape(type) == .protocolSelf {
      let head = types.head(type)
      let isClass = declarations[Int(head)].kind == .class
      result.append(isClass ? declaredSelf(head) : types.make(.nominal, head, []))
    }
    for requirement in requirements(inSight: scope) {
      if requirement.left == type { add(requirement.right, &self) }
      if requirement.isSame && requirement.right == type { add(requirement.left, &self) }
    }
    // A parameter that is out of sight still has what its own declaration says.
    if types.shape(type) == .parameter, result.isEmpty {
      for requirement in requirements(of: declarations[Int(types.head(type))].parent)
      where requirement.left == type { add(requirement.right, &self) }
    }
    if types.shape(type) == .associated {
      let base = types.argument(type, 0)
      for bound in bounds(of: base, scope: scope) {
        for owner in [bound] + lineage(of: types.head(bound)) {
          let head = types.head(owner)
          guard declarations[Int(head)].kind == .protocol else { continue }
          let own = types.make(.associated, types.head(type), [types.make(.protocolSelf, head, [])])
          for requirement in requirements(of: head) where requirement.left == own {
            var map = Substitution()
            map.selfType = base
            add(substitute(requirement.right, map), &self)
          }
        }
      }
    }
    return result
  }
}
