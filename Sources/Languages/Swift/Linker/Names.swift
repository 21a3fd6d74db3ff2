import GraphModel
import LanguageSupport

/// What plain names and members give where they are not called.
extension SwiftModel {
  mutating func inferName(_ node: TreeID, _ expected: TypeID, arguments: [TypeID]) -> TypeID {
    let name = name(of: node)
    if let found = special(name, node) { return found }
    if let found = local(name) {
      recordLocal(node)
      return found
    }
    if name == words.ellipsis {
      // In a subscript: everything.
      recordLocal(node)
      return types.make(.function, 0, [standard("UnboundedRange_", []), types.make(.tuple, 0, [])])
    }
    if isOperatorName(name) {
      // An operator as a value: which one depends on types that are not known yet.
      record(node, unresolved: "an operator as a value")
      return .unknown
    }
    let found = nearest(name, written: nodes[Int(node)].name)
    if found.isEmpty { return missingName(name, node) }
    return pick(found, node, expected, arguments, inferred: false)
  }

  /// `self`, `super`, `Self`, `$0`.
  private mutating func special(_ name: Name, _ node: TreeID) -> TypeID? {
    if name == words.selfValue {
      recordLocal(node)
      if let found = local(name) { return found }
      let type = selfType(in: check.scope)
      return isStaticContext ? types.make(.metatype, 0, [type]) : type
    }
    if name == words.selfType {
      recordSelfType(node)
      return types.make(.metatype, 0, [selfType(in: check.scope)])
    }
    if name == words.superName {
      recordLocal(node)
      let own = enclosingType(of: check.scope)
      guard own >= 0 else { return .unknown }
      let type = superclass(of: own)
      return isStaticContext ? types.make(.metatype, 0, [type]) : type
    }
    if let place = closureParameterIndex(name), let parameters = check.closureParameters.last {
      recordLocal(node)
      return place < parameters.count ? parameters[place] : .unknown
    }
    return nil
  }

  /// `Self` names the type around it; in protocols it is no type of its own.
  mutating func recordSelfType(_ node: TreeID) {
    let own = enclosingType(of: check.scope)
    if own >= 0, declarations[Int(own)].kind != .protocol { record(node, own) } else { recordLocal(node) }
  }

  /// True in static members.
  var isStaticContext: Bool {
    var current = check.scope
    while current >= 0 {
      let item = declarations[Int(current)]
      if item.parent >= 0, nominal(item.parent) >= 0 { return item.isStatic }
      current = item.parent
    }
    return false
  }

  /// The candidates of the innermost scope that has any; written labels must fit if they fit anywhere.
  private mutating func nearest(_ name: Name, written: Name) -> [Member] {
    var walk = ScopeWalk(check.scope)
    let first = candidates(named: name, &walk)
    guard written != words.empty else { return first }
    var found = first
    while !found.isEmpty {
      let fitting = narrowed(found, written: written)
      if !fitting.isEmpty { return fitting }
      found = candidates(named: name, &walk)
    }
    return first
  }

  /// Those candidates that have the written labels.
  private mutating func narrowed(_ found: [Member], written: Name) -> [Member] {
    let wanted = text(written)
    return found.filter { labelText($0.declaration) == wanted }
  }

  /// The labels of a declaration as in full names: `(_:with:)`.
  mutating func labelText(_ declaration: DeclID) -> String {
    var result = "("
    for label in labels(of: declaration) { result += (label == words.empty ? "_" : text(label)) + ":" }
    return result + ")"
  }

  private mutating func missingName(_ name: Name, _ node: TreeID) -> TypeID {
    if name == words.newValue || name == words.oldValue || name == words.error {
      recordLocal(node)
      return .unknown
    }
    let characters = interner[name]
    if characters.first == UInt8(ascii: "_") || characters.first == UInt8(ascii: "$"),
      let found = projected(name, node, base: selfType(in: check.scope))
    {
      return found
    }
    if moduleNumbers[text(name)] != nil || units[Int(check.unit)].foreign.contains(text(name)) {
      recordLocal(node)
      return .unknown
    }
    let own = enclosingType(of: check.scope)
    if own >= 0, hasForeignAncestor(own) {
      record(node, unresolved: "a member of a type outside, perhaps inherited")
      return .outside
    }
    record(node, outside: name, unit: check.unit)
    return .outside
  }

  /// `_x` and `$x` of a property `x` with a wrapper.
  mutating func projected(_ name: Name, _ node: TreeID, base: TypeID) -> TypeID? {
    let plain = intern(String(decoding: interner[name].dropFirst(), as: UTF8.self))
    let isProjection = interner[name].first == UInt8(ascii: "$")
    for member in members(of: base, named: plain) {
      guard declarations[Int(member.declaration)].kind == .property else { continue }
      let wrapper = wrapperType(of: member.declaration)
      guard wrapper.isKnown else { continue }
      record(node, member.declaration)
      let type = type(wrapper, of: member)
      guard isProjection else { return type }
      guard let projection = members(of: type, named: words.projectedValue).first else { return .unknown }
      return value(of: projection)
    }
    return nil
  }

