import GraphModel
import LanguageSupport

/// Calls: who is called, what the arguments are for, what comes back.
extension SwiftModel {
  mutating func inferCall(_ node: TreeID, _ expected: TypeID) -> (type: TypeID, isOptional: Bool) {
    var callee = firstChild(node)
    guard callee >= 0 else { return (.unknown, false) }
    let wanted = check.wanted
    check.wanted = Wanted()
    let outer = check.call
    check.call = node
    defer { check.call = outer }
    let arguments = arguments(of: node, skippingFirst: true)
    var generic: [TypeID] = []
    // `f?(x)`, `f!(x)`, `f<T>(x)` call what stands inside.
    while true {
      if kind(callee) == .specialized {
        generic = genericArguments(callee)
      } else if kind(callee) != .forced {
        break
      }
      let inner = firstChild(callee)
      if inner < 0 { break }
      callee = inner
    }
    switch kind(callee) {
    case .name:
      check.wanted = wanted
      return (callName(callee, arguments, expected, generic), false)
    case .member:
      let base = firstChild(callee)
      if base < 0 {
        check.wanted = wanted
        return (callImplicit(callee, arguments, expected), false)
      }
      if let found = callModuleMember(callee, base, arguments, expected, generic) { return (found, false) }
      let inner = inferBase(base, expected, asked: Wanted(member: name(of: callee)))
      check.wanted = wanted
      return (callMember(callee, inner.type, arguments, expected, generic), inner.isOptional)
    default:
      let inner = inferBase(callee, .unknown)
      check.wanted = Wanted()
      if kind(callee) == .array || kind(callee) == .dictionary, types.shape(inner.type) == .metatype {
        return (
          construct(types.argument(inner.type, 0), callee, arguments, expected, isDelegation: true), false
        )
      }
      return (callValue(inner.type, arguments, expected), inner.isOptional)
    }
  }

  private mutating func callName(
    _ callee: TreeID, _ arguments: [Argument], _ expected: TypeID, _ generic: [TypeID]
  ) -> TypeID {
    let name = name(of: callee)
    if name == words.selfValue || name == words.superName || closureParameterIndex(name) != nil
      || local(name) != nil
    {
      let type = inferName(callee, .unknown, arguments: [])
      return callValue(type, arguments, expected)
    }
    if name == words.selfType {
      recordSelfType(callee)
      return construct(selfType(in: check.scope), callee, arguments, expected, isDelegation: false)
    }
    var all: [Member] = []
    var walk = ScopeWalk(check.scope)
    while true {
      let group = candidates(named: name, &walk)
      if group.isEmpty { break }
      if let result = call(group, callee, arguments, expected, generic, inferred: false) {
        if name == check.typeFunction, arguments.count == 1, arguments[0].label == check.ofLabel,
          !isInternal(group[0].declaration)
        {
          return types.make(.metatype, 0, [infer(arguments[0].node)])
        }
        return result
      }
      all += group
    }
    evaluateArguments(arguments)
    if all.isEmpty {
      if let found = projectedCallee(name, callee) { return callValue(found, arguments, expected) }
      let own = enclosingType(of: check.scope)
      if own >= 0, hasForeignAncestor(own) {
        record(callee, unresolved: "a member of a type outside, perhaps inherited")
      } else {
        record(callee, outside: name, unit: check.unit)
      }
      return .outside
    }
    return fallback(all, callee)
  }

  private mutating func projectedCallee(_ name: Name, _ node: TreeID) -> TypeID? {
    let first = interner[name].first
    guard first == UInt8(ascii: "_") || first == UInt8(ascii: "$") else { return nil }
    return projected(name, node, base: selfType(in: check.scope))
  }

  /// Candidates are there, but the arguments fit none: a name of the interfaces stays outside, others are not
  /// resolved.
  private mutating func fallback(_ all: [Member], _ callee: TreeID) -> TypeID {
    if let outside = all.first(where: { !isInternal($0.declaration) }),
      !all.contains(where: { isInternal($0.declaration) })
    {
      record(callee, outside.declaration, inferred: true)
      return .unknown
    }
    record(callee, unresolved: "no candidate takes these arguments")
    return .unknown
  }

