import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Chains of members, calls, subscripts and the postfix marks between them: `a.b(c)?.d[e]!.f`.
///
/// The tree of a chain is deep to the left, so it is taken apart with ``spine`` as an explicit stack.
extension FactsExtractor {
  /// Walks a chain; its last name gets `role`. Returns the reference whose value the chain has.
  mutating func chain(_ node: RawNode, role: Reference.Role) -> ReferenceIndex {
    let base = spine.count
    var current = node
    while let inner = chainBase(current) {
      spine.append(current)
      current = inner
    }
    var result = link(current, role: role, base: base, receiver: nil)
    while spine.count > base {
      let part = spine.removeLast()
      result = link(part, role: role, base: base, receiver: result)
    }
    return result
  }

  /// What a chain's node applies to; nil for nodes that begin a chain.
  func chainBase(_ node: RawNode) -> RawNode? {
    switch node.kind {
    case .functionCallExpr, .subscriptCallExpr, .optionalChainingExpr, .forceUnwrapExpr,
      .postfixOperatorExpr, .genericSpecializationExpr:
      return node.firstPart
    case .memberAccessExpr, .postfixIfConfigExpr:
      for child in node.children where child.kind != .unexpectedNodes {
        return child.isToken || child.kind == .ifConfigDecl ? nil : child
      }
      return nil
    default: return nil
    }
  }

  /// Walks one node of a chain whose outer part is in ``spine`` from `base` on. `receiver` is the value of
  /// what it applies to, nil where the chain begins.
  private mutating func link(
    _ node: RawNode, role: Reference.Role, base: Int, receiver: ReferenceIndex?
  ) -> ReferenceIndex {
    switch node.kind {
    case .declReferenceExpr:
      return memberName(
        node, role: self.role(role, above: base), receiver: Reference.Receiver.none, call: call(above: base))
    case .memberAccessExpr:
      // The base may be a plain name too; the member comes last.
      guard let member = node.lastPart, member.kind == .declReferenceExpr else {
        return Reference.Receiver.expression
      }
      return memberName(
        member, role: self.role(role, above: base), receiver: receiver ?? context.postfixBase,
        call: call(above: base))
    case .functionCallExpr:
      callArguments(node, callee: receiver ?? Reference.Receiver.expression)
      return receiver ?? Reference.Receiver.expression
    case .subscriptCallExpr: return subscriptUse(node, receiver ?? Reference.Receiver.expression)
    case .optionalChainingExpr, .forceUnwrapExpr: return receiver ?? Reference.Receiver.expression
    case .genericSpecializationExpr:
      if let arguments = node.child(.genericArgumentClause) { visitChildren(arguments) }
      return receiver ?? Reference.Receiver.expression
    case .postfixOperatorExpr:
      var mark: RawNode?
      for child in node.children where child.isToken { mark = child }
      if let mark, !mark.isEmpty {
        refer(.call, name(mark), at: textRange(mark).lowerBound, detail: words.oneLabel)
      }
      return Reference.Receiver.expression
    case .postfixIfConfigExpr:
      scoped { extractor in
        extractor.context.postfixBase = receiver ?? extractor.context.postfixBase
        if let config = node.child(.ifConfigDecl) { extractor.visit(config) }
      }
      return Reference.Receiver.expression
    default:
      // A chain's role reaches through it: `(a, b) = …`, `(x)!`.
      return expression(node, role: spine.count == base ? role : .read)
    }
  }

  // MARK: What a name in a chain is used for

  /// The call that applies directly to the name being walked, if one does.
  private func call(above base: Int) -> RawNode? {
    var position = spine.count - 1
    while position >= base {
      switch spine[position].kind {
      case .functionCallExpr: return spine[position]
      case .optionalChainingExpr, .forceUnwrapExpr, .genericSpecializationExpr: position -= 1
      default: return nil
      }
    }
    return nil
  }

  /// The role of the name being walked: `role` if only postfix marks and subscripts follow it.
  private func role(_ role: Reference.Role, above base: Int) -> Reference.Role {
    var position = spine.count - 1
    while position >= base {
      switch spine[position].kind {
      case .optionalChainingExpr, .forceUnwrapExpr, .subscriptCallExpr: position -= 1
      default: return .read
      }
    }
    return role
  }

  /// Records the use of a name. `call` is the call that applies to it.
  mutating func memberName(
    _ node: RawNode, role: Reference.Role, receiver: ReferenceIndex, call: RawNode?
  ) -> ReferenceIndex {
    var token: RawNode?
    var detail = NameID.empty
    for part in node.children {
      if part.isToken { token = part }
      if part.kind == .declNameArguments { detail = writtenLabels(part) }
    }
    guard let token, !token.isEmpty else { return Reference.Receiver.expression }
    // `x.self` is `x`.
    if receiver != Reference.Receiver.none && isText(token, "self") { return receiver }
    var role = role
    if let call {
      detail = callLabels(call)
      // `case .some(let x)` matches a case; `case UInt8(ascii: "a")` compares with the result of a call.
      role = context.isPattern && receiver != Reference.Receiver.none ? .read : .call
    }
    return refer(role, name(token), at: textRange(token).lowerBound, receiver: receiver, detail: detail)
  }

  // MARK: Arguments

  private mutating func callArguments(_ node: RawNode, callee: ReferenceIndex) {
    var closure: RawNode?
    var more: RawNode?
    var isFirst = true
    for part in node.children {
      if part.isToken || part.kind == .unexpectedNodes { continue }
      if isFirst {
        isFirst = false
        continue
      }
      switch part.kind {
      case .labeledExprList: arguments(part, callee: callee)
      case .closureExpr: closure = part
      case .multipleTrailingClosureElementList: more = part
      default: break
      }
    }
    trailingClosures(closure, more, callee: callee)
  }

  private mutating func subscriptUse(_ node: RawNode, _ receiver: ReferenceIndex) -> ReferenceIndex {
    guard let bracket = node.firstToken else { return Reference.Receiver.expression }
    let reference = refer(
      .read, words.subscriptName, at: textRange(bracket).lowerBound, receiver: receiver,
      detail: callLabels(node))
    callArguments(node, callee: reference)
    return reference
  }

  /// Walks arguments; closures among them take their parameters' types from `callee`.
  mutating func arguments(_ list: RawNode, callee: ReferenceIndex) {
    let saved = context
    context.postfixBase = Reference.Receiver.implicit
    context.closureCallee = callee
    for argument in list.children {
      for part in argument.children where !part.isToken { visit(part) }
    }
    context = saved
  }

  mutating func trailingClosures(_ closure: RawNode?, _ more: RawNode?, callee: ReferenceIndex) {
    guard closure != nil || more != nil else { return }
    scoped { extractor in
      extractor.context.closureCallee = callee
      if let closure { extractor.visit(closure) }
      if let more { extractor.visitChildren(more) }
    }
  }
}