  /// Chooses among candidates for a name that is not called: the only one, or the one whose type fits.
  mutating func pick(
    _ found: [Member], _ node: TreeID, _ expected: TypeID, _ arguments: [TypeID], inferred: Bool
  ) -> TypeID {
    var best: [Member] = []
    var bestScore = Int.min
    for member in found {
      var score = -member.rank
      if expected.isKnown && found.count > 1 {
        let fit = fit(value(of: member, arguments: arguments), expected, [])
        score += fit == .no ? -10_000 : fit.rawValue * 1000
      }
      // A property hides functions of its name.
      if !declarations[Int(member.declaration)].isFunctionLike { score += 500 }
      if score > bestScore {
        best = [member]
        bestScore = score
      } else if score == bestScore {
        best.append(member)
      }
    }
    // Only functions are overloaded.
    if best.count > 1, let other = best.first(where: { !declarations[Int($0.declaration)].isFunctionLike }) {
      best = [other]
    }
    record(node, best.map(\.declaration), inferred: inferred || found.count > 1)
    guard let first = best.first else { return .unknown }
    return value(of: first, arguments: arguments)
  }

  // MARK: Members

  mutating func inferMember(_ node: TreeID, _ expected: TypeID) -> (type: TypeID, isOptional: Bool) {
    let base = firstChild(node)
    if base < 0 { return (implicitMember(node, expected), false) }
    if let found = moduleMember(node, base, expected) { return (found, false) }
    let inner = inferBase(base, expected, asked: Wanted(member: name(of: node)))
    return (memberValue(node, inner.type, expected, arguments: []), inner.isOptional)
  }

  /// `Module.name`.
  private mutating func moduleMember(_ node: TreeID, _ base: TreeID, _ expected: TypeID) -> TypeID? {
    guard kind(base) == .name else { return nil }
    let name = name(of: base)
    guard local(name) == nil,
      moduleNumbers[text(name)] != nil || units[Int(check.unit)].foreign.contains(text(name)),
      !isDeclared(name)
    else { return nil }
    recordLocal(base)
    guard let module = module(named: name, check.unit) else {
      record(node, externalName: text(name) + "." + text(self.name(of: node)))
      return .outside
    }
    let found = lookUp(Self.moduleContainer(module), self.name(of: node), from: check.unit)
      .map { Member(declaration: $0) }
    if found.isEmpty {
      record(node, externalName: text(name) + "." + text(self.name(of: node)))
      return .outside
    }
    return pick(found, node, expected, [], inferred: false)
  }

  /// `.name` where a type is expected.
  private mutating func implicitMember(_ node: TreeID, _ expected: TypeID) -> TypeID {
    guard expected.isKnown else {
      record(node, unresolved: "the expected type is not known")
      return .unknown
    }
    let found = staticMembers(of: expected, named: name(of: node))
    if found.isEmpty {
      missingMember(node, of: unwrapped(expected), labels: nil)
      return .unknown
    }
    return pick(found, node, .unknown, [], inferred: true)
  }

  /// The value of a member of a value of type `base`.
  mutating func memberValue(
    _ node: TreeID, _ base: TypeID, _ expected: TypeID, arguments: [TypeID]
  ) -> TypeID {
    let name = name(of: node)
    if types.shape(base) == .tuple { return tupleMember(node, name, base) }
    var found = memberCandidates(base, name)
    if nodes[Int(node)].name != words.empty {
      let fitting = narrowed(found, written: nodes[Int(node)].name)
      if !fitting.isEmpty { found = fitting }
    }
    if found.isEmpty { return missingValue(node, name, base) }
    return pick(found, node, expected, arguments, inferred: !isTypeName(firstChild(node)))
  }

  private mutating func tupleMember(_ node: TreeID, _ name: Name, _ base: TypeID) -> TypeID {
    recordLocal(node)
    if let place = Int(text(name)) { return tupleElement(base, place) }
    for place in stride(from: 0, to: types.count(base), by: 2)
    where types.argument(base, place).raw == name {
      return types.argument(base, place + 1)
    }
    return .unknown
  }

  /// True for names of types and `self`, which need no inference.
  func isTypeName(_ node: TreeID) -> Bool {
    guard node >= 0, kind(node) == .name else { return false }
    let name = name(of: node)
    if name == words.selfValue || name == words.selfType || name == words.superName { return true }
    guard let first = interner.withBytes(name, { $0.first }) else { return false }
    return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
  }

