import GraphModel
import LanguageSupport

/// What a plain type name means.
struct FoundType {
  /// -1 if nothing of that name is in sight.
  var declaration: DeclID = -1
  /// The nominal type through whose members it was found, or -1.
  var owner: DeclID = -1
}

/// From trees of types to types.
extension SwiftModel {
  // MARK: Names

  /// Looks a type name up: generic parameters, nested types, the module, what is imported; innermost first.
  mutating func typeDeclaration(_ name: Name, scope: DeclID, unit: Int32) -> FoundType {
    var current = scope
    // An associated type that a conforming type does not spell out yields to what stands around the type.
    var implied: FoundType?
    while current >= 0 {
      let item = declarations[Int(current)]
      let type = nominal(current)
      for parameter in type >= 0 && type != current
        ? allParameters(of: type) : genericParameters[current] ?? []
      where declarations[Int(parameter)].name == name {
        return FoundType(declaration: parameter)
      }
      if type >= 0 {
        if declarations[Int(type)].name == name && item.kind != .extension && item.kind != .external {
          return FoundType(declaration: type)
        }
        let found = memberType(named: name, of: type, unit: unit)
        if found >= 0 {
          let isImplied =
            declarations[Int(found)].kind == .associatedType && declarations[Int(type)].kind != .protocol
          if !isImplied { return FoundType(declaration: found, owner: type) }
          implied = implied ?? FoundType(declaration: found, owner: type)
        }
      } else if item.isFunctionLike || item.kind == .property || item.kind == .variable {
        // What a body declares is in sight in the body, not in the head.
        if current != check.head {
          for found in lookUp(current, name, from: unit) where declarations[Int(found)].isTypeLike {
            return FoundType(declaration: found)
          }
        }
      }
      current = item.parent
    }
    let isOutsideKnown = isLeftOut(scope)
    var left: FoundType?
    for module in units[Int(unit)].visible {
      for found in lookUp(Self.moduleContainer(module), name, from: unit)
      where declarations[Int(found)].isTypeLike {
        if declarations[Int(found)].modifiers.contains(.isInactive) && !isOutsideKnown {
          left = left ?? FoundType(declaration: found)
        } else {
          return FoundType(declaration: found)
        }
      }
    }
    if let implied { return implied }
    // What other platforms declare in the tree comes from elsewhere on this one.
    if let left, units[Int(unit)].foreign.isEmpty { return left }
    return FoundType()
  }

  /// True inside what an ordinary build leaves out.
  func isLeftOut(_ scope: DeclID) -> Bool {
    var current = scope
    while current >= 0 {
      if declarations[Int(current)].modifiers.contains(.isInactive) { return true }
      current = declarations[Int(current)].parent
    }
    return false
  }

  /// A nested type, alias, associated type or generic parameter of a nominal type, inherited ones included;
  /// -1 if there is none.
  mutating func memberType(named name: Name, of type: DeclID, unit: Int32) -> DeclID {
    if let found = ownMemberType(name, type, unit) { return found }
    for ancestor in lineage(of: type) where types.shape(ancestor) == .nominal {
      if let found = ownMemberType(name, types.head(ancestor), unit) { return found }
    }
    return -1
  }

  private func ownMemberType(_ name: Name, _ type: DeclID, _ unit: Int32) -> DeclID? {
    guard let found = table[Self.tableKey(type, name)] else { return nil }
    // An associated type that a member spells out is that member.
    var result: DeclID?
    for item in found where declarations[Int(item)].isTypeLike && isVisible(item, from: unit) {
      if declarations[Int(item)].kind != .associatedType { return item }
      result = result ?? item
    }
    return result
  }

  // MARK: Types

  /// The type that a tree of a type says, where `scope` is the declaration it stands in. Records what its
  /// names mean if they stand in the unit that is being linked.
  mutating func type(_ node: TreeID, scope: DeclID, unit: Int32) -> TypeID {
    guard node >= 0, check.enter() else { return .unknown }
    defer { check.leave() }
    switch kind(node) {
    case .typeName: return namedType(node, scope, unit)
    case .typeMember: return memberTypeTree(node, scope, unit)
    case .typeOptional: return optional(type(firstChild(node), scope: scope, unit: unit))
    case .typeArray:
      return standard("Array", [type(firstChild(node), scope: scope, unit: unit)])
    case .typeDictionary:
      let parts = children(node).map { type($0, scope: scope, unit: unit) }
      return parts.count == 2 ? standard("Dictionary", parts) : .unknown
    case .typeTuple:
      var parts: [TypeID] = []
      for part in children(node) {
        let isElement = kind(part) == .typeElement
        parts.append(TypeID(raw: isElement ? nodes[Int(part)].name : 0))
        parts.append(type(isElement ? firstChild(part) : part, scope: scope, unit: unit))
      }
      return types.make(.tuple, 0, parts)
    case .typeFunction:
      return types.make(.function, 0, children(node).map { type($0, scope: scope, unit: unit) })
    case .typeComposition:
      let parts = children(node).map { type($0, scope: scope, unit: unit) }
      return bounded(parts)
    case .typeSome, .typeAny: return bounded([type(firstChild(node), scope: scope, unit: unit)])
    case .typeMetatype:
      return types.make(.metatype, 0, [type(firstChild(node), scope: scope, unit: unit)])
    case .typeAutoclosure:
      let function = type(firstChild(node), scope: scope, unit: unit)
      return types.shape(function) == .function
        ? types.argument(function, types.count(function) - 1) : function
    case .typePack, .typeInout, .typeElement: return type(firstChild(node), scope: scope, unit: unit)
    default:
      for part in children(node) { _ = type(part, scope: scope, unit: unit) }
      return .unknown
    }
  }

