import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Trees of expressions.
extension FactsExtractor {
  /// Writes exactly one tree.
  mutating func oneExpression(_ node: RawNode?) {
    let before = tree.pending
    if let node { buildTree(node) }
    if tree.pending != before + 1 { finish(.other, before) }
  }

  /// Writes one tree for an expression; operators in a sequence are nodes of their own.
  mutating func expressionTree(_ node: RawNode) {
    switch node.kind {
    case .declReferenceExpr, .memberAccessExpr, .functionCallExpr, .subscriptCallExpr,
      .optionalChainingExpr, .forceUnwrapExpr, .postfixOperatorExpr, .genericSpecializationExpr,
      .postfixIfConfigExpr:
      chainTree(node)
    case .tryExpr:
      let isOptional = node.children.contains { $0.tokenKind == .postfixQuestionMark }
      if isOptional {
        self.node(.optionalTry) { $0.oneExpression(node.lastPart) }
      } else {
        oneExpression(node.lastPart)
      }
    case .awaitExpr, .unsafeExpr, .consumeExpr, .copyExpr, .borrowExpr, .packElementExpr,
      .packExpansionExpr:
      oneExpression(node.lastPart)
    case .inOutExpr: self.node(.inoutArgument) { $0.oneExpression(node.lastPart) }
    case .tupleExpr: tupleTree(node)
    case .sequenceExpr:
      self.node(.sequence) { $0.treeChildren(node.child(.exprList) ?? node) }
    case .superExpr: self.node(.name, reference: use(at: node.textStart))
    case .prefixOperatorExpr:
      let reference = node.firstToken.map { useOf($0) } ?? -1
      self.node(.prefixOperator, reference: reference) { $0.oneExpression(node.lastPart) }
    case .binaryOperatorExpr:
      self.node(.binaryOperator, reference: node.firstToken.map { useOf($0) } ?? -1)
    case .closureExpr: closureTree(node)
    case .macroExpansionExpr, .macroExpansionDecl: macroTree(node)
    case .keyPathExpr: keyPathTree(node)
    case .patternExpr: self.node(.pattern) { $0.patternTree(node) }
    case .typeExpr: self.node(.type) { $0.oneType(node.firstPart) }
    case .arrayExpr: self.node(.array) { $0.elementTrees(node.child(.arrayElementList)) }
    case .dictionaryExpr: self.node(.dictionary) { $0.elementTrees(node.child(.dictionaryElementList)) }
    case .stringLiteralExpr, .simpleStringLiteralExpr: stringTree(node)
    case .integerLiteralExpr: self.node(.literal, value: LiteralKind.integer.rawValue)
    case .floatLiteralExpr: self.node(.literal, value: LiteralKind.float.rawValue)
    case .booleanLiteralExpr: self.node(.literal, value: LiteralKind.boolean.rawValue)
    case .nilLiteralExpr: self.node(.literal, value: LiteralKind.null.rawValue)
    case .regexLiteralExpr: self.node(.literal, value: LiteralKind.regex.rawValue)
    case .discardAssignmentExpr: self.node(.wildcard)
    case .unresolvedAsExpr: castTree(node)
    case .unresolvedIsExpr: self.node(.testOperator)
    case .unresolvedTernaryExpr: self.node(.ternary) { $0.oneExpression(node.firstPart) }
    case .arrowExpr: self.node(.arrow)
    case .assignmentExpr: self.node(.assignment)
    default: self.node(.other) { $0.treeChildren(node) }
    }
  }

  private mutating func castTree(_ node: RawNode) {
    var value: Int32 = 0
    for token in node.children where token.isToken {
      if token.tokenKind == .postfixQuestionMark { value = 1 }
      if token.tokenKind == .exclamationMark { value = 2 }
    }
    self.node(.castOperator, value: value)
  }

