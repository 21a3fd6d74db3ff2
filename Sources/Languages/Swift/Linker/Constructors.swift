import GraphModel
import LanguageSupport

/// Constructor calls and subscripts.
extension SwiftModel {
  /// Adds the initializers of a type that take these arguments: its own, inherited ones, synthesised ones.
  mutating func appendInitializers(
    of type: TypeID, _ member: Member, _ arguments: [Argument], _ matches: inout [Match]
  ) {
    let before = matches.count
    defer { for index in before..<matches.count { matches[index].named = member.declaration } }
    let target = types.shape(type) == .metatype ? types.argument(type, 0) : type
    for found in members(of: target, named: words.initializer)
    where declarations[Int(found.declaration)].kind == .initializer {
      let isOwn = types.shape(target) == .nominal && container(of: found.declaration) == types.head(target)
      var candidate = found
      candidate.rank = isOwn ? 0 : found.rank
      let isRemade = !isOwn && isInheritedByOverriding(found.declaration, target)
      if isRemade {
        candidate = Member(declaration: member.declaration, base: target, bound: target, rank: found.rank)
      }
      append(
        candidate, signature(of: found.declaration), target, arguments, &matches, synthesised: isRemade)
    }
    guard types.shape(target) == .nominal else { return }
    let head = types.head(target)
    if let synthesised = synthesisedInitializer(of: head) {
      let candidate = Member(declaration: member.declaration, base: target, bound: target, rank: 0)
      append(candidate, synthesised, target, arguments, &matches, synthesised: true)
    }
    let isObject = [.class, .actor].contains(declarations[Int(head)].kind)
    if matches.count == before, arguments.isEmpty, isObject {
      let candidate = Member(declaration: member.declaration, base: target, bound: target, rank: 0)
      var signature = Signature()
      signature.result = target
      append(candidate, signature, target, arguments, &matches, synthesised: true)
    }
  }

  /// True for a designated initializer of a class above: a class that inherits it has one of its own, which the
  /// compiler makes. Convenience initializers stay the other class's.
  private func isInheritedByOverriding(_ initializer: DeclID, _ target: TypeID) -> Bool {
    guard types.shape(target) == .nominal, isInternal(types.head(target)),
      declarations[Int(types.head(target))].kind == .class, isInternal(initializer)
    else { return false }
    let owner = container(of: initializer)
    guard owner >= 0, declarations[Int(owner)].kind == .class else { return false }
    return !isConvenience(initializer)
  }

  /// True for initializers that delegate to another of their class.
  func isConvenience(_ initializer: DeclID) -> Bool {
    let item = declarations[Int(initializer)]
    guard item.unit >= 0, item.definition >= 0 else { return false }
    let facts = units[Int(item.unit)].facts
    return facts.names.string(facts.definitions[Int(item.definition)].signature).contains("convenience ")
  }

  /// The memberwise initializer of a struct without initializers in its body; nil for others.
  mutating func synthesisedInitializer(of type: DeclID) -> Signature? {
    let item = declarations[Int(type)]
    guard item.kind == .struct, item.tree >= 0, isInternal(type) else { return nil }
    var result = Signature()
    for member in members[type] ?? [] {
      let part = declarations[Int(member)]
      guard part.parent == type else { continue }
      if part.kind == .initializer { return nil }
      guard part.kind == .property, !part.isStatic, isStored(part) else { continue }
      let hasValue = child(part.tree, .initialValue) >= 0
      // A constant with a value cannot be set.
      if hasValue && part.modifiers.contains(.isConstant) { continue }
      var traits: ParameterTraits = []
      let annotation = child(part.tree) { $0.isType }
      let isOptional = annotation >= 0 && kind(annotation) == .typeOptional
      if hasValue || (isOptional && !part.modifiers.contains(.isConstant))
        || child(part.outerTree, .attribute) >= 0
        || part.modifiers.contains(.isLazy)
      {
        traits.insert(.hasDefault)
      }
      result.parameters.append(
        Signature.Parameter(label: part.name, type: valueType(of: member), traits: traits))
    }
    result.result = declaredSelf(type)
    return result
  }