  /// Several bounds as one type; one alone is itself.
  mutating func bounded(_ parts: [TypeID]) -> TypeID {
    var flat: [TypeID] = []
    for part in parts {
      if types.shape(part) == .bounded {
        flat += types.arguments(part)
      } else if part.isKnown {
        flat.append(part)
      }
    }
    if flat.isEmpty { return .unknown }
    return flat.count == 1 ? flat[0] : types.make(.bounded, 0, flat)
  }

  mutating func standard(_ name: String, _ arguments: [TypeID]) -> TypeID {
    types.make(.nominal, standardType(name), arguments)
  }

  mutating func optional(_ type: TypeID) -> TypeID { types.make(.nominal, check.optional, [type]) }

  func isOptional(_ type: TypeID) -> Bool {
    types.shape(type) == .nominal && types.head(type) == check.optional
  }

  func unwrapped(_ type: TypeID) -> TypeID {
    isOptional(type) && types.count(type) == 1 ? types.argument(type, 0) : type
  }

  private mutating func namedType(_ node: TreeID, _ scope: DeclID, _ unit: Int32) -> TypeID {
    let name = name(of: node)
    let arguments = children(node).map { type($0, scope: scope, unit: unit) }
    if name == words.selfType {
      let own = enclosingType(of: scope)
      if own >= 0, declarations[Int(own)].kind != .protocol { record(node, own) } else { recordLocal(node) }
      return check.keepsSelf && own >= 0 ? types.make(.protocolSelf, own, []) : selfType(in: scope)
    }
    if name == words.underscore { return .unknown }
    let found = typeDeclaration(name, scope: scope, unit: unit)
    guard found.declaration >= 0 else {
      if module(named: name, unit) == nil { record(node, outside: name, unit: unit) }
      return types.make(.nominal, foreignType(name), arguments)
    }
    record(node, found.declaration)
    return declaredType(found.declaration, arguments, base: found.owner, scope: scope)
  }

  private mutating func memberTypeTree(_ node: TreeID, _ scope: DeclID, _ unit: Int32) -> TypeID {
    let base = firstChild(node)
    guard base >= 0 else { return .unknown }
    let name = name(of: node)
    var arguments: [TypeID] = []
    var part = nodes[Int(base)].next
    while part >= 0 {
      arguments.append(type(part, scope: scope, unit: unit))
      part = nodes[Int(part)].next
    }
    if kind(base) == .typeName {
      let baseName = self.name(of: base)
      if typeDeclaration(baseName, scope: scope, unit: unit).declaration < 0 {
        if let module = module(named: baseName, unit) {
          for found in lookUp(Self.moduleContainer(module), name, from: unit)
          where declarations[Int(found)].isTypeLike {
            recordLocal(base)
            record(node, found)
            return declaredType(found, arguments, base: -1, scope: scope)
          }
        }
        if units[Int(unit)].foreign.contains(text(baseName)) {
          recordLocal(base)
          record(node, externalName: text(baseName) + "." + text(name))
          return types.make(.nominal, foreignType(name), arguments)
        }
      }
    }
    let outer = type(base, scope: scope, unit: unit)
    return member(name, ofType: outer, arguments, node, scope, unit)
  }

  /// `outer.name` as a type.
  private mutating func member(
    _ name: Name, ofType outer: TypeID, _ arguments: [TypeID], _ node: TreeID, _ scope: DeclID, _ unit: Int32
  ) -> TypeID {
    if name == words.typeWord { return types.make(.metatype, 0, [outer]) }
    switch types.shape(outer) {
    case .nominal where declarations[Int(types.head(outer))].kind == .external:
      let qualified = intern(text(declarations[Int(types.head(outer))].name) + "." + text(name))
      let head = types.head(outer)
      for found in lookUp(head, name, from: unit) where declarations[Int(found)].isTypeLike {
        record(node, found)
        return declaredType(found, arguments, base: head, scope: scope)
      }
      record(node, outside: qualified, unit: unit)
      return types.make(.nominal, foreignType(qualified), arguments)
    case .nominal, .bounded, .parameter, .protocolSelf, .associated:
      for bound in bounds(of: outer, scope: scope) {
        let found = memberType(named: name, of: types.head(bound), unit: unit)
        guard found >= 0 else { continue }
        record(node, found)
        if declarations[Int(found)].kind == .associatedType {
          return associated(name, of: outer, scope: scope)
        }
        let plain = declaredType(found, arguments, base: types.head(bound), scope: scope)
        return substitute(plain, substitution(from: bound, declaration: found, base: outer))
      }
      record(node, unresolved: "no such nested type")
      switch types.shape(outer) {
      case .parameter, .associated, .protocolSelf: return types.make(.associated, name, [outer])
      default: return .unknown
      }
    default:
      record(node, unresolved: "the outer type is not known")
      return .unknown
    }
  }

