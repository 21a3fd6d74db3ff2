import GraphModel
import LanguageSupport

/// The types of expressions, bottom-up with what the context expects.
extension SwiftModel {
  /// Evaluates an expression by itself, outside of any function: the initial value of a property, a default.
  mutating func evaluateAlone(
    _ node: TreeID, scope: DeclID, unit: Int32, expected: TypeID = .unknown
  ) -> TypeID {
    guard node >= 0 else { return .unknown }
    let saved = (
      check.scope, check.unit, check.locals, check.closureParameters, check.returns, check.returned
    )
    check.scope = scope
    check.unit = unit
    check.locals = []
    check.closureParameters = []
    check.returns = []
    check.returned = []
    let result = infer(node, expected)
    (check.scope, check.unit, check.locals, check.closureParameters, check.returns, check.returned) = saved
    return result
  }

  /// The type of an expression; records what its names mean.
  mutating func infer(_ node: TreeID, _ expected: TypeID = .unknown) -> TypeID {
    guard node >= 0 else { return .unknown }
    let index = Int(node)
    if check.memoExpected[index] == expected.raw { return TypeID(raw: check.memoType[index]) }
    guard check.steps > 0, check.enter() else { return .unknown }
    check.steps -= 1
    check.wanted = Wanted()
    defer { check.leave() }
    let chain = inferChain(node, expected)
    let result = chain.isOptional && !isOptional(chain.type) ? optional(chain.type) : chain.type
    check.memoExpected[index] = expected.raw
    check.memoType[index] = result.raw
    return result
  }

  /// Forgets the types of what stands inside a node, after something they depend on has changed.
  mutating func forget(_ node: TreeID) {
    var first = node
    while nodes[Int(first)].first >= 0 { first = nodes[Int(first)].first }
    for index in Int(first)...Int(node) { check.memoExpected[index] = -1 }
  }

  /// As `infer`, with whether a `?` in the chain makes the whole optional at its end.
  mutating func inferChain(_ node: TreeID, _ expected: TypeID) -> (type: TypeID, isOptional: Bool) {
    switch kind(node) {
    case .name: return (inferName(node, expected, arguments: []), false)
    case .member: return inferMember(node, expected)
    case .call: return inferCall(node, expected)
    case .subscripted: return inferSubscript(node, expected)
    case .chained:
      let inner = inferBase(firstChild(node), expected, asked: Wanted(isOptional: true))
      return (unwrapped(inner.type), true)
    case .forced:
      let inner = inferBase(firstChild(node), expected, asked: Wanted(isOptional: true))
      return (unwrapped(inner.type), inner.isOptional)
    case .specialized: return (inferSpecialized(node, expected), false)
    default: return (inferPlain(node, expected), false)
    }
  }

  /// The base of a chain; implicit members in it take the type that is expected of the whole. Among overloads
  /// those win whose results are what is asked.
  mutating func inferBase(
    _ node: TreeID, _ expected: TypeID, asked: Wanted = Wanted()
  ) -> (type: TypeID, isOptional: Bool) {
    guard node >= 0, check.enter() else { return (.unknown, false) }
    defer { check.leave() }
    check.wanted = asked
    switch kind(node) {
    case .name, .member, .call, .subscripted, .chained, .forced, .specialized:
      let isImplicit = startsImplicitly(node)
      return inferChain(node, isImplicit ? expected : .unknown)
    case .array, .dictionary:
      if let type = sugaredType(node) { return (types.make(.metatype, 0, [type]), false) }
      return (infer(node), false)
    default: return (infer(node), false)
    }
  }

  /// `[T]` and `[K: V]` in the place of an expression, where the elements are names of types.
  private mutating func sugaredType(_ node: TreeID) -> TypeID? {
    var parts: [TypeID] = []
    for part in children(node) {
      guard kind(part) == .name || kind(part) == .member || kind(part) == .specialized,
        parts.count < 2
      else { return nil }
      let found = infer(part)
      guard types.shape(found) == .metatype else { return nil }
      parts.append(types.argument(found, 0))
    }
    if kind(node) == .array { return parts.count == 1 ? standard("Array", parts) : nil }
    return parts.count == 2 ? standard("Dictionary", parts) : nil
  }