  /// True for properties without accessors, observers aside.
  private func isStored(_ item: Declaration) -> Bool {
    guard item.tree >= 0 else { return false }
    for node in children(item.tree) where kind(node) == .accessor {
      let keyword = text(nodes[Int(node)].name)
      if keyword != "didSet" && keyword != "willSet" { return false }
    }
    return true
  }

  /// `T(…)` or `T.init(…)` on a type that is a value already.
  mutating func construct(
    _ type: TypeID, _ callee: TreeID, _ arguments: [Argument], _ expected: TypeID, isDelegation: Bool
  ) -> TypeID {
    var matches: [Match] = []
    let head = types.shape(type) == .nominal ? types.head(type) : -1
    let member = Member(declaration: max(head, 0), base: type, bound: type)
    appendInitializers(of: type, member, arguments, &matches)
    if isDelegation, head >= 0, !isInternal(head) {
      // What the tree adds to a type outside delegates to what is there, not to itself.
      let own = check.scope
      matches.removeAll { $0.member.declaration == own }
    }
    let best = choose(&matches, arguments, expected)
    guard let first = best.first else {
      evaluateArguments(arguments)
      missingMember(callee, of: type, labels: labelText(arguments))
      return type
    }
    var targets: [DeclID] = []
    for match in best {
      let target = match.isSynthesised && head >= 0 ? head : match.member.declaration
      if !targets.contains(target) { targets.append(target) }
    }
    record(callee, targets, made: isDelegation ? -1 : head, inferred: matches.count > 1)
    return finish(first, arguments, expected, [])
  }

  // MARK: Subscripts

  mutating func inferSubscript(_ node: TreeID, _ expected: TypeID) -> (type: TypeID, isOptional: Bool) {
    let base = firstChild(node)
    guard base >= 0 else { return (.unknown, false) }
    let inner = inferBase(base, expected)
    let arguments = arguments(of: node, skippingFirst: true)
    return (subscriptValue(node, inner.type, arguments, expected), inner.isOptional)
  }

  mutating func subscriptValue(
    _ node: TreeID, _ base: TypeID, _ arguments: [Argument], _ expected: TypeID
  ) -> TypeID {
    if arguments.count == 1, arguments[0].label != words.empty, text(arguments[0].label) == "keyPath" {
      return keyPathValue(node, base, arguments[0])
    }
    let isStatic = types.shape(base) == .metatype
    let target = isStatic ? types.argument(base, 0) : base
    for type in isOptional(target) ? [target, types.argument(target, 0)] : [target] {
      var matches: [Match] = []
      for found in members(of: type, named: words.subscriptName)
      where declarations[Int(found.declaration)].isStatic == isStatic {
        append(found, signature(of: found.declaration), .unknown, arguments, &matches)
      }
      let best = choose(&matches, arguments, expected)
      guard let first = best.first else { continue }
      var targets: [DeclID] = []
      for match in best where !targets.contains(match.member.declaration) {
        targets.append(match.member.declaration)
      }
      record(node, targets, inferred: true)
      return finish(first, arguments, expected, [])
    }
    evaluateArguments(arguments)
    missingMember(node, of: target, labels: labelText(arguments))
    return isForeign(target) ? .outside : .unknown
  }

  /// `x[keyPath: path]`, which every value has: what the path leads to.
  private mutating func keyPathValue(_ node: TreeID, _ base: TypeID, _ argument: Argument) -> TypeID {
    recordLocal(node)
    let path = infer(argument.node, types.make(.nominal, check.keyPath, [base, .unknown]))
    guard types.shape(path) == .nominal, types.count(path) == 2 else { return .unknown }
    return types.argument(path, 1)
  }
}
