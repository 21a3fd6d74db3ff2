import GraphModel
import LanguageSupport

/// The walk over the declarations of a file: every type is resolved, every body evaluated.
extension SwiftModel {
  /// Evaluates a whole file and leaves its findings in `findings`.
  mutating func link(unit: Int32) {
    let item = units[Int(unit)]
    recordingUnit = unit
    findings = [Finding](repeating: Finding(), count: item.facts.references.count)
    valueCalls = [:]
    let last = Int(item.firstNode) + item.facts.expressions.count
    for index in Int(item.firstNode)..<last { check.memoExpected[index] = -1 }
    check.steps = item.facts.expressions.count * 40 + 10_000
    check.unit = unit
    check.scope = -1
    check.locals = []
    for root in item.roots { check(statement: root) }
    recordingUnit = -1
  }

  mutating func link(declaration node: TreeID) {
    let declaration = nodes[Int(node)].value
    let savedScope = check.scope
    check.scope = declaration
    defer { check.scope = savedScope }
    switch kind(node) {
    case .functionDeclaration: linkFunction(node, declaration)
    case .typeDeclaration, .extensionDeclaration:
      let locals = check.locals
      check.locals = []
      for part in children(node) { linkPart(part, declaration) }
      check.locals = locals
    default: for part in children(node) { linkPart(part, declaration) }
    }
  }

  /// Heads of declarations, and members.
  private mutating func linkPart(_ part: TreeID, _ declaration: DeclID) {
    switch kind(part) {
    case .attribute: evaluateAttribute(part)
    case .genericParameter, .extended, .inherited, .result, .conformanceRequirement, .sameTypeRequirement,
      .thrown:
      for type in children(part) where kind(type).isType { link(headType: type, declaration) }
    case .parameter:
      for child in children(part) {
        if kind(child) == .attribute { evaluateAttribute(child) }
        if kind(child).isType { link(headType: child, declaration) }
      }
    case .variableDeclaration: linkProperties(part)
    case .functionDeclaration, .typeDeclaration, .extensionDeclaration, .aliasDeclaration,
      .associatedDeclaration, .enumCase, .operatorDeclaration:
      link(declaration: part)
    default:
      if kind(part).isType {
        _ = type(part, scope: declaration, unit: check.unit)
      } else {
        check(statement: part)
      }
    }
  }

  /// A type in the head of a declaration.
  private mutating func link(headType node: TreeID, _ declaration: DeclID) {
    let outer = check.head
    check.head = declaration
    _ = type(node, scope: declaration, unit: check.unit)
    check.head = outer
  }

  mutating func evaluateAttribute(_ node: TreeID) {
    let typeNode = firstChild(node)
    guard typeNode >= 0, kind(typeNode).isType else { return }
    let name = name(of: typeNode)
    let arguments = arguments(of: node, skippingFirst: true)
    if let macro = macros(named: name).first {
      record(typeNode, macro.declaration)
      evaluateArguments(arguments)
      return
    }
    let found = type(typeNode, scope: check.scope, unit: check.unit)
    guard nodes[Int(typeNode)].next >= 0, types.shape(found) == .nominal else { return }
    // `@Flag(name: .short) var x: Bool`: a call of an initializer.
    var matches: [Match] = []
    appendInitializers(
      of: openType(found), Member(declaration: types.head(found), base: found, bound: found), arguments,
      &matches)
    // The wrapped value may come first.
    let wrapped = wrappedArgument(node)
    if wrapped >= 0, isWrapper(types.head(found)) {
      var withValue = arguments
      withValue.insert(Argument(label: words.wrappedValue, node: wrapped, isTrailing: false), at: 0)
      var better: [Match] = []
      appendInitializers(
        of: openType(found), Member(declaration: types.head(found), base: found, bound: found), withValue,
        &better)
      let best = choose(&better, withValue, .unknown)
      if !best.isEmpty { return noteAttribute(best, withValue, typeNode, found) }
    }
    var usable = matches
    let best = choose(&usable, arguments, wrapperHint(node, found))
    noteAttribute(best, arguments, typeNode, found)
  }

  private mutating func openType(_ type: TypeID) -> TypeID { type }

  /// `@Flag var x: Bool` makes a `Flag<Bool>`.
  private mutating func wrapperHint(_ node: TreeID, _ found: TypeID) -> TypeID {
    guard isWrapper(types.head(found)), types.count(found) == 1, check.attributed >= 0 else {
      return .unknown
    }
    return types.make(.nominal, types.head(found), [valueType(of: check.attributed)])
  }

  /// The initial value of the property that an attribute stands on, -1 if there is none.
  private func wrappedArgument(_ node: TreeID) -> TreeID {
    guard check.attributed >= 0 else { return -1 }
    let item = declarations[Int(check.attributed)]
    guard item.tree >= 0 else { return -1 }
    let value = child(item.tree, .initialValue)
    return value < 0 ? -1 : firstChild(value)
  }