  /// True for chains that begin with `.name`.
  func startsImplicitly(_ node: TreeID) -> Bool {
    var current = node
    while current >= 0 {
      switch kind(current) {
      case .member, .call, .subscripted, .chained, .forced, .specialized:
        let next = firstChild(current)
        if next < 0 { return kind(current) == .member }
        if kind(current) == .member || kind(next).isExpression { current = next } else { return false }
      default: return false
      }
    }
    return false
  }

  private mutating func inferPlain(_ node: TreeID, _ expected: TypeID) -> TypeID {
    switch kind(node) {
    case .literal: return literalType(LiteralKind(rawValue: nodes[Int(node)].value) ?? .string, expected)
    case .interpolation:
      for part in children(node) { _ = infer(kind(part) == .argument ? firstChild(part) : part) }
      return literalType(.string, expected)
    case .array: return inferArray(node, expected)
    case .dictionary: return inferDictionary(node, expected)
    case .tuple: return inferTuple(node, expected)
    case .closure: return inferClosure(node, expected)
    case .prefixOperator: return inferUnary(node, expected)
    case .postfixOperator: return inferUnary(node, expected)
    case .sequence: return inferSequence(node, expected)
    case .optionalTry:
      let value = infer(firstChild(node), unwrapped(expected))
      return isOptional(value) ? value : optional(value)
    case .inoutArgument:
      let result = infer(firstChild(node), expected)
      recordWrite(firstChild(node), .readAndWrite)
      return result
    case .keyPath: return inferKeyPath(node, expected)
    case .macro: return inferMacro(node, expected)
    case .type:
      return types.make(.metatype, 0, [type(firstChild(node), scope: check.scope, unit: check.unit)])
    case .ifElse, .switchOver, .doCatch: return branches(node, expected)
    case .capture: return infer(firstChild(node))
    case .pattern:
      bind(pattern: firstChild(node), to: .unknown)
      return .unknown
    default:
      var result = TypeID.unknown
      var count = 0
      for part in children(node) {
        if kind(part).isExpression { result = infer(part) } else { check(statement: part) }
        count += 1
      }
      return count == 1 ? result : .unknown
    }
  }

  /// The type of a literal where `expected` is expected.
  mutating func literalType(_ literal: LiteralKind, _ expected: TypeID) -> TypeID {
    let plain = check.literalTypes[Int(literal.rawValue)]
    guard expected.isKnown else { return plain }
    if literal == .null { return isOptional(expected) ? expected : .unknown }
    let inner = unwrapped(expected)
    if types.shape(inner) == .nominal, declarations[Int(types.head(inner))].kind != .protocol,
      fit(literalNode: literal, inner)
    {
      return inner
    }
    return plain
  }

  private mutating func fit(literalNode literal: LiteralKind, _ wanted: TypeID) -> Bool {
    conforms(wanted, to: check.literalProtocols[Int(literal.rawValue)], scope: check.scope) == true
  }

  private mutating func inferArray(_ node: TreeID, _ expected: TypeID) -> TypeID {
    let inner = unwrapped(expected)
    var element = TypeID.unknown
    if types.shape(inner) == .nominal {
      if types.count(inner) == 1, isCollectionLiteralType(types.head(inner)) {
        element = types.argument(inner, 0)
      } else {
        let found = associated(check.arrayLiteralElement, of: inner, scope: check.scope)
        element = found.isKnown ? found : associated(words.element, of: inner, scope: check.scope)
        if types.shape(element) == .associated { element = .unknown }
      }
    }
    var result = TypeID.unknown
    for part in children(node) {
      let found = infer(part, element)
      // Whole numbers among others are what those are.
      let isWider = result == check.literalTypes[0] && found == check.literalTypes[1]
      if result == .unknown || isWider { result = found }
    }
    if inner.isKnown, types.shape(inner) == .nominal, declarations[Int(types.head(inner))].kind != .protocol {
      if types.head(inner) == check.arrayType, !element.isKnown {
        return types.make(.nominal, check.arrayType, [result])
      }
      return inner
    }
    return types.make(.nominal, check.arrayType, [element.isKnown ? element : result])
  }