  private mutating func callModuleMember(
    _ callee: TreeID, _ base: TreeID, _ arguments: [Argument], _ expected: TypeID, _ generic: [TypeID]
  ) -> TypeID? {
    guard kind(base) == .name else { return nil }
    let name = name(of: base)
    guard local(name) == nil,
      moduleNumbers[text(name)] != nil || units[Int(check.unit)].foreign.contains(text(name)),
      !isDeclared(name)
    else { return nil }
    recordLocal(base)
    if let module = module(named: name, check.unit) {
      let found = lookUp(Self.moduleContainer(module), self.name(of: callee), from: check.unit)
        .map { Member(declaration: $0) }
      if let result = call(found, callee, arguments, expected, generic, inferred: false) { return result }
    }
    evaluateArguments(arguments)
    record(callee, externalName: text(name) + "." + text(self.name(of: callee)) + labelText(arguments))
    return .outside
  }

  /// `.name(…)` where a type is expected.
  private mutating func callImplicit(
    _ callee: TreeID, _ arguments: [Argument], _ expected: TypeID
  ) -> TypeID {
    guard expected.isKnown else {
      evaluateArguments(arguments)
      record(callee, unresolved: "the expected type is not known")
      return .unknown
    }
    let name = name(of: callee)
    for base in isOptional(expected) ? [unwrapped(expected), expected] : [expected] {
      if name == words.initializer {
        return construct(base, callee, arguments, expected, isDelegation: false)
      }
      let found = members(of: base, named: name).filter { isStaticMember($0.declaration) }
      if let result = call(found, callee, arguments, expected, [], inferred: true) { return result }
    }
    evaluateArguments(arguments)
    missingMember(callee, of: unwrapped(expected), labels: labelText(arguments))
    return .unknown
  }

  /// `base.name(…)`.
  mutating func callMember(
    _ callee: TreeID, _ base: TypeID, _ arguments: [Argument], _ expected: TypeID, _ generic: [TypeID]
  ) -> TypeID {
    let name = name(of: callee)
    let receiver = firstChild(callee)
    if name == words.initializer {
      let isSelf =
        receiver >= 0 && kind(receiver) == .name
        && (self.name(of: receiver) == words.selfValue || self.name(of: receiver) == words.superName)
      let type = types.shape(base) == .metatype ? types.argument(base, 0) : base
      return construct(type, callee, arguments, expected, isDelegation: isSelf)
    }
    if types.shape(base) == .tuple {
      return callValue(memberValue(callee, base, .unknown, arguments: []), arguments, expected)
    }
    let found = memberCandidates(base, name)
    let inferred = !isTypeName(receiver)
    if let result = call(found, callee, arguments, expected, generic, inferred: inferred) { return result }
    // Implicitly unwrapped values have the members of what they hold.
    if isOptional(base),
      let result = call(
        memberCandidates(types.argument(base, 0), name), callee, arguments, expected, generic, inferred: true)
    {
      return result
    }
    if found.isEmpty {
      let first = interner[name].first
      if first == UInt8(ascii: "_") || first == UInt8(ascii: "$"),
        let type = projected(name, callee, base: base)
      {
        return callValue(type, arguments, expected)
      }
      evaluateArguments(arguments)
      missingMember(callee, of: base, labels: labelText(arguments))
      return base == .outside || isForeign(base) ? .outside : .unknown
    }
    evaluateArguments(arguments)
    return fallback(found, callee)
  }

  func labelText(_ arguments: [Argument]) -> String {
    var result = "("
    for argument in arguments { result += (argument.label == words.empty ? "_" : text(argument.label)) + ":" }
    return result + ")"
  }

  mutating func evaluateArguments(_ arguments: [Argument]) {
    for argument in arguments { _ = infer(argument.node) }
  }

  // MARK: Candidates

