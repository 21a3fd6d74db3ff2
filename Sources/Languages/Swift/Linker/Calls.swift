import GraphModel
import LanguageSupport

/// Calls: who is called, what the arguments are for, what comes back.
extension SwiftModel {
  mutating func inferCall(_ node: TreeID, _ expected: TypeID) -> (type: TypeID, isOptional: Bool) {
    var callee = firstChild(node)
    guard callee >= 0 else { return (.unknown, false) }
    let wanted = check.wantedMember
    check.wantedMember = 0
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
      check.wantedMember = wanted
      return (callName(callee, arguments, expected, generic), false)
    case .member:
      let base = firstChild(callee)
      if base < 0 { return (callImplicit(callee, arguments, expected), false) }
      if let found = callModuleMember(callee, base, arguments, expected, generic) { return (found, false) }
      let inner = inferBase(base, expected, for: name(of: callee))
      check.wantedMember = wanted
      return (callMember(callee, inner.type, arguments, expected, generic), inner.isOptional)
    default:
      let inner = inferBase(callee, .unknown)
      check.wantedMember = 0
      if kind(callee) == .array || kind(callee) == .dictionary, types.shape(inner.type) == .metatype {
        return (construct(types.argument(inner.type, 0), callee, arguments, expected, isDelegation: true), false)
      }
      return (callValue(inner.type, -1, arguments, expected), inner.isOptional)
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
      return callValue(type, -1, arguments, expected)
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
      if let result = call(group, callee, arguments, expected, generic, inferred: false) { return result }
      all += group
    }
    evaluateArguments(arguments)
    if all.isEmpty {
      if let found = projectedCallee(name, callee) { return callValue(found, -1, arguments, expected) }
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
    if let outside = all.first(where: { !isInternal($0.declaration) }), !all.contains(where: { isInternal($0.declaration) }) {
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
    guard moduleNumbers[text(name)] != nil || units[Int(check.unit)].foreign.contains(text(name)),
      local(name) == nil, !isDeclared(name)
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
      let isSelf = receiver >= 0 && kind(receiver) == .name
        && (self.name(of: receiver) == words.selfValue || self.name(of: receiver) == words.superName)
      let type = types.shape(base) == .metatype ? types.argument(base, 0) : base
      return construct(type, callee, arguments, expected, isDelegation: isSelf)
    }
    if types.shape(base) == .tuple {
      return callValue(memberValue(callee, base, .unknown, arguments: []), -1, arguments, expected)
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
        return callValue(type, -1, arguments, expected)
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
      return callValue(type, -1, arguments, expected)
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

  /// The best candidates by how their parameters fit the arguments, then by how near they are. Empty if
  /// arguments certainly do not fit any.
  mutating func choose(_ matches: inout [Match], _ arguments: [Argument], _ expected: TypeID) -> [Match] {
    let wanted = check.wantedMember
    check.wantedMember = 0
    if matches.count == 1, !needsProof(matches[0]) { return matches }
    var best: [Match] = []
    for index in matches.indices {
      score(&matches[index], arguments, expected, wanted)
      if let leader = best.first {
        if isBetter(matches[index], leader) {
          best = [matches[index]]
        } else if !isBetter(leader, matches[index]) {
          best.append(matches[index])
        }
      } else {
        best = [matches[index]]
      }
    }
    if let first = best.first, first.score < Match.misfit / 2 { return [] }
    return best
  }

  /// True for candidates that must not be taken for the only ones: members that the tree adds to a type outside,
  /// which may have others, and functions whose names the standard library has too.
  private mutating func needsProof(_ match: Match) -> Bool {
    guard isInternal(match.member.declaration) else { return false }
    let base = match.made.isKnown ? match.made : match.member.base
    if types.shape(base) == .nominal { return !isInternal(types.head(base)) }
    return !base.isKnown && container(of: match.member.declaration) < 0
  }

  private mutating func isBetter(_ left: Match, _ right: Match) -> Bool {
    if left.score != right.score { return left.score > right.score }
    let areBothOwn = isInternal(left.member.declaration) && isInternal(right.member.declaration)
    let leftActive = !declarations[Int(left.member.declaration)].modifiers.contains(.isInactive)
    let rightActive = !declarations[Int(right.member.declaration)].modifiers.contains(.isInactive)
    if areBothOwn, leftActive != rightActive { return leftActive }
    let isLeftOutside = !isInternal(left.member.declaration)
    if isLeftOutside != !isInternal(right.member.declaration) {
      // A module's own declarations hide those of the libraries.
      if module(of: left.member.declaration) == currentModule { return true }
      if module(of: right.member.declaration) == currentModule { return false }
    }
    if left.member.rank != right.member.rank { return left.member.rank < right.member.rank }
    let leftOwn = module(of: left.member.declaration) == currentModule
    if leftOwn != (module(of: right.member.declaration) == currentModule) { return leftOwn }
    let isLeftSeen = isImported(left.member.declaration)
    if isLeftSeen != isImported(right.member.declaration) { return isLeftSeen }
    if left.signature.generics.count != right.signature.generics.count {
      return left.signature.generics.count < right.signature.generics.count
    }
    let leftSome = opaqueCount(left)
    let rightSome = opaqueCount(right)
    if leftSome != rightSome { return leftSome < rightSome }
    let context = isAsyncContext
    let leftFits = declarations[Int(left.member.declaration)].modifiers.contains(.isAsync) == context
    if leftFits != (declarations[Int(right.member.declaration)].modifiers.contains(.isAsync) == context) {
      return leftFits
    }
    return isMoreConstrained(left, than: right)
  }

  private func isImported(_ declaration: DeclID) -> Bool {
    check.unit >= 0 && units[Int(check.unit)].visible.contains(module(of: declaration))
  }

  private var currentModule: Int32 { check.unit >= 0 ? units[Int(check.unit)].module : -1 }

  private func opaqueCount(_ match: Match) -> Int {
    match.signature.parameters.count { types.shape($0.type) == .bounded }
  }

  /// True in functions that may wait.
  private var isAsyncContext: Bool {
    check.scope >= 0 && declarations[Int(check.scope)].modifiers.contains(.isAsync)
  }

  /// True if the left candidate's protocol is a refinement of the right one's, or it states more conditions.
  private mutating func isMoreConstrained(_ left: Match, than right: Match) -> Bool {
    let first = conditions(of: left)
    let second = conditions(of: right)
    for condition in first where !condition.isSame && types.shape(condition.right) == .nominal {
      for other in second where other.left == condition.left && types.shape(other.right) == .nominal {
        if other.right == condition.right { continue }
        for ancestor in lineage(of: types.head(condition.right))
        where types.head(ancestor) == types.head(other.right) {
          return true
        }
      }
    }
    return weight(first) > weight(second)
  }

  private func weight(_ conditions: [Requirement]) -> Int {
    var result = 0
    for condition in conditions {
      result += types.shape(condition.right) == .bounded ? types.count(condition.right) : 1
    }
    return result
  }

  private mutating func conditions(of match: Match) -> [Requirement] {
    let declaration = match.member.declaration
    var result = requirements(of: declaration)
    let parent = declarations[Int(declaration)].parent
    if parent >= 0, declarations[Int(parent)].kind == .extension { result += requirements(of: parent) }
    return result
  }

  private mutating func score(
    _ match: inout Match, _ arguments: [Argument], _ expected: TypeID, _ wantedMember: Name
  ) {
    let variables = openVariables(match)
    let map = baseSubstitution(match)
    var solved = Substitution()
    var total = match.score
    if match.made.isKnown, expected.isKnown {
      bind(madeType(match), to: unwrapped(expected), &solved, variables)
    }
    for (place, argument) in arguments.enumerated() {
      let parameter = match.signature.parameters[match.mapping[place]]
      let wanted = substitute(parameter.type, map)
      let fit = fit(argument: argument.node, wanted, variables)
      total += fit == .no ? Match.misfit : fit.rawValue * 10
      if !variables.isEmpty, !isDependent(argument.node) {
        bind(wanted, to: infer(argument.node), &solved, variables)
      }
    }
    let result = substitute(match.signature.result, map)
    if variables.contains(result), !isVague(expected), !isOptional(expected) { solved.add(result, expected) }
    if !requirementsHold(match, map, solved) { total += Match.misfit }
    if expected.isKnown {
      switch fit(result, expected, variables) {
      case .no: total -= mentions(result, variables) ? 0 : 40
      case .exact: total += 4
      default: break
      }
    }
    if wantedMember != 0, result.isKnown, !mentions(result, variables) {
      let found = types.shape(result) == .tuple ? false : !memberCandidates(result, wantedMember).isEmpty
      if !found, !isForeign(result) { total -= 60 }
    }
    match.score = total
  }

  /// False if what the arguments say contradicts a `where` clause of the candidate.
  private mutating func requirementsHold(_ match: Match, _ map: Substitution, _ solved: Substitution) -> Bool {
    for requirement in requirements(of: match.member.declaration) {
      let left = substitute(substitute(requirement.left, map), solved)
      let right = substitute(substitute(requirement.right, map), solved)
      guard types.shape(left) == .nominal else { continue }
      if types.shape(right) == .bounded, !requirement.isSame {
        for part in types.arguments(right) where types.shape(part) == .nominal {
          if conforms(left, to: types.head(part), scope: check.scope) == false { return false }
        }
      }
      guard types.shape(right) == .nominal else { continue }
      if requirement.isSame {
        let kinds = (declarations[Int(types.head(left))].kind, declarations[Int(types.head(right))].kind)
        if types.head(left) != types.head(right), kinds.0 != .external, kinds.1 != .external { return false }
      } else if conforms(left, to: types.head(right), scope: check.scope) == false {
        return false
      }
    }
    return true
  }

  /// True if a type mentions any of the variables.
  func mentions(_ type: TypeID, _ variables: [TypeID]) -> Bool {
    if variables.contains(type) { return true }
    switch types.shape(type) {
    case .unknown, .outside, .parameter, .protocolSelf: return false
    case .tuple:
      for place in stride(from: 1, to: types.count(type), by: 2) where mentions(types.argument(type, place), variables) {
        return true
      }
      return false
    default:
      for place in 0..<types.count(type) where mentions(types.argument(type, place), variables) { return true }
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
      if match.isSynthesised { return substitution(toAncestor: types.shape(match.made) == .nominal ? types.head(match.made) : -1, of: match.made) }
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
      match.made.isKnown && !isOptional(match.signature.result) ? madeType(match) : match.signature.result, map)
    // Arguments first that say something by themselves, closures and implicit members last.
    for isLate in [false, true] {
      if isLate, expected.isKnown, mentions(result, variables) {
        bind(result, to: isOptional(result) ? expected : unwrapped(expected), &solved, variables)
      }
      for (place, argument) in arguments.enumerated() where isDependent(argument.node) == isLate {
        guard match.mapping[place] < match.signature.parameters.count else { continue }
        let parameter = match.signature.parameters[match.mapping[place]]
        let open = substitute(substitute(parameter.type, map), solved)
        let wanted = erase(open, variables)
        let found = infer(argument.node, wanted)
        if !variables.isEmpty { bind(open, to: found, &solved, variables) }
      }
    }
    return erase(substitute(result, solved), variables)
  }

  private mutating func madeType(_ match: Match) -> TypeID {
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
  private func isDependent(_ node: TreeID) -> Bool {
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
  mutating func callValue(
    _ type: TypeID, _ node: TreeID, _ arguments: [Argument], _ expected: TypeID
  ) -> TypeID {
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
      if let result = call(found, node, arguments, expected, [], inferred: true) { return result }
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