  private mutating func elementTrees(_ list: RawNode?) {
    guard let list else { return }
    for element in list.children {
      for part in element.children where !part.isToken && part.kind != .unexpectedNodes {
        oneExpression(part)
      }
    }
  }

  /// `(x)` is `x`.
  private mutating func tupleTree(_ node: RawNode) {
    guard let list = node.child(.labeledExprList) else { return self.node(.tuple) }
    var elements = list.children
    let first = elements.next()
    if let first, elements.next() == nil, first.firstToken == nil, let inner = first.firstPart {
      return oneExpression(inner)
    }
    self.node(.tuple) { $0.argumentTrees(list) }
  }

  private mutating func stringTree(_ node: RawNode) {
    guard let segments = node.child(.stringLiteralSegmentList) ?? node.child(.simpleStringLiteralSegmentList)
    else { return self.node(.literal, value: LiteralKind.string.rawValue) }
    var hasValues = false
    for segment in segments.children where segment.kind == .expressionSegment { hasValues = true }
    if hasValues {
      self.node(.interpolation) { builder in
        for segment in segments.children where segment.kind == .expressionSegment {
          guard let list = segment.child(.labeledExprList) else { continue }
          builder.argumentTrees(list)
        }
      }
    } else {
      let text = tree.keepsStrings ? intern(segments.textRange) : .empty
      self.node(.literal, name: text, value: LiteralKind.string.rawValue)
    }
  }

  // MARK: Chains

  /// Chains are deep to the left: a loop takes them apart.
  private mutating func chainTree(_ node: RawNode) {
    let base = spine.count
    let before = tree.pending
    var current = node
    while let inner = chainBase(current) {
      spine.append(current)
      current = inner
    }
    linkTree(current, before, isHead: true)
    while spine.count > base {
      let part = spine.removeLast()
      linkTree(part, before, isHead: false)
    }
  }

  private mutating func linkTree(_ node: RawNode, _ before: Int32, isHead: Bool) {
    switch node.kind {
    case .declReferenceExpr: nameUse(node, .name, before)
    case .memberAccessExpr:
      guard let member = node.lastPart, member.kind == .declReferenceExpr else {
        return isHead ? finish(.other, before) : ()
      }
      // `x.self` is `x`; `[T].self` is a type.
      if !isHead, let token = member.firstToken, isText(token, "self") {
        let last = facts.expressions.last?.kind
        if last == TreeKind.array.rawValue || last == TreeKind.dictionary.rawValue {
          finish(.specialized, before)
        }
        return
      }
      nameUse(member, .member, before)
    case .functionCallExpr:
      let place = argumentPlace(node)
      callArgumentTrees(node)
      finish(.call, before, value: place)
    case .subscriptCallExpr:
      let reference = node.firstToken.map { useOf($0) } ?? -1
      callArgumentTrees(node)
      finish(.subscripted, before, reference: reference)
    case .optionalChainingExpr: finish(.chained, before)
    case .forceUnwrapExpr: finish(.forced, before)
    case .genericSpecializationExpr:
      genericArgumentTrees(node)
      finish(.specialized, before)
    case .postfixOperatorExpr:
      var mark: RawNode?
      for child in node.children where child.isToken { mark = child }
      finish(.postfixOperator, before, reference: mark.map { useOf($0) } ?? -1)
    case .postfixIfConfigExpr:
      // What stands in the branches applies to the base; they are walked as implicit members of nothing.
      if let config = node.child(.ifConfigDecl) { buildTree(config) }
      finish(.other, before)
    default:
      expressionPart(node)
      if tree.pending != before + 1 { finish(.other, before) }
    }
  }

  private mutating func expressionPart(_ node: RawNode) { buildTree(node) }

  private mutating func nameUse(_ node: RawNode, _ kind: TreeKind, _ before: Int32) {
    var token: RawNode?
    var labels = NameID.empty
    for part in node.children {
      if part.isToken { token = part }
      if part.kind == .declNameArguments { labels = writtenLabels(part) }
    }
    finish(kind, before, reference: token.map { useOf($0) } ?? -1, name: labels)
  }

