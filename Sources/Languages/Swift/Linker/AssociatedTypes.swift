import GraphModel
import LanguageSupport

/// Associated types: what `T.Element` is.
extension SwiftModel {
  /// The associated type `name` of `base`: what a concrete type says, or the dependent type itself.
  mutating func associated(_ name: Name, of base: TypeID, scope: DeclID) -> TypeID {
    guard base.isKnown, check.enter() else { return .unknown }
    defer { check.leave() }
    switch types.shape(base) {
    case .unknown, .outside, .tuple, .function, .metatype: return .unknown
    case .nominal:
      let head = types.head(base)
      if declarations[Int(head)].kind == .protocol { return primary(name, of: base) }
      if declarations[Int(head)].kind == .external { return .unknown }
      return concrete(name, of: base)
    case .bounded:
      for part in types.arguments(base) where types.shape(part) == .nominal && types.count(part) > 0 {
        let found = primary(name, of: part)
        if types.shape(found) != .associated { return found }
      }
      return types.make(.associated, name, [base])
    case .parameter, .protocolSelf, .associated:
      let made = types.make(.associated, name, [base])
      for requirement in requirements(inSight: scope) where requirement.isSame {
        if requirement.left == made { return requirement.right }
      }
      for bound in bounds(of: base, scope: scope) {
        if types.count(bound) > 0, declarations[Int(types.head(bound))].kind == .protocol {
          let found = primary(name, of: bound)
          if types.shape(found) != .associated { return found }
        }
        if declarations[Int(types.head(bound))].kind == .class {
          let found = concrete(name, of: bound)
          if found.isKnown { return found }
        }
        if let same = sameType(name, bound, base) { return same }
      }
      return made
    }
  }

  /// What a protocol fixes an associated type to: `protocol P: Sequence where Element == Int`.
  private mutating func sameType(_ name: Name, _ bound: TypeID, _ base: TypeID) -> TypeID? {
    for owner in [bound] + lineage(of: types.head(bound)) {
      let head = types.head(owner)
      guard declarations[Int(head)].kind == .protocol else { continue }
      for requirement in requirements(of: head) where requirement.isSame {
        guard types.shape(requirement.left) == .associated, types.head(requirement.left) == name,
          types.shape(types.argument(requirement.left, 0)) == .protocolSelf,
          types.shape(requirement.right) == .nominal
        else { continue }
        var map = Substitution()
        map.selfType = base
        return substitute(requirement.right, map)
      }
    }
    return nil
  }

  /// `any P<Int>`: arguments of a protocol are its first associated types.
  private mutating func primary(_ name: Name, of base: TypeID) -> TypeID {
    var place = 0
    for member in members[types.head(base)] ?? []
    where declarations[Int(member)].kind == .associatedType && place < types.count(base) {
      if declarations[Int(member)].name == name { return types.argument(base, place) }
      place += 1
    }
    return types.make(.associated, name, [base])
  }

  /// The associated type of a concrete type: a nested type, an alias, a parameter of that name, else what the
  /// members that satisfy the protocol's requirements say, else the default.
  private mutating func concrete(_ name: Name, of base: TypeID) -> TypeID {
    let head = types.head(base)
    let key = Self.tableKey(head, name)
    let inOwnTerms: TypeID
    if let known = associatedCache[key] {
      inOwnTerms = known
    } else {
      let guardKey = Task.associated.rawValue << 32 ^ key
      guard inProgress.insert(guardKey).inserted else { return .unknown }
      inOwnTerms = findConcrete(name, head)
      inProgress.remove(guardKey)
      associatedCache[key] = inOwnTerms
    }
    var map = Substitution()
    addArguments(base, to: &map)
    map.selfType = base
    return substitute(inOwnTerms, map)
  }

  private mutating func findConcrete(_ name: Name, _ head: DeclID) -> TypeID {
    let own = declaredSelf(head)
    if name == words.rawValueType, let raw = rawType(of: head) { return raw }
    let unit = declarations[Int(head)].unit
    for owner in [own] + lineage(of: head) where types.shape(owner) == .nominal {
      for found in table[Self.tableKey(types.head(owner), name)] ?? []
      where declarations[Int(found)].isTypeLike && declarations[Int(found)].kind != .associatedType {
        if !isVisible(found, from: unit) { continue }
        let plain = declaredType(found, [], base: -1, scope: types.head(owner))
        return substitute(plain, substitution(from: own, declaration: found, base: own))
      }
    }
    for owner in lineage(of: head) where declarations[Int(types.head(owner))].kind == .protocol {
      if let found = witnessed(name, types.head(owner), own) { return found }
    }
    for owner in lineage(of: head) where declarations[Int(types.head(owner))].kind == .protocol {
      if let found = fixed(name, types.head(owner), own) { return found }
    }
    return .unknown
  }

  /// What the members of a type that satisfy a protocol's requirements make of its associated type.
  private mutating func witnessed(_ name: Name, _ owner: DeclID, _ own: TypeID) -> TypeID? {
    let variable = types.make(.associated, name, [types.make(.protocolSelf, owner, [])])
    for requirement in members[owner] ?? [] {
      let item = declarations[Int(requirement)]
      guard item.isFunctionLike || item.kind == .property, item.parent == owner else { continue }
      for witness in table[Self.tableKey(types.head(own), item.name)] ?? [] {
        let other = declarations[Int(witness)]
        guard other.kind == item.kind, labels(of: witness) == labels(of: requirement) else { continue }
        var map = Substitution()
        bind(memberType(of: requirement), to: memberType(of: witness), &map, [variable])
        if let found = map.value(variable), found.isKnown { return found }
      }
    }
    return nil
  }

  /// The type of a function or property as one value, to compare a requirement with its witness.
  mutating func memberType(of declaration: DeclID) -> TypeID {
    let item = declarations[Int(declaration)]
    if !item.isFunctionLike { return valueType(of: declaration) }
    let signature = signature(of: declaration)
    return types.make(.function, 0, signature.parameters.map(\.type) + [signature.result])
  }

  /// What the protocol itself says: an equal type, or the default.
  private mutating func fixed(_ name: Name, _ owner: DeclID, _ own: TypeID) -> TypeID? {
    var map = Substitution()
    map.selfType = own
    for requirement in requirements(of: owner) where requirement.isSame {
      for (left, right) in [(requirement.left, requirement.right), (requirement.right, requirement.left)] {
        guard types.shape(left) == .associated, types.head(left) == name,
          types.shape(types.argument(left, 0)) == .protocolSelf
        else { continue }
        let found = substitute(right, map)
        if found.isKnown, types.shape(found) != .associated { return found }
      }
    }
    for member in table[Self.tableKey(owner, name)] ?? []
    where declarations[Int(member)].kind == .associatedType {
      let item = declarations[Int(member)]
      let node = item.tree < 0 ? -1 : child(item.tree) { $0.isType }
      if node >= 0 { return substitute(type(node, scope: member, unit: item.unit), map) }
    }
    return nil
  }
}