  /// Calls the candidate that fits best; nil if none takes these arguments.
  mutating func call(
    _ group: [Member], _ callee: TreeID, _ arguments: [Argument], _ expected: TypeID, _ generic: [TypeID],
    inferred: Bool
  ) -> TypeID? {
    var matches: [Match] = []
    var value: Member?
    for member in group {
      let item = declarations[Int(member.declaration)]
      if item.isTypeLike {
        appendInitializers(of: typeMeant(by: member, generic), member, arguments, &matches)
      } else if item.isFunctionLike {
        if item.kind == .subscript { continue }
        append(member, signature(of: member.declaration), .unknown, arguments, &matches)
      } else {
        value = value ?? member
      }
    }
    if matches.isEmpty {
      guard let value else { return nil }
      let type = self.value(of: value)
      recordValueCall(callee, [value.declaration], inferred: inferred)
      return callValue(type, arguments, expected)
    }
    let best = choose(&matches, arguments, expected)
    note(best, callee, inferred: inferred || matches.count > 1)
    guard let first = best.first else { return nil }
    return finish(first, arguments, expected, generic)
  }

  mutating func append(
    _ member: Member, _ signature: Signature, _ made: TypeID, _ arguments: [Argument],
    _ matches: inout [Match], synthesised: Bool = false
  ) {
    guard let fit = match(arguments, signature.parameters) else { return }
    var match = Match(member: member, signature: signature, mapping: fit.mapping)
    match.score = -min(fit.unused, 8)
    if signature.parameters.contains(where: { $0.traits.contains(.isVariadic) }) { match.score -= 4 }
    if disfavored.contains(member.declaration) { match.score -= 6 }
    match.made = made
    match.isSynthesised = synthesised
    matches.append(match)
  }

  /// True if a type mentions any of the variables.
  func mentions(_ type: TypeID, _ variables: [TypeID]) -> Bool {
    if variables.contains(type) { return true }
    switch types.shape(type) {
    case .unknown, .outside, .parameter, .protocolSelf: return false
    case .tuple:
      for place in stride(from: 1, to: types.count(type), by: 2)
      where mentions(types.argument(type, place), variables) {
        return true
      }
      return false
    default:
      for place in 0..<types.count(type) where mentions(types.argument(type, place), variables) {
        return true
      }
      return false
    }
  }

  /// What the member's base fixes of a candidate's types.
  func openParameters(of type: TypeID) -> [DeclID] {
    guard types.shape(type) == .nominal else { return [] }
    let parameters = allParameters(of: types.head(type))
    return parameters.enumerated().filter {
      $0.offset >= types.count(type) || !types.argument(type, $0.offset).isKnown
    }.map(\.element)
  }

  mutating func openVariables(_ match: Match) -> [TypeID] {
    var result = match.signature.generics.map { types.make(.parameter, $0, []) }
    let base = match.made.isKnown ? match.made : match.member.base
    for parameter in openParameters(of: types.shape(base) == .metatype ? types.argument(base, 0) : base) {
      result.append(types.make(.parameter, parameter, []))
    }
    return result
  }

  mutating func baseSubstitution(_ match: Match) -> Substitution {
    let member = match.member
    if match.made.isKnown {
      if match.isSynthesised {
        return substitution(
          toAncestor: types.shape(match.made) == .nominal ? types.head(match.made) : -1, of: match.made)
      }
      return substitution(
        from: member.bound.isKnown ? member.bound : match.made, declaration: member.declaration,
        base: match.made)
    }
    guard member.base.isKnown || member.bound.isKnown else { return Substitution() }
    return substitution(from: member.bound, declaration: member.declaration, base: member.base)
  }

  private mutating func note(_ best: [Match], _ callee: TreeID, inferred: Bool) {
    guard let first = best.first else { return }
    var targets: [DeclID] = []
    for match in best {
      let target =
        match.isSynthesised && types.shape(match.made) == .nominal
        ? types.head(match.made) : match.member.declaration
      if !targets.contains(target) { targets.append(target) }
    }
    var made: DeclID = -1
    if first.made.isKnown { made = first.named }
    record(callee, targets, made: made, inferred: inferred)
  }