  // MARK: Arguments

  /// Where the arguments of a call begin, plus one; 0 if that is right after the callee's name, whose tree is
  /// the last that was written.
  private func argumentPlace(_ node: RawNode) -> Int32 {
    var mark: Int?
    for part in node.children where mark == nil {
      if part.isToken || part.kind == .closureExpr { mark = part.textStart }
    }
    guard let mark else { return 0 }
    if let callee = facts.expressions.last, callee.reference >= 0,
      callee.kind == TreeKind.name.rawValue || callee.kind == TreeKind.member.rawValue
    {
      let name = facts.references[Int(callee.reference)]
      if Int(name.offset) + facts.names.bytes(name.name).count == mark { return 0 }
    }
    return Int32(clamping: mark + 1)
  }

  private mutating func callArgumentTrees(_ node: RawNode) {
    var isFirst = true
    for part in node.children where !part.isToken && part.kind != .unexpectedNodes {
      if isFirst {
        isFirst = false
        continue
      }
      switch part.kind {
      case .labeledExprList: argumentTrees(part)
      case .closureExpr: self.node(.argument, value: 1) { $0.closureTree(part) }
      case .multipleTrailingClosureElementList: moreClosures(part)
      default: break
      }
    }
  }

  private mutating func moreClosures(_ list: RawNode) {
    for element in list.children {
      guard let label = element.firstToken, let closure = element.child(.closureExpr) else { continue }
      node(.argument, name: name(label), value: 1) { $0.closureTree(closure) }
    }
  }

  mutating func argumentTrees(_ list: RawNode) {
    for argument in list.children {
      var parts = argument.children
      if let label = parts.next(), label.isToken, label.tokenKind != .colon, !label.isEmpty {
        node(.argument, name: name(label)) { $0.oneExpression(argument.firstPart) }
      } else {
        oneExpression(argument.firstPart)
      }
    }
  }

  private mutating func macroTree(_ node: RawNode) {
    var token: RawNode?
    for part in node.children where part.isToken {
      switch part.tokenKind {
      case .pound, .leftParen, .rightParen: break
      default: token = token ?? part
      }
    }
    let reference = token.map { useOf($0) } ?? -1
    self.node(.macro, reference: reference) { builder in
      for part in node.children {
        switch part.kind {
        case .labeledExprList: builder.argumentTrees(part)
        case .closureExpr: builder.node(.argument, value: 1) { $0.closureTree(part) }
        case .multipleTrailingClosureElementList: builder.moreClosures(part)
        default: break
        }
      }
    }
  }

  private mutating func keyPathTree(_ node: RawNode) {
    self.node(.keyPath) { builder in
      for part in node.children {
        switch part.kind {
        case .token, .unexpectedNodes: break
        case .keyPathComponentList:
          for component in part.children { builder.keyPathComponentTree(component) }
        default: builder.oneType(part)
        }
      }
    }
  }

  private mutating func keyPathComponentTree(_ node: RawNode) {
    guard let component = node.firstPart else { return }
    switch component.kind {
    case .keyPathSubscriptComponent:
      self.node(.subscripted, reference: use(at: component.textStart)) { builder in
        if let list = component.child(.labeledExprList) { builder.argumentTrees(list) }
      }
    case .keyPathOptionalComponent:
      let isForced = component.firstToken?.tokenKind == .exclamationMark
      self.node(isForced ? .forced : .chained)
    default:
      guard let name = component.child(.declReferenceExpr) else { return }
      if let token = name.firstToken, isText(token, "self") { return }
      nameUse(name, .member, tree.pending)
      if let list = component.child(.labeledExprList) {
        let before = tree.pending - 1
        argumentTrees(list)
        finish(.call, before)
      }
    }
  }
}
