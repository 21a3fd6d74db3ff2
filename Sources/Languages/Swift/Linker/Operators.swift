import GraphModel
import LanguageSupport

/// Operators: sequences are folded by precedence, then each operator is a call of a function of its name.
extension SwiftModel {
  /// What one side of an operator is.
  private struct Operand {
    /// The tree, or -1 for the result of another operator.
    var node: TreeID
    var type: TypeID
  }

  mutating func inferUnary(_ node: TreeID, _ expected: TypeID) -> TypeID {
    let operand = firstChild(node)
    let type = infer(operand, expected)
    if let result = callOperator(node, [Operand(node: operand, type: type)], expected) { return result }
    switch text(name(of: node)) {
    case "...":
      return standard(kind(node) == .prefixOperator ? "PartialRangeThrough" : "PartialRangeFrom", [type])
    case "..<": return standard("PartialRangeUpTo", [type])
    case "!": return check.boolean
    default: return type
    }
  }

  /// Precedence of an operator; larger binds stronger. Assignment is 1, the ternary 2.
  private func precedence(_ node: TreeID) -> Int {
    switch kind(node) {
    case .assignment: return 1
    case .ternary: return 2
    case .castOperator, .testOperator: return 7
    case .arrow: return 20
    default: break
    }
    let name = name(of: node)
    if let group = operatorGroups[name], group != 0 {
      if let known = Self.groups[text(group)] { return known }
    }
    return Self.operators[text(name)] ?? 6
  }

  private static let groups: [String: Int] = [
    "AssignmentPrecedence": 1, "TernaryPrecedence": 2, "DefaultPrecedence": 6,
    "LogicalDisjunctionPrecedence": 3, "LogicalConjunctionPrecedence": 4, "ComparisonPrecedence": 5,
    "NilCoalescingPrecedence": 6, "CastingPrecedence": 7, "RangeFormationPrecedence": 8,
    "AdditionPrecedence": 9, "MultiplicationPrecedence": 10, "BitwiseShiftPrecedence": 11,
  ]

  private static let operators: [String: Int] = [
    "=": 1, "+=": 1, "-=": 1, "*=": 1, "/=": 1, "%=": 1, "&=": 1, "|=": 1, "^=": 1, "<<=": 1, ">>=": 1,
    "&+=": 1, "&-=": 1, "&*=": 1, "&<<=": 1, "&>>=": 1, "||": 3, "&&": 4, "==": 5, "!=": 5, "<": 5,
    "<=": 5, ">": 5, ">=": 5, "===": 5, "!==": 5, "~=": 5, ".==": 5, ".!=": 5, ".<": 5, ".>": 5, "??": 6,
    "...": 8, "..<": 8, "+": 9, "-": 9, "&+": 9, "&-": 9, "|": 9, "^": 9, "*": 10, "/": 10, "%": 10,
    "&": 10, "&*": 10, "<<": 11, ">>": 11, "&<<": 11, "&>>": 11,
  ]

  mutating func inferSequence(_ node: TreeID, _ expected: TypeID) -> TypeID {
    var parts: [TreeID] = []
    for part in children(node) { parts.append(part) }
    guard !parts.isEmpty else { return .unknown }
    return fold(parts, 0, parts.count, expected).type
  }

  private func isOperator(_ node: TreeID) -> Bool {
    switch kind(node) {
    case .binaryOperator, .assignment, .castOperator, .testOperator, .ternary, .arrow: true
    default: false
    }
  }

