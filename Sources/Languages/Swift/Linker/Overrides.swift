import GraphModel
import LanguageSupport

/// A member that stands for another: an override, or the witness of a protocol's requirement.
struct Override {
  var member: DeclID
  var overridden: DeclID
}

extension SwiftModel {
  /// All overrides of the program, in order of the types' declarations.
  mutating func overrides() -> [Override] {
    var result: [Override] = []
    for id in declarations.indices {
      let type = DeclID(id)
      guard declarations[id].isNominal else { continue }
      let isOwn = isInternal(type)
      guard isOwn || extensions[type]?.contains(where: { isInternal($0) }) == true else { continue }
      addWitnesses(of: type, &result)
      if isOwn, declarations[id].kind == .class { addClassOverrides(of: type, &result) }
    }
    return result
  }

  private mutating func addWitnesses(of type: DeclID, _ result: inout [Override]) {
    let isProtocol = declarations[Int(type)].kind == .protocol
    var inherited: Set<DeclID> = []
    let parent = superclass(of: type)
    if types.shape(parent) == .nominal {
      for item in lineage(of: types.head(parent)) { inherited.insert(types.head(item)) }
    }
    // A protocol's extension gives what the protocol itself asks for.
    for head in (isProtocol ? [type] : []) + lineage(of: type).map({ types.head($0) }) {
      guard declarations[Int(head)].kind == .protocol, isInternal(head), !inherited.contains(head) else {
        continue
      }
      for requirement in members[head] ?? [] where declarations[Int(requirement)].parent == head {
        addWitness(of: requirement, in: type, isProtocol, &result)
      }
    }
  }

  private mutating func addWitness(
    of requirement: DeclID, in type: DeclID, _ isProtocol: Bool, _ result: inout [Override]
  ) {
    let item = declarations[Int(requirement)]
    var found: [DeclID] = []
    for member in table[Self.tableKey(type, item.name)] ?? []
    where isInternal(member) && member != requirement {
      let own = declarations[Int(member)]
      guard isWitness(own, of: item), labels(of: member) == labels(of: requirement) else { continue }
      found.append(member)
    }
    found = bestWitnesses(found, of: requirement, in: type)
    for member in found { result.append(Override(member: member, overridden: requirement)) }
  }

  private func isWitness(_ member: Declaration, of requirement: Declaration) -> Bool {
    if requirement.kind == .associatedType { return member.isTypeLike && member.kind != .typeParameter }
    if member.kind == .enumCase { return requirement.isStatic }
    let isVariable = member.kind == .property
    guard isVariable == (requirement.kind == .property), !member.isTypeLike else { return false }
    if !isVariable, member.kind != requirement.kind { return false }
    return requirement.kind == .initializer || isOperatorName(requirement.name)
      || member.isStatic == requirement.isStatic
  }

  /// Of several overloads those whose types fit the requirement's.
  private mutating func bestWitnesses(_ found: [DeclID], of requirement: DeclID, in type: DeclID) -> [DeclID]
  {
    var map = Substitution()
    let own = declaredSelf(type)
    map.selfType = own
    var best: [DeclID] = []
    var bestScore = -40
    let wanted = substitute(memberType(of: requirement), map)
    let wantedGenerics =
      declarations[Int(requirement)].isFunctionLike ? signature(of: requirement).generics : []
    for member in found {
      let actual = memberType(of: member)
      let generics = declarations[Int(member)].isFunctionLike ? signature(of: member).generics : []
      let variables = (wantedGenerics + generics).map { types.make(.parameter, $0, []) }
      var score = 0
      if actual == wanted { score = 1000 }
      let isAsync = declarations[Int(member)].modifiers.contains(.isAsync)
      if isAsync == declarations[Int(requirement)].modifiers.contains(.isAsync) { score += 3 }
      if !declarations[Int(member)].isFunctionLike, fit(actual, wanted, []) == .no { score -= 50 }
      if types.shape(actual) == .function, types.shape(wanted) == .function,
        types.count(actual) == types.count(wanted)
      {
        score += generics.count == wantedGenerics.count ? 5 : 0
        for place in 0..<types.count(actual) {
          let left = types.argument(actual, place)
          let right = types.argument(wanted, place)
          if variables.contains(left) && variables.contains(right) {
            score += 10
          } else {
            let fit = fit(left, right, variables)
            score += fit == .no ? -50 : fit.rawValue * 2
          }
        }
      }
      if score > bestScore {
        best = [member]
        bestScore = score
      } else if score == bestScore {
        best.append(member)
      }
    }
    return best
  }

  private mutating func addClassOverrides(of type: DeclID, _ result: inout [Override]) {
    for member in members[type] ?? [] {
      let item = declarations[Int(member)]
      guard item.modifiers.contains(.isOverride) || item.kind == .initializer else { continue }
      var current = superclass(of: type)
      var steps = 0
      search: while types.shape(current) == .nominal, steps < 64 {
        let head = types.head(current)
        var found: [DeclID] = []
        for other in table[Self.tableKey(head, item.name)] ?? [] where isInternal(other) {
          let candidate = declarations[Int(other)]
          guard candidate.kind == item.kind, labels(of: other) == labels(of: member) else { continue }
          if item.kind == .initializer && !item.modifiers.contains(.isOverride) { continue }
          found.append(other)
        }
        if found.count > 1 {
          let exact = found.filter { memberType(of: $0) == memberType(of: member) }
          if !exact.isEmpty { found = exact }
        }
        if let first = found.first {
          result.append(Override(member: member, overridden: first))
          break search
        }
        if item.kind == .initializer, inheritsInitializer(labels(of: member), head) {
          result.append(Override(member: member, overridden: head))
          break search
        }
        current = declarations[Int(head)].kind == .class ? superclass(of: head) : .unknown
        steps += 1
      }
    }
  }

  /// True for a class of the tree that has an initializer with these labels without writing it: one that it
  /// inherits, or the one that classes without initializers get.
  private mutating func inheritsInitializer(_ labels: [Name], _ type: DeclID) -> Bool {
    var current = type
    for _ in 0..<64 {
      guard isInternal(current), declarations[Int(current)].kind == .class else { return false }
      let own = table[Self.tableKey(current, words.initializer)] ?? []
      if current != type, own.contains(where: { self.labels(of: $0) == labels }) { return true }
      if own.contains(where: { !isConvenience($0) }) { return false }
      let parent = superclass(of: current)
      guard types.shape(parent) == .nominal else { return labels.isEmpty }
      current = types.head(parent)
    }
    return false
  }
}