  /// The type that a declaration stands for, with generic arguments as written. `base` is the nominal type
  /// that it was found in, for associated types.
  mutating func declaredType(
    _ declaration: DeclID, _ arguments: [TypeID], base: DeclID, scope: DeclID
  ) -> TypeID {
    let item = declarations[Int(declaration)]
    switch item.kind {
    case .typeParameter: return types.make(.parameter, declaration, [])
    case .associatedType:
      // In a protocol `Element` is `Self.Element`; in a type that conforms it is what the type says.
      let from = base >= 0 ? declaredSelf(base) : declaredSelf(container(of: declaration))
      return associated(item.name, of: from, scope: scope)
    case .typeAlias:
      let target = aliasTarget(declaration)
      var pairs = Substitution()
      for (parameter, argument) in zip(genericParameters[declaration] ?? [], arguments) {
        pairs.add(types.make(.parameter, parameter, []), argument)
      }
      let owner = container(of: declaration)
      if base >= 0, owner >= 0, base != owner {
        pairs.merge(substitution(toAncestor: owner, of: declaredSelf(base)))
      }
      return substitute(target, pairs)
    default:
      let parameters = allParameters(of: declaration)
      if parameters.isEmpty { return types.make(.nominal, declaration, arguments.isEmpty ? [] : arguments) }
      let own = genericParameters[declaration] ?? []
      var result: [TypeID] = []
      let isInside = isScope(scope, inside: declaration)
      for parameter in parameters {
        if let place = own.firstIndex(of: parameter) {
          if place < arguments.count {
            result.append(arguments[place])
          } else {
            result.append(isInside ? types.make(.parameter, parameter, []) : .unknown)
          }
        } else {
          let isOuter = isScope(scope, inside: declarations[Int(parameter)].parent)
          result.append(isOuter ? types.make(.parameter, parameter, []) : .unknown)
        }
      }
      return types.make(.nominal, declaration, result)
    }
  }

  /// True if `scope` is `type`, one of its extensions, or inside one of these.
  func isScope(_ scope: DeclID, inside type: DeclID) -> Bool {
    var current = scope
    while current >= 0 {
      if current == type || nominal(current) == type { return true }
      current = declarations[Int(current)].parent
    }
    return false
  }

  /// What a type alias stands for, in its own parameters.
  mutating func aliasTarget(_ declaration: DeclID) -> TypeID {
    if let known = aliasCache[declaration] { return known }
    let item = declarations[Int(declaration)]
    guard item.tree >= 0, begin(declaration, .alias) else { return .unknown }
    let node = child(item.tree) { $0.isType }
    let result = node < 0 ? .unknown : type(node, scope: declaration, unit: item.unit)
    end(declaration, .alias)
    aliasCache[declaration] = result
    return result
  }

  // MARK: Self

  /// A nominal type with its own parameters as arguments; a protocol's `Self`.
  mutating func declaredSelf(_ type: DeclID) -> TypeID {
    guard type >= 0 else { return .unknown }
    if declarations[Int(type)].kind == .protocol { return types.make(.protocolSelf, type, []) }
    let arguments = allParameters(of: type).map { types.make(.parameter, $0, []) }
    return types.make(.nominal, type, arguments)
  }

  /// The type of `self` in a scope, unknown outside of types.
  mutating func selfType(in scope: DeclID) -> TypeID {
    let type = enclosingType(of: scope)
    return type >= 0 ? declaredSelf(type) : .unknown
  }

  /// The nominal type around a scope (or the scope itself), -1 for none.
  func enclosingType(of scope: DeclID) -> DeclID {
    var current = scope
    while current >= 0 {
      let type = nominal(current)
      if type >= 0 { return type }
      current = declarations[Int(current)].parent
    }
    return -1
  }

  /// The generic parameters of a type, those of the types around it first.
  func allParameters(of type: DeclID) -> [DeclID] {
    if let known = allParameterCache[type] { return known }
    var chain: [DeclID] = []
    var current = type
    while current >= 0 {
      if let own = genericParameters[current] { chain.insert(contentsOf: own, at: 0) }
      var parent = declarations[Int(current)].parent
      if parent >= 0, declarations[Int(parent)].kind == .extension { parent = extendedType[parent] ?? -1 }
      current = parent
    }
    return chain
  }
}
