import SwiftSyntax

extension ManifestInterpreter {
  /// The value of an expression, `unknown` if it cannot be told.
  mutating func value(of expression: ExprSyntax) -> ManifestValue {
    defer { leave() }
    guard enter() else { return .unknown }
    switch expression.as(ExprSyntaxEnum.self) {
    case .stringLiteralExpr(let literal): return string(literal)
    case .booleanLiteralExpr(let literal): return .bool(literal.literal.text == "true")
    case .nilLiteralExpr: return .none
    case .arrayExpr(let array): return .array(array.elements.map { value(of: $0.expression) })
    case .dictionaryExpr(let dictionary):
      guard let pairs = dictionary.content.as(DictionaryElementListSyntax.self) else { return .array([]) }
      return .array(
        pairs.map { pair in
          .tuple([
            .init(label: "key", value: value(of: pair.key)),
            .init(label: "value", value: value(of: pair.value)),
          ])
        })
    case .tupleExpr(let tuple):
      if tuple.elements.count == 1, let only = tuple.elements.first, only.label == nil {
        return value(of: only.expression)
      }
      return .tuple(arguments(tuple.elements))
    case .declReferenceExpr(let name): return scope[name.baseName.text] ?? implicitSelf(name.baseName.text)
    case .memberAccessExpr(let access): return member(access)
    case .functionCallExpr(let call): return self.call(call)
    case .closureExpr(let closure): return .closure(closure, scope)
    case .keyPathExpr(let path):
      return .keyPath(
        path.components.compactMap {
          $0.component.as(KeyPathPropertyComponentSyntax.self)?.declName.baseName.text
        })
    case .sequenceExpr(let sequence): return operators(Array(sequence.elements)[...])
    case .prefixOperatorExpr(let negation) where negation.operator.text == "!":
      return value(of: negation.expression).truth.map { .bool(!$0) } ?? .unknown
    case .forceUnwrapExpr(let wrapped): return value(of: wrapped.expression)
    case .optionalChainingExpr(let wrapped): return value(of: wrapped.expression)
    case .tryExpr(let wrapped): return value(of: wrapped.expression)
    case .awaitExpr(let wrapped): return value(of: wrapped.expression)
    case .switchExpr(let choice): return result(of: run(choice, yields: true))
    case .ifExpr(let choice): return result(of: run(choice, yields: true))
    default: return .unknown
    }
  }

  private func result(of flow: Flow) -> ManifestValue {
    if case .returned(let value) = flow { value } else { .unknown }
  }

  private mutating func string(_ literal: StringLiteralExprSyntax) -> ManifestValue {
    var text = ""
    for segment in literal.segments {
      switch segment {
      case .stringSegment(let part): text += part.content.text
      case .expressionSegment(let part):
        guard let inner = part.expressions.first?.expression, let value = value(of: inner).text else {
          return .unknown
        }
        guard case .string(let longer) = ManifestValue.string(text).appending(.string(value)) else {
          return .unknown
        }
        text = longer
      }
    }
    return .string(text)
  }

  mutating func arguments(_ list: LabeledExprListSyntax) -> [ManifestValue.Argument] {
    list.map { .init(label: $0.label?.text ?? "", value: value(of: $0.expression)) }
  }

  /// A name that is no variable: a member of `self`.
  private mutating func implicitSelf(_ name: String) -> ManifestValue {
    guard let receiver = scope["self"] else { return types.own[name] == nil ? .unknown : .call(name, []) }
    return property(name, of: receiver)
  }

  private mutating func member(_ access: MemberAccessExprSyntax) -> ManifestValue {
    let name = access.declName.baseName.text
    guard let base = access.base else { return staticMember(name) }
    if name == "self" { return value(of: base) }
    if isTypeName(base) { return staticMember(name) }
    return property(name, of: value(of: base))
  }

  /// True for `Target`, `Target.Dependency`, `Self`: names that begin with an uppercase letter.
  func isTypeName(_ expression: ExprSyntax) -> Bool {
    let name =
      expression.as(DeclReferenceExprSyntax.self)?.baseName.text
      ?? expression.as(MemberAccessExprSyntax.self)?.declName.baseName.text
    return name?.first?.isUppercase == true && name.flatMap { scope[$0] } == nil
  }

