import GraphModel
import LanguageSupport

/// What generic parameters, associated types and `Self` stand for.
struct Substitution {
  var pairs: [(key: TypeID, value: TypeID)] = []
  /// Replaces the `Self` of any protocol.
  var selfType = TypeID.unknown

  var isEmpty: Bool { pairs.isEmpty && selfType == .unknown }

  func value(_ key: TypeID) -> TypeID? {
    for pair in pairs where pair.key == key { return pair.value }
    return nil
  }

  mutating func add(_ key: TypeID, _ value: TypeID) {
    guard self.value(key) == nil else { return }
    pairs.append((key, value))
  }

  mutating func merge(_ other: Substitution) {
    for pair in other.pairs { add(pair.key, pair.value) }
    if selfType == .unknown { selfType = other.selfType }
  }
}

extension SwiftModel {
  /// `type` with what it mentions replaced. Associated types of what becomes concrete are looked up.
  mutating func substitute(_ type: TypeID, _ map: Substitution) -> TypeID {
    if map.isEmpty || !type.isKnown { return type }
    if let found = map.value(type) { return found }
    guard check.enter() else { return type }
    defer { check.leave() }
    switch types.shape(type) {
    case .unknown, .outside, .parameter: return type
    case .protocolSelf: return map.selfType == .unknown ? type : map.selfType
    case .associated:
      let base = types.argument(type, 0)
      let replaced = substitute(base, map)
      return replaced == base ? type : associated(types.head(type), of: replaced, scope: check.scope)
    case .tuple:
      var parts = types.arguments(type)
      var changed = false
      for place in stride(from: 1, to: parts.count, by: 2) {
        let replaced = substitute(parts[place], map)
        if replaced != parts[place] { changed = true }
        parts[place] = replaced
      }
      return changed ? types.make(.tuple, 0, parts) : type
    case .nominal, .function, .metatype, .bounded:
      let count = types.count(type)
      if count == 0 { return type }
      var parts: [TypeID] = []
      var changed = false
      for place in 0..<count {
        let part = types.argument(type, place)
        let replaced = substitute(part, map)
        if replaced != part { changed = true }
        parts.append(replaced)
      }
      return changed ? types.make(types.shape(type), types.head(type), parts) : type
    }
  }

  /// What the parameters of `owner`, the type of `type` or an ancestor of it, stand for in `type`.
  mutating func substitution(toAncestor owner: DeclID, of type: TypeID) -> Substitution {
    var result = Substitution()
    result.selfType = type
    guard owner >= 0, types.shape(type) == .nominal else { return result }
    let head = types.head(type)
    var pairs = Substitution()
    addArguments(type, to: &pairs)
    if head == owner {
      result.pairs = pairs.pairs
      return result
    }
    for ancestor in lineage(of: head)
    where types.shape(ancestor) == .nominal && types.head(ancestor) == owner {
      pairs.selfType = type
      let seen = substitute(ancestor, pairs)
      addArguments(seen, to: &result)
      break
    }
    // Members of extensions may name the parameters of the type itself too.
    for pair in pairs.pairs { result.add(pair.key, pair.value) }
    return result
  }

  /// Pairs the parameters of a nominal type with its arguments, unknown ones left out.
  mutating func addArguments(_ type: TypeID, to map: inout Substitution) {
    let parameters = allParameters(of: types.head(type))
    for (place, parameter) in parameters.enumerated() where place < types.count(type) {
      let argument = types.argument(type, place)
      if argument.isKnown { map.add(types.make(.parameter, parameter, []), argument) }
    }
  }

  /// What a member `declaration`, found on `bound`, sees when it is used on a value of type `base`.
  mutating func substitution(from bound: TypeID, declaration: DeclID, base: TypeID) -> Substitution {
    var result = substitution(toAncestor: container(of: declaration), of: bound)
    result.selfType = base
    return result
  }

  /// Extends `map` so that `pattern` becomes `actual`; `isVariable` says what may be bound. Mismatches bind
  /// nothing.
  mutating func bind(
    _ pattern: TypeID, to actual: TypeID, _ map: inout Substitution, _ variables: [TypeID]
  ) {
    guard pattern.isKnown, actual.isKnown, check.enter() else { return }
    defer { check.leave() }
    if variables.contains(pattern) {
      return map.add(pattern, actual)
    }
    let shape = types.shape(pattern)
    if isOptional(pattern) {
      return bind(types.argument(pattern, 0), to: unwrapped(actual), &map, variables)
    }
    switch (shape, types.shape(actual)) {
    case (.nominal, .nominal):
      var seen = actual
      if types.head(actual) != types.head(pattern) {
        // A subclass, or a type that conforms, where its ancestor is asked for.
        guard let ancestor = ancestor(of: actual, types.head(pattern)) else { return }
        seen = ancestor
      }
      for place in 0..<min(types.count(pattern), types.count(seen)) {
        bind(types.argument(pattern, place), to: types.argument(seen, place), &map, variables)
      }
    case (.function, .function):
      let count = types.count(pattern)
      guard count == types.count(actual) else {
        bind(
          types.argument(pattern, count - 1), to: types.argument(actual, types.count(actual) - 1), &map,
          variables)
        return
      }
      for place in 0..<count {
        bind(types.argument(pattern, place), to: types.argument(actual, place), &map, variables)
      }
    case (.tuple, .tuple):
      guard types.count(pattern) == types.count(actual) else { return }
      for place in stride(from: 1, to: types.count(pattern), by: 2) {
        bind(types.argument(pattern, place), to: types.argument(actual, place), &map, variables)
      }
    case (.metatype, .metatype):
      bind(types.argument(pattern, 0), to: types.argument(actual, 0), &map, variables)
    case (.associated, _): break
    default: break
    }
  }

  /// The ancestor `head` of a nominal type, with arguments as `type` has them.
  mutating func ancestor(of type: TypeID, _ head: DeclID) -> TypeID? {
    guard types.shape(type) == .nominal else { return nil }
    for item in lineage(of: types.head(type))
    where types.shape(item) == .nominal && types.head(item) == head {
      var map = Substitution()
      addArguments(type, to: &map)
      map.selfType = type
      return substitute(item, map)
    }
    return nil
  }
}
