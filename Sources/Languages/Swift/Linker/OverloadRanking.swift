import GraphModel
import LanguageSupport

/// Which of several candidates a call means: first how well the arguments fit, then what is nearer and more
/// special.
extension SwiftModel {
  /// The best candidates by how their parameters fit the arguments, then by how near they are. Empty if
  /// arguments certainly do not fit any.
  mutating func choose(_ matches: inout [Match], _ arguments: [Argument], _ expected: TypeID) -> [Match] {
    let wanted = check.wanted
    check.wanted = Wanted()
    if matches.count == 1, !needsProof(matches[0]) { return matches }
    var best: [Int] = []
    for index in matches.indices {
      score(&matches[index], arguments, expected, wanted)
      if let leader = best.first {
        if isBetter(matches[index], matches[leader]) {
          best = [index]
        } else if !isBetter(matches[leader], matches[index]) {
          best.append(index)
        }
      } else {
        best = [index]
      }
    }
    if let first = best.first, matches[first].score < Match.misfit / 2 { return [] }
    return best.map { matches[$0] }
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
    if let isNearer = isOwnBesideProtocol(left.member, right.member) { return isNearer }
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

  /// Of two members of a concrete type the type's own hides what its protocols have, whoever declares them; nil if
  /// that does not tell them apart.
  private func isOwnBesideProtocol(_ left: Member, _ right: Member) -> Bool? {
    guard left.base == right.base, types.shape(left.base) == .nominal else { return nil }
    let head = types.head(left.base)
    let first = container(of: left.declaration)
    let second = container(of: right.declaration)
    guard first != second, first >= 0, second >= 0 else { return nil }
    if first == head, declarations[Int(second)].kind == .protocol { return true }
    return second == head && declarations[Int(first)].kind == .protocol ? false : nil
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
    _ match: inout Match, _ arguments: [Argument], _ expected: TypeID, _ asked: Wanted
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
      // A value becomes one of its protocol or superclass at no cost, an optional does not.
      case .convertible where !isOptional(expected): total += 4
      default: break
      }
    }
    if asked.member != 0, result.isKnown, !mentions(result, variables) {
      let found = types.shape(result) == .tuple ? false : !memberCandidates(result, asked.member).isEmpty
      if !found, !isForeign(result) { total -= 60 }
    }
    // What an initializer makes is an optional only if it may fail.
    if asked.isOptional, match.made.isKnown, !isOptional(match.made), !isOptional(match.signature.result) {
      total += Match.misfit
    }
    match.score = total
  }

  /// False if what the arguments say contradicts a `where` clause of the candidate.
  private mutating func requirementsHold(_ match: Match, _ map: Substitution, _ solved: Substitution) -> Bool
  {
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
}
