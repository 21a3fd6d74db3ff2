import GraphModel
import LanguageSupport

/// How well a value of one type fits where another is asked for.
enum Fit: Int, Comparable {
  case no = 0
  case unknown, poor, generic, convertible, exact

  static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
}

extension SwiftModel {
  /// How a value of type `actual` fits a parameter of type `wanted`, in which `variables` are still open.
  mutating func fit(_ actual: TypeID, _ wanted: TypeID, _ variables: [TypeID]) -> Fit {
    guard actual.isKnown, wanted.isKnown else { return .unknown }
    if actual == wanted { return .exact }
    guard check.enter() else { return .unknown }
    defer { check.leave() }
    if variables.contains(wanted) { return fitsBounds(actual, wanted) }
    switch types.shape(wanted) {
    case .unknown, .outside: return .unknown
    case .parameter, .protocolSelf:
      // A type parameter in sight, not one of the callee's.
      return types.shape(actual) == .nominal || types.shape(actual) == .parameter ? .no : .unknown
    case .associated: return .unknown
    case .bounded:
      var worst = Fit.convertible
      for part in types.arguments(wanted) { worst = min(worst, fit(actual, part, variables)) }
      return worst
    case .tuple:
      guard types.shape(actual) == .tuple else { return isAbstract(actual) ? .unknown : .no }
      guard types.count(actual) == types.count(wanted) else { return .no }
      return fitAll(actual, wanted, variables, from: 1, by: 2)
    case .function:
      switch types.shape(actual) {
      case .function:
        if types.count(actual) != types.count(wanted) { return .poor }
        return fitAll(actual, wanted, variables, from: 0, by: 1) == .no ? .no : .convertible
      case .nominal:
        return declarations[Int(types.head(actual))].kind == .external || isKeyPath(actual) ? .unknown : .no
      default: return isAbstract(actual) ? .unknown : .no
      }
    case .metatype:
      guard types.shape(actual) == .metatype else {
        return types.shape(actual) == .nominal ? .poor : .unknown
      }
      return fit(types.argument(actual, 0), types.argument(wanted, 0), variables)
    case .nominal: return fitNominal(actual, wanted, variables)
    }
  }

  private mutating func fitAll(
    _ actual: TypeID, _ wanted: TypeID, _ variables: [TypeID], from start: Int, by step: Int
  ) -> Fit {
    var worst = Fit.exact
    for place in stride(from: start, to: types.count(wanted), by: step) {
      worst = min(worst, fit(types.argument(actual, place), types.argument(wanted, place), variables))
      if worst == .no { return .no }
    }
    return worst
  }

  func isAbstract(_ type: TypeID) -> Bool {
    switch types.shape(type) {
    case .unknown, .outside, .associated: true
    default: false
    }
  }

  private func isKeyPath(_ type: TypeID) -> Bool {
    text(declarations[Int(types.head(type))].name).hasSuffix("KeyPath")
  }

  /// A value for a generic parameter must conform to what the parameter asks for.
  private mutating func fitsBounds(_ actual: TypeID, _ variable: TypeID) -> Fit {
    guard types.shape(variable) == .parameter else { return .generic }
    let owner = declarations[Int(types.head(variable))].parent
    for requirement in requirements(of: owner) where requirement.left == variable && !requirement.isSame {
      let bounds =
        types.shape(requirement.right) == .bounded
        ? types.arguments(requirement.right) : [requirement.right]
      for bound in bounds where types.shape(bound) == .nominal {
        if conforms(actual, to: types.head(bound), scope: check.scope) == false { return .no }
      }
    }
    return .generic
  }

  private mutating func fitNominal(_ actual: TypeID, _ wanted: TypeID, _ variables: [TypeID]) -> Fit {
    let head = types.head(wanted)
    if head == check.anyType { return .poor }
    if isOptional(wanted) {
      if isOptional(actual) { return fit(types.argument(actual, 0), types.argument(wanted, 0), variables) }
      let inner = fit(actual, types.argument(wanted, 0), variables)
      return switch inner {
      case .exact: .convertible
      case .convertible: .generic
      case .generic: .poor
      default: inner
      }
    }
    let declaration = declarations[Int(head)]
    if declaration.kind == .protocol {
      switch conforms(actual, to: head, scope: check.scope) {
      case true: return .convertible
      case false: return .no
      default: return .unknown
      }
    }
    switch types.shape(actual) {
    case .nominal:
      let other = types.head(actual)
      if other == head { return max(fitArguments(actual, wanted, variables), .no) }
      if ancestor(of: actual, head) != nil { return .convertible }
      let otherKind = declarations[Int(other)].kind
      if declaration.kind == .external || otherKind == .external { return .poor }
      // A protocol's value may be of any class; pointers are made of arrays and strings.
      if text(declaration.name).hasPrefix("Unsafe") { return .unknown }
      if head == check.anyHashable { return .convertible }
      return .no
    case .tuple, .function: return declaration.kind == .external ? .unknown : .no
    case .metatype: return declaration.kind == .external || head == check.anyObject ? .unknown : .no
    case .parameter, .protocolSelf, .bounded:
      if declaration.kind == .class, conforms(actual, to: head, scope: check.scope) == true {
        return .convertible
      }
      return declaration.kind == .external ? .unknown : .no
    default: return .unknown
    }
  }

