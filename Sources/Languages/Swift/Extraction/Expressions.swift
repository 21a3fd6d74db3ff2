import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Expressions other than chains of members and calls, which are in `Chains.swift`.
extension FactsExtractor {
  /// Walks an expression. The name it ends in gets `role`. Returns the reference whose value the expression
  /// has, or `Receiver.expression`.
  @discardableResult
  mutating func expression(_ node: RawNode, role: Reference.Role = .read) -> ReferenceIndex {
    switch node.kind {
    case .declReferenceExpr, .memberAccessExpr, .functionCallExpr, .subscriptCallExpr,
      .optionalChainingExpr, .forceUnwrapExpr, .postfixOperatorExpr, .genericSpecializationExpr,
      .postfixIfConfigExpr:
      return chain(node, role: role)
    case .tryExpr, .awaitExpr, .unsafeExpr, .consumeExpr, .copyExpr, .borrowExpr:
      return node.lastPart.map { expression($0, role: role) } ?? Reference.Receiver.expression
    case .inOutExpr:
      return node.lastPart.map { expression($0, role: .write) } ?? Reference.Receiver.expression
    case .tupleExpr: return tuple(node, role: role)
    case .sequenceExpr: return sequence(node)
    case .superExpr: return refer(.read, words.superName, at: node.textStart)
    case .prefixOperatorExpr:
      if let token = node.firstToken, !token.isEmpty {
        refer(.call, name(token), at: textRange(token).lowerBound, detail: words.oneLabel)
      }
      if let operand = node.lastPart { expression(operand) }
      return Reference.Receiver.expression
    case .binaryOperatorExpr:
      if let token = node.firstToken, !token.isEmpty {
        refer(.call, name(token), at: textRange(token).lowerBound, detail: words.twoLabels)
      }
      return Reference.Receiver.expression
    case .closureExpr:
      closure(node)
      return Reference.Receiver.expression
    case .macroExpansionExpr, .macroExpansionDecl: return macroExpansion(node)
    case .keyPathExpr:
      keyPath(node)
      return Reference.Receiver.expression
    case .patternExpr:
      patternExpression(node)
      return Reference.Receiver.expression
    case .typeExpr: return node.firstPart.map { type($0, role: .type) } ?? Reference.Receiver.expression
    case .arrayExpr, .dictionaryExpr:
      scoped { extractor in
        extractor.context.closureCallee = Reference.Receiver.none
        extractor.visitChildren(node)
      }
      return Reference.Receiver.expression
    default:
      visit(node)
      return Reference.Receiver.expression
    }
  }

  /// `(x)` is `x`; other tuples are walked element by element.
  private mutating func tuple(_ node: RawNode, role: Reference.Role) -> ReferenceIndex {
    guard let list = node.child(.labeledExprList) else { return Reference.Receiver.expression }
    var elements = list.children
    let first = elements.next()
    if let first, elements.next() == nil, first.firstToken == nil, let inner = first.firstPart {
      return expression(inner, role: role)
    }
    for element in list.children {
      if let part = element.firstPart { expression(part, role: role) }
    }
    return Reference.Receiver.expression
  }

  /// Operands and operators in a row, as the parser leaves them; precedence does not matter for facts.
  private mutating func sequence(_ node: RawNode) -> ReferenceIndex {
    var pending: RawNode?
    var castFollows = false
    var result = Reference.Receiver.expression
    for part in node.child(.exprList)?.children ?? node.children {
      if part.isToken { continue }
      switch part.kind {
      case .assignmentExpr:
        if let operand = pending { expression(operand, role: .write) }
        pending = nil
      case .binaryOperatorExpr:
        let writes = part.firstToken.map { isAssigning($0) } ?? false
        if let operand = pending { expression(operand, role: writes ? .write : .read) }
        pending = nil
        expression(part)
        result = Reference.Receiver.expression
      case .unresolvedAsExpr where pending?.kind == .patternExpr: castFollows = true
      case .unresolvedAsExpr, .unresolvedIsExpr, .unresolvedTernaryExpr, .arrowExpr:
        if let operand = pending { expression(operand) }
        pending = nil
        visitChildren(part)
        castFollows = part.kind == .unresolvedAsExpr
        result = Reference.Receiver.expression
      default:
        if castFollows {
          // `x as T`: the value is one of `T`, and so is what `let x as T` binds.
          result = expression(part)
          if let bound = pending?.firstPart {
            pattern(bound, detail: words.bindings.constant, value: result)
          }
          pending = nil
          castFollows = false
        } else {
          if let operand = pending { expression(operand) }
          pending = part
        }
      }
    }
    if let operand = pending { expression(operand) }
    return result
  }

  /// True for `+=` and the like: operators that end in `=` and do not compare.
  private func isAssigning(_ token: RawNode) -> Bool {
    let range = textRange(token)
    guard range.count >= 2, source[range.upperBound - 1] == UInt8(ascii: "=") else { return false }
    switch source[range.lowerBound] {
    case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "."): return false
    case UInt8(ascii: "<"), UInt8(ascii: ">"): return range.count > 2
    default: return true
    }
  }

  /// `#name(…)`: a call whose detail begins with `#`.
  private mutating func macroExpansion(_ node: RawNode) -> ReferenceIndex {
    var token: RawNode?
    var arguments: RawNode?
    var closure: RawNode?
    var more: RawNode?
    for part in node.children {
      switch part.kind {
      case .token:
        switch part.tokenKind {
        case .pound, .leftParen, .rightParen: break
        default: token = token ?? part
        }
      case .labeledExprList: arguments = part
      case .closureExpr: closure = part
      case .multipleTrailingClosureElementList: more = part
      case .genericArgumentClause: visitChildren(part)
      default: break
      }
    }
    guard let token, !token.isEmpty else {
      visitChildren(node)
      return Reference.Receiver.expression
    }
    scratch.append(UInt8(ascii: "#"))
    let labels = argumentLabels(arguments, closure: closure, more: more)
    let reference = refer(.call, name(token), at: textRange(token).lowerBound, detail: labels)
    if let arguments { self.arguments(arguments, callee: reference) }
    trailingClosures(closure, more, callee: reference)
    return reference
  }

  /// `\Root.a.b`: the root is a type, the rest members that are read.
  private mutating func keyPath(_ node: RawNode) {
    var receiver = Reference.Receiver.implicit
    for part in node.children {
      switch part.kind {
      case .token, .unexpectedNodes: break
      case .keyPathComponentList:
        for component in part.children { keyPathComponent(component, &receiver) }
      default: receiver = type(part, role: .type)
      }
    }
  }

  private mutating func keyPathComponent(_ node: RawNode, _ receiver: inout ReferenceIndex) {
    guard let component = node.firstPart else { return }
    switch component.kind {
    case .keyPathSubscriptComponent:
      if let list = component.child(.labeledExprList) {
        let reference = refer(
          .read, words.subscriptName, at: component.textStart, receiver: receiver,
          detail: argumentLabels(list, closure: nil, more: nil))
        arguments(list, callee: reference)
        receiver = reference
      }
    case .keyPathOptionalComponent: break
    default:
      for part in component.children {
        switch part.kind {
        case .declReferenceExpr: receiver = memberName(part, role: .read, receiver: receiver, call: nil)
        case .labeledExprList: arguments(part, callee: receiver)
        default: visit(part)
        }
      }
    }
  }
}