  private func isCollectionLiteralType(_ head: DeclID) -> Bool {
    head == check.arrayType || head == check.setType
  }

  private mutating func inferDictionary(_ node: TreeID, _ expected: TypeID) -> TypeID {
    let inner = unwrapped(expected)
    var wanted: [TypeID] = [.unknown, .unknown]
    if types.shape(inner) == .nominal, types.count(inner) == 2 { wanted = types.arguments(inner) }
    var found: [TypeID] = [.unknown, .unknown]
    for (place, part) in children(node).enumerated() {
      let type = infer(part, wanted[place % 2])
      if found[place % 2] == .unknown { found[place % 2] = type }
    }
    if types.shape(inner) == .nominal, declarations[Int(types.head(inner))].kind != .protocol,
      types.head(inner) != check.dictionaryType || wanted[0].isKnown
    {
      return inner
    }
    return types.make(.nominal, check.dictionaryType, found)
  }

  private mutating func inferTuple(_ node: TreeID, _ expected: TypeID) -> TypeID {
    var parts: [TypeID] = []
    let wanted = types.shape(expected) == .tuple ? expected : unwrapped(expected)
    for (place, part) in children(node).enumerated() {
      let isArgument = kind(part) == .argument
      let element = tupleElement(wanted, place)
      parts.append(TypeID(raw: isArgument ? nodes[Int(part)].name : 0))
      parts.append(infer(isArgument ? firstChild(part) : part, element))
    }
    return types.make(.tuple, 0, parts)
  }

  private mutating func inferSpecialized(_ node: TreeID, _ expected: TypeID) -> TypeID {
    let inner = firstChild(node)
    guard inner >= 0 else { return .unknown }
    let arguments = genericArguments(node)
    if kind(inner) == .name { return inferName(inner, expected, arguments: arguments) }
    return inferBase(inner, expected).type
  }

  mutating func genericArguments(_ node: TreeID) -> [TypeID] {
    var result: [TypeID] = []
    for part in children(node) where kind(part).isType {
      result.append(type(part, scope: check.scope, unit: check.unit))
    }
    return result
  }

  // MARK: Key paths

  private mutating func inferKeyPath(_ node: TreeID, _ expected: TypeID) -> TypeID {
    var current = TypeID.unknown
    let inner = unwrapped(expected)
    if types.shape(inner) == .function, types.count(inner) >= 1 { current = types.argument(inner, 0) }
    if types.shape(inner) == .nominal, types.count(inner) >= 1 { current = types.argument(inner, 0) }
    var root = current
    for part in children(node) {
      if kind(part).isType {
        current = type(part, scope: check.scope, unit: check.unit)
        root = current
      } else {
        current = component(part, current)
      }
    }
    if types.shape(inner) == .function { return types.make(.function, 0, [root, current]) }
    return types.make(.nominal, check.keyPath, [root, current])
  }

  private mutating func component(_ part: TreeID, _ base: TypeID) -> TypeID {
    switch kind(part) {
    case .member: return memberValue(part, base, .unknown, arguments: [])
    case .subscripted:
      return subscriptValue(part, base, arguments(of: part, skippingFirst: false), .unknown)
    case .chained, .forced: return unwrapped(base)
    case .call:
      let inner = firstChild(part)
      guard inner >= 0 else { return .unknown }
      let outer = check.call
      check.call = part
      defer { check.call = outer }
      return callMember(inner, base, arguments(of: part, skippingFirst: true), .unknown, [])
    default: return .unknown
    }
  }
}
