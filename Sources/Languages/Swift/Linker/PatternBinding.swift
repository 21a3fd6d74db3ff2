import GraphModel
import LanguageSupport

/// Patterns bind names to parts of a value.
extension SwiftModel {
  mutating func bind(pattern node: TreeID, to type: TypeID) {
    guard node >= 0, check.enter() else { return }
    defer { check.leave() }
    switch kind(node) {
    case .patternName:
      if nodes[Int(node)].value == 0 || isLocalDeclaration {
        check.locals.append(Local(name: nodes[Int(node)].name, type: type))
      }
    case .patternTuple:
      // `case (let a, let b)` also matches the payload of an enum case.
      for (place, part) in children(node).enumerated() {
        let element = types.shape(type) == .tuple ? tupleElement(type, place) : (place == 0 ? type : .unknown)
        bind(pattern: kind(part) == .patternElement ? firstChild(part) : part, to: element)
      }
    case .patternElement: bind(pattern: firstChild(node), to: type)
    case .patternOptional: bind(pattern: firstChild(node), to: unwrapped(type))
    case .patternIs: _ = self.type(firstChild(node), scope: check.scope, unit: check.unit)
    case .patternExpression: match(expression: firstChild(node), with: type)
    default: break
    }
  }

  private var isLocalDeclaration: Bool { check.scope >= 0 && declarations[Int(check.scope)].isFunctionLike }

  /// An expression in the place of a pattern: enum cases with payloads, tuples, values to compare with.
  private mutating func match(expression node: TreeID, with type: TypeID) {
    guard node >= 0, check.enter() else { return }
    defer { check.leave() }
    switch kind(node) {
    case .pattern: bind(pattern: firstChild(node), to: type)
    case .tuple:
      for (place, part) in children(node).enumerated() {
        let element = types.shape(type) == .tuple ? tupleElement(type, place) : .unknown
        match(expression: kind(part) == .argument ? firstChild(part) : part, with: element)
      }
    case .call: matchCase(node, type)
    case .chained: match(expression: firstChild(node), with: unwrapped(type))
    case .sequence: matchCast(node, type)
    case .member:
      if firstChild(node) < 0 {
        _ = infer(node, type)
      } else {
        _ = infer(node)
      }
      recordOwner(ofCase: node, subject: type)
    default: _ = infer(node, type)
    }
  }

  /// `let x as T`.
  private mutating func matchCast(_ node: TreeID, _ type: TypeID) {
    let parts = children(node).map { $0 }
    if parts.count == 3, kind(parts[1]) == .castOperator {
      let target = infer(parts[2])
      let instance = types.shape(target) == .metatype ? types.argument(target, 0) : .unknown
      return match(expression: parts[0], with: instance)
    }
    _ = infer(node, type)
  }

  /// `.some(let x)`, `Kind.named(let a, _)`.
  private mutating func matchCase(_ node: TreeID, _ type: TypeID) {
    let callee = firstChild(node)
    let arguments = arguments(of: node, skippingFirst: true)
    guard callee >= 0 else { return }
    var found: [Member] = []
    if isImplicitMember(callee) {
      let name = name(of: callee)
      found = members(of: type, named: name).filter { isCase($0) }
      if found.isEmpty, isOptional(type) {
        found = members(of: unwrapped(type), named: name).filter { isCase($0) }
      }
    } else if kind(callee) == .member {
      let base = infer(firstChild(callee))
      if types.shape(base) == .metatype {
        var owner = types.argument(base, 0)
        // The arguments of `Result.success(let x)` come from the value that is matched.
        let seen = unwrapped(type)
        if types.shape(seen) == .nominal, types.shape(owner) == .nominal,
          types.head(seen) == types.head(owner)
        {
          owner = seen
        }
        found = members(of: owner, named: name(of: callee)).filter { isCase($0) }
      }
    }
    let fitting = found.filter {
      signature(of: $0.declaration).parameters.count == arguments.count || arguments.count == 1
    }
    guard let member = fitting.first ?? found.first else {
      if found.isEmpty, !isImplicitMember(callee), !hasPattern(node) {
        // A function whose result is compared.
        _ = infer(node, type)
        return
      }
      if isImplicitMember(callee) { missingMember(callee, of: type, labels: nil) }
      for argument in arguments { match(expression: argument.node, with: .unknown) }
      return
    }
    record(callee, [member.declaration], inferred: true)
    recordOwner(ofCase: callee, subject: type)
    let called = signature(of: member.declaration)
    let payload = called.parameters.map { self.type($0.type, of: member) }
    if arguments.count == 1, payload.count > 1 {
      // One pattern takes the payload as a tuple.
      var parts: [TypeID] = []
      for (parameter, type) in zip(called.parameters, payload) {
        parts.append(TypeID(raw: parameter.label))
        parts.append(type)
      }
      return match(expression: arguments[0].node, with: types.make(.tuple, 0, parts))
    }
    for (place, argument) in arguments.enumerated() {
      match(expression: argument.node, with: place < payload.count ? payload[place] : .unknown)
    }
  }

  private func isCase(_ member: Member) -> Bool {
    declarations[Int(member.declaration)].kind == .enumCase
  }

  private func hasPattern(_ node: TreeID) -> Bool {
    var open = [node]
    while let current = open.popLast() {
      if kind(current) == .pattern || kind(current) == .wildcard { return true }
      for part in children(current) { open.append(part) }
    }
    return false
  }
}