  /// Two types of one declaration: `[T]` says more than `T`, whatever `T` is.
  private mutating func fitArguments(_ actual: TypeID, _ wanted: TypeID, _ variables: [TypeID]) -> Fit {
    var worst = Fit.exact
    for place in 0..<min(types.count(wanted), types.count(actual)) {
      let fit = fit(types.argument(actual, place), types.argument(wanted, place), variables)
      if fit == .no { return .no }
      worst = min(worst, fit == .generic || fit == .unknown ? .convertible : fit)
    }
    return worst
  }

  /// How an argument's tree fits a parameter: literals, closures and implicit members by what they can be,
  /// everything else by its type.
  mutating func fit(argument node: TreeID, _ wanted: TypeID, _ variables: [TypeID]) -> Fit {
    guard wanted.isKnown else { return .unknown }
    switch kind(node) {
    case .literal:
      return fit(literal: LiteralKind(rawValue: nodes[Int(node)].value) ?? .string, wanted, variables)
    case .interpolation: return fit(literal: .string, wanted, variables)
    case .array, .dictionary: return fitCollection(node, wanted, variables)
    case .closure: return fitClosure(node, wanted, variables)
    case .member where firstChild(node) < 0: return fitImplicit(name(of: node), wanted, variables)
    case .call where isImplicitMember(firstChild(node)):
      return fitImplicit(name(of: firstChild(node)), wanted, variables)
    case .inoutArgument: return fit(argument: firstChild(node), wanted, variables)
    case .keyPath:
      if types.shape(wanted) == .function || variables.contains(wanted) { return .convertible }
      return types.shape(wanted) == .nominal ? (isKeyPath(wanted) ? .exact : .no) : .unknown
    case .prefixOperator where kind(firstChild(node)) == .literal:
      return fit(argument: firstChild(node), wanted, variables)
    case .sequence:
      if let literal = onlyLiteral(node) { return fit(argument: literal, wanted, variables) }
      return fit(infer(node), wanted, variables)
    default: return fit(infer(node), wanted, variables)
    }
  }

  /// The first operand of an expression that has only literals as operands: it is as free as they are.
  private func onlyLiteral(_ node: TreeID) -> TreeID? {
    var first: TreeID?
    for part in children(node) {
      switch kind(part) {
      case .literal: first = first ?? part
      case .binaryOperator:
        let bytes = interner[name(of: part)]
        if bytes.count == 2 && bytes.last == UInt8(ascii: "=") { return nil }
      default: return nil
      }
    }
    return first
  }

  func isImplicitMember(_ node: TreeID) -> Bool {
    node >= 0 && kind(node) == .member && firstChild(node) < 0
  }

  private mutating func fit(literal: LiteralKind, _ wanted: TypeID, _ variables: [TypeID]) -> Fit {
    let index = Int(literal.rawValue)
    if literal == .null {
      if isOptional(wanted) { return .exact }
      return types.shape(wanted) == .nominal && declarations[Int(types.head(wanted))].kind != .external
        ? .no : .unknown
    }
    let inner = unwrapped(wanted)
    let plain = check.literalTypes[index]
    if inner == plain { return inner == wanted ? .exact : .convertible }
    let isParameter = types.shape(inner) == .parameter || types.shape(inner) == .protocolSelf
    if isParameter, !variables.contains(inner),
      conforms(inner, to: check.literalProtocols[index], scope: check.scope) == true
    {
      return .generic
    }
    guard types.shape(inner) == .nominal, declarations[Int(types.head(inner))].kind != .protocol else {
      return fit(plain, inner, variables)
    }
    if declarations[Int(types.head(inner))].kind == .external { return .unknown }
    if types.head(inner) == check.anyType { return .poor }
    switch conforms(inner, to: check.literalProtocols[index], scope: check.scope) {
    case true: return .generic
    case false: return .no
    default: return hasForeignAncestor(types.head(inner)) ? .poor : .no
    }
  }