  /// `.name` or `Type.name`.
  private mutating func staticMember(_ name: String) -> ManifestValue {
    if let initial = types.staticValues[name] { return value(of: initial) }
    if let body = types.staticComputed[name] { return run(body: body, in: scope.outermost()) }
    return .call(name, [])
  }

  mutating func property(_ name: String, of receiver: ManifestValue) -> ManifestValue {
    if let part = receiver[name] { return part }
    switch (receiver, name) {
    case (.array(let elements), "isEmpty"): return .bool(elements.isEmpty)
    case (.array(let elements), "first"): return elements.first ?? .none
    case (.array(let elements), "last"): return elements.last ?? .none
    case (.string(let text), "isEmpty"): return .bool(text.isEmpty)
    case (.unknown, _): return .unknown
    default: break
    }
    guard let body = types.computed[name] else { return .unknown }
    var inner = scope.outermost()
    inner.declare("self", receiver)
    return run(body: body, in: inner)
  }

  /// What a body gives: its `return`, or its only expression.
  mutating func run(body: CodeBlockItemListSyntax, in inner: ManifestScope) -> ManifestValue {
    defer { leave() }
    guard enter() else { return .unknown }
    let saved = scope
    scope = inner
    defer {
      let changed = scope
      scope = saved
      scope.adoptGlobals(of: changed)
    }
    if body.count == 1, let only = body.first?.item, let expression = Syntax(only).as(ExprSyntax.self) {
      return value(of: expression)
    }
    if body.count == 1, let only = body.first?.item.as(ExpressionStmtSyntax.self) {
      return value(of: only.expression)
    }
    return result(of: run(body))
  }

  // MARK: Operators

  /// Operators from the loosest to the tightest; those of one group are read from the left.
  private static let precedence: [Set<String>] = [
    ["||"], ["&&"], ["==", "!=", "<", ">", "<=", ">=", "~="], ["??"], ["+", "-"],
  ]

  /// The value of `a op b op c …` or of `c ? a : b`; operators stand at odd places.
  private mutating func operators(_ elements: ArraySlice<ExprSyntax>) -> ManifestValue {
    guard elements.count > 1, let first = elements.first, elements.count < 4096 else {
      return elements.count == 1 ? elements.first.map { value(of: $0) } ?? .unknown : .unknown
    }
    if let place = elements.firstIndex(where: { $0.is(UnresolvedTernaryExprSyntax.self) }),
      let choice = elements[place].as(UnresolvedTernaryExprSyntax.self)
    {
      let condition = operators(elements[..<place]).truth
      if condition == true { return value(of: choice.thenExpression) }
      let otherwise = operators(elements[(place + 1)...])
      if condition == false { return otherwise }
      // Unknown: the lists of both branches count.
      let then = value(of: choice.thenExpression)
      return then.elements != nil && otherwise.elements != nil ? then.appending(otherwise) : then
    }
    for group in Self.precedence {
      let places = elements.indices.filter { index in
        elements[index].as(BinaryOperatorExprSyntax.self).map { group.contains($0.operator.text) } ?? false
      }
      guard let start = places.first else { continue }
      var result = operators(elements[..<start])
      for (position, place) in places.enumerated() {
        let end = position + 1 < places.count ? places[position + 1] : elements.endIndex
        let name = elements[place].as(BinaryOperatorExprSyntax.self)?.operator.text ?? ""
        result = apply(name, result, elements[(place + 1)..<end])
      }
      return result
    }
    // `x as T` is x.
    return elements.dropFirst().first?.is(UnresolvedAsExprSyntax.self) == true ? value(of: first) : .unknown
  }

  private mutating func apply(
    _ name: String, _ left: ManifestValue, _ right: ArraySlice<ExprSyntax>
  ) -> ManifestValue {
    switch name {
    case "+": return left.appending(operators(right))
    case "??":
      switch left {
      case .none: return operators(right)
      case .unknown:
        let other = operators(right)
        return other.text == nil ? other : .unknown
      default: return left
      }
    case "==": return left.isEqual(to: operators(right)).map { .bool($0) } ?? .unknown
    case "!=": return left.isEqual(to: operators(right)).map { .bool(!$0) } ?? .unknown
    case "&&":
      if left.truth == false { return left }
      let other = operators(right)
      return left.truth == true || other.truth == false ? other : .unknown
    case "||":
      if left.truth == true { return left }
      let other = operators(right)
      return left.truth == false || other.truth == true ? other : .unknown
    default: return .unknown
    }
  }
}
