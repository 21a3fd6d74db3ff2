import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

extension FactsExtractor {
  /// Walks every child of a node.
  mutating func visitChildren(_ node: RawNode) {
    for child in node.children { visit(child) }
  }

  /// Walks a node of any kind. Kinds without a rule of their own are walked through, so what stands inside
  /// something unknown or broken is still found.
  mutating func visit(_ node: RawNode) {
    switch node.kind {
    case .token, .booleanLiteralExpr, .integerLiteralExpr, .floatLiteralExpr, .nilLiteralExpr,
      .regexLiteralExpr, .wildcardPattern, .discardAssignmentExpr, .missingExpr, .missingType,
      .missingPattern, .availabilityCondition, .precedenceGroupDecl, .breakStmt, .continueStmt,
      .fallThroughStmt, .poundSourceLocation, .editorPlaceholderExpr, .editorPlaceholderDecl,
      .simpleStringLiteralExpr, .declModifierList, .moduleSelector:
      break

    case .classDecl, .structDecl, .enumDecl, .actorDecl, .protocolDecl, .extensionDecl:
      typeDeclaration(node)
    case .functionDecl, .initializerDecl, .deinitializerDecl, .subscriptDecl, .macroDecl:
      functionDeclaration(node)
    case .variableDecl: variableDeclaration(node)
    case .enumCaseDecl: enumCaseDeclaration(node)
    case .typeAliasDecl, .associatedTypeDecl: typeNameDeclaration(node)
    case .operatorDecl: operatorDeclaration(node)
    case .importDecl: importDeclaration(node)
    case .ifConfigDecl: conditionalCompilation(node)

    case .codeBlockItem: codeBlockItem(node)
    case .codeBlock: inBlock(node) { $0.visitChildren(node) }
    case .ifExpr: ifExpression(node)
    case .whileStmt: conditionalLoop(node)
    case .guardStmt: visitChildren(node)
    case .forStmt: forLoop(node)
    case .switchExpr: switchExpression(node)
    case .switchCaseList: switchCases(node, Reference.Receiver.expression)
    case .catchClause: catchClause(node)
    case .optionalBindingCondition, .matchingPatternCondition: bindingCondition(node)

    case .identifierType, .memberType, .optionalType, .implicitlyUnwrappedOptionalType, .metatypeType,
      .arrayType, .dictionaryType, .inlineArrayType, .tupleType, .functionType, .attributedType,
      .compositionType, .someOrAnyType, .suppressedType, .classRestrictionType, .packExpansionType,
      .packElementType, .namedOpaqueReturnType:
      type(node, role: .type)

    case .identifierPattern, .tuplePattern, .valueBindingPattern, .expressionPattern, .isTypePattern:
      pattern(node, detail: words.bindings.constant, value: Reference.Receiver.expression)

    case .declReferenceExpr, .memberAccessExpr, .functionCallExpr, .subscriptCallExpr,
      .optionalChainingExpr, .forceUnwrapExpr, .postfixOperatorExpr, .genericSpecializationExpr,
      .postfixIfConfigExpr, .superExpr, .tupleExpr, .sequenceExpr, .closureExpr, .tryExpr, .awaitExpr,
      .unsafeExpr, .consumeExpr, .copyExpr, .borrowExpr, .inOutExpr, .prefixOperatorExpr, .keyPathExpr,
      .macroExpansionExpr, .macroExpansionDecl, .binaryOperatorExpr, .patternExpr, .arrayExpr,
      .dictionaryExpr:
      expression(node)

    default: visitChildren(node)
    }
  }

  private mutating func codeBlockItem(_ node: RawNode) {
    if context.body == .file, let item = node.firstPart, !isDeclaration(item.kind) {
      statementStarts.append(UInt32(node.textStart))
    }
    visitChildren(node)
  }

  private func isDeclaration(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .classDecl, .structDecl, .enumDecl, .actorDecl, .protocolDecl, .extensionDecl, .functionDecl,
      .initializerDecl, .deinitializerDecl, .subscriptDecl, .macroDecl, .variableDecl, .enumCaseDecl,
      .typeAliasDecl, .associatedTypeDecl, .operatorDecl, .ifConfigDecl:
      true
    default: false
    }
  }

  /// `#if`: every branch is walked; conditions name compiler flags, not symbols.
  private mutating func conditionalCompilation(_ node: RawNode) {
    scoped { extractor in
      extractor.context.isConditional = true
      let isOutside = extractor.context.isInactive
      var isDecided = false
      for clause in node.child(.ifConfigClauseList)?.children ?? RawChildren(node) {
        let holds = !isDecided && extractor.isActive(clause)
        isDecided = isDecided || holds
        extractor.context.isInactive = isOutside || !holds
        extractor.conditionalClause(clause)
      }
    }
  }

  /// True if a build takes that branch, those before it left aside.
  private func isActive(_ clause: RawNode) -> Bool {
    for part in clause.children {
      if part.tokenKind == .poundElse { return true }
      if part.isToken || part.kind == .unexpectedNodes { continue }
      return BuildConditions.holds(source, part.textRange)
    }
    return true
  }

  private mutating func conditionalClause(_ clause: RawNode) {
    if let elements = conditionalElements(clause) { visit(elements) }
  }

  /// What stands in a branch of `#if`, without its condition.
  func conditionalElements(_ clause: RawNode) -> RawNode? {
    guard clause.kind == .ifConfigClause else { return nil }
    var elements: RawNode?
    // The condition, if there is one, comes before the elements.
    var parts = 0
    var directive: RawTokenKind?
    for part in clause.children {
      if let kind = part.tokenKind { directive = directive ?? kind }
      if part.isToken || part.kind == .unexpectedNodes { continue }
      parts += 1
      elements = part
    }
    return parts == 2 || directive == .poundElse ? elements : nil
  }
}