  /// Evaluates the arguments with the chosen candidate's parameter types; returns the call's type.
  mutating func finish(
    _ match: Match, _ arguments: [Argument], _ expected: TypeID, _ generic: [TypeID]
  ) -> TypeID {
    var map = baseSubstitution(match)
    let variables = openVariables(match)
    for (parameter, argument) in zip(match.signature.generics, generic) {
      map.add(types.make(.parameter, parameter, []), argument)
    }
    var solved = Substitution()
    solved.pairs = map.pairs
    let result = substitute(
      match.made.isKnown && !isOptional(match.signature.result) ? madeType(match) : match.signature.result,
      map)
    check.thrown.append(match.signature.thrown)
    // Arguments first that say something by themselves, closures and implicit members last.
    for isLate in [false, true] {
      if isLate, expected.isKnown, mentions(result, variables) {
        bind(result, to: isOptional(result) ? expected : unwrapped(expected), &solved, variables)
      }
      for (place, argument) in arguments.enumerated() where isDependent(argument.node) == isLate {
        guard match.mapping[place] < match.signature.parameters.count else { continue }
        let parameter = match.signature.parameters[match.mapping[place]]
        let open = substitute(substitute(parameter.type, map), solved)
        var wanted = erase(open, variables)
        if !wanted.isKnown, isLate, startsImplicitly(argument.node) { wanted = bound(ofVariable: open) }
        let found = infer(argument.node, wanted)
        if !variables.isEmpty { bind(open, to: found, &solved, variables) }
      }
    }
    return erase(substitute(result, solved), variables)
  }

  /// What a generic parameter must conform to: `.name` for it is a member of that.
  private mutating func bound(ofVariable variable: TypeID) -> TypeID {
    guard types.shape(variable) == .parameter else { return .unknown }
    let owner = declarations[Int(types.head(variable))].parent
    guard owner >= 0 else { return .unknown }
    return bounded(requirements(of: owner).filter { $0.left == variable && !$0.isSame }.map(\.right))
  }

  mutating func madeType(_ match: Match) -> TypeID {
    // Parameters of the type that are still open stand for themselves until they are solved.
    guard types.shape(match.made) == .nominal else { return match.made }
    let parameters = allParameters(of: types.head(match.made))
    var parts = types.arguments(match.made)
    for (place, parameter) in parameters.enumerated() {
      let own = types.make(.parameter, parameter, [])
      if place < parts.count {
        if !parts[place].isKnown { parts[place] = own }
      } else {
        parts.append(own)
      }
    }
    return types.make(.nominal, types.head(match.made), parts)
  }

  /// Arguments whose types depend on the parameter: closures, implicit members.
  func isDependent(_ node: TreeID) -> Bool {
    switch kind(node) {
    case .closure, .keyPath: true
    default: startsImplicitly(node)
    }
  }

  /// A type with what is still open made unknown.
  mutating func erase(_ type: TypeID, _ variables: [TypeID]) -> TypeID {
    guard !variables.isEmpty, mentions(type, variables) else { return type }
    var map = Substitution()
    for variable in variables { map.add(variable, .unknown) }
    return substitute(type, map)
  }

  // MARK: Values

  /// Calls a value: a function, a type, something with `callAsFunction`.
  mutating func callValue(_ type: TypeID, _ arguments: [Argument], _ expected: TypeID) -> TypeID {
    let type = unwrapped(type)
    switch types.shape(type) {
    case .function:
      let count = types.count(type) - 1
      for (place, argument) in arguments.enumerated() {
        _ = infer(argument.node, place < count ? types.argument(type, place) : .unknown)
      }
      return types.argument(type, count)
    case .nominal, .bounded, .parameter, .associated, .protocolSelf:
      let found = members(of: type, named: words.callAsFunction)
      if let result = call(found, check.call, arguments, expected, [], inferred: true) { return result }
    default: break
    }
    evaluateArguments(arguments)
    return type == .outside || isForeign(type) ? .outside : .unknown
  }

  mutating func macros(named name: Name) -> [Member] {
    var walk = ScopeWalk(-1)
    while true {
      let group = candidates(named: name, &walk)
      let macros = group.filter { declarations[Int($0.declaration)].kind == .macro }
      if group.isEmpty || !macros.isEmpty { return macros }
    }
  }

  mutating func inferMacro(_ node: TreeID, _ expected: TypeID) -> TypeID {
    let arguments = arguments(of: node, skippingFirst: false)
    let found = macros(named: name(of: node))
    if let result = call(found, node, arguments, expected, [], inferred: false) { return result }
    evaluateArguments(arguments)
    record(node, outside: name(of: node), unit: check.unit)
    return .unknown
  }
}