  /// Evaluates `parts[start..<end]`: split at the weakest operator (the last of them, or the first where it
  /// associates to the right). Long rows of one operator are taken apart by a loop.
  private mutating func fold(_ parts: [TreeID], _ start: Int, _ end: Int, _ expected: TypeID) -> Operand {
    guard end > start else { return Operand(node: -1, type: .unknown) }
    if end == start + 1 { return Operand(node: parts[start], type: infer(parts[start], expected)) }
    var weakest = -1
    var weakestPrecedence = Int.max
    var count = 0
    var places: [Int] = []
    for place in start..<end where isOperator(parts[place]) {
      let precedence = precedence(parts[place])
      if precedence < weakestPrecedence {
        weakest = place
        weakestPrecedence = precedence
        places = [place]
        count = 1
      } else if precedence == weakestPrecedence {
        places.append(place)
        count += 1
      }
    }
    guard weakest >= 0 else {
      for place in start..<end { _ = infer(parts[place]) }
      return Operand(node: -1, type: .unknown)
    }
    guard check.enter() else { return Operand(node: -1, type: .unknown) }
    defer { check.leave() }
    let isRight = weakestPrecedence == 1 || weakestPrecedence == 2 || weakestPrecedence == 6
    if isRight { return foldRight(parts, start, end, places, expected) }
    var left = fold(parts, start, places[0], literalHint(parts, start, end, places[0], expected))
    for (index, place) in places.enumerated() {
      let next = index + 1 < places.count ? places[index + 1] : end
      left = apply(parts, place, left, next, expected)
    }
    return left
  }

  /// A literal or implicit member to the left of an operator takes the type of what is to the right.
  private mutating func literalHint(
    _ parts: [TreeID], _ start: Int, _ end: Int, _ place: Int, _ expected: TypeID
  ) -> TypeID {
    guard place == start + 1, place + 1 < end else { return .unknown }
    let isOpen = kind(parts[start]) == .literal || startsImplicitly(parts[start])
    guard isOpen, kind(parts[place]) == .binaryOperator else { return .unknown }
    if startsImplicitly(parts[start]), expected.isKnown, precedence(parts[place]) > 5,
      let name = headName(parts[start]), !staticMembers(of: expected, named: name).isEmpty
    {
      return expected
    }
    guard kind(parts[place + 1]) != .literal, !startsImplicitly(parts[place + 1]) else {
      return precedence(parts[place]) == 5 ? .unknown : expected
    }
    return infer(parts[place + 1])
  }

  /// The first name of a chain that begins with `.name`.
  private func headName(_ node: TreeID) -> Name? {
    var current = node
    while firstChild(current) >= 0 { current = firstChild(current) }
    return kind(current) == .member ? name(of: current) : nil
  }

  private mutating func foldRight(
    _ parts: [TreeID], _ start: Int, _ end: Int, _ places: [Int], _ expected: TypeID
  ) -> Operand {
    let place = places[0]
    let node = parts[place]
    switch kind(node) {
    case .assignment:
      let left = fold(parts, start, place, .unknown)
      let right = fold(parts, place + 1, end, left.type)
      if place == start + 1 { recordWrite(parts[start], .write) }
      if kind(parts[start]) == .wildcard { return right }
      return Operand(node: -1, type: types.make(.tuple, 0, []))
    case .ternary:
      _ = fold(parts, start, place, check.boolean)
      let middle = infer(firstChild(node), expected)
      let right = fold(parts, place + 1, end, expected.isKnown ? expected : middle)
      if !isVague(middle), kind(firstChild(node)) != .literal || !right.type.isKnown {
        return Operand(node: -1, type: middle)
      }
      return Operand(node: -1, type: right.type.isKnown ? right.type : middle)
    default:
      if precedence(node) == 6 {
        let hint = expected.isKnown ? optional(unwrapped(expected)) : .unknown
        let left = fold(
          parts, start, place,
          startsImplicitly(parts[start]) || kind(parts[start]) == .literal ? hint : .unknown)
        let inner = unwrapped(left.type)
        let right = fold(parts, place + 1, end, inner.isKnown ? inner : expected)
        let result = callOperator(node, [left, right], expected)
        if text(name(of: node)) != "??" { return Operand(node: -1, type: result ?? .unknown) }
        if isOptional(right.type), !isOptional(inner) {
          return Operand(node: -1, type: right.type)
        }
        return Operand(node: -1, type: isVague(inner) && right.type.isKnown ? right.type : inner)
      }
      let left = fold(parts, start, place, .unknown)
      let right = fold(parts, place + 1, end, left.type)
      if place == start + 1 { recordWrite(parts[start], .readAndWrite) }
      _ = callOperator(node, [left, right], expected)
      return Operand(node: -1, type: types.make(.tuple, 0, []))
    }
  }