  private mutating func fitCollection(_ node: TreeID, _ wanted: TypeID, _ variables: [TypeID]) -> Fit {
    let inner = unwrapped(wanted)
    let isArray = kind(node) == .array
    guard types.shape(inner) == .nominal else {
      switch types.shape(inner) {
      case .tuple, .function, .metatype: return .no
      case .parameter where variables.contains(inner): return fitsBounds(infer(node), inner)
      default: return .unknown
      }
    }
    let head = types.head(inner)
    if declarations[Int(head)].kind == .external { return .unknown }
    if head == (isArray ? check.arrayType : check.dictionaryType) {
      let first = firstChild(node)
      if isArray, first >= 0, types.count(inner) == 1,
        fit(argument: first, types.argument(inner, 0), variables) == .no
      {
        return .no
      }
      if !isArray, first >= 0, types.count(inner) == 2,
        fit(argument: first, types.argument(inner, 0), variables) == .no
          || fit(argument: nodes[Int(first)].next, types.argument(inner, 1), variables) == .no
      {
        return .no
      }
      return .exact
    }
    if declarations[Int(head)].kind == .protocol { return fit(infer(node), inner, variables) }
    switch conforms(inner, to: isArray ? check.arrayLiteral : check.dictionaryLiteral, scope: check.scope) {
    case true: return .generic
    case false: return .no
    default: return isInternal(head) && !hasForeignAncestor(head) ? .no : .poor
    }
  }

  private mutating func fitClosure(_ node: TreeID, _ wanted: TypeID, _ variables: [TypeID]) -> Fit {
    let inner = unwrapped(wanted)
    switch types.shape(inner) {
    case .function:
      let count = types.count(inner) - 1
      let own = closureArity(node)
      if own.isExact {
        // One tuple may be taken apart.
        if own.count == count { return .exact }
        return count == 1 && own.count > 1 ? .generic : .no
      }
      return own.count > count && !(count == 1 && own.count > 1)
        ? .no : (own.count == 0 && count > 0 ? .poor : .exact)
    case .nominal: return declarations[Int(types.head(inner))].kind == .external ? .unknown : .no
    case .tuple, .metatype, .bounded: return .no
    default: return variables.contains(inner) ? .generic : .unknown
    }
  }

  /// How many parameters a closure has: as declared, or at least as many as the highest `$n` in it.
  func closureArity(_ node: TreeID) -> (count: Int, isExact: Bool) {
    var count = 0
    for part in children(node) where kind(part) == .parameter { count += 1 }
    if count > 0 { return (count, true) }
    var highest = 0
    var open = [node]
    while let current = open.popLast() {
      for part in children(current) {
        if kind(part) == .name, let place = closureParameterIndex(name(of: part)) {
          highest = max(highest, place + 1)
        }
        if kind(part) != .closure { open.append(part) }
      }
    }
    return (highest, highest > 0 && false)
  }

  /// n for `$n`, nil for other names.
  func closureParameterIndex(_ name: Name) -> Int? {
    interner.withBytes(name) { bytes in
      guard bytes.count >= 2, bytes.count < 5, bytes[0] == UInt8(ascii: "$") else { return nil }
      var value = 0
      for byte in bytes.dropFirst() {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
  }

  private mutating func fitImplicit(_ name: Name, _ wanted: TypeID, _ variables: [TypeID]) -> Fit {
    if variables.contains(wanted) || !wanted.isKnown { return .unknown }
    let found = staticMembers(of: wanted, named: name)
    if !found.isEmpty { return .exact }
    switch types.shape(unwrapped(wanted)) {
    case .nominal:
      let head = types.head(unwrapped(wanted))
      return isInternal(head) && !hasForeignAncestor(head) ? .no : .poor
    case .tuple, .function, .metatype: return .no
    default: return .unknown
    }
  }

  /// Static members, enum cases and initializers that `.name` may mean where that type is expected.
  mutating func staticMembers(of type: TypeID, named name: Name) -> [Member] {
    var found = members(of: type, named: name).filter { isStaticMember($0.declaration) }
    if found.isEmpty, isOptional(type) {
      found = members(of: unwrapped(type), named: name).filter { isStaticMember($0.declaration) }
    }
    return found
  }

  func isStaticMember(_ declaration: DeclID) -> Bool {
    let item = declarations[Int(declaration)]
    return item.isStatic || item.kind == .enumCase || item.kind == .initializer || item.isTypeLike
  }
}