  /// What `name` may mean on a value of type `base`: members, static ones of metatypes; those of what an
  /// optional holds if it has none itself (implicitly unwrapped ones need no mark).
  mutating func memberCandidates(_ base: TypeID, _ name: Name) -> [Member] {
    if types.shape(base) == .metatype {
      let inner = types.argument(base, 0)
      let found = members(of: inner, named: name)
      let usable = found.filter { isStaticMember($0.declaration) }
      return usable.isEmpty ? found : usable
    }
    let found = members(of: base, named: name)
    let usable = found.filter { !isStaticMember($0.declaration) }
    if usable.isEmpty, isOptional(base) { return memberCandidates(types.argument(base, 0), name) }
    return usable.isEmpty && !found.isEmpty && name == words.initializer ? found : usable
  }

  /// What a member gives that no table knows: dynamic members, projections, members outside.
  mutating func missingValue(_ node: TreeID, _ name: Name, _ base: TypeID) -> TypeID {
    if types.shape(base) == .metatype, name == words.typeWord { return base }
    let first = interner[name].first
    if first == UInt8(ascii: "_") || first == UInt8(ascii: "$"), let found = projected(name, node, base: base)
    {
      return found
    }
    if let found = dynamicMember(node, name, base) { return found }
    missingMember(node, of: base, labels: nil)
    return base == .outside || isForeign(base) ? .outside : .unknown
  }

  /// `x.name` through `subscript(dynamicMember: KeyPath<Root, Value>)`, else through one that takes a string.
  private mutating func dynamicMember(_ node: TreeID, _ name: Name, _ base: TypeID) -> TypeID? {
    guard types.shape(base) == .nominal else { return nil }
    var byText: Member?
    for member in members(of: base, named: words.subscriptName) {
      let signature = signature(of: member.declaration)
      guard let parameter = signature.parameters.first, parameter.label == words.dynamicMember else {
        continue
      }
      guard types.shape(parameter.type) == .nominal, types.count(parameter.type) >= 2 else {
        byText = byText ?? member
        continue
      }
      let path = type(parameter.type, of: member)
      let root = types.argument(path, 0)
      let found = memberCandidates(root, name)
      guard !found.isEmpty else { continue }
      let result = pick(found, node, .unknown, [], inferred: true)
      var map = Substitution()
      let open = signature.generics.map { types.make(.parameter, $0, []) }
      bind(types.argument(path, 1), to: result, &map, open)
      return substitute(type(signature.result, of: member), map)
    }
    guard let byText else { return nil }
    record(node, byText.declaration, inferred: true)
    return type(signature(of: byText.declaration).result, of: byText)
  }

  func isForeign(_ type: TypeID) -> Bool {
    switch types.shape(type) {
    case .outside: true
    case .nominal: declarations[Int(types.head(type))].kind == .external
    case .metatype: isForeign(types.argument(type, 0))
    default: false
    }
  }

  /// Says of a member that is in no table where it is, or why nothing is known.
  mutating func missingMember(_ node: TreeID, of base: TypeID, labels: String?) {
    let name = text(name(of: node)) + (labels ?? "")
    switch types.shape(base) {
    case .unknown: record(node, unresolved: "the receiver's type is not known")
    case .outside: record(node, unresolved: "the receiver comes from outside the tree")
    case .metatype: missingMember(node, of: types.argument(base, 0), labels: labels)
    case .nominal:
      let head = types.head(base)
      if isOptional(base), types.count(base) == 1 {
        return missingMember(node, of: types.argument(base, 0), labels: labels)
      }
      if let type = externalName(ofType: head) {
        record(node, externalName: type + "." + name)
      } else if hasForeignAncestor(head) {
        let ancestor = lineage(of: head).first { declarations[Int(types.head($0))].kind == .external }
        let owner =
          ancestor.flatMap { externalName(ofType: types.head($0)) } ?? text(declarations[Int(head)].name)
        record(node, externalName: owner + "." + name)
      } else {
        record(node, unresolved: "no such member")
      }
    case .parameter, .associated, .protocolSelf, .bounded:
      for bound in bounds(of: base, scope: check.scope) {
        if let type = externalName(ofType: types.head(bound)) {
          return record(node, externalName: type + "." + name)
        }
      }
      record(node, unresolved: "no such member of what the type conforms to")
    case .tuple, .function: record(node, unresolved: "no such member")
    }
  }

  /// The dotted name of a type outside the tree, nil for those in it.
  func externalName(ofType type: DeclID) -> String? {
    let item = declarations[Int(type)]
    if item.unit < 0 { return text(item.name) }
    return units[Int(item.unit)].file < 0 ? externalName(of: type) : nil
  }
}