  private mutating func noteAttribute(
    _ best: [Match], _ arguments: [Argument], _ node: TreeID, _ type: TypeID
  ) {
    guard let first = best.first else {
      evaluateArguments(arguments)
      return
    }
    var targets: [DeclID] = []
    for match in best {
      let target = match.isSynthesised ? types.head(type) : match.member.declaration
      if !targets.contains(target) { targets.append(target) }
    }
    record(node, targets, made: types.head(type), inferred: best.count > 1)
    let hint =
      check.attributed >= 0 && types.count(type) == 1 && !types.argument(type, 0).isKnown
      ? types.make(.nominal, types.head(type), [valueType(of: check.attributed)]) : .unknown
    _ = finish(first, arguments, hint, [])
  }

  // MARK: Properties

  private mutating func linkProperties(_ node: TreeID) {
    for binding in children(node) where kind(binding) == .binding {
      let declaration = declared(by: firstChild(binding))
      let saved = check.scope
      if declaration >= 0 { check.scope = declaration }
      let savedAttributed = check.attributed
      check.attributed = declaration
      for attribute in children(node) where kind(attribute) == .attribute { evaluateAttribute(attribute) }
      check.attributed = savedAttributed
      var type = TypeID.unknown
      let annotation = child(binding) { $0.isType }
      if annotation >= 0 { type = self.type(annotation, scope: check.scope, unit: check.unit) }
      let initial = child(binding, .initialValue)
      if initial >= 0 {
        let found = infer(firstChild(initial), type)
        if !type.isKnown { type = found }
      }
      if declaration >= 0, !type.isKnown { type = valueType(of: declaration) }
      for accessor in children(binding) where kind(accessor) == .accessor {
        link(accessor: accessor, type: type)
      }
      check.scope = saved
    }
  }

  /// The first declaration that a pattern declares, -1 for none.
  func declared(by pattern: TreeID) -> DeclID {
    var open = [pattern]
    while let node = open.popLast() {
      guard node >= 0 else { continue }
      if kind(node) == .patternName { return nodes[Int(node)].value - 1 }
      if let first = children(node).first(where: { _ in true }) { open.append(first) }
    }
    return -1
  }

  /// A getter gives the property's type; setters and observers have a parameter of it.
  mutating func link(accessor node: TreeID, type: TypeID) {
    let mark = check.locals.count
    let keyword = text(nodes[Int(node)].name)
    let parameter = child(node, .parameter)
    if parameter >= 0 {
      check.locals.append(Local(name: nodes[Int(parameter)].name, type: type))
    } else if keyword == "set" || keyword == "willSet" {
      check.locals.append(Local(name: words.newValue, type: type))
    } else if keyword == "didSet" {
      check.locals.append(Local(name: words.oldValue, type: type))
    }
    let isGetter = keyword.isEmpty || keyword == "get" || keyword == "_read"
    body(child(node, .block), result: isGetter ? type : .unknown)
    check.locals.removeSubrange(mark...)
  }

  // MARK: Functions

  private mutating func linkFunction(_ node: TreeID, _ declaration: DeclID) {
    let mark = check.locals.count
    let saved = (check.closureParameters, check.returned)
    let thrownMark = check.thrown.count
    defer { check.thrown.removeSubrange(min(thrownMark, check.thrown.count)...) }
    check.closureParameters = []
    check.returned = []
    let signature = signature(of: declaration)
    var place = 0
    for part in children(node) {
      switch kind(part) {
      case .parameter:
        linkPart(part, declaration)
        let value = child(part, .defaultValue)
        let type = place < signature.parameters.count ? signature.parameters[place].type : .unknown
        if value >= 0 {
          _ = evaluateAlone(firstChild(value), scope: declaration, unit: check.unit, expected: type)
        }
        let isVariadic = ParameterTraits(rawValue: nodes[Int(part)].value).contains(.isVariadic)
        let reference = nodes[Int(part)].reference
        if reference >= 0 {
          check.locals.append(
            Local(
              name: referenceNames[Int(reference)],
              type: isVariadic ? types.make(.nominal, check.arrayType, [type]) : parameterType(part, type)))
        }
        place += 1
      case .block:
        // A builder's body is a list of components, not a value.
        body(part, result: signature.result)
      case .accessor: link(accessor: part, type: signature.result)
      default: linkPart(part, declaration)
      }
    }
    (check.closureParameters, check.returned) = saved
    check.locals.removeSubrange(mark...)
  }

  /// Inside, an autoclosure is a function again.
  private mutating func parameterType(_ node: TreeID, _ type: TypeID) -> TypeID {
    let typeNode = child(node) { $0.isType }
    return typeNode >= 0 && kind(typeNode) == .typeAutoclosure ? types.make(.function, 0, [type]) : type
  }

  /// A body; its only expression is its result.
  private mutating func body(_ node: TreeID, result: TypeID) {
    guard node >= 0 else { return }
    check.returns.append(result)
    check.returned.append(.unknown)
    let first = firstChild(node)
    let mark = check.locals.count
    if first >= 0, nodes[Int(first)].next < 0,
      kind(first).isExpression || kind(first) == .ifElse
        || kind(first) == .switchOver
    {
      _ =
        kind(first).isExpression ? infer(first, isVoid(result) ? .unknown : result) : branches(first, result)
    } else {
      for part in children(node) { check(statement: part) }
    }
    check.locals.removeSubrange(mark...)
    check.returns.removeLast()
    check.returned.removeLast()
  }
}
