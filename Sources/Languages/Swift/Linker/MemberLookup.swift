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
}

/// How far a look-up of a plain name has come on its way outwards.
struct ScopeWalk {
  var current: DeclID
  var stage = 0

  init(_ scope: DeclID) { current = scope }
}

/// Members of types, and names in scopes.
extension SwiftModel {
  /// The members called `name` of a value of that type: its own, those of its superclasses, of its protocols
  /// and of their extensions.
  mutating func members(of base: TypeID, named name: Name) -> [Member] {
    var result: [Member] = []
    let bounds = bounds(of: base, scope: check.scope)
    let isAbstract = types.shape(base) != .nominal || declarations[Int(types.head(base))].kind == .protocol
    for bound in bounds {
      let head = types.head(bound)
      for place in owners(of: name, in: head) {
        let owner = place < 0 ? head : types.head(lineage(of: head)[Int(place)])
        collect(name, owner, base, bound, Int(place) + 1, isAbstract, &result)
      }
    }
    return result
  }

  /// Where something called `name` is declared: -1 for the type itself, else the place in its lineage.
  private mutating func owners(of name: Name, in head: DeclID) -> [Int32] {
    let key = Self.tableKey(head, name)
    if recordingUnit >= 0, let known = ownerCache[key] { return known }
    var result: [Int32] = table[key] == nil ? [] : [-1]
    for (place, ancestor) in lineage(of: head).enumerated()
    where types.shape(ancestor) == .nominal && table[Self.tableKey(types.head(ancestor), name)] != nil {
      result.append(Int32(place))
    }
    // What is declared is settled, and so are lineages, once files are linked.
    if recordingUnit >= 0 { ownerCache[key] = result }
    return result
  }

  private mutating func collect(
    _ name: Name, _ owner: DeclID, _ base: TypeID, _ bound: TypeID, _ distance: Int, _ isAbstract: Bool,
    _ result: inout [Member]
  ) {
    guard let found = table[Self.tableKey(owner, name)] else { return }
    let isProtocol = declarations[Int(owner)].kind == .protocol
    for item in found where isVisible(item, from: check.unit) {
      if result.contains(where: { $0.declaration == item }) { continue }
      var rank = distance * 4
      let parent = declarations[Int(item)].parent
      let isRequirement = isProtocol && parent == owner
      // A concrete type has the default; a protocol's value the requirement, before what any extension offers.
      if isProtocol, isRequirement != isAbstract { rank += isAbstract ? 200 : 2 }
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

  /// What a plain name may mean in the next scope, outwards from where `walk` is, that declares it; empty when
  /// there is no more. Local variables are not looked at.
  mutating func candidates(named name: Name, _ walk: inout ScopeWalk) -> [Member] {
    while walk.current >= 0 {
      let scope = walk.current
      walk.current = declarations[Int(scope)].parent
      var result: [Member] = []
      for parameter in genericParameters[scope] ?? [] where declarations[Int(parameter)].name == name {
        result.append(Member(declaration: parameter))
      }
      let type = nominal(scope)
      if type >= 0 {
        result += members(of: declaredSelf(type), named: name)
      } else {
        for found in lookUp(scope, name, from: check.unit) { result.append(Member(declaration: found)) }
      }
      if !result.isEmpty { return result }
    }
    while walk.stage < 3 {
      walk.stage += 1
      let found = topLevel(name, walk.stage)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Declarations at the top level: of the module itself (stage 1), of the modules it sees (2), of what builds
  /// leave out (3).
  private func topLevel(_ name: Name, _ stage: Int) -> [Member] {
    guard check.unit >= 0 else { return [] }
    // What other platforms declare in the tree comes from elsewhere on this one.
    if stage == 3 && !units[Int(check.unit)].foreign.isEmpty { return [] }
    let seesAll = stage < 3 && isLeftOut(check.scope)
    var result: [Member] = []
    for (place, module) in units[Int(check.unit)].visible.enumerated()
    where stage == 3 || (place == 0) == (stage == 1) {
      for found in lookUp(Self.moduleContainer(module), name, from: check.unit) {
        let isInactive = declarations[Int(found)].modifiers.contains(.isInactive) && !seesAll
        if isInactive == (stage == 3) { result.append(Member(declaration: found)) }
      }
    }
    return result
  }

  /// True if anything in sight has that name, local variables aside.
  mutating func isDeclared(_ name: Name) -> Bool {
    var walk = ScopeWalk(check.scope)
    return !candidates(named: name, &walk).isEmpty
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