  private mutating func apply(
    _ parts: [TreeID], _ place: Int, _ left: Operand, _ end: Int, _ expected: TypeID
  ) -> Operand {
    let node = parts[place]
    switch kind(node) {
    case .castOperator:
      let named = place + 1 < end ? infer(parts[place + 1]) : .unknown
      let target = metatypeInstance(named)
      // `.x as T` and literals take the type they are cast to.
      if left.node >= 0, nodes[Int(node)].value == 0, target.isKnown {
        _ = infer(left.node, target)
      }
      return Operand(node: -1, type: nodes[Int(node)].value == 1 ? optional(target) : target)
    case .testOperator:
      if place + 1 < end { _ = infer(parts[place + 1]) }
      return Operand(node: -1, type: check.boolean)
    case .arrow:
      _ = fold(parts, place + 1, end, .unknown)
      return Operand(node: -1, type: .unknown)
    default:
      let name = text(name(of: node))
      let isShift = name == "<<" || name == ">>" || name == "&<<" || name == "&>>"
      let hint =
        isShift ? .unknown : (precedence(node) == 5 ? left.type : left.type.isKnown ? left.type : expected)
      let isLogical = name == "&&" || name == "||"
      let right = fold(parts, place + 1, end, isLogical ? check.boolean : hint)
      if let result = callOperator(node, [left, right], expected) { return Operand(node: -1, type: result) }
      return Operand(node: -1, type: standardResult(name, left, right))
    }
  }

  private func metatypeInstance(_ type: TypeID) -> TypeID {
    types.shape(type) == .metatype ? types.argument(type, 0) : .unknown
  }

  /// What the standard operators give.
  private mutating func standardResult(_ name: String, _ left: Operand, _ right: Operand) -> TypeID {
    switch name {
    case "==", "!=", "<", "<=", ">", ">=", "===", "!==", "&&", "||", "~=": return check.boolean
    case "...": return standard("ClosedRange", [unwrappedLiteral(left, right)])
    case "..<": return standard("Range", [unwrappedLiteral(left, right)])
    default: return unwrappedLiteral(left, right)
    }
  }

  private func unwrappedLiteral(_ left: Operand, _ right: Operand) -> TypeID {
    if left.node >= 0, kind(left.node) == .literal, right.type.isKnown { return right.type }
    return left.type.isKnown ? left.type : right.type
  }

  /// True for operands that the library's own operators are for: an optional beside `nil`, literals alone.
  private func isLibraryUse(_ operands: [Operand]) -> Bool {
    guard operands.count == 2 else { return false }
    var literals = 0
    for (place, operand) in operands.enumerated() where operand.node >= 0 {
      switch kind(operand.node) {
      case .literal:
        if nodes[Int(operand.node)].value == LiteralKind.null.rawValue {
          return isOptional(operands[1 - place].type)
        }
        literals += 1
      case .interpolation: literals += 1
      default: break
      }
    }
    return literals == 2
  }

  private func isAboutLibraryTypes(_ signature: Signature) -> Bool {
    signature.parameters.allSatisfy {
      types.shape($0.type) == .nominal && !isInternal(types.head($0.type)) && types.count($0.type) == 0
    }
  }

  private func typeBesideLiteral(_ operands: [Operand]) -> TypeID? {
    for (place, operand) in operands.enumerated()
    where operand.node >= 0 && kind(operand.node) == .literal {
      return operands[1 - place].type
    }
    return nil
  }

  /// False for an operator of a struct or enum that no operand is of: one of its parameters must be.
  private func mayApply(_ declaration: DeclID, _ operands: [Operand]) -> Bool {
    let owner = container(of: declaration)
    guard owner >= 0, [.struct, .enum].contains(declarations[Int(owner)].kind) else { return true }
    return !operands.allSatisfy { operand in
      let type = unwrapped(operand.type)
      let isPlain = operand.node < 0 || isPlainValue(operand.node)
      guard isPlain, types.shape(type) == .nominal else { return false }
      return types.head(type) != owner && declarations[Int(types.head(type))].kind != .external
    }
  }

