import GraphModel
import LanguageSupport

/// A declaration that a name may mean, with the type it is used on.
struct Member {
  var declaration: DeclID
  /// The type of the value (or the type itself) that it is a member of; unknown for what is no member.
  var base = TypeID.unknown
  /// The nominal type, `base` or one of its bounds, through which it was found.
  var bound = TypeID.unknown
  /// How far away it was found: smaller wins where types do not decide.
  var rank = 0
  /// Which scope it was found in, innermost first.
  var level = 0
}

/// Members of types, and names in scopes.
extension SwiftModel {
  /// The members called `name` of a value of that type: its own, those of its superclasses, of its protocols
  /// and of their extensions.
  mutating func members(of base: TypeID, named name: Name) -> [Member] {
    var result: [Member] = []
    var seen: Set<DeclID> = []
    let bounds = bounds(of: base, scope: check.scope)
    let isAbstract = types.shape(base) != .nominal || declarations[Int(types.head(base))].kind == .protocol
    for bound in bounds {
      let head = types.head(bound)
      collect(name, head, base, bound, 0, isAbstract, &seen, &result)
      for (place, ancestor) in lineage(of: head).enumerated() where types.shape(ancestor) == .nominal {
        collect(name, types.head(ancestor), base, bound, place + 1, isAbstract, &seen, &result)
      }
    }
    return result
  }

  private mutating func collect(
    _ name: Name, _ owner: DeclID, _ base: TypeID, _ bound: TypeID, _ distance: Int, _ isAbstract: Bool,
    _ seen: inout Set<DeclID>, _ result: inout [Member]
  ) {
    guard let found = table[Self.tableKey(owner, name)] else { return }
    let isProtocol = declarations[Int(owner)].kind == .protocol
    for item in found where isVisible(item, from: check.unit) && seen.insert(item).inserted {
      var rank = distance * 4
      let parent = declarations[Int(item)].parent
      let isRequirement = isProtocol && parent == owner
      // A concrete type has the default, a protocol's value the requirement.
      if isProtocol { rank += isRequirement == isAbstract ? 0 : 2 }
      if parent >= 0, declarations[Int(parent)].kind == .extension, !isRequirement {
        guard let constrained = isSatisfied(parent, base, bound) else { continue }
        if constrained > 0 { rank -= 1 }
      }
      result.append(Member(declaration: item, base: base, bound: bound, rank: rank))
    }
  }

  /// How many conditions of an extension hold for a type; nil if one certainly does not.
  private mutating func isSatisfied(_ item: DeclID, _ base: TypeID, _ bound: TypeID) -> Int? {
    let conditions = requirements(of: item)
    guard !conditions.isEmpty else { return 0 }
    var map = substitution(toAncestor: extendedType[item] ?? -1, of: bound)
    map.selfType = base
    for condition in conditions {
      // `extension P where Self == S { static var s }` is what `.s` means where a `P` is expected.
      if condition.isSame, types.shape(condition.left) == .protocolSelf, isAbstractType(base) { continue }
      let left = substitute(condition.left, map)
      let right = substitute(condition.right, map)
      if condition.isSame {
        if types.shape(left) == .nominal, types.shape(right) == .nominal,
          types.head(left) != types.head(right), declarations[Int(types.head(left))].kind != .external,
          declarations[Int(types.head(right))].kind != .external
        {
          return nil
        }
      } else if types.shape(right) == .nominal {
        if types.shape(left) != .unknown, types.shape(left) != .outside,
          conforms(left, to: types.head(right), scope: check.scope) == false
        {
          return nil
        }
      }
    }
    return conditions.count
  }

  private func isAbstractType(_ type: TypeID) -> Bool {
    types.shape(type) != .nominal || declarations[Int(types.head(type))].kind == .protocol
  }

  // MARK: Plain names

  /// What a plain name may mean apart from local variables, innermost scope first.
  mutating func candidates(named name: Name) -> [Member] {
    var result: [Member] = []
    var level = 0
    var current = check.scope
    while current >= 0 {
      let item = declarations[Int(current)]
      for parameter in genericParameters[current] ?? [] where declarations[Int(parameter)].name == name {
        result.append(Member(declaration: parameter, level: level))
      }
      let type = nominal(current)
      if type >= 0 {
        for var found in members(of: declaredSelf(type), named: name) {
          found.level = level
          result.append(found)
        }
      } else {
        for found in lookUp(current, name, from: check.unit) {
          result.append(Member(declaration: found, level: level))
        }
      }
      level += 1
      current = item.parent
    }
    guard check.unit >= 0 else { return result }
    let seesAll = isLeftOut(check.scope)
    var left: [Member] = []
    for (place, module) in units[Int(check.unit)].visible.enumerated() {
      for found in lookUp(Self.moduleContainer(module), name, from: check.unit) {
        if declarations[Int(found)].modifiers.contains(.isInactive) && !seesAll {
          left.append(Member(declaration: found, level: level + 2))
        } else {
          result.append(Member(declaration: found, level: level + (place > 0 ? 1 : 0)))
        }
      }
    }
    // What other platforms declare in the tree comes from elsewhere on this one.
    return units[Int(check.unit)].foreign.isEmpty ? result + left : result
  }

  /// The type of a local variable in sight, nil if none has that name.
  func local(_ name: Name) -> TypeID? {
    for item in check.locals.reversed() where item.name == name { return item.type }
    return nil
  }

  /// The type that a declaration has as a member of its base: what it mentions is substituted.
  mutating func type(_ type: TypeID, of member: Member) -> TypeID {
    guard member.base.isKnown || member.bound.isKnown else { return type }
    return substitute(
      type, substitution(from: member.bound, declaration: member.declaration, base: member.base))
  }

  /// The value that a name or member gives where it is not called.
  mutating func value(of member: Member, arguments: [TypeID] = []) -> TypeID {
    let item = declarations[Int(member.declaration)]
    if item.isTypeLike {
      return types.make(.metatype, 0, [typeMeant(by: member, arguments)])
    }
    let result = type(valueType(of: member.declaration), of: member)
    return result
  }

  /// The type that a type's name means as an expression; parameters without arguments are left to be inferred.
  mutating func typeMeant(by member: Member, _ arguments: [TypeID]) -> TypeID {
    let owner = member.bound.isKnown && types.shape(member.bound) == .nominal ? types.head(member.bound) : -1
    let plain = declaredType(member.declaration, arguments, base: owner, scope: check.scope)
    return member.base.isKnown ? type(plain, of: member) : plain
  }
}