  /// True for expressions whose type does not depend on what is expected of them.
  private func isPlainValue(_ node: TreeID) -> Bool {
    switch kind(node) {
    case .name, .call, .subscripted, .member: !startsImplicitly(node)
    default: false
    }
  }

  /// Finds the function that an operator calls. Those of the tree are weighed by the types of the operands;
  /// where none fits the operator is the standard library's.
  private mutating func callOperator(_ node: TreeID, _ operands: [Operand], _ expected: TypeID) -> TypeID? {
    let name = name(of: node)
    if isLibraryUse(operands) {
      let labels = "(" + String(repeating: "_:", count: operands.count) + ")"
      record(node, externalName: "Swift." + text(name) + labels)
      return nil
    }
    var best: [(declaration: DeclID, score: Int, map: Substitution, variables: [TypeID])] = []
    var isUncertain = false
    for declaration in operatorFunctions[name] ?? [] {
      guard mayApply(declaration, operands), isVisible(declaration, from: check.unit) else { continue }
      let signature = signature(of: declaration)
      guard signature.parameters.count == operands.count else { continue }
      var variables = signature.generics.map { types.make(.parameter, $0, []) }
      let owner = container(of: declaration)
      if owner >= 0 {
        for parameter in allParameters(of: owner) { variables.append(types.make(.parameter, parameter, [])) }
      }
      var map = Substitution()
      if owner >= 0, declarations[Int(owner)].kind == .protocol {
        // `static func == (a: Self, b: Self)` of a protocol applies to what conforms.
        let own = types.make(.protocolSelf, owner, [])
        // A literal takes the other operand's type. The library's numbers have the usual operators of their own.
        let isUsual = Self.operators[text(name)] != nil
        var applies = false
        for (parameter, operand) in zip(signature.parameters, operands) where parameter.type == own {
          if operand.node >= 0 && kind(operand.node) == .literal { continue }
          applies = conforms(operand.type, to: owner, scope: check.scope) == true
          if isUsual, types.shape(operand.type) == .nominal, !isInternal(types.head(operand.type)) {
            applies = false
          }
          if !applies { break }
          map.selfType = operand.type
        }
        guard applies else { continue }
      }
      var score = 0
      for (parameter, operand) in zip(signature.parameters, operands) {
        let wanted = substitute(parameter.type, map)
        let isImplicit = operand.node >= 0 && startsImplicitly(operand.node)
        let fit: Fit =
          operand.node >= 0 && !(isImplicit && operand.type.isKnown)
          ? fit(argument: operand.node, wanted, variables) : fit(operand.type, wanted, variables)
        // `.name` beside an operator must be a member of the parameter's type: the library's own `!=` takes it, too.
        if fit == .no || fit == .poor && isImplicit {
          score = -1
          break
        }
        if fit == .unknown { isUncertain = true }
        score += fit == .unknown ? 0 : fit.rawValue
        bind(wanted, to: operand.type, &map, variables)
      }
      guard score > 0 else { continue }
      if owner < 0, isAboutLibraryTypes(signature) {
        // The library has a function for these types too: only the result tells them apart.
        let result = substitute(signature.result, map)
        guard expected.isKnown, fit(result, expected, variables) > .poor else { continue }
      }
      // A literal takes the type of the other operand if an operator for two of these is there.
      if operands.count == 2, let other = typeBesideLiteral(operands),
        signature.parameters.allSatisfy({ $0.type == other })
      {
        score += 3
      }
      if let leader = best.first, leader.score > score { continue }
      if let leader = best.first, leader.score < score { best = [] }
      best.append((declaration, score, map, variables))
    }
    if let first = best.first, first.score > operands.count * 2 {
      record(node, best.map(\.declaration), inferred: true)
      return erase(substitute(signature(of: first.declaration).result, first.map), first.variables)
    }
    if isUncertain && !best.isEmpty {
      record(node, unresolved: "the types of the operands are not known")
    } else {
      let labels = "(" + String(repeating: "_:", count: operands.count) + ")"
      record(node, externalName: "Swift." + text(name) + labels)
    }
    return nil
  }
}
